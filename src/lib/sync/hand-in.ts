// What a phone had written under a name that it no longer goes by: shut out, left, replaced, or unknown to a ward that was
// put back to an older copy. Nothing of it can be read any more; all of it still goes up, by whatever way is left, and is
// asked after like everything else when the ward begins a new history.

import type { Clock } from '../domain/id.ts';
import { failWith, type Problem, type ProblemCode, type Result } from '../domain/problem.ts';
import { heed, heedRefusal, reconcile, standingOf } from './history.ts';
import type { BatchLimits } from './outbox.ts';
import type { PhoneStore, WardLink } from './phone-port.ts';
import { sendOpen, type Send, type SendResult } from './send.ts';

/** One way to the ward: whom it is asked through, and how entries go. */
export interface HandInWay {
	readonly reconcile: WardLink['reconcile'];
	readonly send: Send;
}

/** After these the ward takes nothing by this way, and never will. */
const CLOSED_WAY: readonly ProblemCode[] = ['net.revoked', 'net.unauthorized'];

/**
 * Hands in what is open by the first way that is not closed, and what the ward has lost of it. A closed way comes back as
 * the problem when there is no other.
 */
export async function handIn(
	store: PhoneStore,
	ways: readonly [HandInWay, ...HandInWay[]],
	clock: Clock,
	limits: BatchLimits
): Promise<Result<SendResult>> {
	let last = await handInBy(store, ways[0], clock, limits);
	for (const way of ways.slice(1)) {
		if (last.ok || !CLOSED_WAY.includes(last.problem.code)) return last;
		last = await handInBy(store, way, clock, limits);
	}
	return last;
}

async function handInBy(
	store: PhoneStore,
	way: HandInWay,
	clock: Clock,
	limits: BatchLimits
): Promise<Result<SendResult>> {
	const unheard = (await showMark(store, way, clock)) ?? (await reconcile(store, way.reconcile, clock));
	if (unheard) return failWith(unheard);
	const sent = await sendOpen(store, way.send, clock, limits);
	if (!sent.ok) return sent;
	// A new history came with the answer: what it has lost is asked after at once.
	const isAsking = await store.transact(async (tx) => (await tx.readState()).reconcileAfter !== null);
	return isAsking ? handInBy(store, way, clock, limits) : sent;
}

/**
 * Shows the ward the mark that this name holds, although it may have nothing to send: it may be the only one that knows
 * of steps which the ward has lost.
 */
async function showMark(store: PhoneStore, way: HandInWay, clock: Clock): Promise<Problem | null> {
	const sentAt = clock();
	const question = await store.transact(async (tx) => {
		const state = await tx.readState();
		const [first] = await tx.listRetained(0, 1);
		return state.epoch !== null && first ? { ...standingOf(state, sentAt), ids: [first.id] } : null;
	});
	if (!question) return null;
	const answer = await way.reconcile(question);
	const times = { sentAt, receivedAt: clock() };
	if (answer.ok) {
		const { epoch, wm, now } = answer.value;
		await heed(store, question, { epoch, wm, now }, times);
		return null;
	}
	await heedRefusal(store, question, answer, times);
	return answer.problem;
}
