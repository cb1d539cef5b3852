// The way to the ward over fetch. Talks to the address that the app was opened from, and to no other. An answer counts
// only when it carries the ward's header and has the ward's shape; whatever else comes back (a captive portal's page, a
// cut body, a proxy's error) is weather and never an acknowledgement (sync.md 2.4, 2.7).

import { digestAnswer } from '../contract/digest.ts';
import { contentAnswer, type ContentAnswer, type ContentRequest } from '../contract/edition.ts';
import { joinAnswer, joinLookAnswer, type JoinAnswer, type joinRequest } from '../contract/join.ts';
import { describeRevocation, problemAnswer } from '../contract/problem.ts';
import { pullAnswer } from '../contract/pull.ts';
import { pushAnswer } from '../contract/push.ts';
import { reconcileAnswer } from '../contract/reconcile.ts';
import {
	APP_HEADER,
	describeRequest,
	DEVICE_HEADER,
	DEVICE_SIGNATURE_HEADER,
	DEVICE_TIME_HEADER,
	PROTOCOL,
	PACKING,
	SYNC_HEADER
} from '../contract/version.ts';
import type { Clock } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, failWith, problem, succeed, type Problem, type ProblemCode, type Result } from '../domain/problem.ts';
import { classify } from '../sync/backoff.ts';
import type {
	DepositRequest,
	DigestAnswer,
	PullAnswer,
	PushAnswer,
	ReconcileAnswer,
	WardStanding
} from '../sync/entry.ts';
import type { Answer, WardLink } from '../sync/phone-port.ts';
import { hashHex, signText, verifyText } from './vault.ts';

export interface LinkTools {
	/** Empty in the browser: its own origin. Tests name a server. */
	readonly origin: string;
	readonly fetch: typeof fetch;
	readonly clock: Clock;
	/** Of the app, where somebody knows it. */
	readonly appVersion?: string;
}

/** Who asks, once this phone has joined. */
export interface Signer {
	readonly ward: string;
	readonly device: string;
	readonly key: CryptoKey;
	/** Ward's clock minus the phone's, as far as it is known at the start. */
	readonly clockOffsetMs: number;
	/** What proves that a word is the ward's; null where the ward has never said. */
	wardKey(): string | null;
}

export interface OpenLink extends WardLink {
	/** Content is no record: it is asked for beside the rounds, and its failure holds up none. */
	askContent(request: ContentRequest): Promise<Result<ContentAnswer>>;
	/** What the ward last called its content; null where it has not said. */
	readonly contentName: string | null;
	/** Cuts off what is under way; every later call fails at once. */
	close(): void;
}

/** Below this a packed request is hardly smaller: one packet carries it either way. */
const LEAST_PACKED_CHARS = 1_024;

/** What a ward has shown that it understands, on this way to it. */
interface Habits {
	takesGzip: boolean;
}

type JoinRequest = ReturnType<(typeof joinRequest)['parse']>;
type JoinLook = ReturnType<(typeof joinLookAnswer)['parse']>;

interface Schema<Value> {
	safeParse(value: unknown): { success: true; data: Value } | { success: false };
}

export async function lookUpInvitation(tools: LinkTools, code: string): Promise<Result<JoinLook>> {
	const answer = await post(tools, '/api/v1/join/look', { protocol: PROTOCOL, code }, joinLookAnswer);
	return answer.ok ? answer : failWith(answer.problem);
}

export async function sendJoin(tools: LinkTools, request: JoinRequest): Promise<Result<JoinAnswer>> {
	const answer = await post(tools, '/api/v1/join', request, joinAnswer);
	return answer.ok ? answer : failWith(answer.problem);
}

