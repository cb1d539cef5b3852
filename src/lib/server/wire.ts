// Requests of phones, from bytes to what the ward works with. The schemas are the contract's; here stands what belongs
// to a request as a whole: its sum, its size, its version.

import { carryRequest } from '../contract/carry.ts';
import { depositRequest } from '../contract/deposit.ts';
import { digestRequest } from '../contract/digest.ts';
import { contentRequest, type ContentRequest } from '../contract/edition.ts';
import { joinLookRequest, joinRequest } from '../contract/join.ts';
import { pullRequest } from '../contract/pull.ts';
import { pushRequest, type WireEntry } from '../contract/push.ts';
import { reconcileRequest } from '../contract/reconcile.ts';
import { readRescue } from '../contract/rescue.ts';
import {
	APP_HEADER,
	DEVICE_HEADER,
	DEVICE_SIGNATURE_HEADER,
	DEVICE_TIME_HEADER,
	PROTOCOL
} from '../contract/version.ts';
import type { ClientId, EntryId, RecordId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { describeBundle } from '../sync/entry.ts';
import type {
	Bundle,
	DepositRequest,
	DigestRequest,
	EntryKind,
	PostedEntry,
	PullRequest,
	PushBatch,
	ReconcileRequest,
	Standing
} from '../sync/entry.ts';
import type { JoinInput } from './join.ts';
import { hashText } from './vault.ts';
import type { SignedBundle, SignedRequest } from './ward.ts';

interface Schema<Value> {
	safeParse(
		value: unknown
	): { success: true; data: Value } | { success: false; error: { issues: { path: PropertyKey[] }[] } };
}

function parseJson(body: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
	} catch {
		// neither UTF-8 nor JSON: the schema below refuses undefined
		return undefined;
	}
}

function parseWith<Value>(schema: Schema<Value>, json: unknown): Result<Value> {
	const parsed = schema.safeParse(json);
	return parsed.success ? succeed(parsed.data) : fail('net.badRequest', parsed.error.issues[0]?.path.join('.'));
}

export function parseLook(body: Uint8Array): Result<{ readonly code: string }> {
	return parseWith(joinLookRequest, parseJson(body));
}

export function parseJoin(body: Uint8Array): Result<JoinInput> {
	return parseWith(joinRequest, parseJson(body));
}

/** A batch of any protocol: what a phone has written is taken, however old the phone is (sync.md 2.7, UPGRADE). */
export function parsePush(body: Uint8Array): Result<PushBatch> {
	return parseBatch(pushRequest, body) as Result<PushBatch>;
}

/** What a phone had written before it was shut out, of any protocol. */
export function parseDeposit(body: Uint8Array): Result<DepositRequest> {
	return parseBatch(depositRequest, body) as Result<DepositRequest>;
}

/** Ids were checked by the schema; the callers' types only add what kind each one is. */
function parseBatch<Value extends { sum: string; protocol: number; entries: WireEntry[] }>(
	schema: Schema<Value>,
	body: Uint8Array
): Result<unknown> {
	const json = parseJson(body);
	const raw = typeof json === 'object' && json !== null && 'entries' in json ? json.entries : undefined;
	if (Array.isArray(raw) && raw.length > LIMIT.batchEntries) return fail('net.tooLarge');
	const parsed = parseWith(schema, json);
	if (!parsed.ok) return parsed;
	const { sum, entries, protocol: _, ...rest } = parsed.value;
	// the text as it was sent: what the schema gives back may stand in another order
	if (sum !== hashText(JSON.stringify(raw))) return fail('net.busy', 'sum');
	return succeed({ ...rest, entries: entries.map(decodeEntry) });
}

/** A bundle that somebody brings, of any protocol; its signature is looked at where the writer's key is known. */
export function parseCarry(body: Uint8Array): Result<Standing & { readonly bundle: SignedBundle }> {
	const parsed = parseWith(carryRequest, parseJson(body));
	if (!parsed.ok) return parsed;
	const { bundle, cid, protocol: _, ...rest } = parsed.value;
	return succeed({ ...rest, cid: cid as ClientId, bundle: decodeBundle(bundle as unknown as Bundle) });
}

/** A file that somebody brings to the desk of this ward. */
export async function parseRescue(text: string, ward: WardId): Promise<Result<readonly SignedBundle[]>> {
	const brought = await readRescue(text, ward, hashText);
	return brought.ok ? succeed(brought.value.map(decodeBundle)) : brought;
}

/** Signed as it was written, fields that we do not know included; ids were checked by the schema. */
function decodeBundle(bundle: Bundle): SignedBundle {
	const signedText = describeBundle(bundle);
	return { ...bundle, entries: bundle.entries.map((entry) => decodeEntry(entry as unknown as WireEntry)), signedText };
}

export function parseReconcile(body: Uint8Array): Result<ReconcileRequest> {
	return parseQuestion(reconcileRequest, body) as Result<ReconcileRequest>;
}

export function parseDigest(body: Uint8Array): Result<DigestRequest> {
	return parseQuestion(digestRequest, body) as Result<DigestRequest>;
}

function decodeEntry({ id, n, sv, k, e, bv, t, body }: WireEntry): PostedEntry {
	// Kinds that we do not know are the engine's to set aside; ids were checked by the schema.
	return { id: id as EntryId, n, sv, k: k as EntryKind, e: e as RecordId, bv, t, body };
}

export function parsePull(body: Uint8Array): Result<PullRequest> {
	return parseQuestion(pullRequest, body) as Result<PullRequest>;
}

/**
 * A phone of another protocol sends what it has, but gets nothing that it could misunderstand. Ids were checked by the
 * schema; the callers' types only add what kind each one is.
 */
function parseQuestion<Value>(schema: Schema<Value>, body: Uint8Array): Result<unknown> {
	const json = parseJson(body);
	const protocol = typeof json === 'object' && json !== null && 'protocol' in json ? json.protocol : undefined;
	if (typeof protocol === 'number' && protocol !== PROTOCOL) return fail('net.upgrade');
	return parseWith(schema, json);
}

/** What a phone asks about content; one of another protocol may ask too: the answer is data with a format of its own. */
export function parseContent(body: Uint8Array): Result<ContentRequest> {
	const parsed = parseWith(contentRequest, parseJson(body));
	if (!parsed.ok) return parsed;
	const { protocol: _, ...rest } = parsed.value;
	// names and hashes have none, and PostgreSQL stores none
	if (JSON.stringify(rest).includes('\\u0000')) return fail('net.badRequest');
	return succeed(rest);
}

/** What a phone shows of itself in the headers, with the body that its signature covers. */
export function readSignature(request: Request, body: Uint8Array): SignedRequest {
	return {
		method: request.method,
		path: new URL(request.url).pathname,
		device: request.headers.get(DEVICE_HEADER),
		time: request.headers.get(DEVICE_TIME_HEADER),
		signature: request.headers.get(DEVICE_SIGNATURE_HEADER),
		appVersion: request.headers.get(APP_HEADER),
		body
	};
}
