// One page of rows comes down to a phone: what is newer is taken, what waits to be sent stays over it, and what left the
// scope goes. Rows and counter are one step.

import { compareHlc, encodeHlc } from './hlc.ts';
import type { PullAnswer, PullRequest } from './entry.ts';
import { rebase } from './outbox.ts';
import type { PhoneState, PhoneTx } from './phone-port.ts';
import type { PhoneRecord, Row } from './record.ts';

export interface PageStep {
	readonly pulled: number;
	readonly more: boolean;
	readonly cur: number;
	/** The counter was set back: by a new epoch or a new area. */
	readonly isRestart: boolean;
}

/** One page and its counter, together; null when the phone has moved on since it asked. */
export async function acceptPage(
	tx: PhoneTx,
	request: PullRequest,
	answer: PullAnswer,
	sentAt: number,
	receivedAt: number
): Promise<PageStep | null> {
	const state = await tx.readState();
	const isCurrent =
		state.epoch === request.epoch &&
		state.wm === request.wm &&
		state.cid === request.cid &&
		state.cur === request.cur &&
		(state.scope?.hash ?? null) === request.scope;
	if (!isCurrent) return null;
	const learned = learn(state, answer, sentAt, receivedAt);
	if (state.epoch !== null && state.epoch !== answer.epoch) {
		// Another history: its rows are read from the beginning. Nothing here is cleared.
		await forgetVersions(tx);
		await tx.writeState({ ...learned, cur: 0 });
		return { pulled: 0, more: true, cur: 0, isRestart: true };
	}
	const scope = answer.scope ?? state.scope;
	const isWider = answer.scope !== undefined && state.cur > 0 && isAreaAdded(state.scope, answer.scope);
	if (answer.scope) await purgeOutside(tx, answer.scope);
	let pulled = 0;
	for (const row of answer.rows) if (await acceptRow(tx, row, scope)) pulled += 1;
	const cur = isWider ? 0 : answer.cur;
	const more = answer.more || isWider;
	await tx.writeState({ ...learned, cur, scope, ...(more ? {} : { lastSuccessAt: receivedAt }) });
	return { pulled, more, cur, isRestart: isWider };
}

/** True when the row was newer than what the phone held. */
async function acceptRow(tx: PhoneTx, row: Row, scope: PhoneState['scope']): Promise<boolean> {
	const record = await tx.readRecord(row.id);
	if ('out' in row) {
		if (!record || (await tx.listOpenFor(row.id)).length > 0) return false;
		await tx.removeRecord(row.id);
		return true;
	}
	if (isOutside(row.area, scope) || (record && row.v <= record.v)) return false;
	const { table, id, area, v, seq, fields: base, deleted } = row;
	const fields = rebase(base, await tx.listOpenFor(id));
	await tx.writeRecord({ table, id, area, v, seq, deleted: deleted ?? false, base, fields });
	return true;
}

/** What every true answer teaches: the ward's history, how far the clock is off, and that this much time has passed. */
export function learn(
	state: PhoneState,
	answer: { readonly epoch: string; readonly wm: string; readonly now: number },
	sentAt: number,
	receivedAt: number
): Pick<PhoneState, 'epoch' | 'wm' | 'hlc' | 'clockOffsetMs'> {
	const met = encodeHlc(Math.max(0, Math.floor(answer.now)), 0, state.cid);
	return {
		epoch: answer.epoch,
		wm: answer.wm,
		hlc: compareHlc(met, state.hlc) > 0 ? met : state.hlc,
		clockOffsetMs: Math.round(answer.now - (sentAt + receivedAt) / 2)
	};
}

/** A new history counts versions anew: the copies stay, whatever the ward has now replaces them. */
export async function forgetVersions(tx: PhoneTx): Promise<void> {
	for (const record of await tx.listRecords()) {
		if (record.v > 0) await tx.writeRecord({ ...record, v: 0, seq: 0 });
	}
}

/** Takes away what the volunteer may no longer hold; what waits to be sent stays until it was. */
async function purgeOutside(tx: PhoneTx, scope: NonNullable<PhoneState['scope']>): Promise<void> {
	for (const record of await tx.listRecords()) {
		if (isOutside(record.area, scope) && (await tx.listOpenFor(record.id)).length === 0) {
			await tx.removeRecord(record.id);
		}
	}
}

export function isOutside(area: PhoneRecord['area'], scope: PhoneState['scope']): boolean {
	return scope !== null && !scope.areas.some((one) => one.assigned && one.id === area);
}

function isAreaAdded(before: PhoneState['scope'], after: NonNullable<PhoneState['scope']>): boolean {
	return after.areas.some((area) => area.assigned && (!before || isOutside(area.id, before)));
}