export function openLink(tools: LinkTools, signer: Signer): OpenLink {
	let offsetMs = signer.clockOffsetMs;
	let contentName: string | null = null;
	const closing = new AbortController();
	const habits: Habits = { takesGzip: false };
	/** Told with the first request of a session and no more: the way up is narrow. */
	let untold = tools.appVersion;

	async function sign(path: string, body: string): Promise<Record<string, string>> {
		const timeMs = tools.clock() + offsetMs;
		const version: Record<string, string> = untold ? { [APP_HEADER]: untold } : {};
		return {
			...version,
			[DEVICE_HEADER]: `${signer.ward}.${signer.device}`,
			[DEVICE_TIME_HEADER]: String(timeMs),
			[DEVICE_SIGNATURE_HEADER]: await signText(signer.key, describeRequest('POST', path, timeMs, await hashHex(body)))
		};
	}

	async function ask<Value extends { now: number }>(
		path: string,
		body: object,
		schema: Schema<Value>
	): Promise<Answer<Value>> {
		const authority = { sign, signal: closing.signal, habits };
		let answer = await post(tools, path, body, schema, authority);
		if (!answer.ok && answer.problem.code === 'net.clock' && answer.word?.now !== undefined) {
			// Our clock is wrong by more than the ward bears: go by the ward's, once.
			offsetMs = answer.word.now - tools.clock();
			answer = await post(tools, path, body, schema, authority);
		}
		if (answer.ok) {
			offsetMs = answer.value.now - tools.clock();
			untold = undefined;
			return answer;
		}
		const { word, signature } = answer;
		const { at, waitMs } = answer.problem;
		const found = problem(await believe(answer.problem.code, word, signature), at, waitMs);
		if (word?.epoch === undefined || word.wm === undefined || word.now === undefined) return failWith(found);
		return { ok: false, problem: found, ward: { epoch: word.epoch, wm: word.wm, now: word.now } };
	}

	/** That this phone has no rights any more costs it everything readable, so the ward has to prove that it said so. */
	async function believe(
		code: ProblemCode,
		word: Word | undefined,
		signature: string | undefined
	): Promise<ProblemCode> {
		if (code !== 'net.revoked') return code;
		const key = signer.wardKey();
		const isProved =
			key !== null &&
			word?.proof !== undefined &&
			signature !== undefined &&
			(await verifyText(key, describeRevocation(signer.device, signature), word.proof));
		return isProved ? code : 'net.unauthorized';
	}

	/** With the sum of the entries, which tells a cut body from a whole one. */
	async function send(path: string, body: DepositRequest): Promise<Answer<PushAnswer>> {
		const sum = await hashHex(JSON.stringify(body.entries));
		// The schema has checked what the wire can say; our types only add what kind of id each one is.
		return (await ask(path, { protocol: PROTOCOL, ...body, sum }, pushAnswer)) as Answer<PushAnswer>;
	}

	return {
		push: (batch) => send('/api/v1/sync/push', batch),
		deposit: ({ epoch, wm, cid, now, entries }) => send('/api/v1/sync/deposit', { epoch, wm, cid, now, entries }),
		async pull(request) {
			const answer = await ask('/api/v1/sync/pull', { protocol: PROTOCOL, ...request }, pullAnswer);
			if (answer.ok && !answer.value.more) contentName = answer.value.content ?? null;
			return answer as Answer<PullAnswer>;
		},
		async reconcile(request) {
			const body = { protocol: PROTOCOL, ...request };
			return (await ask('/api/v1/sync/reconcile', body, reconcileAnswer)) as Answer<ReconcileAnswer>;
		},
		async digest(request) {
			const body = { protocol: PROTOCOL, ...request };
			return (await ask('/api/v1/sync/digest', body, digestAnswer)) as Answer<DigestAnswer>;
		},
		async carry(request) {
			return (await ask('/api/v1/sync/carry', { protocol: PROTOCOL, ...request }, pushAnswer)) as Answer<PushAnswer>;
		},
		async askContent(request) {
			const body = { protocol: PROTOCOL, ...request };
			return (await ask('/api/v1/content', body, contentAnswer)) as Result<ContentAnswer>;
		},
		get contentName() {
			return contentName;
		},
		close: () => closing.abort()
	};
}

/** What a refusal of the ward says besides its problem. */
type Word = Partial<WardStanding> & { readonly proof?: string };

type Said<Value> =
	{ ok: true; value: Value } | { ok: false; problem: Problem; word?: Word; signature?: string | undefined };

