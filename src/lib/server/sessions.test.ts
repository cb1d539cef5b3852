// Mobile sessions over both databases: who waits is what the records say, a slot holds as many as it may, whoever is
// confined sees no name of another area, and a slot goes with its visit.

import { expect, it } from 'vitest';
import { eachFigureSite, take, withinOf } from '../../../tests/fixtures/figure-desk.ts';
import { makeWard, type MadeWard } from '../../../tests/fixtures/made-ward.ts';
import { addDays, dayAt } from '../domain/day.ts';
import type { StaffRole } from '../domain/desk.ts';
import type { AreaId, RecordId, StaffId, VisitId } from '../domain/id.ts';
import type { SessionDraft } from '../domain/mobile-session.ts';
import type { NextStep } from '../domain/visit.ts';
import { inWard } from './db/ward-store.ts';
import { strip } from './erase.ts';
import { readScope } from './scope.ts';
import { openSessionDesk } from './session-desk.ts';
import { newId, type Site } from './site.ts';

const SIZES = { quarters: 3, doors: 40, people: 90, visits: 120 };

async function sit(site: Site, made: MadeWard, role: StaffRole, areas: readonly AreaId[] | null = null) {
	const staff = { ward: made.ward, wardName: made.name, id: newId<StaffId>(site), name: `Cán bộ ${role}`, role, areas };
	return { staff, desk: openSessionDesk(site, staff, await readScope(site.store.db, staff)) };
}

function draft(site: Site, extra: Partial<SessionDraft> = {}): SessionDraft {
	const day = addDays(dayAt(site.clock()), 3);
	return { place: 'Nhà văn hóa', area: null, day, from: '08:00', to: '10:00', slotMinutes: 30, perSlot: 2, ...extra };
}

/** Visits with an appointment that is not long past, and after which the same person was not seen again. */
function recountWaiting(site: Site, made: MadeWard, isHere: (area: string) => boolean = () => true): string[] {
	const visits = [...made.records.values()].filter(({ table }) => table === 'visit');
	const from = addDays(dayAt(site.clock()), -30);
	return visits
		.filter(({ area, fields }) => {
			const next = fields['next'] as NextStep | undefined;
			const isLast = !visits.some(
				(other) =>
					fields['person'] !== undefined &&
					other.fields['person'] === fields['person'] &&
					(other.fields['seenAt'] as number) > (fields['seenAt'] as number)
			);
			return isHere(area) && next?.kind === 'appointment' && next.on! >= from && isLast;
		})
		.map(({ id }) => id as string)
		.sort();
}

const idsOf = (rows: readonly { readonly visit: VisitId }[]) => rows.map(({ visit }) => visit as string).sort();

