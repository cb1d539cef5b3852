// Filters of one's own and the days to answer in, over both databases.

import { expect, it } from 'vitest';
import { eachFigureSite, take, withinOf } from '../../../tests/fixtures/figure-desk.ts';
import { makeWard, WHOLE_WARD, type MadeWard } from '../../../tests/fixtures/made-ward.ts';
import { addDays, dayAt } from '../domain/day.ts';
import type { Staff, StaffRole, VisitFilter } from '../domain/desk.ts';
import type { AreaId, StaffId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Review } from '../domain/review.ts';
import { rebuildProjections } from './db/rebuild.ts';
import { addLateDay, openReviewDesk } from './review-desk.ts';
import { readScope } from './scope.ts';
import { newId, type Site } from './site.ts';
import { listVisits } from './visit-list.ts';

const SIZES = { quarters: 3, doors: 30, people: 60, visits: 240 };
const DAY_MS = 24 * 3600_000;

function makeStaff(site: Site, made: MadeWard, role: StaffRole, areas: readonly AreaId[] | null = null): Staff {
	return { ward: made.ward, wardName: made.name, id: newId<StaffId>(site), name: `Cán bộ ${role}`, role, areas };
}

/** Puts an age of some days on every visit that was sent back, and writes the desk's rows anew. */
async function age(site: Site, made: MadeWard): Promise<Map<string, number>> {
	const ages = new Map<string, number>();
	const rows = await site.store.db
		.selectFrom('record')
		.select(['id', 'body'])
		.where('ward_id', '=', made.ward)
		.where('tbl', '=', 'visit')
		.where('deleted', '=', 0)
		.orderBy('id')
		.execute();
	for (const { id, body } of rows) {
		const fields = JSON.parse(body) as { review?: Review };
		if (fields.review?.state !== 'returned') continue;
		const days = ages.size % 12;
		ages.set(id, days);
		const review = { ...fields.review, decidedAt: site.clock() - days * DAY_MS };
		await site.store.db
			.updateTable('record')
			.set({ body: JSON.stringify({ ...fields, review }) })
			.where('ward_id', '=', made.ward)
			.where('id', '=', id)
			.execute();
	}
	await site.store.db.updateTable('ward').set({ projection: 0 }).where('id', '=', made.ward).execute();
	await rebuildProjections(site.store);
	return ages;
}

eachFigureSite('the review', (getSite) => {
	it('counts and lists what was not answered in time, by the days that the leader sets', async () => {
		const site = getSite();
		const made = await makeWard(site, 71, SIZES, false, 'Phường trả lại');
		const ages = await age(site, made);
		const leader = openReviewDesk(site, makeStaff(site, made, 'leader'), WHOLE_WARD);
		const list = async (filter: VisitFilter = {}) => {
			const late = await addLateDay(site, made.ward, { state: 'returned', isLate: true, ...filter });
			const page = await listVisits(site.store.db, made.ward, late);
			expect(page.total).toBe(page.rows.length);
			return page.rows.map((row) => row.visit.id as string).sort();
		};
		expect(ages.size).toBeGreaterThan(20);
		// nobody has set a time: nothing is late
		expect([await leader.countLate(), await list()]).toEqual([0, []]);
		take(await leader.writeRule({ ok: true, value: { fixDays: 7 } }));
		const late = [...ages].filter(([, days]) => days > 7).map(([id]) => id);
		expect(late.length).toBeGreaterThan(5);
		expect(await list()).toEqual(late.sort());
		expect(await leader.countLate()).toBe(late.length);
		const quarter = made.quarters[1]!.id;
		const confined = makeStaff(site, made, 'areaPolice', [quarter]);
		const own = openReviewDesk(site, confined, await readScope(site.store.db, confined));
		const isHere = withinOf(made, quarter);
		expect(await own.countLate()).toBe(late.filter((id) => isHere(made.records.get(id)!.area)).length);
		const refused = { problem: { code: 'staff.notAllowed' } };
		expect(await own.writeRule({ ok: true, value: { fixDays: 1 } })).toMatchObject(refused);
		expect((await own.readRule()).fixDays).toBe(7);
		expect(await addLateDay(site, made.ward, { isLate: true })).toEqual({
			isLate: true,
			returnedBefore: addDays(dayAt(site.clock()), -7)
		});
		take(await leader.writeRule({ ok: true, value: { fixDays: null } }));
		expect(await leader.countLate()).toBe(0);
	});

	it('keeps filters by account: the same name is replaced, others see none of them, and there is an end', async () => {
		const site = getSite();
		const made = await makeWard(site, 72, { ...SIZES, visits: 0 }, false, 'Phường bộ lọc');
		const staff = makeStaff(site, made, 'areaPolice');
		const mine = openReviewDesk(site, staff, WHOLE_WARD);
		const theirs = openReviewDesk(site, makeStaff(site, made, 'leader'), WHOLE_WARD);
		take(await mine.saveFilter({ name: 'Khu phố 3', query: '?state=open' }));
		take(await mine.saveFilter({ name: 'Khu phố 3', query: '?state=returned' }));
		expect(await mine.listFilters()).toEqual([{ name: 'Khu phố 3', query: '?state=returned' }]);
		expect(await theirs.listFilters()).toEqual([]);
		take(await theirs.dropFilter('Khu phố 3'));
		expect(await mine.listFilters()).toHaveLength(1);
		expect(await mine.saveFilter({ name: '', query: '?state=open' })).toMatchObject({ problem: { at: 'name' } });
		for (let i = 1; i < LIMIT.savedFilters; i++)
			take(await mine.saveFilter({ name: `Lọc ${i}`, query: '?state=open' }));
		expect(await mine.saveFilter({ name: 'Thêm nữa', query: '?state=open' })).toMatchObject({
			problem: { code: 'review.tooManyFilters' }
		});
		take(await mine.saveFilter({ name: 'Lọc 1', query: '?state=all' }));
		take(await mine.dropFilter('Khu phố 3'));
		take(await mine.dropFilter('Khu phố 3'));
		expect((await mine.listFilters()).map(({ name }) => name)).not.toContain('Khu phố 3');
		const lines = await site.store.db
			.selectFrom('audit')
			.select('act')
			.where('ward_id', '=', made.ward)
			.where('actor_id', '=', staff.id)
			.execute();
		expect(lines.filter(({ act }) => act === 'filter.save')).toHaveLength(LIMIT.savedFilters + 2);
		expect(lines.filter(({ act }) => act === 'filter.drop')).toHaveLength(1);
	});
});
