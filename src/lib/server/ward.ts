// The ward's server as the routes see it: phones on one side, the desk on the other. `openWard` (open.ts) makes it once.

import type { ExportFigures, ExportVisits } from '../contract/export.ts';
import type { BadgePage } from '../domain/badge.ts';
import type { Clock, DeviceId, VolunteerId, WardId } from '../domain/id.ts';
import type { SignedIn } from '../domain/desk-people.ts';
import type { PasskeyAsk } from '../domain/passkey.ts';
import type { Problem, Result } from '../domain/problem.ts';
import type { ProvinceView } from '../domain/province.ts';
import type { ContentAnswer, ContentRequest } from '../contract/edition.ts';
import type { JoinAnswer, JoinOffer } from '../contract/join.ts';
import type {
	Bundle,
	DepositRequest,
	DigestAnswer,
	DigestRequest,
	PullAnswer,
	PullRequest,
	PushAnswer,
	PushBatch,
	ReconcileAnswer,
	ReconcileRequest,
	Standing
} from '../sync/entry.ts';
import type { Desk } from './ward-desk.ts';

/** A film or a part of it on its way to a phone. */
export interface FilmAnswer {
	readonly status: 200 | 206 | 416;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: ReadableStream | null;
}

/** A phone whose signature was right. */
export interface KnownDevice {
	readonly ward: WardId;
	readonly device: DeviceId;
	readonly volunteer: VolunteerId;
	/** Of the request that it signed: the ward's word that it is shut out answers this one request. */
	readonly signature: string;
	readonly appVersion: string | null;
}

/** A refusal; behind a true mark or signature it also says where the ward stands, and proves that it is the ward's. */
export interface Refusal {
	readonly ok: false;
	readonly problem: Problem;
	readonly epoch?: string;
	readonly wm?: string;
	/** The ward's signature over `describeRevocation`. */
	readonly proof?: string;
}

/** What the ward tells a phone. */
export type Told<Value> = { readonly ok: true; readonly value: Value } | Refusal;

/** A bundle and the text that its writer signed, which the parsed form no longer gives word for word. */
export interface SignedBundle extends Bundle {
	readonly signedText: string;
}

/** The parts of a request by which a phone shows who it is. */
export interface SignedRequest {
	readonly method: string;
	readonly path: string;
	readonly device: string | null;
	readonly time: string | null;
	readonly signature: string | null;
	/** What the phone says of its app: shown at the desk, trusted for nothing. */
	readonly appVersion?: string | null;
	readonly body: Uint8Array;
}

export interface Health {
	readonly status: 'ok' | 'failing';
	readonly version: string;
	readonly engine: 'sqlite' | 'postgres';
	readonly epoch: string;
}

/** Who asks for the figures of the server. */
export interface Watcher {
	/** Of the socket, whatever a header says. */
	readonly address: string;
	/** A proxy handed it on. */
	readonly isForwarded: boolean;
	/** What it brought as `authorization: Bearer`. */
	readonly token: string | null;
}

export interface Ward {
	checkHealth(): Promise<Health>;
	/** Counts and times for a program that watches, as Prometheus text; null for whoever may not. */
	readMetrics(watcher: Watcher): Promise<string | null>;
	/** One answer for the figures; `route` is the pattern of the address. */
	countAnswer(route: string | null, status: number, ms: number): void;

	/** Every ward counts itself for the province, where somebody reads for one; answers what kept any of them from it. */
	keepSummaries(): Promise<readonly unknown[]>;
	/** Takes up the work on lists that broke off; answers what has failed of it since the last time. */
	resumeLists(): Promise<readonly unknown[]>;
	/** The page of the province: a key opens a session, the session's token the page; null where it opens nothing. */
	enterProvince(input: {
		readonly key: string;
		readonly address: string;
	}): Promise<Result<{ readonly token: string; readonly expiresAt: number }>>;
	readProvince(token: string): Promise<ProvinceView | null>;
	leaveProvince(token: string): Promise<void>;

