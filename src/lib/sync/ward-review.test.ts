import { beforeEach, describe, expect, it } from 'vitest';
import { makeWardHands, openWard } from '../../../tests/fixtures/ward-hands.ts';
import type { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { newId } from '../../../tests/storage/samples.ts';
import type { AreaId, ClientId, HouseholdId, PersonId, RecordId, StaffId, VisitId } from '../domain/id.ts';
import type { ReviewAct } from '../domain/review.ts';
import type { Fields } from './record.ts';
import type { Sender } from './ward-port.ts';
import { decideVisit } from './ward.ts';

const STAFF = { id: newId<StaffId>(), name: 'Cán bộ Thử' };

let ward: MemoryWard;
let area: AreaId;
let sender: Sender;
let cid: ClientId;
let n: number;
let now: number;
const { tools, entry, push, door, person, visit, read } = makeWardHands(
	() => ({ ward, area, sender, cid, n, now }),
	() => (n += 1)
);

beforeEach(() => {
	({ ward, area, sender, cid, n, now } = openWard());
});

/** A visit that the ward has, and the desk's word on it. */
async function bringVisit(p: Fields = {}): Promise<{ household: RecordId; visit: VisitId }> {
	const home = door();
	const call = visit(home.e, p);
	await push([home, call]);
	return { household: home.e, visit: call.e as VisitId };
}
const say = (id: VisitId, act: ReviewAct, v = read(id)?.v ?? 0) =>
	ward.transact((tx) => decideVisit(tx, { visit: id, v, act, entry: newId() }, STAFF, tools()));
const sendBack = (id: VisitId) =>
	say(id, { act: 'return', target: { table: 'visit', id, field: 'note' }, comment: 'xem lại' });

describe('the ward takes entries', () => {
	it('WD9 signs a new visit and lets it wait', async () => {
		const { visit: id } = await bringVisit({ note: 'nhà khóa cửa' });
		expect(read(id)?.fields).toMatchObject({
			by: sender.volunteer,
			review: { state: 'waiting' },
			note: 'nhà khóa cửa'
		});
	});

	it('WD10 amends a visit only while it is returned', async () => {
		const { visit: id } = await bringVisit();
		const amend = () => push([entry('visit.set', id, { note: 'sửa' }, { bv: read(id)!.v })]);
		expect(await amend()).toMatchObject([{ s: 'quar', why: 'entry.notAllowed' }]);
		await sendBack(id);
		expect(await amend()).toMatchObject([{ s: 'ok', v: 3 }]);
		await push([entry('review.answer', id, {}, { bv: 3 })]);
		expect(await amend()).toMatchObject([{ s: 'quar', why: 'entry.notAllowed' }]);
		await say(id, { act: 'approve' });
		expect(await amend()).toMatchObject([{ s: 'quar', why: 'entry.notAllowed' }]);
		expect(read(id)?.fields).toMatchObject({ note: 'sửa', review: { state: 'approved' } });
		expect(
			await push([visit(newId(), { household: read(id)!.fields.household }), { ...visit(newId()), e: id }])
		).toMatchObject([{ s: 'ok' }, { s: 'quar', why: 'entry.notAllowed' }]);
	});

	it('WD11 takes an answer to the latest return only', async () => {
		const { visit: id } = await bringVisit();
		const answer = (bv: number) => push([entry('review.answer', id, {}, { bv })], { cid: newId() });
		expect(await answer(1)).toMatchObject([{ s: 'quar', why: 'review.notWaiting' }]);
		await sendBack(id);
		expect(await answer(1)).toMatchObject([{ s: 'quar', why: 'review.changedSince' }]);
		expect(await answer(2)).toMatchObject([{ s: 'ok', v: 3 }]);
		expect(read(id)?.fields.review).toMatchObject({ state: 'corrected', comment: 'xem lại', byName: STAFF.name });
		await sendBack(id);
		expect(await answer(2)).toMatchObject([{ s: 'quar', why: 'review.changedSince' }]);
		expect(read(id)?.fields.review).toMatchObject({ state: 'returned' });
	});

	it("WD16 takes the desk's word on the version that it saw", async () => {
		const { household, visit: id } = await bringVisit();
		expect(await say(id, { act: 'approve' }, 7)).toMatchObject({ problem: { code: 'review.changedSince' } });
		expect(await say(newId(), { act: 'approve' })).toMatchObject({ problem: { code: 'review.notWaiting' } });
		expect(await say(household as unknown as VisitId, { act: 'approve' })).toMatchObject({ ok: false });
		expect(await say(id, { act: 'answer' })).toMatchObject({ problem: { code: 'review.notWaiting' } });
		const elsewhere = { table: 'visit', id: newId<VisitId>(), field: 'note' } as const;
		const strange = await say(id, { act: 'return', target: elsewhere, comment: 'x' });
		expect(strange).toMatchObject({ problem: { code: 'field.badChoice', at: 'target' } });
		expect(ward.look().changes).toHaveLength(2);
		expect(await sendBack(id)).toEqual({ ok: true, value: { seq: 3, v: 2 } });
		expect(read(id)?.fields.review).toMatchObject({ state: 'returned', returnedSeq: 3, decidedAt: now, by: STAFF.id });
		expect(await say(id, { act: 'approve' })).toMatchObject({ problem: { code: 'review.notWaiting' } });
		expect(await say(id, { act: 'answer' })).toMatchObject({ problem: { code: 'review.notWaiting' } });
		await push([entry('review.answer', id, {}, { bv: 2 })]);
		expect(await say(id, { act: 'approve' })).toEqual({ ok: true, value: { seq: 5, v: 4 } });
		const kinds = ward
			.look()
			.changes.map(({ kind, actor, before }) => [kind, actor, JSON.stringify(before).slice(0, 28)]);
		expect(kinds.slice(2)).toEqual([
			['review.return', STAFF.id, '{"review":{"state":"waiting"'],
			['review.answer', 'phone', '{"review":{"state":"returned'],
			['review.approve', STAFF.id, '{"review":{"state":"correcte']
		]);
	});

	it("WD16 may ask about the visit's door and the people behind it", async () => {
		const home = door();
		const grandma = person(home.e);
		const call = visit(home.e);
		const other = door();
		const stranger = person(other.e);
		await push([home, grandma, call, other, stranger]);
		const ask = (table: 'person' | 'household', id: RecordId) => {
			const target = { table, id: id as PersonId | HouseholdId, field: 'name' };
			return say(call.e as VisitId, { act: 'return', target, comment: 'x' }, 1);
		};
		expect((await ask('person', stranger.e)).ok).toBe(false);
		expect((await ask('household', other.e)).ok).toBe(false);
		expect((await ask('person', grandma.e)).ok).toBe(true);
	});
});
