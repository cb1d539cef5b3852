// The ward's server as the routes see it: phones on one side, the desk on the other. `openWard` (open.ts) makes it once.

import type { Area } from '../domain/area.ts';
import type { BadgePage, BadgeSheet } from '../domain/badge.ts';
import type {
	AsideFilter,
	AsideRow,
	AsideSheet,
	AssignmentPlan,
	ConflictFilter,
	ConflictRow,
	ConflictSheet,
	IncidentRow,
	MovePlan,
	OpenCases
} from '../domain/desk-case.ts';
import type {
	AuditLine,
	HouseholdRow,
	Invitation,
	Page,
	RescueImport,
	Staff,
	VisitFilter,
	VisitRow,
	VisitSheet,
	VolunteerRow
} from '../domain/desk.ts';
import type {
	AreaId,
	Clock,
	DeviceId,
	EntryId,
	HouseholdId,
	PersonId,
	VisitId,
	VolunteerId,
	WardId
} from '../domain/id.ts';
import type {
	ContentUse,
	EditionRow,
	ItemEdit,
	ItemPlace,
	ItemPreview,
	ItemRow,
	ItemSheet
} from '../domain/desk-content.ts';
import type { Day } from '../domain/day.ts';
import type { FilmPart, FilmProgress } from '../domain/film.ts';
import type { Household } from '../domain/household.ts';
import type { Person } from '../domain/person.ts';
import type { Problem, ProblemCode, Result } from '../domain/problem.ts';
import type { AreaFigures } from '../domain/figures.ts';
import type { ReviewTarget } from '../domain/review.ts';
import type { WardBook } from '../domain/ward-book.ts';
import type { ContentAnswer, ContentRequest } from '../contract/edition.ts';
import type { JoinAnswer, JoinOffer } from '../contract/join.ts';
import type { FieldChoice } from '../sync/desk.ts';
import type { FigureDesk } from './figure-port.ts';
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
	readonly body: Uint8Array;
}

/** The desk's part about content; every act leaves its audit line. */
export interface ContentDesk {
	/** Whether this member of staff may publish. */
	readonly canPublish: boolean;
	/** The day at the ward. */
	readonly today: Day;
	listItems(): Promise<readonly ItemRow[]>;
	readItem(place: ItemPlace): Promise<ItemSheet | null>;
	/** What an edit would come to; nothing is written. */
	previewItem(edit: ItemEdit): Promise<Result<ItemPreview>>;
	/** The new version. `content.changedSince` where somebody else was faster, `content.faulty` at the first fault. */
	publishItem(edit: ItemEdit): Promise<Result<{ readonly version: number }>>;
	/** The text that the app ships, in place of the ward's. */
	restoreItem(place: ItemPlace & { readonly hash: string }): Promise<Result<{ readonly version: number }>>;
	listEditions(): Promise<readonly EditionRow[]>;
	listUses(): Promise<readonly ContentUse[]>;
	readBook(): Promise<{ readonly book: WardBook; readonly changedAt: number | null; readonly staffName: string }>;
	writeBook(book: WardBook): Promise<Result<void>>;
	/** Takes the next piece of a film; the last one gives it its address. */
	addFilm(part: FilmPart): Promise<Result<FilmProgress>>;
}

/** Everything that one signed-in member of staff may do; each act leaves its audit line in the same transaction. */
export interface Desk {
	readonly staff: Staff;
	/** Guides, articles and the ward's own book. */
	readonly content: ContentDesk;
	/** Overview, campaigns, reports and lists. */
	readonly figures: FigureDesk;
	readAreas(): Promise<readonly Area[]>;
	/** Figures of the whole ward and of each quarter. */
	countFigures(): Promise<{
		readonly ward: AreaFigures;
		readonly byArea: readonly { readonly area: Area; readonly figures: AreaFigures }[];
	}>;
	countOpenVisits(): Promise<number>;
	listVisits(filter: VisitFilter): Promise<Page<VisitRow>>;
	/** Leaves an audit line: who looked at whom. */
	readVisit(id: VisitId, filter: VisitFilter): Promise<VisitSheet | null>;
	/** `v` is the version that was on the screen: a newer one is answered with `review.changedSince`. */
	approveVisit(id: VisitId, v: number): Promise<Result<void>>;
	returnVisit(id: VisitId, v: number, target: ReviewTarget, comment: string): Promise<Result<void>>;
	/** The whole number, for roles that may see it, with a reason and an audit line (feature F028). */
	revealNumber(person: PersonId, reason: string): Promise<Result<string>>;
	listHouseholds(filter: {
		readonly area?: AreaId;
		readonly search?: string;
		readonly after?: HouseholdId;
	}): Promise<Page<HouseholdRow>>;
	readHousehold(id: HouseholdId): Promise<{
		readonly household: Household;
		readonly areaName: string;
		readonly people: readonly Person[];
		readonly visits: readonly VisitRow[];
	} | null>;
	listVolunteers(): Promise<readonly VolunteerRow[]>;
	makeInvitation(volunteer: VolunteerId): Promise<Result<Invitation>>;
	revokeDevice(device: DeviceId): Promise<Result<void>>;
	/** One volunteer's badge; null when there is no such volunteer. */
	readBadge(volunteer: VolunteerId): Promise<BadgeSheet | null>;
	/** Issues a badge in place of the one before. */
	issueBadge(input: BadgeInput): Promise<Result<void>>;
	revokeBadge(volunteer: VolunteerId): Promise<Result<void>>;
	/** A file that a phone gave out without a network, handed in by whoever brought it. Safe to do again. */
	importRescue(text: string): Promise<Result<RescueImport>>;
	listAudit(before?: number): Promise<readonly AuditLine[]>;

