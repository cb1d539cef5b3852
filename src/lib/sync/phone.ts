// The phone's half of the engine: writes records and entries together, sends what is open, takes down what is new.
// Nothing leaves the outbox but by its own verdict, and no answer is believed that does not fit what was asked.

import type { AreaId, Clock, EntryId, RecordId } from '../domain/id.ts';
import { failWith, succeed, type ProblemCode, type Result } from '../domain/problem.ts';
import { ENTRY_KINDS, SCHEMA_VERSION, type Entry, type EntryKind } from './entry.ts';
import { reconcile } from './history.ts';
import { nextHlc } from './hlc.ts';
import { copyFields } from './json.ts';
import { applyEntry } from './outbox.ts';
import type { PhoneStore, PhoneTx, WardLink } from './phone-port.ts';
import { pullNew } from './pull.ts';
import type { Fields, Table } from './record.ts';
import { compareCopies } from './repair.ts';
import { ROUND, type Round, type RoundLimits } from './round.ts';
import { sendOpen, settleLate } from './send.ts';

export { ROUND, type RoundLimits };

export interface EntryDraft {
	readonly k: EntryKind;
	readonly e: RecordId;
	readonly table: Table;
	/** Of the record that the entry brings into being; a record that is there keeps its own. */
	readonly area: AreaId;
	readonly p: Fields;
}

/**
 * Writes records and entries in the caller's transaction, so that both are there or neither. Drafts about records that
 * are not on the phone are a bug of the caller, except those that bring one.
 */
export async function saveEntries(
	tx: PhoneTx,
	drafts: readonly EntryDraft[],
	tools: { readonly now: number; newId(): EntryId }
): Promise<Entry[]> {
	const state = await tx.readState();
	const entries: Entry[] = [];
	let { n, hlc } = state;
	for (const { k, e, table, area, p } of drafts) {
		const record = await tx.readRecord(e);
		if (!record && !ENTRY_KINDS[k].creates) throw new Error(`${k} about a record that is not here: ${e}`);
		n += 1;
		hlc = nextHlc(hlc, tools.now + state.clockOffsetMs, state.cid);
		const entry: Entry = {
			id: tools.newId(),
			n,
			sv: SCHEMA_VERSION,
			k,
			e,
			bv: record?.v ?? 0,
			t: hlc,
			p: copyFields(p)
		};
		const start = record ?? { table, id: e, area, v: 0, seq: 0, deleted: false, base: {}, fields: {} };
		await tx.writeRecord({ ...start, fields: applyEntry(start.fields, entry) });
		await tx.addEntry({ entry, state: 'open', savedAt: tools.now });
		entries.push(entry);
	}
	if (entries.length > 0) await tx.writeState({ n, hlc });
	return entries;
}

export interface RoundResult {
	/** Entries that got their verdict. */
	readonly pushed: number;
	/** Rows that were newer than what the phone held. */
	readonly pulled: number;
	/** True when another round has something to do at once. */
	readonly more: boolean;
}

/** With these nothing else of the round would get through either. */
const NO_WAY: readonly ProblemCode[] = ['net.offline', 'net.timeout', 'vault.locked'];

/**
 * Offers again what a new history may have lost, sends what is open, takes down what is new, and compares copies once a
 * day. May be broken off anywhere and begun again, in any number of tabs: each question with its answer is a step of its
 * own. A problem says why the round did not finish; what was done stays done.
 */
export async function runRound(
	store: PhoneStore,
	link: WardLink,
	tools: { readonly clock: Clock },
	limits: Partial<RoundLimits> = {}
): Promise<Result<RoundResult>> {
	const round: Round = { store, link, clock: tools.clock, limits: { ...ROUND, ...limits } };
	await store.transact(settleLate);
	const unasked = await reconcile(store, (request) => link.reconcile(request), round.clock);
	if (unasked && NO_WAY.includes(unasked.code)) return failWith(unasked);
	const up = await sendOpen(store, (batch) => link.push(batch), round.clock, round.limits);
	if (!up.ok) return up;
	// Another history began: what it may have lost goes up before its rows come down.
	if (!unasked && (await isAsking(store))) return succeed({ pushed: up.value.pushed, pulled: 0, more: true });
	const down = await pullNew(round);
	if (!down.ok) return down;
	const mended = down.value.more ? 0 : await compareCopies(round);
	// An entry that the ward refuses to read stays open; everything else went on before it is told.
	if (up.value.stuck) return failWith(up.value.stuck);
	if (unasked) return failWith(unasked);
	return succeed({
		pushed: up.value.pushed,
		pulled: down.value.pulled + mended,
		more: up.value.isStale || down.value.more
	});
}

function isAsking(store: PhoneStore): Promise<boolean> {
	return store.transact(async (tx) => (await tx.readState()).reconcileAfter !== null);
}
