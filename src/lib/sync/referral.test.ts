import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { householdFields, newId, START, visitFields } from '../../../tests/storage/samples.ts';
import { makeProtection, makeTools } from '../../../tests/world/house.ts';
import type { AreaId, EntryId, HouseholdId, StaffId, VisitId } from '../domain/id.ts';
import { FIRST_REFERRAL_RULE, type ReferralAct, type ReferralCode } from '../domain/referral.ts';
import { answerReferrals } from './referral.ts';
import type { Fields } from './record.ts';
import { writeFromWard } from './ward.ts';

const STAFF = { id: newId<StaffId>(), name: 'Cán bộ Thử' };

let ward: MemoryWard;
let area: AreaId;
let household: HouseholdId;
const protection = makeProtection();
const tools = () => makeTools(protection, START, newId);

async function add<Id extends VisitId | HouseholdId>(table: 'visit' | 'household', fields: Fields): Promise<Id> {
	const id = newId<Id>();
	const input = { entry: newId<EntryId>(), table, id, area, fields, kind: `${table}.add` };
	await ward.transact((tx) => writeFromWard(tx, input, 'ward', tools()));
	return id;
}
const addVisit = (extra: Fields) => add<VisitId>('visit', { ...visitFields(household), ...extra });
const read = (id: VisitId) => ward.look().records.find((record) => record.id === id)!;
const countSteps = () => ward.look().changes.length;
const answer = (cases: readonly (readonly [VisitId, ReferralCode, number])[], act: ReferralAct) =>
	ward.transact((tx) =>
		answerReferrals(
			tx,
			{
				cases: cases.map(([visit, code, n]) => ({ visit, code, n })),
				act,
				rule: FIRST_REFERRAL_RULE,
				newId: () => newId<EntryId>()
			},
			STAFF,
			tools()
		)
	);

beforeEach(async () => {
	ward = new MemoryWard(newId());
	area = newId();
	household = await add<HouseholdId>('household', householdFields(area));
});

describe('the desk’s word on flags and referrals', () => {
	it('DK9 one version for each visit, with state and receiver and nothing else', async () => {
		const one = await addVisit({
			flags: [
				{ code: 'DF-04', source: 'family' },
				{ code: 'DF-01', source: 'list' }
			]
		});
		const two = await addVisit({ next: { kind: 'referral', receiver: 'carrier' } });
		const before = [countSteps(), read(one).v, read(one).seq] as const;
		const cases = [
			[one, 'DF-04', 0],
			[one, 'DF-01', 0],
			[two, 'referral', 0]
		] as const;
		expect(await answer(cases, { act: 'done', finding: 'notConfirmed' })).toMatchObject({ ok: true });
		expect(countSteps()).toBe(before[0] + 2);
		expect(read(one)).toMatchObject({ v: before[1] + 1 });
		expect(read(one).seq).toBeGreaterThan(before[2]);
		const word = { state: 'done', n: 1, at: START };
		expect(read(one).fields['referrals']).toEqual({ 'DF-04': word, 'DF-01': word });
		expect(read(two).fields['referrals']).toEqual({ referral: word });
		expect(await answer([[two, 'referral', 1]], { act: 'pass', receiver: 'wardPolice' })).toMatchObject({ ok: true });
		expect(read(two).fields['referrals']).toEqual({
			referral: { state: 'open', receiver: 'wardPolice', n: 2, at: START }
		});
		expect(JSON.stringify(ward.look())).not.toContain('notConfirmed');
	});

	it('DK9 is for all of its cases or for none, and each stands as on the screen', async () => {
		const one = await addVisit({ flags: [{ code: 'DF-04', source: 'family' }] });
		const two = await addVisit({ flags: [{ code: 'DF-13', source: 'self' }] });
		const before = [countSteps(), read(one).v] as const;
		const takeUp = { act: 'takeUp' } as const;
		const tries: (readonly [VisitId, ReferralCode, number])[] = [
			// another flag, a flag that goes to nobody, none at all, another word meanwhile
			[one, 'DF-01', 0],
			[two, 'DF-13', 0],
			[newId<VisitId>(), 'DF-04', 0],
			[one, 'referral', 0]
		];
		for (const odd of tries)
			expect(await answer([[one, 'DF-04', 0], odd], takeUp)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await answer([[one, 'DF-04', 1]], takeUp)).toMatchObject({ problem: { code: 'desk.changedSince' } });
		expect([countSteps(), read(one).v]).toEqual(before);
		expect(await answer([[one, 'DF-04', 0]], takeUp)).toMatchObject({ ok: true });
		expect(await answer([[one, 'DF-04', 1]], takeUp)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect(await answer([[one, 'DF-04', 1]], { act: 'pass', receiver: 'civilStatus' })).toMatchObject({
			problem: { at: 'receiver' }
		});
	});

	it('DK9 two who have a flag at once do not stand in each other’s way', async () => {
		const one = await addVisit({ flags: [{ code: 'DF-08', source: 'self' }] });
		const alone = await addVisit({ flags: [{ code: 'DF-04', source: 'family' }] });
		expect(await answer([[alone, 'DF-04b', 0]], { act: 'takeUp' })).toMatchObject({
			problem: { code: 'desk.notOpen' }
		});
		expect(await answer([[one, 'DF-08b', 0]], { act: 'takeUp' })).toMatchObject({ ok: true });
		const beside = { state: 'takenUp', receiver: 'wardPolice', n: 1, at: START };
		expect(read(one).fields['referrals']).toEqual({
			'DF-08': { state: 'open', receiver: 'civilStatus', n: 0, at: START },
			'DF-08b': beside
		});
		// what stood on the first one's screen still does
		expect(await answer([[one, 'DF-08', 0]], { act: 'done', finding: 'fixed' })).toMatchObject({ ok: true });
		expect(read(one).fields['referrals']).toMatchObject({ 'DF-08': { state: 'done', n: 1 }, 'DF-08b': beside });
		expect(await answer([[one, 'DF-08', 1]], { act: 'pass', receiver: 'wardPolice' })).toMatchObject({
			problem: { at: 'receiver' }
		});
	});
});