	/** What waits for a human beside visits. */
	countOpenCases(): Promise<OpenCases>;
	listConflicts(filter: ConflictFilter): Promise<Page<ConflictRow>>;
	/** Leaves an audit line. `key` is a row's. */
	readConflict(key: string, filter: ConflictFilter): Promise<ConflictSheet | null>;
	chooseValue(key: string, v: number, choice: FieldChoice): Promise<Result<void>>;
	listAsides(filter: AsideFilter): Promise<Page<AsideRow>>;
	/** The reasons for which something was ever kept aside. */
	listWhy(): Promise<readonly ProblemCode[]>;
	/** Leaves an audit line. */
	readAside(id: EntryId, filter: AsideFilter): Promise<AsideSheet | null>;
	takeUpAside(
		id: EntryId,
		input: {
			/** What staff typed into its fields; null takes it up as it came. */
			readonly typed: Readonly<Record<string, string>> | null;
			/** It may stand outside the areas of whoever sent it. */
			readonly anywhere: boolean;
			readonly note: string;
		}
	): Promise<Result<void>>;
	dismissAside(id: EntryId, note: string): Promise<Result<void>>;
	/** What somebody should look into, newest first. */
	listIncidents(): Promise<readonly IncidentRow[]>;
	readAssignment(volunteer: VolunteerId): Promise<readonly AreaId[]>;
	/** A dry run: writes nothing. */
	planAssignment(volunteer: VolunteerId, areas: readonly AreaId[]): Promise<AssignmentPlan | null>;
	assignAreas(input: {
		readonly volunteer: VolunteerId;
		/** What the plan was made on. */
		readonly before: readonly AreaId[];
		readonly after: readonly AreaId[];
	}): Promise<Result<void>>;
	/** A dry run: writes nothing. */
	planMove(household: HouseholdId, to: AreaId): Promise<MovePlan | null>;
	moveHousehold(input: {
		readonly household: HouseholdId;
		readonly v: number;
		readonly to: AreaId;
	}): Promise<Result<void>>;
}

/** What staff type for a badge; name, role and quarter are the volunteer's own. */
export interface BadgeInput {
	readonly volunteer: VolunteerId;
	readonly validTo: string;
	/** Null for none; `kept` for the one on the badge that it replaces. */
	readonly photo: { readonly bytes: Uint8Array } | 'kept' | null;
	/** The volunteer agrees to the photo on the badge. */
	readonly agreed: boolean;
}

export interface Health {
	readonly status: 'ok' | 'failing';
	readonly version: string;
	readonly engine: 'sqlite' | 'postgres';
	readonly epoch: string;
}

export interface Ward {
	checkHealth(): Promise<Health>;

	/** Wards of this installation, for the sign-in page. */
	listWards(): Promise<readonly { readonly id: WardId; readonly name: string }[]>;
	signIn(input: {
		readonly ward: string | null;
		readonly username: string;
		readonly password: string;
		readonly address: string;
	}): Promise<Result<{ readonly token: string; readonly expiresAt: number }>>;
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

	/** What anybody may learn of a badge by its code. `badge.tooMany` where somebody tries too often. */
	checkBadge(code: string, address: string): Promise<Result<BadgePage>>;

	/** What whoever started the server is told: addresses, and in the demo ward a fresh code and the sign-in. */
	/** A film of the ward's own, or the part of it that `range` asks for; null where there is none. */
	openFilm(name: string, range: string | null): Promise<FilmAnswer | null>;
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
			return 401;
		case 'net.revoked':
		case 'staff.notAllowed':
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
			return 409;
		case 'join.used':
		case 'join.expired':
			return 410;
		case 'net.tooLarge':
		case 'film.tooLarge':
			return 413;
		case 'net.upgrade':
			return 426;
		case 'net.busy':
		case 'join.tooMany':
		case 'staff.tooMany':
		case 'badge.tooMany':
			return 429;
		case 'store.failed':
		case 'store.full':
			return 503;
		default:
			return 400;
	}
}
