// What is new comes down, page by page. The next page is asked for while this one is being written: the way to the ward
// and the phone's store are never both idle, and an answer that was asked for too early is not heard (PG3).

import type { Clock } from '../domain/id.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import type { PullAnswer, PullRequest } from './entry.ts';
import { heedRefusal, standingOf } from './history.ts';
import { isSameJson } from './json.ts';
import { LATER_TABLES } from './record.ts';
import { acceptPage } from './page.ts';
import type { Answer, PhoneTx, WardLink } from './phone-port.ts';
import type { Round } from './round.ts';

export interface PullResult {
	/** Rows that were newer than what the phone held. */
	readonly pulled: number;
	readonly more: boolean;
}

/** A question on its way. */
interface Asked {
	readonly request: PullRequest;
	readonly sentAt: number;
	readonly told: Promise<{ readonly answer: Answer<PullAnswer>; readonly receivedAt: number }>;
}

/** Takes down what the phone's own counter has not seen, then what its fills lack. */
export async function pullNew(round: Round): Promise<Result<PullResult>> {
	const { store, link, clock, limits } = round;
	let pulled = 0;
	let isOwnDone = false;
	let early: Asked | null = null;
	for (let page = 0; page < limits.pages; page++) {
		const sentAt = clock();
		const request = await store.transact((tx) => prepareRequest(tx, limits.pageRows, sentAt, isOwnDone));
		if (!request) return succeed({ pulled, more: false });
		const asked: Asked = early && isSameQuestion(early.request, request) ? early : ask(link, clock, request, sentAt);
		const { answer, receivedAt } = await asked.told;
		const times = { sentAt: asked.sentAt, receivedAt };
		if (!answer.ok) {
			await heedRefusal(store, asked.request, answer, times);
			const isTooOld = answer.problem.code === 'net.resync' && request.cur > 0 && !request.fill;
			if (!isTooOld) return failWith(answer.problem);
			await store.transact((tx) => readAnew(tx, request));
			return succeed({ pulled, more: true });
		}
		const next = page + 1 < limits.pages ? guessNext(asked.request, answer.value) : null;
		early = next && ask(link, clock, next, clock());
		const step = await store.transact((tx) => acceptPage(tx, asked.request, answer.value, times));
		if (!step) return succeed({ pulled, more: true });
		pulled += step.pulled;
		if (step.isRestart) return succeed({ pulled, more: true });
		// A ward that promises more and gives nothing would be asked for ever.
		if (step.more && step.cur === request.cur) return fail('net.notWard', 'cur');
		if (!request.fill) isOwnDone = !step.more;
	}
	return succeed({ pulled, more: true });
}

function ask(link: WardLink, clock: Clock, request: PullRequest, sentAt: number): Asked {
	const told = link.pull({ ...request, now: sentAt }).then((answer) => ({ answer, receivedAt: clock() }));
	// An early one that nobody waits for any more may fail in silence.
	told.catch(() => undefined);
	return { request, sentAt, told };
}

/** What the phone will ask once it has taken this answer in, if nothing comes between. */
function guessNext(asked: PullRequest, answer: PullAnswer): PullRequest | null {
	const isPlain = !asked.fill && !asked.ids && answer.more && answer.cur !== asked.cur;
	if (!isPlain || (asked.epoch !== null && asked.epoch !== answer.epoch)) return null;
	const { epoch, wm, cur } = answer;
	return { ...asked, epoch, wm, cur, scope: answer.scope?.hash ?? asked.scope };
}

/** How much waits, and when that was said, decides nothing about the answer. */
function isSameQuestion(a: PullRequest, b: PullRequest): boolean {
	return isSameJson({ ...a, now: 0, pend: 0 }, { ...b, now: 0, pend: 0 });
}

/** The ward no longer tells what left since the phone was here: all is read once more, and compared then. */
async function readAnew(tx: PhoneTx, asked: PullRequest): Promise<void> {
	const { cur, epoch } = await tx.readState();
	if (cur === asked.cur && epoch === asked.epoch) await tx.writeState({ cur: 0, fills: [], digestAt: null });
}

/** The phone's own counter first, then the areas that were added; null when there is nothing left to ask. */
async function prepareRequest(
	tx: PhoneTx,
	limit: number,
	now: number,
	isOwnDone: boolean
): Promise<PullRequest | null> {
	const state = await tx.readState();
	const [next] = state.fills;
	if (isOwnDone && !next) return null;
	const pend = await tx.countOpen();
	const scope = state.scope?.hash ?? null;
	const asked = { ...standingOf(state, now), pend, scope, limit, tables: LATER_TABLES };
	if (!isOwnDone || !next) return { ...asked, cur: state.cur };
	return { ...asked, cur: next.cur, fill: { areas: next.areas, until: next.until } };
}
