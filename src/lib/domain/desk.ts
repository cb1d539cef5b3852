// What a member of staff sees at the ward's desk: rows, sheets and filters, as the server hands them to the pages.

import type { BarrierCode } from './catalogue/barriers.ts';
import type { DataFlagCode } from './catalogue/data-flags.ts';
import type { Day } from './day.ts';
import type { Held } from './held.ts';
import type { Hint } from './hint.ts';
import type { AreaId, DeviceId, StaffId, VisitId, VolunteerId, WardId } from './id.ts';
import type { Household } from './household.ts';
import type { Person } from './person.ts';
import type { ReviewState } from './review.ts';
import type { Outcome, Visit } from './visit.ts';

export const STAFF_ROLES = ['areaPolice', 'civilStatus', 'oneStop', 'leader', 'administrator'] as const;
/** Cảnh sát khu vực / Tư pháp – Hộ tịch / Một cửa / Tổ trưởng / Quản trị (digest a.1, as of today). */
export type StaffRole = (typeof STAFF_ROLES)[number];

export interface Staff {
	readonly ward: WardId;
	readonly wardName: string;
	readonly id: StaffId;
	readonly name: string;
	readonly role: StaffRole;
	/** Areas to which the view of records is confined, those below them included; null for the whole ward. */
	readonly areas: readonly AreaId[] | null;
}

export interface VisitFilter {
	readonly state?: ReviewState | 'open';
	readonly area?: AreaId;
	readonly volunteer?: VolunteerId;
	readonly outcome?: Outcome;
	/** Visits that met this barrier or raised this flag. */
	readonly code?: BarrierCode | DataFlagCode;
	/** Only what was sent back and not answered within the ward's days (`review-rule.ts`). */
	readonly isLate?: boolean;
	/** Names, doors and last digits, without diacritics. */
	readonly search?: string;
	/** Rows after this visit (the page before ended with it). */
	readonly after?: VisitId;
	/** Only in these areas: set by the server from who asks, never by an address. */
	readonly within?: readonly AreaId[];
	/** Sent back before this day: set by the server from the ward's rule, never by an address. */
	readonly returnedBefore?: Day | null;
}

export interface VisitRow {
	readonly visit: Visit;
	readonly v: number;
	readonly household: Household;
	readonly personName: string | null;
	readonly volunteerName: string;
	readonly areaName: string;
	readonly receivedAt: number;
}

/** One field as it was and as it is, from the ward's log. */
export interface FieldChange {
	readonly table: 'visit' | 'person' | 'household';
	readonly id: string;
	readonly field: string;
	readonly before: unknown;
	readonly after: unknown;
	readonly at: number;
	readonly actorName: string;
	readonly seq: number;
}

export interface VisitSheet extends VisitRow {
	readonly person: Person | null;
	/** Version of the person's record; null where there is none. */
	readonly personV: number | null;
	/** Everything that changed about the visit, its person and its door, newest first. */
	readonly history: readonly FieldChange[];
	/** What changed since the ward sent it back; empty unless it was. */
	readonly sinceReturn: readonly FieldChange[];
	/** Conflicts that wait for a human, by field. */
	readonly conflicts: readonly {
		/** Names the case on its own page. */
		readonly key: string;
		readonly table: 'visit' | 'person' | 'household';
		readonly field: string;
		readonly kept: unknown;
		readonly other: unknown;
	}[];
	/** What may be worth a second look. */
	readonly hints: readonly Hint[];
	/** The visit that comes after it under the same filter, or else the first that waits; for the keyboard. */
	readonly nextOpen: VisitId | null;
}

export interface VolunteerRow {
	readonly id: VolunteerId;
	readonly name: string;
	readonly role: string;
	readonly areas: readonly string[];
	readonly devices: readonly DeviceRow[];
}

export interface DeviceRow {
	readonly id: DeviceId;
	readonly joinedAt: number;
	readonly pledgedAt: number;
	readonly seenAt: number | null;
	/** Entries that the phone said it still holds, when it was last heard. */
	readonly waiting: number | null;
	/** When the ward first heard of what still waits there. */
	readonly waitingSince: number | null;
	/** Of the app, as the phone last said; null when it never has. */
	readonly appVersion: string | null;
	/** Of the guides that it uses. */
	readonly contentVersion: number | null;
	readonly revokedAt: number | null;
	/** What it may have held when it was shut out; null while it is let in. */
	readonly held: Held | null;
}

export interface Invitation {
	/** 16 characters; shown once and never stored in clear. */
	readonly code: string;
	readonly volunteerName: string;
	readonly expiresAt: number;
}

export interface HouseholdRow {
	readonly household: Household;
	readonly areaName: string;
	readonly people: number;
	readonly successes: number;
	readonly lastVisitAt: number | null;
}

export interface AuditLine {
	readonly at: number;
	readonly actorName: string;
	/** A code such as `visit.approve` or `person.reveal`; its sentence stands in ui/words. */
	readonly act: string;
	readonly subject: string | null;
	readonly reason: string | null;
}

/** What became of the entries of a file that somebody brought to the desk. */
export interface RescueImport {
	readonly entries: number;
	/** New to the ward and put where they belong, those in conflict or waiting for their parent included. */
	readonly taken: number;
	/** The ward had them already. */
	readonly known: number;
	/** Kept aside for somebody to look at. */
	readonly aside: number;
}

export interface Page<Row> {
	readonly rows: readonly Row[];
	readonly total: number;
	/** There are more than `total`: counting stopped there. */
	readonly hasMore?: boolean;
	readonly next: string | null;
}
