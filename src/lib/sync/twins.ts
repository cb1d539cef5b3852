// Two records of one person become one: the kept one is given what it lacks, the other one's visits go under it, and the
// other one leaves phones and lists. It stays in the ward's store with all that it said and with the name of the one that
// took its place, so that nothing is lost and everything can be taken back.

import type { EntryId, PersonId, RecordId, VisitId } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { DeskActor } from './desk.ts';
import type { Entry } from './entry.ts';
import { describeEntry, writeMerge, type Intake, type WriteTools } from './intake.ts';
import { isSameJson } from './json.ts';
import { openLedger } from './ledger.ts';
import { decideMerge } from './merge.ts';
import { MERGED_INTO } from './merged.ts';
import type { Fields, WardRecord } from './record.ts';
import type { WardTx } from './ward-port.ts';
import { makeWardEntry, WARD_CLIENT } from './ward.ts';

type TwinTools = WriteTools & { newId(): string };

/** What belongs to the record, or to its household, and not to the person. */
const OWN = ['household', 'decisions', 'buddy', MERGED_INTO];

/** What has to be known to take a merge back: ids and names of fields, no value. */
export interface TwinMerge {
	readonly kept: PersonId;
	readonly gone: PersonId;
	readonly visits: readonly VisitId[];
	/** Fields that the kept one was given. */
	readonly filled: readonly string[];
}

/**
 * Fields of the other that the kept one lacks. A number to call goes with the consent to keep it, never under another
 * one's consent.
 */
export function listFilled(kept: Fields, gone: Fields): string[] {
	return Object.keys(gone).filter(
		(field) => !OWN.includes(field) && kept[field] === undefined && (field !== 'phone' || kept.consent === undefined)
	);
}

/** `visits` are all that are about the one who goes. */
export async function mergeTwins(
	tx: WardTx,
	input: {
		readonly kept: PersonId;
		readonly keptV: number;
		readonly gone: PersonId;
		readonly goneV: number;
		readonly visits: readonly VisitId[];
	},
	staff: DeskActor,
	tools: TwinTools
): Promise<Result<TwinMerge>> {
	const kept = await readPerson(tx, input.kept);
	const gone = await readPerson(tx, input.gone);
	if (!kept || !gone || kept.id === gone.id) return fail('desk.notOpen');
	if (kept.v !== input.keptV || gone.v !== input.goneV) return fail('desk.changedSince');
	for (const { id } of [kept, gone])
		if ((await tx.listConflicts(id)).some((one) => !one.settled)) return fail('twin.inConflict');
	const intake = await openIntake(tx, tools);
	const filled = listFilled(kept.fields, gone.fields);
	const given = Object.fromEntries(filled.map((field) => [field, gone.fields[field]]));
	// also where nothing is given: phones are to hear of it, and whoever has the page open is to be told
	await write(intake, kept, 'twin.keep', given, staff);
	const moved = await moveVisits(intake, input.visits, gone.id, kept.id, staff);
	await write(intake, gone, 'twin.merge', { [MERGED_INTO]: kept.id }, staff, true);
	await intake.ledger.close();
	// ids of people, as `readPerson` has looked
	return succeed({ kept: input.kept, gone: input.gone, visits: moved, filled });
}

/** Takes a merge back: both stand as before it, save what somebody has changed since. */
export async function splitTwins(
	tx: WardTx,
	{ kept: keptId, gone: goneId, visits, filled }: TwinMerge,
	staff: DeskActor,
	tools: TwinTools
): Promise<Result<void>> {
	const kept = await readPerson(tx, keptId);
	const gone = await tx.readRecord(goneId);
	// one that was erased since says nothing any more, and one that a human brought back is there already
	if (!kept || !gone?.deleted || gone.fields[MERGED_INTO] !== keptId) return fail('desk.notOpen');
	const intake = await openIntake(tx, tools);
	await write(intake, gone, 'twin.split', { [MERGED_INTO]: null }, staff, false);
	const given = filled.filter((field) => isSameJson(kept.fields[field], gone.fields[field]));
	await write(intake, kept, 'twin.split', Object.fromEntries(given.map((field) => [field, null])), staff);
	await moveVisits(intake, visits, keptId, goneId, staff);
	await intake.ledger.close();
	return succeed(undefined);
}

async function readPerson(tx: WardTx, id: PersonId): Promise<WardRecord | null> {
	const record = await tx.readRecord(id);
	return record?.table === 'person' && !record.deleted ? record : null;
}

/** Those that are still about `from`; answers which. */
async function moveVisits(
	intake: TwinIntake,
	visits: readonly VisitId[],
	from: RecordId,
	to: RecordId,
	staff: DeskActor
): Promise<VisitId[]> {
	const moved: VisitId[] = [];
	for (const id of visits) {
		const visit = await intake.tx.readRecord(id);
		if (visit?.table !== 'visit' || visit.deleted || visit.fields.person !== from) continue;
		await write(intake, visit, 'twin.visit', { person: to }, staff);
		moved.push(id);
	}
	return moved;
}

interface TwinIntake extends Intake {
	readonly tools: TwinTools;
}

async function openIntake(tx: WardTx, tools: TwinTools): Promise<TwinIntake> {
	return { tx, ledger: await openLedger(tx, tools), tools, verdicts: new Map() };
}

/** One step of the ward's own: it always makes a version. */
async function write(
	intake: TwinIntake,
	record: WardRecord,
	kind: string,
	p: Fields,
	staff: DeskActor,
	deleted = record.deleted
): Promise<void> {
	const { tools } = intake;
	const entry: Entry = makeWardEntry(tools.newId() as EntryId, kind, record.id, record.v, p, tools);
	const merge = { ...decideMerge(record, entry, 'ward', record.table), isChanged: true, v: record.v + 1 };
	const landing = { kind: 'write', table: record.table, area: record.area, merge, deleted } as const;
	await writeMerge(intake, { entry, cid: WARD_CLIENT, actor: staff.id }, tools.hash(describeEntry(entry)), landing);
}
