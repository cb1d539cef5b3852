// Which of the ward's histories the phone follows. Every true answer names the history (epoch) and where the ward stands
// in it (watermark), a refusal too; an answer is heard only by a phone that still stands where it stood when it asked. In
// a new history everything is read again, and what the ward had acknowledged in the old one is offered once more.

import type { ClientId, Clock, EntryId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Problem } from '../domain/problem.ts';
import type { ReconcileRequest, Standing, WardStanding } from './entry.ts';
import { compareHlc, encodeHlc } from './hlc.ts';
import type { Answer, PhoneState, PhoneStore, PhoneTx } from './phone-port.ts';

/** When a question left and when its answer was there, by the phone's clock. */
export interface Times {
	readonly sentAt: number;
	readonly receivedAt: number;
}

/** Who asks, in every request. */
export function standingOf({ epoch, wm, cid }: PhoneState, now: number): Standing {
	return { epoch, wm, cid: cid as ClientId, now };
}

/** Whether the phone still stands where it stood when it asked. */
export function standsThere(state: PhoneState, asked: Pick<Standing, 'epoch' | 'wm' | 'cid'>): boolean {
	return state.epoch === asked.epoch && state.wm === asked.wm && state.cid === asked.cid;
}

/** Whether the answer comes from another history than the phone's. */
export function isNewEpoch(state: PhoneState, answer: Pick<WardStanding, 'epoch'>): boolean {
	return state.epoch !== null && state.epoch !== answer.epoch;
}

/** What every true answer teaches: the ward's history, how far the clock is off, and that this much time has passed. */
export function learn(
	state: PhoneState,
	answer: WardStanding,
	{ sentAt, receivedAt }: Times
): Pick<PhoneState, 'epoch' | 'wm' | 'hlc' | 'clockOffsetMs'> {
	const met = encodeHlc(Math.max(0, Math.floor(answer.now)), 0, state.cid);
	return {
		epoch: answer.epoch,
		wm: answer.wm,
		hlc: compareHlc(met, state.hlc) > 0 ? met : state.hlc,
		clockOffsetMs: Math.round(answer.now - (sentAt + receivedAt) / 2)
	};
}

/**
 * Another history counts versions anew: the copies stay, whatever the ward has now replaces them, everything is read
 * from the beginning, and what was acknowledged is asked after. Nothing here is cleared.
 */
export async function beginAgain(tx: PhoneTx, learned: Partial<PhoneState>): Promise<void> {
	for (const record of await tx.listRecords()) {
		if (record.v > 0) await tx.writeRecord({ ...record, v: 0, seq: 0 });
	}
	await tx.writeState({ ...learned, cur: 0, fills: [], reconcileAfter: 0, digestAt: null });
}

/** What a refusal teaches: the ward says where its history stands also to those whom it refuses. */
export async function heedRefusal(
	store: PhoneStore,
	asked: Standing,
	answer: Answer<unknown>,
	times: Times
): Promise<void> {
	if (!answer.ok && answer.ward) await heed(store, asked, answer.ward, times);
}

/** What the ward says of where it stands, if the phone still stands where it stood when it asked. */
export async function heed(store: PhoneStore, asked: Standing, ward: WardStanding, times: Times): Promise<void> {
	await store.transact(async (tx) => {
		const state = await tx.readState();
		if (!standsThere(state, asked)) return;
		const learned = learn(state, ward, times);
		if (isNewEpoch(state, ward)) await beginAgain(tx, learned);
		else await tx.writeState(learned);
	});
}

/**
 * After a new epoch asks which of the retained entries the ward still has, and opens the others again. Each answer is a
 * step of its own, so it may be broken off anywhere. Answers with the problem that stopped it.
 */
export async function reconcile(
	store: PhoneStore,
	ask: (request: ReconcileRequest) => Promise<Answer<WardStanding & { readonly missing: readonly EntryId[] }>>,
	clock: Clock
): Promise<Problem | null> {
	for (;;) {
		const sentAt = clock();
		const question = await store.transact((tx) => prepareQuestion(tx, sentAt));
		if (!question) return null;
		const { after, last, request } = question;
		const answer = await ask(request);
		const times = { sentAt, receivedAt: clock() };
		if (!answer.ok) {
			await heedRefusal(store, request, answer, times);
			return answer.problem;
		}
		const { value } = answer;
		await store.transact(async (tx) => {
			const state = await tx.readState();
			if (!standsThere(state, request) || state.reconcileAfter !== after) return;
			const learned = learn(state, value, times);
			if (isNewEpoch(state, value)) return beginAgain(tx, learned);
			const asked = new Set(request.ids);
			for (const id of value.missing) if (asked.has(id)) await tx.reopenEntry(id);
			await tx.writeState({ ...learned, reconcileAfter: last });
		});
	}
}

async function prepareQuestion(
	tx: PhoneTx,
	now: number
): Promise<{ request: ReconcileRequest; after: number; last: number } | null> {
	const state = await tx.readState();
	if (state.reconcileAfter === null) return null;
	const retained = await tx.listRetained(state.reconcileAfter, LIMIT.reconcileIds);
	const last = retained.at(-1);
	if (!last) {
		await tx.writeState({ reconcileAfter: null });
		return null;
	}
	const ids = retained.map(({ id }) => id);
	return { request: { ...standingOf(state, now), ids }, after: state.reconcileAfter, last: last.n };
}
