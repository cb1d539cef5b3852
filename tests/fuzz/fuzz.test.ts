// Every question of the API, made from its own schema and then broken: never a 500, never a word about the inside, never
// slow. A small count by default; `FUZZ=20000 FUZZ_SEED=7` for a long run, `FUZZ_ENGINE=postgres` for the other database
// alone. (Through a socket: tests/walls/socket.built.ts.)

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ENDPOINTS } from '../../src/lib/contract/openapi.ts';
import { makeAppRole } from '../fixtures/app-role.ts';
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts';
import {
	call,
	joinPhone,
	KHANG,
	makeVisit,
	newId,
	openTestWard,
	type TestPhone,
	type TestWard
} from '../fixtures/ward.ts';
import { breakText, makeValue, mutate, pick, seeded, type JsonSchema } from './make-value.ts';

const COUNT = Number(process.env['FUZZ'] ?? 400);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
/** A crowded machine may be slow once; a body that costs seconds is a fault. */
const SLOW_MS = 3_000;
/** Places in code, statements, engines and paths: what a stranger learns nothing by. */
const LEAK =
	/\.(ts|js|mjs):\d+|node:internal|\bselect\b.+\bfrom\b|\binsert into\b|SQLITE|sqlite|kysely|postgres|\bError\b|keys\.json|pw_hash/i;

const ONLY = process.env['FUZZ_ENGINE'];
const ENGINES = (['sqlite', 'postgres'] as const).filter((engine) => ONLY === undefined || ONLY === engine);

let postgres: TestPostgres | null = null;
let test: TestWard;
let phone: TestPhone;
const texts: string[] = [];
const ids: string[] = [];
const NAMED: Record<string, readonly string[]> = {
	k: ['person.add', 'person.set', 'visit.add', 'visit.set', 'household.create', 'household.set', 'person.odd'],
	code: ['0000KHEKA0000001', '0000-KHEK-A000-0002', 'ZZZZZZZZZZZZZZZZ'],
	language: ['vi', 'en', 'xx']
};
/** Names under which the contract wants an id. */
const OF_IDS = /^(id|ids|e|cid|area|areas|ward|device)$/;
const textsOf = (name: string) => NAMED[name] ?? (OF_IDS.test(name) ? [...ids, newId(test)] : texts);

async function open(engine: (typeof ENGINES)[number]): Promise<void> {
	postgres = engine === 'postgres' ? await startPostgres() : null;
	test = await openTestWard(postgres ? await makeAppRole(await postgres.makeDatabase()) : undefined);
	texts.length = 0;
	ids.length = 0;
	phone = await joinPhone(test, KHANG);
	const { entries, household, person, seen } = await makeVisit(test, phone);
	await phone.push(entries);
	const { body } = await phone.pull(0);
	texts.push(household, person, seen, phone.cid, body.epoch, body.wm, body.rows[0]!.id, phone.device, phone.publicKey);
	texts.push('person.set', 'household.create', 'visit.add', 'plain', 'hpke', 'vi', 'Đinh Thị Thử', 'a'.repeat(64));
	texts.push(`12.${'b'.repeat(16)}`, 'A'.repeat(86), '0000KHEKA0000001', '2026-11-26', 'name', 'area');
	texts.push(...entries.map((entry) => String(entry['t'])));
	ids.push(household, person, seen, phone.cid, phone.device, ...entries.map((entry) => entry.id));
	ids.push(...body.rows.map((row) => row.id).slice(0, 20));
}

async function close(): Promise<void> {
	await test.close();
	await postgres?.stop();
}

interface Tally {
	readonly statuses: Map<number, number>;
	slowest: number;
}

async function ask(path: string, schema: JsonSchema, random: () => number, tally: Tally): Promise<void> {
	const handler = (await import(join(import.meta.dirname, '../../src/routes', path, '+server.ts'))) as { POST: never };
	// each minute a phone may ask only so often; here time passes as fast as the test likes
	test.pass(2_000);
	let value = makeValue(schema, random, textsOf);
	// most have the right protocol and the right hand, or nothing but the first look would ever be tried
	if (typeof value === 'object' && value !== null && random() < 0.9) {
		const right = {
			protocol: 1,
			cid: phone.cid,
			now: test.now(),
			...(random() < 0.7 ? { epoch: null, wm: null } : {})
		};
		value = { ...value, ...Object.fromEntries(Object.entries(right).filter(([name]) => name in (value as object))) };
	}
	const isBroken = random() < 0.7;
	if (isBroken) value = mutate(value, random);
	if (typeof value === 'object' && value !== null && 'sum' in value && 'entries' in value && random() < 0.9)
		value.sum = createHash('sha256').update(JSON.stringify(value.entries)).digest('hex');
	let body = JSON.stringify(value) ?? '';
	if (random() < 0.05) body = breakText(body, random);
	const headers = await phone.sign(path, body, test.now());
	if (random() < 0.1)
		headers[pick(random, Object.keys(headers))] = pick(random, [`' or 1=1 --`, '', '..', 'x.y', '1e99']);
	const from = performance.now();
	const said = await call(test, handler.POST, path, body, headers, `10.1.${Math.floor(random() * 250)}.7`);
	const ms = performance.now() - from;
	const what = `seed ${SEED} ${path} ${body.slice(0, 400)} -> ${JSON.stringify(said.body).slice(0, 400)}`;
	expect(said.status, what).toBeLessThan(500);
	expect(ms, what).toBeLessThan(SLOW_MS);
	if (said.status !== 200) {
		expect(said.body, what).toMatchObject({ problem: { code: expect.stringMatching(/^[a-z]+\.\w+$/) } });
		const { at } = (said.body as { problem: { at?: string } }).problem;
		expect(JSON.stringify({ ...(said.body as object), problem: at ?? '' }), what).not.toMatch(LEAK);
	}
	tally.statuses.set(said.status, (tally.statuses.get(said.status) ?? 0) + 1);
	tally.slowest = Math.max(tally.slowest, ms);
}

const asked = ENDPOINTS.filter((one) => one.method === 'POST');

describe.each(ENGINES)('%s', (engine) => {
	beforeAll(() => open(engine));
	afterAll(close);

	it.each(asked)(
		'$path answers everything, says nothing of its inside and is never slow',
		async ({ path, request }) => {
			const schema = z.toJSONSchema(request!, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
			const random = seeded(SEED * 1_000 + asked.findIndex((one) => one.path === path));
			const tally: Tally = { statuses: new Map(), slowest: 0 };
			for (let i = 0; i < COUNT / asked.length / ENGINES.length; i++) await ask(path, schema, random, tally);
			console.log(`${path} ${JSON.stringify([...tally.statuses])} slowest ${Math.round(tally.slowest)} ms`);
			// the first look was passed, or the rest was never tried; carry needs a hand of the writer, joining a code
			const deeper = path.endsWith('/carry') || path.includes('/join') ? [400, 404, 429, 401] : [200];
			expect(
				deeper.some((status) => tally.statuses.has(status)),
				JSON.stringify([...tally.statuses])
			).toBe(true);
			expect((await test.ward.checkHealth()).status).toBe('ok');
		},
		600_000
	);
});
