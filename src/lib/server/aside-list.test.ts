// What is kept aside, over all pages of its lists, beside a plain look at every row: open ones in the order in which they
// came, settled ones the other way round, and the reasons that there are.

import { expect, it } from 'vitest';
import { dump } from '../../../tests/fixtures/list-hands.ts';
import { eachEngine, TEST_DAY } from '../../../tests/fixtures/ward.ts';
import type { AsideFilter } from '../domain/desk-case.ts';
import type { EntryId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { ProblemCode } from '../domain/problem.ts';

const ROWS = 420;
const WHY = ['entry.unknownKind', 'field.tooLong', 'entry.outOfScope'];
/** Of what waits for another record, which is no reason to choose from. */
const HELD = 'entry.invalid';

eachEngine('what is kept aside', (test) => {
	it('stands once each, over all pages, in the order of a look at every row', async () => {
		const desk = await test.desk('huy');
		const rows = Array.from({ length: ROWS }, (_, at) => {
			const entry = `e${String((at * 37) % ROWS).padStart(4, '0')}`;
			const body = JSON.stringify({ id: entry, e: `r${at}`, n: at, sv: 1, k: 'visit.set', bv: 0, t: '', p: {} });
			const isSettled = at % 3 === 0;
			const parent = at % 7 === 0 ? `'p${at}'` : 'null';
			return `('${desk.staff.ward}', ${1_000 + at}, '${entry}', 'c', ${at}, 'x', '${at % 7 === 0 ? HELD : WHY[at % WHY.length]!}', ${parent}, '${body}', ${TEST_DAY}, '${isSettled ? 'settled' : 'open'}', ${isSettled ? TEST_DAY : 'null'})`;
		});
		await test.changeStore(
			`insert into aside (ward_id, seq, entry_id, cid, n, actor, why, parent_id, body, at, state, decided_at) values ${rows.join(', ')}`
		);
		const all = (await dump(test)).get('aside')!.filter((row) => row['ward_id'] === desk.staff.ward);
		const isFree = (row: Record<string, unknown>) => row['parent_id'] === null;
		expect([...(await desk.listWhy())]).toEqual([...new Set(all.filter(isFree).map((row) => row['why']))].sort());
		for (const state of ['open', 'settled', 'held'] as const) {
			for (const why of [undefined, (state === 'held' ? HELD : WHY[1]) as ProblemCode]) {
				const filter: AsideFilter = { state, ...(why ? { why } : {}) };
				const expected = all
					.filter((row) => (state === 'held' ? !isFree(row) : isFree(row) && row['state'] === state))
					.filter((row) => !why || row['why'] === why)
					.toSorted((a, b) => (Number(a['seq']) - Number(b['seq'])) * (state === 'settled' ? -1 : 1))
					.map((row) => String(row['entry_id']));
				const entries: string[] = [];
				for (let after: EntryId | null | undefined; after !== null;) {
					const page = await desk.listAsides({ ...filter, ...(after ? { after } : {}) });
					expect(page.total).toBe(expected.length);
					entries.push(...page.rows.map(({ entry }) => entry));
					if (page.next) expect(page.rows).toHaveLength(LIMIT.listRows);
					after = page.next as EntryId | null;
				}
				expect(entries).toEqual(expected);
				if (state === 'open' && !why) expect((await desk.countOpenCases()).asides).toBe(expected.length);
			}
		}
	}, 60_000);
});
