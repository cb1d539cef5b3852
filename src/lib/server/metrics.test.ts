// What a program that watches may see, and who may look; and that neither it nor the log ever says who was visited.

import { afterEach, expect, it, vi } from 'vitest';
import { eachEngine, joinPhone, KHANG, lookAt, makeVisit, newId, openTestWard } from '../../../tests/fixtures/ward.ts';
import { describeError } from './log.ts';
import { readWatcher } from './watcher.ts';

const TOKEN = 'k3zP0vQ9xW7sN2bT5mR8yLcD';
const HERE = { address: '127.0.0.1', isForwarded: false, token: null };

/** One figure by its name and labels. */
function figure(text: string, name: string): number {
	const line = text.split('\n').find((row) => row.startsWith(`${name} `));
	expect(line, name).toBeDefined();
	return Number(line!.split(' ').at(-1));
}

/** The sum over all labels. */
function total(text: string, name: string, having = ''): number {
	const rows = text.split('\n').filter((row) => row.startsWith(`${name}{`) && row.includes(having));
	return rows.reduce((sum, row) => sum + Number(row.split(' ').at(-1)), 0);
}

eachEngine('metrics', (test) => {
	it('count batches, verdicts, queues with their age, quiet phones and answers', async () => {
		const before = (await test.ward.readMetrics(HERE))!;
		const phone = await joinPhone(test, KHANG);
		const { entries } = await makeVisit(test, phone);
		await phone.push(entries);
		await phone.push(entries);
		test.ward.countAnswer('/api/v1/sync/push', 200, 20);
		test.ward.countAnswer('/api/v1/sync/push', 503, 2_000);
		test.pass(60_000);
		const after = (await test.ward.readMetrics(HERE))!;
		expect(figure(after, 'gocua_push_verdicts_total{verdict="batch"}')).toBe(2);
		expect(figure(after, 'gocua_push_verdicts_total{verdict="ok"}')).toBe(2);
		expect(figure(after, 'gocua_push_verdicts_total{verdict="dup"}')).toBe(2);
		const visits = 'queue="visit"';
		expect(total(after, 'gocua_queue_length', visits)).toBe(total(before, 'gocua_queue_length', visits) + 1);
		expect(total(after, 'gocua_queue_age_seconds', visits)).toBe(total(before, 'gocua_queue_age_seconds', visits) + 60);
		expect(total(after, 'gocua_phones')).toBe(total(before, 'gocua_phones') + 1);
		expect(total(after, 'gocua_phone_lag_seconds')).toBeGreaterThanOrEqual(60);
		expect(figure(after, 'gocua_answers_total{route="/api/v1/sync/push",status="503"}')).toBe(1);
		expect(figure(after, 'gocua_answer_seconds_bucket{route="/api/v1/sync/push",le="0.05"}')).toBe(1);
		expect(figure(after, 'gocua_answer_seconds_bucket{route="/api/v1/sync/push",le="3"}')).toBe(2);
		expect(figure(after, 'gocua_store_up')).toBe(1);
		// every line is a figure or a type, as Prometheus reads it
		for (const line of after.trimEnd().split('\n')) {
			expect(line).toMatch(/^# TYPE \w+ (counter|histogram)$|^\w+(\{(\w+="[^"\\]*",?)*\})? -?[\d.e+-]+$/);
		}
	});
});

it('are for this machine and for whoever has the token', async () => {
	const test = await openTestWard(undefined, { METRICS_TOKEN: TOKEN });
	const read = async (address: string, headers: Record<string, string> = {}) => {
		const watcher = readWatcher(new Request('http://localhost/metrics', { headers }), address);
		return (await test.ward.readMetrics(watcher)) !== null;
	};
	expect(await read('127.0.0.1')).toBe(true);
	expect(await read('::1')).toBe(true);
	expect(await read('::ffff:127.0.0.1')).toBe(true);
	expect(await read('10.0.0.7')).toBe(false);
	// a proxy on this machine, for a stranger
	expect(await read('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).toBe(false);
	expect(await read('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(false);
	expect(await read('10.0.0.7', { authorization: `Bearer ${TOKEN}` })).toBe(true);
	expect(await read('10.0.0.7', { authorization: `Bearer ${TOKEN}x` })).toBe(false);
	expect(await read('10.0.0.7', { authorization: `Basic ${TOKEN}` })).toBe(false);
	await test.close();
});

afterEach(() => vi.restoreAllMocks());

it('neither the log nor the figures hold a name, a number, a note, a code or an id of a person', async () => {
	const said: string[] = [];
	for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const)
		vi.spyOn(console, way).mockImplementation((...parts: unknown[]) => void said.push(parts.map(String).join(' ')));
	const test = await openTestWard();
	const phone = await joinPhone(test, KHANG);
	const { entries, person, seen, household } = await makeVisit(test, phone);
	const planted = ['Đinh Thị Thử', '000185000199', 'Ghi chú bí mật', '0999000077', person, seen, household, KHANG];
	const note = phone.entry('person.set', person, { note: planted[2], phone: planted[3] });
	const code = await test.invite(KHANG);
	await phone.push([...entries, note]);
	// what is odd on purpose: a wrong kind, a wrong field, a wrong signature, a body that is no JSON
	await phone.push([phone.entry('person.odd', person, { name: planted[0] })]);
	await phone.push([phone.entry('person.set', person, { birth: planted[0], personalId: planted[1] })]);
	await phone.send('/api/v1/sync/push', `{"name":"${planted[0]}"`);
	await phone.send('/api/v1/sync/pull', JSON.stringify({ cid: planted[0] }), { 'x-device-signature': planted[1]! });
	await phone.ask('digest', { cur: 0, scope: planted[0], areas: [] });
	await phone.ask('reconcile', { ids: [person] });
	await lookAt(test, `${code.slice(0, 15)}0`);
	// a bug whose message quotes what somebody typed, even one that looks like a line of a stack
	const bug = new TypeError(`${planted[0]}\n    at ${planted[1]} (${planted[2]})`, { cause: new Error(planted[3]) });
	console.error(describeError(bug, '/api/v1/sync/push'));
	// a store that fails says so, without what was being written
	await test.changeStore('drop table person_row');
	const lost = phone.entry('person.add', newId(test), { household, name: planted[0], personalId: planted[1] });
	try {
		expect((await phone.push([lost])).status).toBe(503);
	} catch (error) {
		console.error(describeError(error, '/api/v1/sync/push'));
	}
	const figures = (await test.ward.readMetrics(HERE))!;
	await test.ward.close();
	vi.restoreAllMocks();
	expect(said.length).toBeGreaterThanOrEqual(1);
	expect(said.join('\n')).toContain('"event":"error","route":"/api/v1/sync/push","name":"TypeError"');
	for (const text of [said.join('\n'), figures])
		for (const secret of [...planted, code, code.slice(4), phone.device, phone.publicKey])
			expect(text.includes(secret), secret).toBe(false);
});
