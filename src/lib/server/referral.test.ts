// Flags and referrals at the desk, over both databases: the inbox is what a plain reading of the records says, whoever
// acts is allowed to, two at one case do not overwrite each other, and phones hear the state and nothing more.

import { expect, it } from 'vitest';
import { eachFigureSite, take, withinOf } from '../../../tests/fixtures/figure-desk.ts';
import { makeWard, type MadeWard } from '../../../tests/fixtures/made-ward.ts';
import { DATA_FLAG_CODES, DATA_FLAGS, type DataFlag } from '../domain/catalogue/data-flags.ts';
import { addDays, dayAt } from '../domain/day.ts';
import type { StaffRole } from '../domain/desk.ts';
import type { AreaId, RecordId, StaffId } from '../domain/id.ts';
import { parseReferralAnswer, parseReferralFilter, parseReferralRule } from '../domain/referral-form.ts';
import { FIRST_REFERRAL_RULE, sumState, type ReferralFilter, type ReferralRow } from '../domain/referral.ts';
import type { NextStep, Visit } from '../domain/visit.ts';
import { inWard } from './db/ward-store.ts';
import { rebuildProjections } from './db/rebuild.ts';
import { erase, strip } from './erase.ts';
import { readRecords, toVisit } from './record-view.ts';
import { openReferralDesk } from './referral-desk.ts';
import type { ReferralDesk } from './referral-port.ts';
import { readScope } from './scope.ts';
import { newId, type Site } from './site.ts';

const SIZES = { quarters: 3, doors: 40, people: 90, visits: 260 };

async function sit(site: Site, made: MadeWard, role: StaffRole, areas: readonly AreaId[] | null = null) {
	const staff = { ward: made.ward, wardName: made.name, id: newId<StaffId>(site), name: `Cán bộ ${role}`, role, areas };
	return { staff, desk: openReferralDesk(site, staff, await readScope(site.store.db, staff)) };
}

async function listAll(desk: ReferralDesk, filter: ReferralFilter = {}): Promise<ReferralRow[]> {
	const rows: ReferralRow[] = [];
	let after: string | undefined;
	do {
		const page = await desk.list({ ...filter, ...(after ? { after } : {}) });
		rows.push(...page.rows);
		after = page.next ?? undefined;
	} while (after);
	expect((await desk.list(filter)).total).toBe(rows.length);
	return rows;
}

/** What the records themselves say, without the desk's rows: `key receiver` of each case. */
function recountCases(made: MadeWard, isHere: (area: string) => boolean = () => true): string[] {
	return [...made.records.values()]
		.filter(({ table, area }) => table === 'visit' && isHere(area))
		.flatMap(({ id, fields }) => {
			const next = fields['next'] as NextStep | undefined;
			const flags = ((fields['flags'] ?? []) as NonNullable<Visit['flags']>).flatMap(({ code }) => {
				const flag: DataFlag = DATA_FLAGS[code];
				const [first, second] = flag.receivers;
				const cases = first ? [`${id}.${code} ${first}`] : [];
				return flag.isAtOnce ? [...cases, `${id}.${code}b ${second}`] : cases;
			});
			return next?.kind === 'referral' ? [...flags, `${id}.referral ${next.receiver}`] : flags;
		})
		.sort();
}

const tell = (rows: readonly ReferralRow[]) => rows.map((row) => `${row.key} ${row.receiver}`).sort();
const item = (row: ReferralRow) => `${row.key}.${row.n}`;
const answer = (rows: readonly ReferralRow[], typed: Record<string, string>) =>
	parseReferralAnswer(rows.map(item), typed);

