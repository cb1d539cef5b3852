// The films that the ward keeps itself, as files beside the store: named by their contents, so that they never change under
// an address. They come in pieces, each under the limit of any request; what was never finished, and what no book names
// any more, goes after a day.

import { createReadStream } from 'node:fs';
import { appendFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Staff } from '../domain/desk.ts';
import { checkFilmPart, kindOfFilm, nameFilm, parseRange, type FilmPart, type FilmProgress } from '../domain/film.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import { inWard } from './db/ward-store.ts';
import type { Site } from './site.ts';
import { hashFile } from './vault.ts';
import type { FilmAnswer } from './ward.ts';

const KEPT_MS = 24 * 3600_000;
const HEAD_BYTES = 64;

export class Films {
	readonly #site: Site;
	readonly #folder: string;

	constructor(site: Site, dataDir: string) {
		this.#site = site;
		this.#folder = join(dataDir, 'films');
	}

	/** Takes the next piece; with the last one the film has its address. */
	async take(staff: Staff, part: FilmPart): Promise<Result<FilmProgress>> {
		const checked = checkFilmPart(part);
		if (!checked.ok) return checked;
		await mkdir(this.#folder, { recursive: true, mode: 0o700 });
		const path = join(this.#folder, `${part.upload}.part`);
		if (part.at === 0) {
			await this.#tidy();
			await rm(path, { force: true });
		}
		if ((await sizeOf(path)) !== part.at) return fail('film.interrupted', 'at');
		try {
			await appendFile(path, part.bytes, { mode: 0o600 });
		} catch (error) {
			if (!isFull(error)) throw error;
			await rm(path, { force: true });
			return fail('store.full');
		}
		const held = part.at + part.bytes.length;
		return held < part.of ? succeed({ held }) : this.#finish(staff, path, held);
	}

	async #finish(staff: Staff, path: string, held: number): Promise<Result<FilmProgress>> {
		const kind = kindOfFilm(await readHead(path));
		if (!kind) return fail('film.notFilm');
		const name = `${(await hashFile(path)).slice(0, 32)}.${kind}`;
		await rename(path, join(this.#folder, name));
		await inWard(this.#site.store, staff.ward, this.#site.clock(), async ({ trx }) => {
			await writeAudit(trx, this.#site, { ward: staff.ward, actor: staff, act: 'content.film' });
		});
		return succeed({ held, address: `/films/${name}` });
	}

	/** The film of this name, or the part that was asked for; null where there is none. */
	async open(name: string, range: string | null): Promise<FilmAnswer | null> {
		if (nameFilm(`/films/${name}`) === null) return null;
		const path = join(this.#folder, name);
		const size = await sizeOf(path);
		if (size === 0) return null;
		const asked = parseRange(range, size);
		const headers = {
			'content-type': name.endsWith('.mp4') ? 'video/mp4' : 'video/webm',
			'accept-ranges': 'bytes',
			// its name is its contents
			'cache-control': 'public, max-age=31536000, immutable'
		};
		if (asked === 'none') return { status: 416, headers: { 'content-range': `bytes */${size}` }, body: null };
		const { from, to } = asked ?? { from: 0, to: size - 1 };
		return {
			status: asked ? 206 : 200,
			headers: {
				...headers,
				'content-length': String(to - from + 1),
				...(asked ? { 'content-range': `bytes ${from}-${to}/${size}` } : {})
			},
			body: Readable.toWeb(createReadStream(path, { start: from, end: to })) as ReadableStream
		};
	}

	/** Drops what nobody finished and what no book of any ward names, once it is a day old. */
	async #tidy(): Promise<void> {
		const books = await this.#site.store.db.selectFrom('ward_book').select('body').execute();
		for (const name of await readdir(this.#folder)) {
			const path = join(this.#folder, name);
			const age = this.#site.clock() - (await stat(path)).mtimeMs;
			if (age > KEPT_MS && !books.some(({ body }) => body.includes(name))) await rm(path, { force: true });
		}
	}
}

async function sizeOf(path: string): Promise<number> {
	return (await stat(path).catch(() => null))?.size ?? 0;
}

async function readHead(path: string): Promise<Uint8Array> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}

function isFull(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