async function post<Value>(
	tools: LinkTools,
	path: string,
	body: object,
	schema: Schema<Value>,
	authority?: {
		sign(path: string, body: string): Promise<Record<string, string>>;
		readonly signal: AbortSignal;
		readonly habits: Habits;
	}
): Promise<Said<Value>> {
	const text = JSON.stringify(body);
	const cut = new AbortController();
	const isClosed = () => authority?.signal.aborted === true;
	const close = () => cut.abort();
	authority?.signal.addEventListener('abort', close);
	// Until the first byte, then until the last one.
	let timer = setTimeout(close, LIMIT.firstByteWaitMs);
	try {
		const headers: Record<string, string> = {
			'content-type': 'application/json',
			[SYNC_HEADER]: '1',
			...(await authority?.sign(path, text))
		};
		// Names and ids of entries repeat, and the way up is the narrow one. The signature is over the text.
		const packed = authority?.habits.takesGzip && text.length >= LEAST_PACKED_CHARS ? await pack(text) : null;
		if (packed) headers['content-encoding'] = PACKING;
		if (isClosed()) return fail('vault.locked');
		const response = await tools.fetch(tools.origin + path, {
			method: 'POST',
			headers,
			body: packed ?? text,
			cache: 'no-store',
			credentials: 'same-origin',
			// A ward never sends a phone elsewhere; a portal does.
			redirect: 'manual',
			signal: cut.signal
		});
		clearTimeout(timer);
		timer = setTimeout(close, LIMIT.answerWaitMs - LIMIT.firstByteWaitMs);
		const said = readAnswer(response, await response.text(), schema);
		if (authority) authority.habits.takesGzip = takesGzip(response);
		return said.ok ? said : { ...said, signature: headers[DEVICE_SIGNATURE_HEADER] };
	} catch {
		// fetch says no more than that it failed: no network, wrong certificate, cut body.
		if (isClosed()) return fail('vault.locked');
		return fail(cut.signal.aborted ? 'net.timeout' : 'net.offline');
	} finally {
		clearTimeout(timer);
		authority?.signal.removeEventListener('abort', close);
	}
}

/** An older ward does not say so, nor does whoever stands between: after a stranger's answer nothing is packed. */
function takesGzip({ headers }: Response): boolean {
	return headers.get(SYNC_HEADER) === PACKING;
}

/** Null where the browser cannot. */
async function pack(text: string): Promise<ArrayBuffer | null> {
	if (typeof CompressionStream === 'undefined') return null;
	return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream(PACKING))).arrayBuffer();
}

function readAnswer<Value>(response: Response, text: string, schema: Schema<Value>): Said<Value> {
	const isWards = response.headers.has(SYNC_HEADER) && response.headers.get('content-type')?.includes('json') === true;
	const json = isWards ? parseJson(text) : undefined;
	if (response.ok) {
		const parsed = schema.safeParse(json);
		return parsed.success ? succeed(parsed.data) : fail('net.notWard');
	}
	const waitMs = readRetryAfter(response);
	const refusal = problemAnswer.safeParse(json);
	if (refusal.success) {
		const { code, at, waitMs: wardWaitMs } = refusal.data.problem;
		const { now, epoch, wm, proof } = refusal.data;
		const word = Object.fromEntries(Object.entries({ now, epoch, wm, proof }).filter(([, said]) => said !== undefined));
		// Only what carries the ward's mark is parsed at all, so the word is the ward's.
		return { ok: false, problem: problem(code, at, wardWaitMs ?? waitMs), word };
	}
	return fail(decideStatus(response.status, isWards), undefined, waitMs);
}

/** What a bare status means, whoever between us and the ward sent it: every one of them keeps every entry. */
function decideStatus(status: number, isWards: boolean): ProblemCode {
	switch (classify(status, isWards)) {
		case 'SPLIT':
			return status === 413 ? 'net.tooLarge' : 'net.badRequest';
		case 'AUTH':
			return 'net.unauthorized';
		case 'REVOKED':
			return 'net.revoked';
		case 'RESYNC':
			return 'net.resync';
		case 'UPGRADE':
			return 'net.upgrade';
		default:
			return [408, 425, 429].includes(status) || status >= 500 ? 'net.busy' : 'net.notWard';
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Seconds only: a date would have to trust this phone's clock. */
function readRetryAfter(response: Response): number | undefined {
	const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
	return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, LIMIT.retryMaxMs) : undefined;
}
