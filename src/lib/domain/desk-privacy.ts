// Personal data as the desk's own pages show it: the consent register, and what may be done about a request.

import type { Consent } from './consent.ts';
import type { PersonId } from './id.ts';
import type { Person } from './person.ts';

/** Somebody of the ward's lists, with the version that is on the screen and where they live. */
export interface PersonChoice {
	readonly person: Person;
	readonly v: number;
	readonly door: string;
}

export const CONSENT_STATES = ['all', 'given', 'phone', 'withdrawn', 'none'] as const;
export interface ConsentFilter {
	readonly state: (typeof CONSENT_STATES)[number];
	/** The last person of the page before. */
	readonly after?: string;
}

export interface ConsentRow {
	readonly person: PersonId;
	readonly name: string;
	readonly door: string;
	readonly state: 'given' | 'withdrawn' | 'none';
	readonly consent: Consent | null;
	/** Whose hand wrote it down. */
	readonly writtenBy: string | null;
}

/** What becomes of a request. `v` is the version of the person that was on the screen. */
export type RequestAct =
	| { readonly do: 'answer' }
	| { readonly do: 'refuse' }
	| { readonly do: 'erase' }
	| { readonly do: 'withdraw'; readonly v: number }
	| { readonly do: 'correct'; readonly v: number; readonly fields: Readonly<Record<string, unknown>> };
