// The phone's half of the engine: writes records and entries together, sends what is open, takes down what is new.
// Nothing leaves the outbox but by its own verdict, and no answer is believed that does not fit what was asked.

import type { AreaId, Clock, EntryId, RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, failWith, problem, succeed, type Problem, type Result } from '../domain/problem.ts';
import {
	ENTRY_KINDS,
	SCHEMA_VERSION,
	type Entry,
	type EntryKind,
	type PullRequest,
	type PushAnswer,
	type PushBatch,
	type Verdict
} from './entry.ts';
import { nextHlc } from './hlc.ts';
import { copyFields } from './json.ts';
import { acceptPage, forgetVersions, isOutside, learn } from './page.ts';
import { applyEntry, cutBatch, rebase, type BatchLimits } from './outbox.ts';
import type { PhoneState, PhoneStore, PhoneTx, WardLink } from './phone-port.ts';
import type { Fields, Table } from './record.ts';

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

export interface RoundLimits extends BatchLimits {
	readonly pageRows: number;
	/** Pages in one round; the next round goes on from there. */
	readonly pages: number;
}

export const ROUND: RoundLimits = {
	batchEntries: LIMIT.batchEntries,
	batchBytes: LIMIT.batchBytes,
	pageRows: LIMIT.pageRows,
	pages: 1000
};

export interface RoundResult {
	/** Entries that got their verdict. */
	readonly pushed: number;
	/** Rows that were newer than what the phone held. */
	readonly pulled: number;
	/** True when another round has something to do at once. */
	readonly more: boolean;
}

interface Round {
	readonly store: PhoneStore;
	readonly link: WardLink;
	readonly clock: Clock;
	readonly limits: RoundLimits;
}

/**
 * Sends what is open, then takes down what is new. May be broken off anywhere and begun again, in any number of tabs:
 * each batch and each page is a step of its own. A problem says why the round did not finish; what was done stays done.
 */
export async function runRound(
	store: PhoneStore,
	link: WardLink,
	tools: { readonly clock: Clock },
	limits: Partial<RoundLimits> = {}
): Promise<Result<RoundResult>> {
	const round: Round = { store, link, clock: tools.clock, limits: { ...ROUND, ...limits } };
	const up = await pushOpen(round);
	if (!up.ok) return up;
	const down = await pullNew(round);
	if (!down.ok) return down;
	// An entry that the ward refuses to read stays open; everything else went on before it is told.
	if (up.value.stuck) return failWith(up.value.stuck);
	return succeed({
		pushed: up.value.pushed,
		pulled: down.value.pulled,
		more: up.value.isStale || down.value.more
	});
}

async function pushOpen({
	store,
	link,
	clock,
	limits
}: Round): Promise<Result<{ pushed: number; isStale: boolean; stuck: Problem | null }>> {
	let pushed = 0;
	let stuck: Problem | null = null;
	let afterN = 0;
	let size = limits.batchEntries;
	for (;;) {
		const sentAt = clock();
		const batch = await store.transact((tx) => prepareBatch(tx, afterN, { ...limits, batchEntries: size }, sentAt));
		const last = batch?.entries.at(-1);
		if (!batch || !last) return succeed({ pushed, isStale: false, stuck });
		const answer = await link.push(batch);
		if (!answer.ok) {
			const { code } = answer.problem;
			const isSplit = code === 'net.tooLarge' || code === 'net.badRequest';
			if (batch.entries.length > 1 && (isSplit || code === 'net.timeout')) {
				size = Math.ceil(batch.entries.length / 2);
			} else if (isSplit) {
				stuck ??= problem(code === 'net.tooLarge' ? 'entry.tooLarge' : 'entry.invalid', last.id);
				afterN = last.n;
			} else return answer;
			continue;
		}
		const receivedAt = clock();
		const closed = await store.transact((tx) => acceptPush(tx, batch, answer.value, sentAt, receivedAt));
		if (closed === null) return succeed({ pushed, isStale: true, stuck });
		pushed += closed;
		// Entries without a verdict stay open for the next round; this one goes on behind them.
		afterN = last.n;
		size = Math.min(size * 2, limits.batchEntries);
	}
}

async function prepareBatch(tx: PhoneTx, afterN: number, limits: BatchLimits, now: number): Promise<PushBatch | null> {
	const open = await tx.listPosted(afterN, limits.batchEntries);
	if (open.length === 0) return null;
	const { epoch, wm, cid, n } = await tx.readState();
	const pend = await tx.countOpen();
	return { epoch, wm, cid: cid as PushBatch['cid'], pend, maxN: n, now, entries: cutBatch(open, limits) };
}

/** How many entries the answer closed; null when it answers a question that this phone no longer asks. */
async function acceptPush(
	tx: PhoneTx,
	batch: PushBatch,
	answer: PushAnswer,
	sentAt: number,
	receivedAt: number
): Promise<number | null> {
	const state = await tx.readState();
	if (state.epoch !== batch.epoch || state.wm !== batch.wm || state.cid !== batch.cid) return null;
	const sent = new Map(batch.entries.map((entry) => [entry.id, entry]));
	let closed = 0;
	for (const verdict of answer.res) {
		const entry = sent.get(verdict.id);
		if (!entry || !(await tx.closeEntry(verdict, receivedAt))) continue;
		closed += 1;
		await settleRecord(tx, entry.e, verdict, state);
	}
	const isNewEpoch = state.epoch !== null && state.epoch !== answer.epoch;
	if (isNewEpoch) await forgetVersions(tx);
	await tx.writeState({ ...learn(state, answer, sentAt, receivedAt), ...(isNewEpoch ? { cur: 0 } : {}) });
	return closed;
}

/**
 * After a verdict the record shows what the ward keeps, as soon as the phone has it: at once when its copy is already
 * that new or the ward wrote nothing, else when the row comes down; until then it shows what was written here.
 */
async function settleRecord(tx: PhoneTx, id: RecordId, verdict: Verdict, state: PhoneState): Promise<void> {
	const record = await tx.readRecord(id);
	if (!record) return;
	const open = await tx.listOpenFor(id);
	if (open.length === 0 && isOutside(record.area, state.scope)) return tx.removeRecord(id);
	if (record.v > 0 && verdict.v <= record.v) await tx.writeRecord({ ...record, fields: rebase(record.base, open) });
}

async function pullNew({ store, link, clock, limits }: Round): Promise<Result<{ pulled: number; more: boolean }>> {
	let pulled = 0;
	for (let page = 0; page < limits.pages; page++) {
		const sentAt = clock();
		const request = await store.transact((tx) => prepareRequest(tx, limits.pageRows, sentAt));
		const answer = await link.pull(request);
		if (!answer.ok) return answer;
		const receivedAt = clock();
		const step = await store.transact((tx) => acceptPage(tx, request, answer.value, sentAt, receivedAt));
		if (!step) return succeed({ pulled, more: true });
		pulled += step.pulled;
		if (!step.more) return succeed({ pulled, more: false });
		// A ward that promises more and gives nothing would be asked for ever.
		if (step.cur === request.cur && !step.isRestart) return fail('net.notWard', 'cur');
	}
	return succeed({ pulled, more: true });
}

async function prepareRequest(tx: PhoneTx, limit: number, now: number): Promise<PullRequest> {
	const { epoch, wm, cid, cur, scope } = await tx.readState();
	const pend = await tx.countOpen();
	return { epoch, wm, cid: cid as PullRequest['cid'], pend, cur, scope: scope?.hash ?? null, limit, now };
}
