// The ward's server as the routes see it: phones on one side, the desk on the other. `openWard` (open.ts) makes it once.

import type { Area } from '../domain/area.ts';
import type {
	AuditLine,
	HouseholdRow,
	Invitation,
	Page,
	Staff,
	VisitFilter,
	VisitRow,
	VisitSheet,
	VolunteerRow
} from '../domain/desk.ts';
import type {
	ContentUse,
	EditionRow,
	ItemEdit,
	ItemPlace,
	ItemPreview,
	ItemRow,
	ItemSheet
} from '../domain/desk-content.ts';
import type { AreaId, Clock, DeviceId, HouseholdId, PersonId, VisitId, VolunteerId, WardId } from '../domain/id.ts';
import type { Day } from '../domain/day.ts';
import type { Household } from '../domain/household.ts';
import type { Person } from '../domain/person.ts';
import type { Problem, Result } from '../domain/problem.ts';
import type { Figures } from '../domain/report.ts';
import type { ReviewTarget } from '../domain/review.ts';
import type { WardBook } from '../domain/ward-book.ts';
import type { ContentAnswer, ContentRequest } from '../contract/edition.ts';
import type { JoinAnswer, JoinOffer } from '../contract/join.ts';
import type { PullAnswer, PullRequest, PushAnswer, PushBatch } from '../sync/entry.ts';

/** A phone whose signature was right. */
export interface KnownDevice {
	readonly ward: WardId;
	readonly device: DeviceId;
	readonly volunteer: VolunteerId;
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
}

/** Everything that one signed-in member of staff may do; each act leaves its audit line in the same transaction. */
export interface Desk {
	readonly staff: Staff;
	/** Guides, articles and the ward's own book. */
	readonly content: ContentDesk;
	readAreas(): Promise<readonly Area[]>;
	/** Figures of the whole ward and of each quarter. */
	countFigures(): Promise<{
		readonly ward: Figures;
		readonly byArea: readonly { readonly area: Area; readonly figures: Figures }[];
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
	listAudit(before?: number): Promise<readonly AuditLine[]>;
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

	/** Checks signature, clock, revocation and pace. */
	readDevice(request: SignedRequest): Promise<Result<KnownDevice>>;
	push(device: KnownDevice, batch: PushBatch): Promise<Result<PushAnswer>>;
	pull(device: KnownDevice, request: PullRequest): Promise<Result<PullAnswer>>;
	/** What the phone lacks of the published content; notes what it uses. */
	answerContent(device: KnownDevice, request: ContentRequest): Promise<Result<ContentAnswer>>;
	/** The whole published pack, for whoever may read it: everybody. */
	readPublished(
		ward: WardId | null,
		language: string
	): Promise<{ readonly text: string; readonly etag: string } | null>;

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
			return 401;
		case 'net.revoked':
		case 'staff.notAllowed':
			return 403;
		case 'join.badCode':
			return 404;
		case 'net.resync':
		case 'review.changedSince':
		case 'review.notWaiting':
		case 'content.changedSince':
			return 409;
		case 'join.used':
		case 'join.expired':
			return 410;
		case 'net.tooLarge':
			return 413;
		case 'net.upgrade':
			return 426;
		case 'net.busy':
		case 'join.tooMany':
		case 'staff.tooMany':
			return 429;
		case 'store.failed':
		case 'store.full':
			return 503;
		default:
			return 400;
	}
}
