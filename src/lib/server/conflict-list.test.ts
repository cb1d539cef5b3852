// The list of conflicts over all its pages, beside a plain look at every row: each case once and whole, where what was
// first written about it stands.

import { expect, it } from 'vitest';
import { dump } from '../../../tests/fixtures/list-hands.ts';
import { eachEngine, joinPhone, KHANG, pullAll, TEST_DAY, type TestWard } from '../../../tests/fixtures/ward.ts';
import { LIMIT } from '../domain/limit.ts';
import type { ConflictRow } from '../domain/desk-case.ts';
import type { Desk } from './ward-desk.ts';

const ROWS = 400;
type State = 'open' | 'settled';

/** Rows about so many fields of some records, several about one, many of the same moment. */
async function writeConflicts(test: TestWard, ward: string, records: readonly string[]): Promise<void> {
	const rows = Array.from({ length: ROWS }, (_, at) => {
		const [record, field] = [records[at % records.length]!, `f${(at * 7) % 61}`];
		const state: State = at % 3 === 0 ? 'settled' : 'open';
		const decided = state === 'settled' ? String(TEST_DAY + ((at * 13) % 50)) : 'null';
		const entry = `e${String((at * 37) % ROWS).padStart(4, '0')}`;
		return `('${ward}', '${entry}', '${record}', '${field}', '"a"', '"b"', 'x', ${TEST_DAY + ((at * 11) % 45)}, '${state}', ${decided})`;
	});
	await test.changeStore(
		`insert into conflict (ward_id, entry_id, record_id, field, kept, other, actor, at, state, decided_at) values ${rows.join(', ')}`
	);
}

/** Keys of the cases in the order of the list, by looking at every row. */
async function lookAtAll(test: TestWard, state: State): Promise<string[]> {
	const rows = (await dump(test)).get('conflict')!.filter((row) => row['state'] === state);
	const time = (row: Record<string, unknown>) => Number(row[state === 'open' ? 'at' : 'decided_at']);
	const rest = (row: Record<string, unknown>) => `${row['entry_id']} ${row['record_id']} ${row['field']}`;
	const sorted = rows.toSorted(
		(a, b) => (state === 'open' ? time(a) - time(b) : time(b) - time(a)) || (rest(a) < rest(b) ? -1 : 1)
	);
	return [...new Set(sorted.map((row) => `${String(row['record_id'])}.${String(row['field'])}`))];
}

async function readPages(desk: Desk, state: State) {
	const pages: (readonly ConflictRow[])[] = [];
	let total = 0;
	for (let after: string | null | undefined; after !== null;) {
		const page = await desk.listConflicts({ state, ...(after ? { after } : {}) });
		pages.push(page.rows);
		({ total, next: after } = page);
	}
	return { pages, total };
}

eachEngine('conflicts', (test) => {
	it('stand once each, over all pages, in the order of a look at every row', async () => {
		const desk = await test.desk('huy');
		const phone = await joinPhone(test, KHANG);
		const people = (await pullAll(phone)).filter((row) => row.table === 'person').slice(0, 5);
		await writeConflicts(
			test,
			desk.staff.ward,
			people.map(({ id }) => id)
		);
		for (const state of ['open', 'settled'] as const) {
			const keys = await lookAtAll(test, state);
			expect(keys.length).toBeGreaterThan(2 * LIMIT.listRows);
			const { pages, total } = await readPages(desk, state);
			expect(pages.flat().map(({ key }) => key)).toEqual(keys);
			expect(pages.slice(0, -1).every((page) => page.length === LIMIT.listRows)).toBe(true);
			expect(total).toBe(keys.length);
			if (state === 'open') expect((await desk.countOpenCases()).conflicts).toBe(keys.length);
		}
		// behind one open case comes the next, behind the last one the first
		const open = await lookAtAll(test, 'open');
		for (const [at, next] of [
			[0, 1],
			[LIMIT.listRows - 1, LIMIT.listRows],
			[open.length - 1, 0]
		] as const)
			expect((await desk.readConflict(open[at]!, { state: 'open' }))?.nextOpen).toBe(open[next]);
	}, 60_000);
});
