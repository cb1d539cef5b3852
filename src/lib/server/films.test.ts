// Films of the ward's own: sent in pieces by staff, read in parts by any phone, and gone when nobody names them.

import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestWard, type TestWard } from '../../../tests/fixtures/ward.ts';
import { LIMIT } from '../domain/limit.ts';
import { EMPTY_WARD_BOOK } from '../domain/ward-book.ts';
import type { ContentDesk } from './ward-desk.ts';

/** Made of noise with the first bytes of a film: nothing here plays it. */
function makeFilm(size: number, seed: number): Uint8Array {
	const film = Uint8Array.from({ length: size }, (_, at) => (at * 31 + seed) & 0xff);
	film.set(new TextEncoder().encode('ftypmp42'), 4);
	return film;
}

const id = (seed: number) => String(seed).padStart(32, '0');

async function send(desk: ContentDesk, film: Uint8Array, seed: number, pieceBytes = LIMIT.filmPartBytes) {
	let last = await desk.addFilm({ upload: id(seed), at: 0, of: film.length, bytes: film.slice(0, pieceBytes) });
	for (let at = pieceBytes; at < film.length && last.ok; at += pieceBytes)
		last = await desk.addFilm({ upload: id(seed), at, of: film.length, bytes: film.slice(at, at + pieceBytes) });
	return last;
}

describe('F060: films of the ward', () => {
	let test: TestWard;
	let desk: ContentDesk;
	beforeAll(async () => {
		test = await openTestWard();
		desk = (await test.desk('huy')).content;
	});
	afterAll(() => test.close());

	const read = async (name: string, range: string | null = null) => {
		const film = await test.ward.openFilm(name, range);
		const bytes = film?.body ? new Uint8Array(await new Response(film.body).arrayBuffer()) : null;
		return film && { ...film, bytes };
	};

	it('come in pieces and are read whole or in parts, under the name of their contents', async () => {
		const film = makeFilm(LIMIT.filmPartBytes * 2 + 17, 1);
		const sent = await send(desk, film, 1);
		expect(sent).toMatchObject({ ok: true, value: { held: film.length } });
		const address = sent.ok ? sent.value.address! : '';
		const name = address.replace('/films/', '');
		const whole = await read(name);
		expect(whole).toMatchObject({ status: 200, headers: { 'content-type': 'video/mp4', 'accept-ranges': 'bytes' } });
		expect(whole?.bytes).toEqual(film);
		const part = await read(name, 'bytes=100-199');
		expect(part).toMatchObject({ status: 206, headers: { 'content-range': `bytes 100-199/${film.length}` } });
		expect(part?.bytes).toEqual(film.slice(100, 200));
		expect(await read(name, `bytes=${film.length}-`)).toMatchObject({ status: 416, bytes: null });
		// the same film again has the same address
		expect(await send(desk, film, 2)).toMatchObject({ value: { address } });
		expect(await desk.writeBook({ ...EMPTY_WARD_BOOK, videos: [{ topic: 'video-install', address }] })).toEqual({
			ok: true,
			value: undefined
		});
	});

	it('a piece that is out of place, too much, or of something else is refused with a sentence', async () => {
		const film = makeFilm(3000, 3);
		const part = { upload: id(3), at: 0, of: film.length, bytes: film.slice(0, 1000) };
		expect(await desk.addFilm(part)).toMatchObject({ value: { held: 1000 } });
		expect(await desk.addFilm({ ...part, at: 2000 })).toMatchObject({ problem: { code: 'film.interrupted' } });
		expect(await desk.addFilm({ ...part, of: LIMIT.filmBytes + 1 })).toMatchObject({
			problem: { code: 'film.tooLarge' }
		});
		const program = { ...part, upload: id(4), bytes: new TextEncoder().encode('MZ this is no film') };
		expect(await desk.addFilm(program)).toMatchObject({ problem: { code: 'film.notFilm' } });
		expect(await desk.addFilm({ ...part, upload: '../../keys.json' })).toMatchObject({
			problem: { code: 'film.interrupted' }
		});
	});

	it('only staff who publish content add one', async () => {
		const cuc = (await test.desk('cuc')).content;
		const film = makeFilm(500, 5);
		const answer = await send(cuc, film, 5);
		expect(answer.ok).toBe(cuc.canPublish);
		if (!answer.ok) expect(answer.problem.code).toBe('staff.notAllowed');
	});

	it('nothing but a film is read, whatever is asked for', async () => {
		for (const name of ['../keys.json', 'keys.json', `${id(3)}.part`, `${'0'.repeat(32)}.mp4`])
			expect(await test.ward.openFilm(name, null), name).toBeNull();
	});

	it('what was never finished, and what no book names, goes after a day', async () => {
		const folder = join(test.config.dataDir, 'films');
		const lost = await send(desk, makeFilm(900, 6), 6);
		const lostName = lost.ok ? lost.value.address!.replace('/films/', '') : '';
		const old = new Date(test.now() - 25 * 3600_000);
		for (const name of readdirSync(folder)) utimesSync(join(folder, name), old, old);
		await send(desk, makeFilm(800, 7), 7);
		expect(existsSync(join(folder, lostName)), 'named by no book').toBe(false);
		expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
		expect(readdirSync(folder), 'the one in the book, and the new one').toHaveLength(2);
	});
});
