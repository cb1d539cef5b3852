// What happens at the desk: words on visits, lists, doors that move, records that go.

import type {
	AreaId,
	DifficultyId,
	EntryId,
	HouseholdId,
	OutreachId,
	RecordId,
	StaffId
} from '../../src/lib/domain/id.ts';
import { moveHousehold } from '../../src/lib/sync/desk.ts';
import { answerDifficulty } from '../../src/lib/sync/difficulty.ts';
import { encodeHlc } from '../../src/lib/sync/hlc.ts';
import { describeEntry, writeMerge, type Intake } from '../../src/lib/sync/intake.ts';
import { openLedger } from '../../src/lib/sync/ledger.ts';
import { decideMerge } from '../../src/lib/sync/merge.ts';
import type { WardRecord } from '../../src/lib/sync/record.ts';
import { withdrawToldEvent } from '../../src/lib/sync/told.ts';
import type { WardTx } from '../../src/lib/sync/ward-port.ts';
import { decideVisit, writeFromWard } from '../../src/lib/sync/ward.ts';
import { Crashed } from '../storage/memory-ward.ts';
import { householdFields, personFields } from '../storage/samples.ts';
import type { Office } from './office.ts';
import type { Random } from './random.ts';

export interface StaffTools {
	readonly office: Office;
	readonly random: Random;
	readonly newId: () => string;
	readonly areas: readonly AreaId[];
	count(what: string, times?: number): void;
}

/** A member of staff reads what waits and says something, now and then about a version that has moved on. */
export async function decideSomething({ office, random, newId, count }: StaffTools): Promise<void> {
	const waiting = office.ward
		.look()
		.records.filter(
			(record) =>
				(record.table === 'visit' && /waiting|corrected/.test(JSON.stringify(record.fields.review))) ||
				record.table === 'difficulty' ||
				record.table === 'outreach'
		);
	const record = random.pick(waiting);
	if (!record) return;
	if (record.table === 'difficulty') return answerOne({ office, random, newId, count }, record);
	if (record.table === 'outreach') return withdrawOne({ office, random, newId, count }, record);
	const visit = record.id as never;
	const act = random.happens(0.5)
		? ({ act: 'approve' } as const)
		: ({ act: 'return', target: { table: 'visit', id: visit, field: 'note' }, comment: 'xem lại' } as const);
	const isOld = random.happens(0.1);
	const input = { visit, v: isOld ? record.v - 1 : record.v, act, entry: newId() as EntryId };
	const staff = { id: 'staff' as StaffId, name: 'Cán bộ Thử' };
	const result = await orCrash(() => office.transact((tx) => decideVisit(tx, input, staff, office.tools)));
	if (result) count(result.ok ? `staff.${act.act}` : `staff.${result.problem.code}`);
}

type AnswerTools = Pick<StaffTools, 'office' | 'random' | 'newId' | 'count'>;

/** Answers what a volunteer asked, or says something else in place of an earlier answer. */
async function answerOne({ office, random, newId, count }: AnswerTools, { id, v }: WardRecord): Promise<void> {
	const text = `trả lời ${random.between(1, 9)}`;
	const isOld = random.happens(0.1);
	const shown = random.happens(0.3) ? (newId() as AreaId) : null;
	const entry = newId() as EntryId;
	const input = { difficulty: id as DifficultyId, v: isOld ? v - 1 : v, text, shown, entry };
	const staff = { id: 'staff' as StaffId, name: 'Cán bộ Thử' };
	const result = await orCrash(() => office.transact((tx) => answerDifficulty(tx, input, staff, office.tools)));
	if (result) count(result.ok ? 'staff.answer' : `staff.${result.problem.code}`);
}

/** Takes back an event that a phone told, where it still counts. */
async function withdrawOne({ office, random, newId, count }: AnswerTools, { id }: WardRecord): Promise<void> {
	// most of them stay, so that their tellers have something to amend
	if (random.happens(0.7)) return;
	const word = { event: id as OutreachId, entry: newId() as EntryId };
	const staff = { id: 'staff' as StaffId, name: 'Cán bộ Thử' };
	const result = await orCrash(() => office.transact((tx) => withdrawToldEvent(tx, word, staff, office.tools)));
	if (result) count(result.ok ? 'staff.withdraw' : `staff.${result.problem.code}`);
}

/** The ward brings in a door of its own, with somebody behind it. */
export async function bringIn({ office, random, newId, count }: StaffTools, area: AreaId): Promise<void> {
	const [id, person] = [newId() as RecordId, newId() as RecordId];
	const lists = [
		{ table: 'household' as const, id, fields: householdFields(area, { number: `L${random.below(100)}` }) },
		{ table: 'person' as const, id: person, fields: personFields(id, { personalId: '000000000001' }) }
	];
	const written = await orCrash(() =>
		office.transact(async (tx) => {
			for (const list of lists) {
				const input = { ...list, entry: newId() as EntryId, area, kind: `${list.table}.add` };
				await writeFromWard(tx, input, 'import', office.tools);
			}
			return true;
		})
	);
	if (written) count('list');
}

/** A door and everything behind it goes into another area: phones of the old one are told that it left. */
export async function moveDoor(tools: StaffTools): Promise<void> {
	const { office, random, areas, count } = tools;
	const records = office.ward.look().records.filter((record) => !record.deleted);
	const door = random.pick(records.filter((record) => record.table === 'household'));
	const to = random.pick(areas);
	if (!door || !to || to === door.area) return;
	const input = { household: door.id as HouseholdId, v: door.v, to };
	const staff = { id: 'staff' as StaffId, name: 'Cán bộ Thử' };
	const moved = await orCrash(() => office.transact((tx) => moveHousehold(tx, input, staff, office.tools)));
	if (moved?.ok) count('moveDoor');
}

/** Somebody at the desk takes a record out of the ward's lists. */
export async function removeRecord(tools: StaffTools): Promise<void> {
	const { office, random, count } = tools;
	const record = random.pick(office.ward.look().records.filter((one) => one.table === 'person' && !one.deleted));
	if (!record) return;
	const removed = await orCrash(() =>
		office.transact(async (tx) => {
			await removeOne(tx, tools, record);
			return true;
		})
	);
	if (removed) count('remove');
}

async function removeOne(tx: WardTx, { office, newId }: StaffTools, record: WardRecord): Promise<void> {
	const { tools } = office;
	const ledger = await openLedger(tx, tools);
	const intake: Intake = { tx, ledger, tools, verdicts: new Map() };
	const t = encodeHlc(Math.max(0, tools.now), 0, 'ward');
	const k = 'person.remove' as never;
	const entry = { id: newId() as EntryId, n: 0, sv: 1, k, e: record.id, bv: record.v, t, p: {} };
	const merge = { ...decideMerge(record, entry, 'ward', record.table), isChanged: true, v: record.v + 1 };
	const arrival = { entry, cid: 'ward' as never, actor: 'staff' };
	const decision = { kind: 'write', table: record.table, area: record.area, merge } as const;
	await writeMerge(intake, arrival, tools.hash(describeEntry(entry)), decision);
	const written = await tx.readRecord(record.id);
	if (written) await tx.writeRecord({ ...written, deleted: true });
	await ledger.close();
}

/** Null where the ward went down on the way. */
export async function orCrash<Value>(work: () => Promise<Value>): Promise<Value | null> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Crashed) return null;
		throw error;
	}
}
