// Has the ward's store travelled back in time? Every answer carries a mark: the ward's counter, the head of its chain
// there, and a MAC that only the ward can make. A phone brings the last one back with each request. A true mark that
// the chain does not hold means that the store lost steps which somebody was told of (an older copy put back, a write
// undone): the ward then begins a new epoch, and phones offer again what they retained (sync.md 2.5, W1 to W4).

import type { PullRequest, Standing, WardStanding } from './entry.ts';
import type { WardState, WardTx } from './ward-port.ts';

/** What a mark says. */
export interface Mark {
	readonly seq: number;
	/** Head of the chain after that step, 32 hex digits; all zeros before the first. */
	readonly head: string;
}

export interface MarkTools {
	/** Hex MAC of a text, under a key that lies outside the store and belongs to one ward. */
	mac(text: string): string;
	readonly now: number;
}

const SEQ_DIGITS = 16;
const HEAD_DIGITS = 32;
const MAC_DIGITS = 16;
const NO_HEAD = '0'.repeat(HEAD_DIGITS);
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The mark of a place in one history: 8 bytes of counter, 16 of head and 8 of MAC, in base64url. */
export function encodeMark(epoch: string, { seq, head }: Mark, tools: Pick<MarkTools, 'mac'>): string {
	const said = seq.toString(16).padStart(SEQ_DIGITS, '0') + (head || NO_HEAD);
	return encodeHex(said + macOf(epoch, said, tools));
}

/** What a mark says, if this ward made it in this epoch; null for everything else. */
export function parseMark(epoch: string, wm: string, tools: Pick<MarkTools, 'mac'>): Mark | null {
	const hex = decodeHex(wm);
	if (hex?.length !== SEQ_DIGITS + HEAD_DIGITS + MAC_DIGITS) return null;
	const said = hex.slice(0, SEQ_DIGITS + HEAD_DIGITS);
	if (!isSameSecret(hex.slice(said.length), macOf(epoch, said, tools))) return null;
	return { seq: Number.parseInt(said.slice(0, SEQ_DIGITS), 16), head: said.slice(SEQ_DIGITS) };
}

/** Where the ward stands, as every answer says it. */
export function describeStanding({ epoch, seq, head }: WardState, tools: MarkTools): WardStanding {
	return { epoch, wm: encodeMark(epoch, { seq, head }, tools), now: tools.now };
}

/** Whether the ward's history holds what the phone was told; a mark of another epoch, or none of ours, says nothing. */
export async function isInHistory(
	tx: Pick<WardTx, 'readHead'>,
	ward: WardState,
	{ epoch, wm }: Pick<Standing, 'epoch' | 'wm'>,
	tools: Pick<MarkTools, 'mac'>
): Promise<boolean> {
	if (epoch !== ward.epoch || wm === null) return true;
	const mark = parseMark(epoch, wm, tools);
	if (!mark) return true;
	if (mark.seq > ward.seq) return false;
	const head = mark.seq === ward.seq ? ward.head : await tx.readHead(mark.seq);
	return (head || NO_HEAD) === mark.head;
}

/**
 * Runs first in every transaction of sync, before anybody is let in or refused: a phone that is shut out may be the
 * only witness. Answers the ward's state, in a new epoch with an incident where the history was broken; the caller's
 * transaction must commit also when it then refuses.
 */
export async function decideHistory(
	tx: WardTx,
	said: Pick<Standing, 'epoch' | 'wm'>,
	tools: MarkTools & { newId(): string }
): Promise<{ readonly ward: WardState; readonly isNew: boolean }> {
	const ward = await tx.readWard();
	if (await isInHistory(tx, ward, said, tools)) return { ward, isNew: false };
	// isInHistory has read both; a mark that it doubts is there and is ours.
	const told = parseMark(said.epoch ?? '', said.wm ?? '', tools)?.seq ?? ward.seq;
	return { ward: await beginEpoch(tx, { kind: 'timeTravel', told }, tools), isNew: true };
}

/** A new name for the ward's history, because it is no longer the one that phones were told of. */
export async function beginEpoch(
	tx: WardTx,
	cause: { readonly kind: 'timeTravel' | 'restore'; readonly told: number | null },
	tools: { readonly now: number; newId(): string }
): Promise<WardState> {
	const before = await tx.readWard();
	const ward = { ...before, epoch: tools.newId() };
	await tx.writeWard(ward);
	await tx.addIncident({
		id: tools.newId(),
		kind: cause.kind,
		at: tools.now,
		before: before.epoch,
		epoch: ward.epoch,
		seq: ward.seq,
		count: cause.told === null ? null : Math.max(0, cause.told - ward.seq),
		subject: null
	});
	return ward;
}

/**
 * The phone's counter lies before what the ward still tells of removals: it reads everything anew, its entries first.
 * `freshSeq` is where the ward stood when the phone last began at the beginning: a reading that is under way goes on.
 */
export function isTooOld(
	{ minSeq }: WardState,
	{ cur, fill, ids }: Pick<PullRequest, 'cur' | 'fill' | 'ids'>,
	freshSeq: number
): boolean {
	return !fill && !ids && cur > 0 && cur < minSeq && freshSeq < minSeq;
}

function macOf(epoch: string, said: string, tools: Pick<MarkTools, 'mac'>): string {
	return tools.mac(`${epoch}|${said}`).slice(0, MAC_DIGITS);
}

/** Takes as long for a wrong first letter as for a wrong last one. */
function isSameSecret(a: string, b: string): boolean {
	if (a.length !== b.length) return false;
	let differs = 0;
	for (let i = 0; i < a.length; i++) differs |= a.charCodeAt(i) ^ b.charCodeAt(i);
	return differs === 0;
}

/** Hex digits as base64url; the last letter is filled up with zeros. */
function encodeHex(hex: string): string {
	let text = '';
	for (let at = 0; at < hex.length; at += 3) {
		const bits = Number.parseInt(hex.slice(at, at + 3).padEnd(3, '0'), 16);
		text += LETTERS[bits >> 6]! + (hex.length - at > 1 ? LETTERS[bits & 63]! : '');
	}
	return text;
}

/** The other way; null where a letter is none. */
function decodeHex(text: string): string | null {
	let hex = '';
	for (let at = 0; at < text.length; at += 2) {
		const high = LETTERS.indexOf(text[at]!);
		const low = at + 1 < text.length ? LETTERS.indexOf(text[at + 1]!) : 0;
		if (high < 0 || low < 0) return null;
		hex += ((high << 6) | low).toString(16).padStart(3, '0');
	}
	return hex.slice(0, Math.floor((text.length * 3) / 2 / 2) * 2);
}
