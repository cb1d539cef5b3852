// What waits for a human at the desk, and what a change of areas would do: rows, sheets and plans as the server hands
// them to the pages. Values are as staff may see them: of a personal number the last digits only.

import type { DecisionChoice } from './decision.ts';
import type { FieldChange } from './desk.ts';
import type { Area } from './area.ts';
import type { Held } from './held.ts';
import type { AreaId, DeviceId, EntryId, HouseholdId, RecordId, VolunteerId } from './id.ts';
import type { ProblemCode } from './problem.ts';
import type { Figures } from './report.ts';

export type CaseTable = 'household' | 'person' | 'visit' | 'difficulty' | 'outreach' | 'help';

/** How many cases wait, for the bar and the tabs. */
export interface OpenCases {
	readonly conflicts: number;
	readonly asides: number;
}

/** Who settled a case, when and how. */
export interface CaseWord {
	readonly choice: DecisionChoice;
	readonly byName: string;
	readonly at: number;
	readonly note: string | null;
}

export interface ConflictFilter {
	readonly state: 'open' | 'settled';
	readonly area?: AreaId;
	readonly after?: string;
	/** Only in these areas: set by the server from who asks, never by an address. */
	readonly within?: readonly AreaId[];
}

/** One field of one record for which more than one value stands. `deleted` stands for the record itself. */
export interface ConflictRow {
	/** `<record>.<field>`: names the case in an address. */
	readonly key: string;
	readonly record: RecordId;
	readonly table: CaseTable;
	readonly field: string;
	readonly door: string;
	readonly personName: string | null;
	readonly areaName: string;
	/** Who wrote the values that did not get in. */
	readonly byNames: readonly string[];
	readonly at: number;
}

/** One of the values, with who wrote it and when. */
export interface ConflictValue {
	/** The entry that it came with; null for what the ward keeps. */
	readonly entry: EntryId | null;
	/** For `deleted`: the fields that somebody wrote into the record, or null for "it is gone". */
	readonly value: unknown;
	readonly byName: string;
	/** By the phone's clock as far as the ward believes it; null where nobody knows. */
	readonly writtenAt: number | null;
	readonly receivedAt: number | null;
}

export interface ConflictSheet extends ConflictRow {
	readonly v: number;
	readonly household: HouseholdId | null;
	readonly kept: ConflictValue;
	readonly others: readonly ConflictValue[];
	readonly settled: CaseWord | null;
	readonly history: readonly FieldChange[];
	/** The case that comes after it in the list, for the keyboard. */
	readonly nextOpen: string | null;
}

export const ASIDE_STATES = ['open', 'held', 'settled'] as const;
/** Quarantined and waiting for a human; waiting for another record; dealt with. */
export type AsideState = (typeof ASIDE_STATES)[number];

export interface AsideFilter {
	readonly state: AsideState;
	readonly why?: ProblemCode;
	readonly after?: EntryId;
}

export interface AsideRow {
	readonly entry: EntryId;
	readonly kind: string;
	readonly table: CaseTable | null;
	readonly why: ProblemCode;
	/** The door that it is about, where the ward can tell. */
	readonly door: string | null;
	readonly byName: string;
	readonly at: number;
}

export interface AsideSheet extends AsideRow {
	readonly state: AsideState;
	readonly household: HouseholdId | null;
	readonly personName: string | null;
	readonly areaName: string | null;
	readonly writtenAt: number | null;
	/** What stands in it, field by field; a body that is still sealed shows none. */
	readonly fields: readonly { readonly field: string; readonly value: unknown }[];
	readonly isSealed: boolean;
	readonly settled: CaseWord | null;
	readonly nextOpen: EntryId | null;
}

/** Fields that staff may correct in an entry, by table: short texts and small choices. */
export const CORRECTABLE: Readonly<Record<CaseTable, readonly string[]>> = {
	household: ['number', 'lane', 'kind', 'access'],
	person: ['name', 'birth', 'sex', 'presence', 'phone', 'personalId'],
	visit: ['note'],
	difficulty: ['text'],
	outreach: ['topic', 'materials'],
	help: []
};

export const INCIDENT_KINDS = ['timeTravel', 'restore', 'unsent', 'revoked'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export interface IncidentRow {
	readonly id: string;
	readonly kind: IncidentKind;
	readonly at: number;
	/** Steps or entries that may be missing; null where nobody knows. */
	readonly count: number | null;
	readonly volunteerName: string | null;
	/** The report on a phone that was shut out. */
	readonly held: Held | null;
}

/** Records of one area. */
export interface AreaLoad {
	readonly area: Area;
	readonly households: number;
	readonly people: number;
	/** Visits that the ward has not approved. */
	readonly openVisits: number;
}

/** A phone that a change of areas concerns. */
export interface ConcernedPhone {
	readonly id: DeviceId;
	readonly volunteerName: string;
	readonly seenAt: number | null;
	/** Entries that it still held when it was last heard. */
	readonly waiting: number | null;
}

/** What would happen if this volunteer had these areas; nothing is written by making it. */
export interface AssignmentPlan {
	readonly volunteer: { readonly id: VolunteerId; readonly name: string };
	readonly before: readonly AreaId[];
	readonly after: readonly AreaId[];
	readonly added: readonly AreaLoad[];
	readonly removed: readonly AreaLoad[];
	readonly phones: readonly ConcernedPhone[];
	/** Last day, empty for none, and null where what was typed is no day that it may be. */
	readonly until: { readonly before: string; readonly after: string | null };
	/** Areas that nobody would have any more. */
	readonly orphaned: readonly string[];
	/** Of the volunteer's own areas; the ward's figures do not change with an assignment. */
	readonly figures: { readonly before: Figures; readonly after: Figures };
}

/** What would happen if this door stood in another area. */
export interface MovePlan {
	readonly household: HouseholdId;
	readonly v: number;
	readonly from: Area;
	readonly to: Area;
	readonly people: number;
	readonly visits: number;
	readonly openVisits: number;
	/** Phones that would lose it, and that would get it. */
	readonly losing: readonly ConcernedPhone[];
	readonly gaining: readonly ConcernedPhone[];
	readonly figures: readonly { readonly area: Area; readonly before: Figures; readonly after: Figures }[];
}
