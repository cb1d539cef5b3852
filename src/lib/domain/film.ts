// A film that the ward keeps itself: what may be one, and where phones find it. Phones fetch it when somebody opens it,
// never with the pack (feature F060).

import { LIMIT } from './limit.ts';
import { fail, succeed, type Result } from './problem.ts';

export const FILM_KINDS = ['mp4', 'webm'] as const;
export type FilmKind = (typeof FILM_KINDS)[number];

/** A piece of a film on its way to the ward: pieces follow each other, so that no request is large. */
export interface FilmPart {
	/** Chance that names the upload; the same for all of its pieces. */
	readonly upload: string;
	/** Where the piece begins, and how long the whole film is. */
	readonly at: number;
	readonly of: number;
	readonly bytes: Uint8Array;
}

/** How much of it the ward holds; the address once it is whole. */
export interface FilmProgress {
	readonly held: number;
	readonly address?: string;
}

const ADDRESS = /^\/films\/([0-9a-f]{32}\.(?:mp4|webm))$/;

/** The name of a film that the ward keeps itself, or null for any other address. */
export function nameFilm(address: string): string | null {
	return ADDRESS.exec(address)?.[1] ?? null;
}

/** What sort of film begins with these bytes, whatever its name says; null for anything else. */
export function kindOfFilm(head: Uint8Array): FilmKind | null {
	const text = String.fromCharCode(...head.subarray(4, 8));
	if (text === 'ftyp') return 'mp4';
	const isMatroska = [0x1a, 0x45, 0xdf, 0xa3].every((byte, at) => head[at] === byte);
	return isMatroska && String.fromCharCode(...head.subarray(0, 64)).includes('webm') ? 'webm' : null;
}

/** What keeps a piece from being taken, told before anything is written. */
export function checkFilmPart({ upload, at, of, bytes }: FilmPart): Result<void> {
	if (!/^[0-9a-f]{32}$/.test(upload)) return fail('film.interrupted', 'upload');
	if (!Number.isSafeInteger(of) || of <= 0) return fail('film.notFilm', 'of');
	if (of > LIMIT.filmBytes || bytes.length > LIMIT.filmPartBytes) return fail('film.tooLarge');
	if (!Number.isSafeInteger(at) || at < 0 || at + bytes.length > of || bytes.length === 0)
		return fail('film.interrupted', 'at');
	if (at === 0 && kindOfFilm(bytes) === null) return fail('film.notFilm');
	return succeed(undefined);
}

/** The bytes that a request asks for, both ends included; null where it asks for all, `none` for what is not there. */
export function parseRange(header: string | null, size: number): { from: number; to: number } | 'none' | null {
	const asked = header === null ? null : /^bytes=(\d*)-(\d*)$/.exec(header);
	if (!asked || (asked[1] === '' && asked[2] === '')) return null;
	const [first, last] = [asked[1] ?? '', asked[2] ?? ''];
	// without a first byte the number counts from the end
	const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
	const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
	return from > to || from >= size ? 'none' : { from, to };
}
