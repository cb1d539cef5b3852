// Once a day, and after everything was read anew, phone and ward compare their copies by sums (digest.ts). What differs
// is taken anew by its id; what the ward does not have goes. Entries that wait are never touched.

import type { RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { bucketOf, sumAreas } from './digest.ts';
import type { DigestAnswer, DigestRequest, PullRequest } from './entry.ts';
import { beginAgain, heedRefusal, isNewEpoch, learn, standingOf, standsThere, type Times } from './history.ts';
import { acceptPage } from './page.ts';
import type { PhoneState, PhoneTx } from './phone-port.ts';
import { LATER_TABLES, type PhoneRecord } from './record.ts';
import type { Round } from './round.ts';

/**
 * Compares, when it is time, and mends. Never a reason for a round to fail: nothing that waits depends on it. Answers
 * how many copies were wrong.
 */
export async function compareCopies(round: Round): Promise<number> {
	const { store, link, clock } = round;
	const sentAt = clock();
	const request = await store.transact((tx) => prepareDigest(tx, sentAt));
	if (!request) return 0;
	const answer = await link.digest(request);
	const times = { sentAt, receivedAt: clock() };
	if (!answer.ok) {
		await heedRefusal(store, request, answer, times);
		await noteCompared(round, request, true);
		return 0;
	}
	const found = await store.transact((tx) => acceptDigest(tx, request, answer.value, times));
	if (!found) return 0;
	for (let at = 0; at < found.wanted.length; at += LIMIT.pageRows) {
		if (!(await takeAnew(round, found.wanted.slice(at, at + LIMIT.pageRows)))) return at + found.dropped;
	}
	await noteCompared(round, request, answer.value.later.length > 0);
	return found.wanted.length + found.dropped;
}

async function prepareDigest(tx: PhoneTx, now: number): Promise<DigestRequest | null> {
	const state = await tx.readState();
	const { scope, digestAt, fills, cur } = state;
	const isDue = digestAt === null || now < digestAt || now - digestAt >= LIMIT.digestEveryMs;
	if (!scope || fills.length > 0 || !isDue) return null;
	const areas = scope.areas.filter((area) => area.assigned).map((area) => area.id);
	const copies = (await tx.listRecords()).filter(isCopy);
	const tables = LATER_TABLES;
	return { ...standingOf(state, now), cur, scope: scope.hash, tables, areas: sumAreas(copies, areas) };
}

/** The ids to take anew, and how many copies went; null when the phone has moved on since it asked. */
async function acceptDigest(
	tx: PhoneTx,
	request: DigestRequest,
	answer: DigestAnswer,
	times: Times
): Promise<{ wanted: RecordId[]; dropped: number } | null> {
	const state = await tx.readState();
	if (!isSameGround(state, request)) return null;
	const learned = learn(state, answer, times);
	if (isNewEpoch(state, answer)) {
		await beginAgain(tx, learned);
		return null;
	}
	await tx.writeState(learned);
	const wanted: RecordId[] = [];
	let dropped = 0;
	const held = answer.differ.length > 0 ? (await tx.listRecords()).filter(isCopy) : [];
	for (const { area, bucket, rows } of answer.differ) {
		const mine = new Map(
			held.filter((one) => one.area === area && bucketOf(one.id) === bucket).map((one) => [one.id, one])
		);
		for (const [id, v] of rows) {
			const copy = mine.get(id);
			mine.delete(id);
			if (copy?.v === v) continue;
			wanted.push(id);
			// Only a newer version is taken: a copy that claims too much must first forget its own.
			if (copy && copy.v > v) await tx.writeRecord({ ...copy, v: 0, seq: 0 });
		}
		for (const copy of mine.values()) {
			dropped += 1;
			if ((await tx.listOpenFor(copy.id)).length > 0) await tx.writeRecord({ ...copy, v: 0, seq: 0 });
			else await tx.removeRecord(copy.id);
		}
	}
	return { wanted, dropped };
}

/** What came down once, also in another history: a record that the ward has lost for good must not stay for ever. */
function isCopy({ v, base }: PhoneRecord): boolean {
	return v > 0 || Object.keys(base).length > 0;
}

function isSameGround(state: PhoneState, request: DigestRequest): boolean {
	return standsThere(state, request) && state.cur === request.cur && state.scope?.hash === request.scope;
}

/** False when it could not be finished: the next round compares again. */
async function takeAnew({ store, link, clock, limits }: Round, ids: readonly RecordId[]): Promise<boolean> {
	const sentAt = clock();
	const request = await store.transact(async (tx): Promise<PullRequest> => {
		const state = await tx.readState();
		const { cur, scope } = state;
		const pend = await tx.countOpen();
		const limit = limits.pageRows;
		return { ...standingOf(state, sentAt), pend, cur, scope: scope?.hash ?? null, limit, tables: LATER_TABLES, ids };
	});
	const answer = await link.pull(request);
	const times = { sentAt, receivedAt: clock() };
	if (!answer.ok) {
		await heedRefusal(store, request, answer, times);
		return false;
	}
	const step = await store.transact((tx) => acceptPage(tx, request, answer.value, times));
	return step !== null && !step.isRestart;
}

/** `isSoon`: some areas could not be compared; not before a while, though, so that a busy ward is not asked each round. */
async function noteCompared({ store, clock }: Round, asked: DigestRequest, isSoon: boolean): Promise<void> {
	const now = clock();
	const digestAt = isSoon ? now - LIMIT.digestEveryMs + LIMIT.digestAgainMs : now;
	await store.transact(async (tx) => {
		const { epoch, cid } = await tx.readState();
		if (epoch === asked.epoch && cid === asked.cid) await tx.writeState({ digestAt });
	});
}
