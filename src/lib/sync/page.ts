// One page of rows comes down to a phone: what is newer is taken, what waits to be sent stays over it, and what left the
// scope goes. Rows and counter are one step. Beside the phone's own counter each addition of areas has one of its own
// (a fill), which ends where the phone's counter stood when the areas were added.

import type { AreaId } from '../domain/id.ts';
import type { PullAnswer, PullRequest } from './entry.ts';
import { beginAgain, isNewEpoch, learn, standsThere, type Times } from './history.ts';
import { isSameJson } from './json.ts';
import { rebase } from './outbox.ts';
import type { Fill, PhoneState, PhoneTx } from './phone-port.ts';
import type { PhoneRecord, Row } from './record.ts';

export interface PageStep {
	readonly pulled: number;
	readonly more: boolean;
	/** The counter that the page was about. */
	readonly cur: number;
	/** The counter was set back by a new epoch. */
	readonly isRestart: boolean;
}

/** Where a record is kept that has left the phone's areas while entries about it wait. */
const NOWHERE = '' as AreaId;

/** One page and its counter, together; null when the phone has moved on since it asked. */
export async function acceptPage(
	tx: PhoneTx,
	request: PullRequest,
	answer: PullAnswer,
	times: Times
): Promise<PageStep | null> {
	const state = await tx.readState();
	if (!isStillAsking(state, request)) return null;
	const learned = learn(state, answer, times);
	if (isNewEpoch(state, answer)) {
		await beginAgain(tx, learned);
		return { pulled: 0, more: true, cur: 0, isRestart: true };
	}
	const scope = answer.scope ?? state.scope;
	if (answer.scope) await purgeOutside(tx, answer.scope);
	let pulled = 0;
	for (const row of answer.rows) if (await acceptRow(tx, row, scope)) pulled += 1;
	const isOwn = !request.fill && !request.ids;
	const cur = isOwn ? answer.cur : state.cur;
	const fills = followFills(request.fill ? advanceFill(state.fills, answer) : state.fills, state, answer.scope);
	const isDone = !request.ids && !answer.more && fills.length === 0;
	await tx.writeState({
		...learned,
		cur,
		fills,
		scope,
		...(answer.scope?.keys ? { keys: answer.scope.keys } : {}),
		...(isDone ? { lastSuccessAt: times.receivedAt } : {})
	});
	return { pulled, more: answer.more, cur: answer.cur, isRestart: false };
}

function isStillAsking(state: PhoneState, { fill, ids, cur, scope, ...asked }: PullRequest): boolean {
	if (!standsThere(state, asked) || (state.scope?.hash ?? null) !== scope) return false;
	if (ids) return true;
	return fill ? isSameJson(state.fills[0], { ...fill, cur }) : state.cur === cur;
}

/** True when the row was newer than what the phone held. */
async function acceptRow(tx: PhoneTx, row: Row, scope: PhoneState['scope']): Promise<boolean> {
	const record = await tx.readRecord(row.id);
	if ('out' in row) {
		if (!record) return false;
		if ((await tx.listOpenFor(row.id)).length === 0) {
			await tx.removeRecord(row.id);
			return true;
		}
		if (record.area !== NOWHERE) await tx.writeRecord({ ...record, area: NOWHERE });
		return false;
	}
	if (isOutside(row.area, scope) || (record && row.v <= record.v)) return false;
	const { table, id, area, v, seq, fields: base, deleted } = row;
	const fields = rebase(base, await tx.listOpenFor(id));
	await tx.writeRecord({ table, id, area, v, seq, deleted: deleted ?? false, base, fields });
	return true;
}

function advanceFill([first, ...others]: readonly Fill[], { cur, more }: PullAnswer): readonly Fill[] {
	return first && more ? [{ ...first, cur }, ...others] : others;
}

/** Areas that are no longer the phone's need no more rows; those that were added need all up to its own counter. */
function followFills(fills: readonly Fill[], state: PhoneState, scope: PullAnswer['scope']): readonly Fill[] {
	if (!scope) return fills;
	const kept = fills
		.map((fill) => ({ ...fill, areas: fill.areas.filter((area) => !isOutside(area, scope)) }))
		.filter((fill) => fill.areas.length > 0);
	if (state.cur === 0) return kept;
	const added = scope.areas.filter((area) => area.assigned && isAdded(area.id, state.scope)).map((area) => area.id);
	return added.length > 0 ? [...kept, { areas: added, cur: 0, until: state.cur }] : kept;
}

function isAdded(area: AreaId, before: PhoneState['scope']): boolean {
	return before === null || isOutside(area, before);
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
