// What is open goes up, batch by batch, each answer a step of its own. Nothing leaves the outbox but by its own verdict.

import type { Clock, RecordId } from '../domain/id.ts';
import { failWith, problem, succeed, type Problem, type Result } from '../domain/problem.ts';
import type { PushAnswer, PushBatch, Verdict } from './entry.ts';
import { beginAgain, heedRefusal, isNewEpoch, learn, standingOf, standsThere, type Times } from './history.ts';
import { cutBatch, rebase, type BatchLimits } from './outbox.ts';
import { isOutside } from './page.ts';
import type { Answer, PhoneState, PhoneStore, PhoneTx } from './phone-port.ts';

/** How a batch gets to the ward: pushed, or deposited by a phone that may no longer push. */
export type Send = (batch: PushBatch) => Promise<Answer<PushAnswer>>;

export interface SendResult {
	/** Entries that got their verdict. */
	readonly pushed: number;
	/** True when an answer came too late to be heard. */
	readonly isStale: boolean;
	/** The first entry that the ward refuses to read, told once everything else was sent. */
	readonly stuck: Problem | null;
}

/**
 * Sends everything that is open. `isLocked`: nothing but the outbox can be read or written, so a new history is left for
 * the next open round, which finds the ward still in it.
 */
export async function sendOpen(
	store: PhoneStore,
	send: Send,
	clock: Clock,
	limits: BatchLimits,
	isLocked: boolean = false
): Promise<Result<SendResult>> {
	let pushed = 0;
	let stuck: Problem | null = null;
	let afterN = 0;
	let size = limits.batchEntries;
	for (;;) {
		const sentAt = clock();
		const batch = await store.transact((tx) => prepareBatch(tx, afterN, { ...limits, batchEntries: size }, sentAt));
		const last = batch?.entries.at(-1);
		if (!batch || !last) return succeed({ pushed, isStale: false, stuck });
		const answer = await send(batch);
		const times = { sentAt, receivedAt: clock() };
		if (!answer.ok) {
			const { code } = answer.problem;
			const isSplit = code === 'net.tooLarge' || code === 'net.badRequest';
			if (batch.entries.length > 1 && (isSplit || code === 'net.timeout')) {
				size = Math.ceil(batch.entries.length / 2);
			} else if (isSplit) {
				stuck ??= problem(code === 'net.tooLarge' ? 'entry.tooLarge' : 'entry.invalid', last.id);
				afterN = last.n;
			} else {
				if (!isLocked) await heedRefusal(store, batch, answer, times);
				return { ok: false, problem: answer.problem };
			}
			continue;
		}
		const closed = await store.transact((tx) => acceptPush(tx, batch, answer.value, times, isLocked));
		if (closed === null) return succeed({ pushed, isStale: true, stuck });
		pushed += closed;
		// Entries without a verdict stay open for the next round; this one goes on behind them.
		afterN = last.n;
		size = Math.min(size * 2, limits.batchEntries);
	}
}

/**
 * Asks with an empty batch whether the ward still lets this phone in: all that a phone has to ask on which nothing can be
 * read. Of the answer nothing else is heard.
 */
export async function knock(store: PhoneStore, send: Send, clock: Clock): Promise<Result<void>> {
	const batch = await store.transact(async (tx): Promise<PushBatch> => {
		const state = await tx.readState();
		const pend = await tx.countOpen();
		return { ...standingOf(state, clock()), pend, maxN: state.n, entries: [] };
	});
	const answer = await send(batch);
	return answer.ok ? succeed(undefined) : failWith(answer.problem);
}

async function prepareBatch(tx: PhoneTx, afterN: number, limits: BatchLimits, now: number): Promise<PushBatch | null> {
	const open = await tx.listPosted(afterN, limits.batchEntries);
	if (open.length === 0) return null;
	const state = await tx.readState();
	const pend = await tx.countOpen();
	return { ...standingOf(state, now), pend, maxN: state.n, entries: cutBatch(open, limits) };
}

/** How many entries the answer closed; null when it answers a question that this phone no longer asks. */
async function acceptPush(
	tx: PhoneTx,
	batch: PushBatch,
	answer: PushAnswer,
	times: Times,
	isLocked: boolean
): Promise<number | null> {
	const state = await tx.readState();
	if (!standsThere(state, batch)) return null;
	// What a new history acknowledges must be asked after when that one is lost too, and a locked phone cannot enter it.
	if (isLocked && isNewEpoch(state, answer)) return null;
	const sent = new Map(batch.entries.map((entry) => [entry.id, entry]));
	let closed = 0;
	for (const verdict of answer.res) {
		const entry = sent.get(verdict.id);
		if (!entry || !(await tx.closeEntry(verdict, times.receivedAt, isLocked))) continue;
		closed += 1;
		if (!isLocked) await settleRecord(tx, entry.e, verdict, state);
	}
	const learned = learn(state, answer, times);
	if (isNewEpoch(state, answer)) await beginAgain(tx, learned);
	else await tx.writeState(learned);
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

/**
 * Lets records follow what was answered while they could not be read. Done when the phone is unlocked and before each
 * round: an answer that a locked round waited for may come after the unlock.
 */
export async function settleLate(tx: PhoneTx): Promise<void> {
	const late = await tx.listUnsettled();
	if (late.length === 0) return;
	const state = await tx.readState();
	for (const { id, e, verdict } of late) {
		await settleRecord(tx, e, verdict, state);
		await tx.noteSettled(id);
	}
}
