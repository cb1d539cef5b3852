// The list of requests of residents, page by page, over both databases.

import { expect, it } from 'vitest';
import { eachEngine } from '../../../tests/fixtures/ward.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Desk } from './ward-desk.ts';

async function readAll(desk: Desk, state: 'open' | 'closed'): Promise<number[][]> {
	const pages: number[][] = [];
	for (let after: string | null | undefined; after !== null;) {
		const page = await desk.privacy.listRequests(state, after ?? null);
		pages.push(page.rows.map(({ number }) => number));
		after = page.next;
	}
	return pages;
}

eachEngine('requests', (test) => {
	it('F105 a page holds what a page shows, and each request stands on one of them', async () => {
		const desk = await test.desk('tuyet');
		const draft = { kind: 'view', person: null, asker: 'Người Hỏi Thử', contact: '0999 000 055', detail: '' };
		for (let nth = 0; nth < LIMIT.listRows + 3; nth++) await desk.privacy.addRequest(draft);
		// some are due before those that were asked before them
		await test.changeStore("update citizen_request set due_on = '2026-11-01' where number in (7, 52)");
		const rest = Array.from({ length: LIMIT.listRows + 3 }, (_, at) => at + 1).filter((nr) => nr !== 7 && nr !== 52);
		const open = await readAll(desk, 'open');
		expect(open.map((page) => page.length)).toEqual([LIMIT.listRows, 3]);
		expect(open.flat()).toEqual([7, 52, ...rest]);

		await test.changeStore("update citizen_request set state = 'done' where number > 1");
		const closed = await readAll(desk, 'closed');
		expect(closed.map((page) => page.length)).toEqual([LIMIT.listRows, 2]);
		expect(closed.flat()).toEqual(Array.from({ length: LIMIT.listRows + 2 }, (_, at) => LIMIT.listRows + 3 - at));
		expect(await readAll(desk, 'open')).toEqual([[1]]);
	});
});