eachFigureSite('referrals', (getSite) => {
	it('F086: the inbox holds every case of the records once, by receiver, oldest first, over all its pages', async () => {
		const site = getSite();
		const made = await makeWard(site, 41, SIZES, true, 'Phường chuyển tiếp');
		const { desk } = await sit(site, made, 'leader');
		const rows = await listAll(desk);
		expect(rows.length).toBeGreaterThan(60);
		expect(tell(rows)).toEqual(recountCases(made));
		expect(rows.map((row) => row.raisedOn)).toEqual(rows.map((row) => row.raisedOn).sort());
		const today = dayAt(site.clock());
		for (const row of rows) {
			expect(row.dueOn).toBe(row.code === 'referral' ? null : addDays(row.raisedOn, 15));
			expect(row.isLate).toBe(row.dueOn !== null && row.dueOn < today);
		}
		for (const receiver of ['wardPolice', 'civilStatus', 'socialInsurance', 'carrier'] as const) {
			const own = await listAll(desk, { receiver });
			expect(tell(own)).toEqual(tell(rows.filter((row) => row.receiver === receiver)));
		}
		const late = rows.filter((row) => row.isLate);
		expect(late.length).toBeGreaterThan(0);
		expect(tell(await listAll(desk, { isLate: true }))).toEqual(tell(late));
		expect(await desk.countLate()).toBe(late.length);
		expect(tell(await listAll(desk, { code: 'DF-04' }))).toEqual(tell(rows.filter((row) => row.code === 'DF-04')));
		const quarter = made.quarters[0]!.id;
		expect(tell(await listAll(desk, { area: quarter }))).toEqual(recountCases(made, withinOf(made, quarter)));
	});

	it('F003: whoever is confined sees and answers no case of another area, and another ward none at all', async () => {
		const site = getSite();
		const made = await makeWard(site, 42, SIZES, false, 'Phường chia nơi nhận');
		const other = await makeWard(site, 43, { ...SIZES, visits: 0 }, false, 'Phường không có gì');
		const [own, elsewhere] = [made.quarters[1]!.id, made.quarters[0]!.id];
		const { desk } = await sit(site, made, 'areaPolice', [own]);
		expect(tell(await listAll(desk))).toEqual(recountCases(made, withinOf(made, own)));
		expect(await listAll(desk, { area: elsewhere })).toEqual([]);
		const leader = (await sit(site, made, 'leader')).desk;
		const [mine] = await listAll(desk, { state: 'waiting' });
		const [theirs] = await listAll(leader, { area: elsewhere });
		const refused = { problem: { code: 'staff.notAllowed' } };
		expect(await desk.answer(answer([mine!, theirs!], { act: 'takeUp' }))).toMatchObject(refused);
		expect(await listAll(leader, { state: 'takenUp' })).toEqual([]);
		const strange = (await sit(site, other, 'leader')).desk;
		expect(await listAll(strange)).toEqual([]);
		expect(await strange.answer(answer([mine!], { act: 'takeUp' }))).toMatchObject({
			problem: { code: 'desk.notOpen' }
		});
		expect((await sit(site, made, 'leader', [own])).desk.may.rule).toBe(false);
	});

	it('F085: DF-04 goes to civil status, then to the police, and the ward may route it otherwise', async () => {
		const site = getSite();
		const made = await makeWard(site, 44, SIZES, false, 'Phường đổi nơi nhận');
		const civil = (await sit(site, made, 'civilStatus')).desk;
		const [first] = await listAll(civil, { code: 'DF-04', receiver: 'civilStatus' });
		expect(first).toMatchObject({ receiver: 'civilStatus', next: 'wardPolice', state: 'open' });
		take(await civil.answer(answer([first!], { act: 'done:fixed', note: 'Đã khai tử' })));
		const [done] = (await listAll(civil, { state: 'done' })).filter((row) => row.key === first!.key);
		expect(done).toMatchObject({ said: { finding: 'fixed', note: 'Đã khai tử', staffName: 'Cán bộ civilStatus' } });
		take(await civil.answer(answer([done!], { act: 'pass', receiver: 'wardPolice' })));
		const police = (await sit(site, made, 'areaPolice')).desk;
		const passed = (await listAll(police, { code: 'DF-04', receiver: 'wardPolice' }))[0]!;
		// passed on: open again, at the end of its route, and with what the one before wrote
		expect(passed).toMatchObject({ key: first!.key, state: 'open', next: null, n: 2, said: { note: 'Đã khai tử' } });
		expect(await police.answer(answer([passed], { act: 'pass', receiver: 'wardPolice' }))).toMatchObject({
			problem: { code: 'field.badChoice' }
		});

		const routes = Object.fromEntries(
			DATA_FLAG_CODES.flatMap((code) =>
				FIRST_REFERRAL_RULE.routes[code].map((stop, at) => [`${code}:${at}`, stop] as const)
			)
		);
		const together = { 'DF-02:atOnce': '1', 'DF-08:atOnce': '1' };
		const typed = { ...routes, ...together, 'DF-04:0': 'oneStopDesk', 'DF-04:1': '', 'DF-12:0': 'carrier', days: '30' };
		const refused = { problem: { code: 'staff.notAllowed' } };
		expect(await civil.writeRule(parseReferralRule(typed))).toMatchObject(refused);
		const before = await listAll(civil);
		const leader = (await sit(site, made, 'leader')).desk;
		expect(await leader.writeRule(parseReferralRule({ ...typed, days: '0' }))).toMatchObject({
			problem: { at: 'days' }
		});
		expect(await leader.writeRule(parseReferralRule({ ...typed, 'DF-01:0': 'nobody' }))).toMatchObject({
			problem: { at: 'DF-01' }
		});
		expect(
			await leader.writeRule(parseReferralRule({ ...typed, 'DF-01:0': 'carrier', 'DF-01:1': 'carrier' }))
		).toMatchObject({ problem: { at: 'DF-01' } });
		expect(await leader.readRule()).toEqual(FIRST_REFERRAL_RULE);
		take(await leader.writeRule(parseReferralRule(typed)));
		const rows = await listAll(leader);
		// nobody's before, the carrier's now
		expect(rows.length).toBeGreaterThan(before.length);
		for (const row of rows.filter(({ key }) => key !== first!.key)) {
			if (row.code === 'DF-04') expect(row.receiver).toBe('oneStopDesk');
			if (row.code === 'DF-12') expect(row.receiver).toBe('carrier');
			if (row.code !== 'referral') expect(row.dueOn).toBe(addDays(row.raisedOn, 30));
		}
		// what somebody handed on by hand stays there
		expect(rows.find(({ key }) => key === first!.key)!.receiver).toBe('wardPolice');
		expect(tell(await listAll(leader, { receiver: 'oneStopDesk' }))).toEqual(
			tell(rows.filter((row) => row.receiver === 'oneStopDesk'))
		);
	});

	it('F085: two receivers have DF-08 at once, each at its own pace; the flag is done when both are', async () => {
		const site = getSite();
		const made = await makeWard(site, 47, { ...SIZES, visits: 900 }, false, 'Phường hai nơi nhận');
		const police = (await sit(site, made, 'areaPolice')).desk;
		const civil = (await sit(site, made, 'civilStatus')).desk;
		const readWords = async (visit: ReferralRow['visit']) =>
			toVisit((await readRecords(site.store.db, made.ward, [visit])).get(visit)!).referrals ?? {};
		const find = async (desk: ReferralDesk, receiver: 'wardPolice' | 'civilStatus', visit: ReferralRow['visit']) =>
			(await listAll(desk, { code: 'DF-08', receiver })).filter((row) => row.visit === visit);
		const [theirs, other] = await listAll(civil, { code: 'DF-08', receiver: 'civilStatus' });
		const { visit } = theirs!;
		const [ours] = await find(police, 'wardPolice', visit);
		expect(theirs).toMatchObject({ code: 'DF-08', next: null, beside: { receiver: 'wardPolice', state: 'open' } });
		expect(ours).toMatchObject({ code: 'DF-08b', next: null, beside: { receiver: 'civilStatus', state: 'open' } });
		expect(ours!.dueOn).toBe(theirs!.dueOn);
		expect(sumState('DF-08', await readWords(visit))).toBe(null);
		// a flag that was sent to itself would be with one receiver twice
		expect(await civil.answer(answer([theirs!], { act: 'pass', receiver: 'wardPolice' }))).toMatchObject({
			problem: { at: 'receiver' }
		});

		take(await police.answer(answer([ours!], { act: 'done:notConfirmed', note: 'Không tìm thấy' })));
		// what civil status has on its screen still stands: the other's word is not theirs
		take(await civil.answer(answer([theirs!], { act: 'takeUp', note: '' })));
		expect(sumState('DF-08', await readWords(visit))).toBe('takenUp');
		const [taken] = await find(civil, 'civilStatus', visit);
		expect(taken).toMatchObject({ state: 'takenUp', said: { note: '' }, beside: { state: 'done' } });
		expect(await find(police, 'wardPolice', visit)).toMatchObject([
			{ state: 'done', said: { note: 'Không tìm thấy' } }
		]);
		expect(
			(await listAll(police, { receiver: 'wardPolice', state: 'waiting' })).some((row) => row.visit === visit)
		).toBe(false);
		take(await civil.answer(answer([taken!], { act: 'sendBack', note: '' })));
		expect(sumState('DF-08', await readWords(visit))).toBe('sentBack');
		const [back] = await find(civil, 'civilStatus', visit);
		take(await civil.answer(answer([back!], { act: 'done:fixed', note: '' })));
		expect(sumState('DF-08', await readWords(visit))).toBe('done');

		// by another rule whoever is at it keeps it, and what nobody has touched goes to one alone
		const leader = (await sit(site, made, 'leader')).desk;
		const rule = await leader.readRule();
		const { 'DF-08': route } = rule.routes;
		const alone = { ok: true, value: { ...rule, atOnce: [] } } as const;
		take(await leader.writeRule(alone));
		expect(await find(police, 'wardPolice', visit)).toHaveLength(1);
		expect(await find(police, 'wardPolice', other!.visit)).toEqual([]);
		const [single] = await find(civil, 'civilStatus', other!.visit);
		expect(single).toMatchObject({ next: 'wardPolice', beside: null });
		take(await civil.answer(answer([single!], { act: 'takeUp', note: '' })));
		expect(Object.keys(await readWords(other!.visit))).toEqual(['DF-08']);
		take(await leader.writeRule({ ok: true, value: { ...rule, atOnce: ['DF-08'] } }));
		// the first word fell on one case: it stays one
		expect(await find(police, 'wardPolice', other!.visit)).toEqual([]);
		expect(
			await leader.writeRule(parseReferralRule({ days: '15', 'DF-08:0': route[0]!, 'DF-08:atOnce': '1' }))
		).toMatchObject({ problem: { at: 'DF-08' } });
		const before = tell(await listAll(leader));
		await site.store.db.updateTable('ward').set({ projection: 0 }).where('id', '=', made.ward).execute();
		await rebuildProjections(site.store);
		expect(tell(await listAll(leader))).toEqual(before);
	});

	it('many cases close at once or not at all, and two at one case are told of each other', async () => {
		const site = getSite();
		const made = await makeWard(site, 45, { ...SIZES, visits: 900 }, false, 'Phường đóng nhiều mục');
		const one = (await sit(site, made, 'areaPolice')).desk;
		const two = (await sit(site, made, 'leader')).desk;
		const keeper = (await sit(site, made, 'administrator')).desk;
		const filter = { receiver: 'wardPolice', state: 'waiting' } as const;
		const page = (await one.list(filter)).rows;
		expect(page.length).toBe(50);
		const close = (rows: readonly ReferralRow[]) => answer(rows, { act: 'done:notConfirmed', note: '' });
		expect(await keeper.answer(close(page))).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		take(await two.answer(answer([page[7]!], { act: 'takeUp' })));
		expect(await one.answer(close(page))).toMatchObject({ problem: { code: 'desk.changedSince' } });
		expect(await listAll(one, { state: 'done' })).toEqual([]);
		const fresh = (await one.list(filter)).rows;
		const before = await readSeq(site, made);
		take(await one.answer(close(fresh)));
		// one step of the log for each visit, so that every phone that has it hears
		expect((await readSeq(site, made)) - before).toBe(new Set(fresh.map((row) => row.visit)).size);
		expect(tell(await listAll(two, { state: 'done' }))).toEqual(tell(fresh));
		const closed = (await two.list({ state: 'done' })).rows[0]!;
		expect(await two.answer(close([closed]))).toMatchObject({ problem: { code: 'desk.notOpen' } });
		take(await two.answer(answer([closed], { act: 'takeUp' })));
		expect((await one.list({ state: 'takenUp' })).rows[0]).toMatchObject({ key: closed.key, said: { finding: null } });
		expect(await one.answer(parseReferralAnswer([], { act: 'takeUp' }))).toMatchObject({ problem: { at: 'item' } });
		expect(await one.answer(answer([closed], { act: 'takeUp', note: 'Mật khẩu là 123456' }))).toMatchObject({
			problem: { at: 'note' }
		});
		const lines = await site.store.db
			.selectFrom('audit')
			.select('reason')
			.where('ward_id', '=', made.ward)
			.where('act', '=', 'referral.answer')
			.execute();
		expect(lines.length).toBe(fresh.length + 2);
		expect(lines.every(({ reason }) => /^(DF-\d\db?|referral)\/\w+$/.test(reason ?? ''))).toBe(true);
	});

	it('the phone’s record holds the state and no word of the desk; both go with the visit', async () => {
		const site = getSite();
		const made = await makeWard(site, 46, SIZES, false, 'Phường chỉ trạng thái');
		const { staff, desk } = await sit(site, made, 'leader');
		const [flag] = await listAll(desk, { code: 'DF-06' });
		const [next] = (await listAll(desk, { code: 'referral' })).filter((row) => row.visit !== flag!.visit);
		const note = 'Hàng xóm nói đã dọn đi';
		take(await desk.answer(answer([flag!, next!], { act: 'sendBack', note })));
		const records = await readRecords(site.store.db, made.ward, [flag!.visit, next!.visit]);
		expect(records.get(flag!.visit)!.fields['referrals']).toEqual({
			'DF-06': { state: 'sentBack', n: 1, at: site.clock() }
		});
		const log = await site.store.db.selectFrom('change').selectAll().where('ward_id', '=', made.ward).execute();
		const entries = await site.store.db.selectFrom('entry').selectAll().where('ward_id', '=', made.ward).execute();
		expect(JSON.stringify([[...records.values()], log, entries])).not.toContain('Hàng xóm');
		// rows that are written anew say the same
		const before = tell(await listAll(desk, { state: 'sentBack' }));
		expect(before.length).toBe(2);
		await site.store.db.updateTable('mark_row').set({ state: '' }).where('ward_id', '=', made.ward).execute();
		await site.store.db.updateTable('ward').set({ projection: 0 }).where('id', '=', made.ward).execute();
		await rebuildProjections(site.store);
		expect(tell(await listAll(desk, { state: 'sentBack' }))).toEqual(before);
		const notes = () =>
			site.store.db.selectFrom('referral_note').select('note').where('ward_id', '=', made.ward).execute();
		expect(await notes()).toHaveLength(2);
		await inWard(site.store, made.ward, site.clock(), async (tx) => {
			await erase(tx, site, staff, [flag!.visit as RecordId]);
			await strip(tx, site, staff, [next!.visit as RecordId]);
		});
		expect(await notes()).toEqual([]);
		expect(await listAll(desk, { state: 'sentBack' })).toEqual([]);
	});
});

async function readSeq(site: Site, made: MadeWard): Promise<number> {
	const { seq } = await site.store.db
		.selectFrom('ward')
		.select('seq')
		.where('id', '=', made.ward)
		.executeTakeFirstOrThrow();
	return Number(seq);
}

it('an address without words opens one’s own inbox; what is odd in it is left out', () => {
	const read = (text: string, role: StaffRole) => parseReferralFilter(new URLSearchParams(text), role);
	expect(read('', 'civilStatus')).toEqual({ receiver: 'civilStatus', state: 'waiting' });
	expect(read('', 'leader')).toEqual({ state: 'waiting' });
	expect(read('to=all&state=all', 'areaPolice')).toEqual({});
	expect(read('to=carrier&state=bogus&code=DF-99&area=x&late=2&after=x.DF-04', 'oneStop')).toEqual({
		receiver: 'carrier',
		state: 'waiting'
	});
});
