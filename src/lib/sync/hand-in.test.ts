import { beforeEach, describe, expect, it } from 'vitest';
import { PhoneDisk, type PhoneTab } from '../../../tests/storage/memory-phone.ts';
import { householdFields, newId, START } from '../../../tests/storage/samples.ts';
import { WARD_KEYS } from '../../../tests/world/house.ts';
import type { AreaId, EntryId } from '../domain/id.ts';
import { problem, succeed, type ProblemCode } from '../domain/problem.ts';
import type { Entry, PushBatch, ReconcileRequest, WardStanding } from './entry.ts';
import { handIn, type HandInWay } from './hand-in.ts';
import { saveEntries } from './phone.ts';
import type { PhoneState } from './phone-port.ts';
import { ROUND } from './round.ts';

let disk: PhoneDisk;
let tab: PhoneTab;

beforeEach(() => {
	disk = new PhoneDisk(newId());
	tab = disk.openTab();
});

const clock = () => START;
const write = (changes: Partial<PhoneState>) => tab.transact((tx) => tx.writeState({ keys: WARD_KEYS, ...changes }));
const open = () => disk.look().outbox.filter((one) => one.state === 'open');

function save(count: number): Promise<Entry[]> {
	const area = newId<AreaId>();
	const drafts = Array.from({ length: count }, () => {
		return { k: 'household.create', e: newId(), table: 'household', area, p: householdFields(area) } as never;
	});
	return tab.transact((tx) => saveEntries(tx, drafts, { now: START, newId: () => newId<EntryId>() }));
}

/** A way on which the ward stands at `at`, has lost `missing`, and refuses with `closed` where it is given. */
function wayTo(at: WardStanding, { closed, missing = [] }: { closed?: ProblemCode; missing?: EntryId[] } = {}) {
	const asked: ReconcileRequest[] = [];
	const sent: PushBatch[] = [];
	const refuse = (code: ProblemCode) => ({ ok: false as const, problem: problem(code), ward: at });
	const way: HandInWay = {
		async reconcile(request) {
			asked.push(request);
			return closed ? refuse(closed) : succeed({ ...at, missing: missing.filter((id) => request.ids.includes(id)) });
		},
		async send(batch) {
			sent.push(batch);
			if (closed) return refuse(closed);
			return succeed({ ...at, res: batch.entries.map(({ id }) => ({ id, s: 'quar' as const, seq: 9, v: 0 })) });
		}
	};
	return { way, asked, sent };
}

const standing = (epoch: string, wm = `${epoch} w`): WardStanding => ({ epoch, wm, now: START });
const run = (ways: [HandInWay, ...HandInWay[]]) => handIn(tab, ways, clock, ROUND);

describe('handing in', () => {
	it('HI1 goes by the first way that is not closed, and tells when none is open', async () => {
		await save(2);
		const shut = wayTo(standing('e1'), { closed: 'net.revoked' });
		expect(await run([shut.way])).toMatchObject({ ok: false, problem: { code: 'net.revoked' } });
		expect(open()).toHaveLength(2);
		const unknown = wayTo(standing('e1'), { closed: 'net.unauthorized' });
		const last = wayTo(standing('e1'));
		expect(await run([shut.way, unknown.way, last.way])).toMatchObject({ ok: true, value: { pushed: 2 } });
		expect(unknown.sent).toHaveLength(1);
		expect(open()).toEqual([]);
	});

	it('HI1 does not try another way when this one is only out of reach', async () => {
		await save(1);
		const away = wayTo(standing('e1'), { closed: 'net.offline' });
		const other = wayTo(standing('e1'));
		expect(await run([away.way, other.way])).toMatchObject({ ok: false, problem: { code: 'net.offline' } });
		expect(other.sent).toEqual([]);
		expect(open()).toHaveLength(1);
	});

	it('HI2 hears of a new history from a refusal, asks by whatever way is left, and sends again', async () => {
		const [first, second] = await save(2);
		await run([wayTo(standing('e1')).way]);
		expect(open()).toEqual([]);
		const shut = wayTo(standing('e2'), { closed: 'net.unauthorized' });
		const carrier = wayTo(standing('e2'), { missing: [second!.id] });
		expect(await run([shut.way, carrier.way])).toMatchObject({ ok: true, value: { pushed: 1 } });
		expect(carrier.sent.flatMap((batch) => batch.entries.map(({ id }) => id))).toEqual([second!.id]);
		expect(carrier.asked.some((request) => request.ids.includes(first!.id))).toBe(true);
		expect(disk.look().state).toMatchObject({ epoch: 'e2', reconcileAfter: null });
	});

	it('HI2 asks at once when the answer to what it sends tells of a new history', async () => {
		const [first] = await save(1);
		await run([wayTo(standing('e1')).way]);
		await save(1);
		await write({ reconcileAfter: null });
		const after = wayTo(standing('e2'), { missing: [first!.id] });
		expect(await run([after.way])).toMatchObject({ ok: true });
		expect(after.sent.flatMap((batch) => batch.entries.map(({ id }) => id))).toContain(first!.id);
		expect(open()).toEqual([]);
	});

	it('HI3 shows its mark though nothing is open, once it has something to lose', async () => {
		const before = wayTo(standing('e1'));
		expect(await run([before.way])).toMatchObject({ ok: true, value: { pushed: 0 } });
		expect(before.asked).toEqual([]);
		await save(1);
		await run([before.way]);
		const after = wayTo(standing('e1', 'put back'));
		await run([after.way]);
		expect(after.asked[0]).toMatchObject({ epoch: 'e1', wm: 'e1 w' });
	});
});
