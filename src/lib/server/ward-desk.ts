// The desk of one signed-in member of staff as the routes see it. `Ward.openDesk` makes it.

import type { Area } from '../domain/area.ts';
import type { BadgeSheet } from '../domain/badge.ts';
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
import type { AreaId, DeviceId, EntryId, HouseholdId, PersonId, VisitId, VolunteerId } from '../domain/id.ts';
import type {
	ContentUse,
	EditionRow,
	ItemEdit,
	ItemPlace,
	ItemPreview,
	ItemRow,
	ItemSheet
} from '../domain/desk-content.ts';
import type { TwinChoice, TwinList } from '../domain/desk-twin.ts';
import type { Day } from '../domain/day.ts';
import type { AreaFigures } from '../domain/figures.ts';
import type { FilmPart, FilmProgress } from '../domain/film.ts';
import type { Household } from '../domain/household.ts';
import type { ListReportWords } from '../domain/list-report.ts';
import type { ListChoice, ListPart, ListSheet } from '../domain/list.ts';
import type { Person } from '../domain/person.ts';
import type { ProblemCode, Result } from '../domain/problem.ts';
import type { Approved, Seen } from '../domain/plain.ts';
import type { LogCheck, ServerStatus } from '../domain/status.ts';
import type { Correction } from '../domain/request-form.ts';
import type { ReviewTarget } from '../domain/review.ts';
import type { WardBook } from '../domain/ward-book.ts';
import type { FieldChoice } from '../sync/desk.ts';
import type { DifficultyDesk } from './difficulty-port.ts';
import type { FigureDesk, SentFile } from './figure-port.ts';
import type { LaneDesk } from './lane-port.ts';
import type { OutreachDesk } from './outreach-port.ts';
import type { ReferralDesk } from './referral-port.ts';
import type { ReviewDesk } from './review-port.ts';
import type { SessionPlanDesk } from './session-port.ts';
import type { PeopleDesk, PrivacyDesk } from './ward-people.ts';

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

/** The desk's part about lists of residents that the ward brings in; imports and undos leave their audit lines. */
export interface ListDesk {
	/** Whether this member of staff brings lists in. */
	readonly canImport: boolean;
	read(): Promise<ListSheet>;
	/** Takes the next piece of a file into memory; the last one has it looked at. */
	addPart(part: ListPart): Promise<Result<{ readonly held: number }>>;
	/** Forgets the file. */
	drop(): void;
	/** Begins a dry run, which writes nothing; how far it is, and what came of it, stands in what is read. */
	plan(id: string, choice: ListChoice): Result<void>;
	/** Ends a dry run that is under way. */
	stopPlan(id: string): void;
	/** All that a dry run found, and all that a batch found, as a file that names rows and columns; leaves an audit line. */
	exportLook(id: string, words: ListReportWords): Promise<Result<SentFile>>;
	exportBatch(batch: string, words: ListReportWords): Promise<Result<SentFile>>;
	/** Begins to write what the dry run showed; how far it is stands in its batch. Safe to press twice. */
	start(id: string): Promise<Result<{ readonly batch: string }>>;
	/**
	 * Begins to take back what a batch brought, save what somebody has worked on since; one that is still being written ends
	 * with this.
	 */
	undo(batch: string): Promise<Result<void>>;
}

/** Everything that one signed-in member of staff may do; each act leaves its audit line in the same transaction. */
export interface Desk {
	readonly staff: Staff;
	/** Guides, articles and the ward's own book. */
	readonly content: ContentDesk;
	/** One's own account, and everybody's for who keeps them. */
	readonly people: PeopleDesk;
	/** Consents, requests of residents, keeping and taking away, breaches. */
	readonly privacy: PrivacyDesk;
	/** Lists of residents. */
	readonly list: ListDesk;
	/** Areas, lanes and who walks them. */
	readonly lanes: LaneDesk;
	/** Overview, campaigns, reports and lists. */
	readonly figures: FigureDesk;
	/** What volunteers hand on: data flags and referrals. */
	readonly referrals: ReferralDesk;
	/** What volunteers ask the ward. */
	readonly difficulties: DifficultyDesk;
	/** What is done beside the doors: events, and people helped at a table. */
	readonly outreach: OutreachDesk;
	/** One's own filters of the review, and how long a volunteer may take to answer. */
	readonly review: ReviewDesk;
	/** Mobile sessions and who comes to them. */
	readonly sessions: SessionPlanDesk;
	readAreas(): Promise<readonly Area[]>;
	/** Figures of each quarter and of all of them: of the whole ward, or of one's own areas. */
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
	/** Those of the rows of a list that may be approved together (`domain/plain.ts`). */
	choosePlain(rows: readonly VisitRow[]): Promise<readonly Seen[]>;
	/** Approves them, each with its line; who was faster, and what is plain no more, is left and counted. */
	approvePlain(seen: readonly Seen[]): Promise<Result<Approved>>;
	/** Records that may be one person. */
	listTwins(): Promise<TwinList>;
	/** The versions are those on the screen: newer ones are answered with `desk.changedSince`. */
	mergeTwins(choice: TwinChoice): Promise<Result<void>>;
	keepApart(one: PersonId, other: PersonId): Promise<Result<void>>;
	/** Takes back a merge, or that two are two. */
	undoTwin(id: string): Promise<Result<void>>;
	/** Mends one field of the person whom a visit is about, without sending it back. */
	correctPerson(correction: Correction): Promise<Result<void>>;
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
	/** For a choice by name. */
	nameVolunteers(): Promise<readonly Pick<VolunteerRow, 'id' | 'name'>[]>;
	listVolunteers(): Promise<readonly VolunteerRow[]>;
	makeInvitation(volunteer: VolunteerId): Promise<Result<Invitation>>;
	revokeDevice(device: DeviceId): Promise<Result<void>>;
	/** The volunteer works for this ward no longer: phones and badge end, what was written stays. */
	letGo(volunteer: VolunteerId, isSure: boolean): Promise<Result<void>>;
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
	/** How the server is; null for whoever does not keep the machine. */
	readStatus(): Promise<ServerStatus | null>;
	/** Reads the ward's log and audit through. */
	checkLogs(): Promise<Result<LogCheck>>;
	/** What somebody should look into, newest first. */
	listIncidents(): Promise<readonly IncidentRow[]>;
	readAssignment(volunteer: VolunteerId): Promise<readonly AreaId[]>;
	/** The last day as people write it; empty for none. */
	readAssignedUntil(volunteer: VolunteerId): Promise<string>;
	/** A dry run: writes nothing. */
	planAssignment(volunteer: VolunteerId, areas: readonly AreaId[], until?: string): Promise<AssignmentPlan | null>;
	assignAreas(input: {
		readonly volunteer: VolunteerId;
		/** What the plan was made on. */
		readonly before: readonly AreaId[];
		readonly after: readonly AreaId[];
		/** Last day as it was typed; empty for none. */
		readonly until?: string;
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
