import { describe, expect, it } from 'vitest';
import { checkFilmPart, kindOfFilm, nameFilm, parseRange, type FilmPart } from './film.ts';
import { LIMIT } from './limit.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const MP4 = bytes('\0\0\0\x18ftypmp42\0\0\0\0mp42isom');
const WEBM = bytes('\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm');

describe('F060: what may be a film', () => {
	it('is told by its first bytes, not by its name', () => {
		expect(kindOfFilm(MP4)).toBe('mp4');
		expect(kindOfFilm(WEBM)).toBe('webm');
		for (const other of ['', '<html>', 'PK\x03\x04', '\x1a\x45\xdf\xa3 matroska'])
			expect(kindOfFilm(bytes(other)), other).toBeNull();
	});

	const part = (changes: Partial<FilmPart> = {}): FilmPart => ({
		upload: 'ab'.repeat(16),
		at: 0,
		of: MP4.length,
		bytes: MP4,
		...changes
	});

	it('a piece is taken only whole, in its place and not above the limit', () => {
		expect(checkFilmPart(part())).toMatchObject({ ok: true });
		expect(checkFilmPart(part({ at: 3, of: 99 }))).toMatchObject({ ok: true });
		for (const [changes, code] of [
			[{ upload: '../../etc' }, 'film.interrupted'],
			[{ of: 0 }, 'film.notFilm'],
			[{ of: Number.NaN }, 'film.notFilm'],
			[{ of: LIMIT.filmBytes + 1 }, 'film.tooLarge'],
			[{ of: LIMIT.filmBytes, bytes: new Uint8Array(LIMIT.filmPartBytes + 1) }, 'film.tooLarge'],
			[{ at: -1 }, 'film.interrupted'],
			[{ at: 1 }, 'film.interrupted'],
			[{ bytes: new Uint8Array() }, 'film.interrupted'],
			[{ bytes: bytes('MZ, a program'), of: 99 }, 'film.notFilm']
		] as const)
			expect(checkFilmPart(part(changes)), JSON.stringify(changes)).toMatchObject({ problem: { code } });
	});
});

describe('F060: where a film lies', () => {
	it('has the name of its contents and no way out of its folder', () => {
		expect(nameFilm(`/films/${'0f'.repeat(16)}.mp4`)).toBe(`${'0f'.repeat(16)}.mp4`);
		for (const bad of [
			'/films/../keys.json',
			`/films/${'0f'.repeat(16)}.exe`,
			`https://a.vn/films/${'0f'.repeat(16)}.mp4`,
			`/films/${'0F'.repeat(16)}.mp4`
		])
			expect(nameFilm(bad), bad).toBeNull();
	});

	it.each([
		[null, null],
		['bytes=0-', { from: 0, to: 99 }],
		['bytes=10-19', { from: 10, to: 19 }],
		['bytes=90-500', { from: 90, to: 99 }],
		['bytes=-10', { from: 90, to: 99 }],
		['bytes=-500', { from: 0, to: 99 }],
		['bytes=100-', 'none'],
		['bytes=20-10', 'none'],
		['bytes=-', null],
		['bytes=0-1,5-6', null],
		['lines=0-1', null]
	])('of 100 bytes, "%s" asks for %j', (header, range) => {
		expect(parseRange(header, 100)).toEqual(range);
	});
});