	/** Wards of this installation, for the sign-in page. */
	listWards(): Promise<readonly { readonly id: WardId; readonly name: string }[]>;
	signIn(input: {
		readonly ward: string | null;
		readonly username: string;
		readonly password: string;
		readonly address: string;
		/** What the browser calls itself. */
		readonly agent?: string;
	}): Promise<Result<SignedIn>>;
	/** The second step of signing in: `token` is the one of the first. */
	proveCode(token: string, code: string): Promise<Result<SignedIn>>;
	/** Signing in by a passkey: the question, and its answer. */
	askPasskey(origin: string): PasskeyAsk;
	signInByPasskey(input: {
		readonly answer: string;
		readonly origin: string;
		readonly address: string;
		readonly agent: string;
	}): Promise<Result<SignedIn>>;
	/** The desk of a valid session token, else null. Keeps the session awake. */
	openDesk(token: string): Promise<Desk | null>;
	signOut(token: string): Promise<void>;

	lookAtInvitation(code: string, address: string): Promise<Result<JoinOffer>>;
	join(
		input: {
			readonly code: string;
			readonly cid: string;
			readonly publicKey: string;
			readonly pledge: { readonly wording: number; readonly acceptedAt: number };
		},
		address: string
	): Promise<Result<JoinAnswer>>;

	/**
	 * What phones ask. Each checks signature, clock, pace, the ward's history and then whether the phone may, in this
	 * order.
	 */
	push(request: SignedRequest, batch: PushBatch): Promise<Told<PushAnswer>>;
	pull(request: SignedRequest, page: PullRequest): Promise<Told<PullAnswer>>;
	reconcile(request: SignedRequest, question: ReconcileRequest): Promise<Told<ReconcileAnswer>>;
	deposit(request: SignedRequest, batch: DepositRequest): Promise<Told<PushAnswer>>;
	carry(request: SignedRequest, carried: Standing & { readonly bundle: SignedBundle }): Promise<Told<PushAnswer>>;
	digest(request: SignedRequest, question: DigestRequest): Promise<Told<DigestAnswer>>;
	/** What the phone lacks of the published content; notes what it uses. */
	answerContent(request: SignedRequest, asked: ContentRequest): Promise<Result<ContentAnswer>>;
	/** The whole published pack, for whoever may read it: everybody. */
	readPublished(
		ward: WardId | null,
		language: string
	): Promise<{ readonly text: string; readonly etag: string } | null>;

	/** What a program of the ward's own fetches with a token: counts, and visits after a step of the counter. */
	pullFigures(token: string | null): Promise<Result<ExportFigures>>;
	pullVisits(token: string | null, after: string | null): Promise<Result<ExportVisits>>;

	/** What anybody may learn of a badge by its code. `badge.tooMany` where somebody tries too often. */
	checkBadge(code: string, address: string): Promise<Result<BadgePage>>;

	/** A film of the ward's own, or the part of it that `range` asks for; null where there is none. */
	openFilm(name: string, range: string | null): Promise<FilmAnswer | null>;
	/** What whoever started the server is told: addresses, and in the demo ward a fresh code and the sign-in. */
	describeStart(): Promise<readonly string[]>;
	close(): Promise<void>;
}

/** Time as it is; tests hand in their own. */
export const wallClock: Clock = () => Date.now();

/** HTTP status by problem; only routes speak it. */
export function statusOf(problem: Problem): number {
	switch (problem.code) {
		case 'net.unauthorized':
		case 'net.clock':
		case 'staff.badSignIn':
		case 'staff.signedOut':
		case 'staff.badCode':
		case 'staff.badPasskey':
		case 'staff.wrongPassword':
			return 401;
		case 'net.revoked':
		case 'staff.notAllowed':
		case 'staff.freshNeeded':
			return 403;
		case 'join.badCode':
			return 404;
		case 'net.resync':
		case 'review.changedSince':
		case 'review.notWaiting':
		case 'desk.changedSince':
		case 'desk.notOpen':
		case 'content.changedSince':
		case 'film.interrupted':
		case 'list.changedSince':
		case 'list.interrupted':
		case 'list.busy':
			return 409;
		case 'join.used':
		case 'join.expired':
			return 410;
		case 'net.tooLarge':
		case 'film.tooLarge':
		case 'list.tooLarge':
			return 413;
		case 'net.upgrade':
			return 426;
		case 'net.busy':
		case 'join.tooMany':
		case 'staff.tooMany':
		case 'badge.tooMany':
		case 'reveal.hourLimit':
		case 'reveal.dayLimit':
			return 429;
		case 'store.failed':
		case 'store.full':
			return 503;
		default:
			return 400;
	}
}