eachFigureSite('mobile sessions', (getSite) => {
	it('F076: who waits is what the records say; slots fill up to their end and no further', async () => {
		const site = getSite();
		const made = await makeWard(site, 61, SIZES, true, 'Phường lưu động');
		const { desk } = await sit(site, made, 'areaPolice');
		const id = take(await desk.add(draft(site)));
		const before = (await desk.read(id))!;
		expect(idsOf(before.waiting)).toEqual(recountWaiting(site, made));
		expect(before.waiting.length).toBeGreaterThan(8);
		expect(before).toMatchObject({
			slots: 8,
			booked: 0,
			times: ['08:00', '08:30', '09:00', '09:30'],
			waitingTotal: before.waiting.length,
			waitsMore: false
		});
		expect(before.waiting.map((row) => row.on)).toEqual(before.waiting.map((row) => row.on).sort());
		const all = before.waiting.map(({ visit }) => visit);
		expect(take(await desk.book(id, all))).toEqual({ left: all.length - 8 });
		const full = (await desk.read(id))!;
		expect(full.rows.map((row) => row.at)).toEqual(full.times.flatMap((at) => [at, at]));
		expect(idsOf([...full.rows, ...full.waiting])).toEqual([...all].sort());
		expect(await desk.list()).toMatchObject([{ booked: 8, slots: 8 }]);
		const [one] = full.rows;
		const [late] = full.waiting;
		expect(await desk.book(id, [late!.visit])).toMatchObject({ problem: { code: 'session.full' } });
		expect(await desk.move(id, one!.visit, '09:30')).toMatchObject({ problem: { code: 'session.full' } });
		expect(await desk.move(id, one!.visit, '09:31')).toMatchObject({ problem: { at: 'at' } });
		take(await desk.free(id, full.rows.at(-1)!.visit));
		take(await desk.move(id, one!.visit, '09:30'));
		// the place that it left is free for somebody else
		take(await desk.book(id, [late!.visit]));
		const rows = (await desk.read(id))!.rows;
		expect(rows.find((row) => row.visit === one!.visit)!.at).toBe('09:30');
		expect(rows.find((row) => row.visit === late!.visit)!.at).toBe('08:00');
		expect(await desk.book(id, [late!.visit])).toMatchObject({ problem: { code: 'desk.changedSince' } });
		expect(await desk.free(id, full.rows.at(-1)!.visit)).toMatchObject({ problem: { code: 'desk.changedSince' } });
		take(await desk.cancel(id));
		expect(await desk.read(id)).toBe(null);
		expect(await desk.list()).toEqual([]);
		expect(await desk.book(id, [late!.visit])).toMatchObject({ problem: { code: 'desk.notOpen' } });
		const again = take(await desk.add(draft(site)));
		expect(idsOf((await desk.read(again))!.waiting)).toEqual([...all].sort());
		const acts = await site.store.db.selectFrom('audit').select(['act']).where('ward_id', '=', made.ward).execute();
		const count = (act: string) => acts.filter((line) => line.act === act).length;
		expect(['session.write', 'session.book', 'session.move', 'session.free', 'session.cancel'].map(count)).toEqual([
			2, 9, 1, 1, 1
		]);
	});

	it('F076: two at one slot, and two sessions for one appointment: one of them is told', async () => {
		const site = getSite();
		const made = await makeWard(site, 62, SIZES, false, 'Phường tranh chỗ');
		const one = (await sit(site, made, 'areaPolice')).desk;
		const two = (await sit(site, made, 'oneStop')).desk;
		const id = take(await one.add(draft(site, { to: '08:30', perSlot: 1 })));
		const other = take(await one.add(draft(site)));
		const [a, b, c] = (await one.read(id))!.waiting.map(({ visit }) => visit);
		const both = await Promise.all([one.book(id, [a!]), two.book(id, [b!])]);
		expect(both.map((answer) => answer.ok).sort()).toEqual([false, true]);
		expect((await one.read(id))!.rows).toHaveLength(1);
		const twice = await Promise.all([one.book(other, [c!]), two.book(other, [c!])]);
		expect(twice.map((answer) => answer.ok).sort()).toEqual([false, true]);
		expect((await one.read(other))!.rows).toHaveLength(1);
	});

	it('F003: whoever is confined sees that slots are taken and no name, and plans for their own areas alone', async () => {
		const site = getSite();
		const made = await makeWard(site, 63, SIZES, false, 'Phường chia buổi');
		const [own, elsewhere] = [made.quarters[1]!.id, made.quarters[0]!.id];
		const leader = (await sit(site, made, 'leader')).desk;
		const { desk } = await sit(site, made, 'areaPolice', [own]);
		const shared = take(await leader.add(draft(site)));
		const theirs = take(await leader.add(draft(site, { area: elsewhere })));
		const sheet = (await leader.read(shared))!;
		const foreign = sheet.waiting.filter((row) => row.areaName === made.quarters[0]!.name).slice(0, 2);
		take(
			await leader.book(
				shared,
				foreign.map(({ visit }) => visit)
			)
		);
		const seen = (await desk.read(shared))!;
		expect(seen).toMatchObject({ booked: 2, rows: [] });
		expect(seen.hidden).toHaveLength(2);
		expect(idsOf(seen.waiting)).toEqual(recountWaiting(site, made, withinOf(made, own)));
		expect(await desk.read(theirs)).toBe(null);
		expect((await desk.list()).map(({ session }) => session.id)).toEqual([shared]);
		const refused = { problem: { code: 'staff.notAllowed' } };
		expect(await desk.book(shared, [foreign[0]!.visit])).toMatchObject(refused);
		expect(await desk.free(shared, foreign[0]!.visit)).toMatchObject(refused);
		expect(await desk.add(draft(site))).toMatchObject(refused);
		expect(await desk.add(draft(site, { area: elsewhere }))).toMatchObject(refused);
		expect(await desk.cancel(shared)).toMatchObject(refused);
		expect(await desk.cancel(theirs)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		take(await desk.book(shared, [seen.waiting[0]!.visit]));
		take(await desk.add(draft(site, { area: own })));
		const keeper = (await sit(site, made, 'administrator')).desk;
		expect(await keeper.add(draft(site))).toMatchObject(refused);
		const other = await makeWard(site, 64, { ...SIZES, visits: 0 }, false, 'Phường khác');
		const strange = (await sit(site, other, 'leader')).desk;
		expect(await strange.read(shared)).toBe(null);
		expect(await strange.cancel(shared)).toMatchObject({ problem: { code: 'desk.notOpen' } });
	});

	it('a slot goes with its visit', async () => {
		const site = getSite();
		const made = await makeWard(site, 65, SIZES, false, 'Phường xóa hẹn');
		const { staff, desk } = await sit(site, made, 'leader');
		const id = take(await desk.add(draft(site)));
		const { visit } = (await desk.read(id))!.waiting[0]!;
		take(await desk.book(id, [visit]));
		await inWard(site.store, made.ward, site.clock(), async (tx) => {
			await strip(tx, site, staff, [visit as RecordId]);
		});
		expect(await desk.read(id)).toMatchObject({ booked: 0, rows: [], hidden: [] });
	});
});
