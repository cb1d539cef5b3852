// Records that may be one person, as the desk sees them.

import type { Person } from './person.ts';
import type { PersonId } from './id.ts';
import type { TwinReason } from './twin.ts';

export interface TwinPerson {
	readonly person: Person;
	readonly v: number;
	readonly door: string;
	readonly areaName: string;
	readonly visits: number;
}

/** Two people side by side; nothing is merged without somebody's word. */
export interface TwinRow {
	readonly one: TwinPerson;
	readonly other: TwinPerson;
	readonly why: readonly TwinReason[];
	/** Which of them is better kept. */
	readonly suggested: PersonId;
}

/** What was said of a pair and may be taken back. */
export interface TwinWord {
	readonly id: string;
	readonly state: 'merged' | 'apart';
	/** Of a merge: who was kept. */
	readonly oneName: string;
	readonly otherName: string;
	readonly at: number;
	readonly byName: string;
}

export interface TwinList {
	readonly rows: readonly TwinRow[];
	readonly total: number;
	/** There are more than `total`: looking for them stopped there. */
	readonly hasMore: boolean;
	/** The last words, latest first. */
	readonly words: readonly TwinWord[];
}

/** A merge as it was on the screen. */
export interface TwinChoice {
	readonly kept: PersonId;
	readonly keptV: number;
	readonly gone: PersonId;
	readonly goneV: number;
}
