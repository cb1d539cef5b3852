// Lines of the log: for programs, without anything that somebody typed, and never more than a disk can bear.

import { expect, it } from 'vitest';
import { describeError, RefusalLog, writeLine, type Refusal } from './log.ts';

const AT = Date.UTC(2026, 10, 20, 12);
const REFUSAL: Refusal = { route: '/ward/staff', method: 'GET', status: 403, staff: null, device: null };

it('16.2.4: a line is one JSON object with time, event and words, whatever stands in them', () => {
	const line = writeLine('odd', { route: 'a\n{"event":"forged"}', name: '"' }, () => AT);
	expect(line.split('\n')).toHaveLength(1);
	expect(JSON.parse(line)).toEqual({
		at: '2026-11-20T12:00:00.000Z',
		event: 'odd',
		route: 'a\n{"event":"forged"}',
		name: '"'
	});
});

it('16.3.4: an error is its kind, code, place and causes, without a message', () => {
	const cause = Object.assign(new RangeError('0999000077'), { code: 'SQLITE_FULL' });
	const error = new TypeError('Đinh Thị Thử\n    at 000185000199 (note)', { cause });
	const said = JSON.parse(describeError(error, '/api/v1/sync/push'));
	expect(said).toMatchObject({
		event: 'error',
		name: 'TypeError',
		code: null,
		route: '/api/v1/sync/push',
		causes: ['RangeError SQLITE_FULL']
	});
	expect(said.frames.join()).toContain('log.test.ts');
	expect(JSON.stringify(said)).not.toMatch(/Thử|0999000077|000185000199/);
	expect(JSON.parse(describeError('thrown text', null))).toMatchObject({ name: 'string', route: null });
});

it('16.3.2, 16.3.3: a refusal says who, where and how; what was allowed or merely wrong is not one', () => {
	const said: string[] = [];
	const log = new RefusalLog(
		(line) => said.push(line),
		() => AT
	);
	for (const status of [200, 303, 400, 404, 409, 500]) log.note({ ...REFUSAL, status });
	expect(said).toEqual([]);
	const id = '0192f000-0000-7000-8000-000000000001';
	log.note({ ...REFUSAL, staff: 'one' });
	log.note({ ...REFUSAL, status: 401, route: '/api/v1/sync/push', method: 'POST', device: `${id}.${id}` });
	log.note({ ...REFUSAL, status: 429, device: 'Đinh Thị Thử.\n' });
	expect(said.map((line) => JSON.parse(line))).toMatchObject([
		{ event: 'refused', route: '/ward/staff', method: 'GET', status: 403, staff: 'one', device: null },
		{ event: 'refused', route: '/api/v1/sync/push', status: 401, staff: null },
		{ event: 'refused', status: 429, device: null }
	]);
	expect(said.join()).not.toContain('Thử');
});

it('a flood of refusals is a number', () => {
	let now = AT;
	const said: string[] = [];
	const log = new RefusalLog(
		(line) => said.push(line),
		() => now
	);
	for (let count = 0; count < 500; count++) log.note(REFUSAL);
	expect(said).toHaveLength(60);
	now += 60_000;
	log.note(REFUSAL);
	expect(said).toHaveLength(62);
	expect(JSON.parse(said[60]!)).toMatchObject({ event: 'refusedMore', count: 440 });
});
