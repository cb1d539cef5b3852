// What a resident may ask of the ward about their own data: to see it, to have it corrected or deleted, to take consent
// back. It is answered within two working days (NĐ 356/2025, digest k); the first one begins the day after.

import type { Day } from './day.ts';
import type { PersonId } from './id.ts';
import { LIMIT } from './limit.ts';
import { problem, type Problem } from './problem.ts';
import { addWorkingDays } from './working-day.ts';

export const REQUEST_KINDS = ['view', 'correct', 'delete', 'withdraw'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ['open', 'done', 'refused'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const ANSWER_WORKING_DAYS = 2;

/** A page of the list; `next` is where the one behind it begins. */
export interface RequestPage {
	readonly rows: readonly CitizenRequest[];
	readonly next: string | null;
}

export interface RequestDraft {
	readonly kind: string;
	/** Whose data it is about; null where the desk does not find them. */
	readonly person: PersonId | null;
	readonly asker: string;
	readonly contact: string;
	readonly detail: string;
}

export interface CitizenRequest {
	readonly id: string;
	readonly number: number;
	readonly kind: RequestKind;
	readonly person: PersonId | null;
	/** The person's name and door now; null when they are gone or were never found. */
	readonly personName: string | null;
	readonly door: string | null;
	readonly asker: string;
	readonly contact: string;
	readonly detail: string;
	readonly receivedAt: number;
	readonly receivedName: string;
	readonly dueOn: Day;
	readonly state: RequestState;
	readonly answeredAt: number | null;
	readonly answeredName: string | null;
	readonly answer: string | null;
}

/** What is wrong with a request as it was typed; empty when it may be taken in. */
export function checkRequest(draft: RequestDraft): Problem[] {
	const found: Problem[] = [];
	if (!REQUEST_KINDS.includes(draft.kind as RequestKind)) found.push(problem('field.badChoice', 'kind'));
	if (draft.asker.trim() === '') found.push(problem('field.required', 'asker'));
	if (draft.asker.length > LIMIT.nameChars) found.push(problem('field.tooLong', 'asker'));
	if (draft.contact.length > LIMIT.addressChars) found.push(problem('field.tooLong', 'contact'));
	if (draft.detail.length > LIMIT.noteChars) found.push(problem('field.tooLong', 'detail'));
	return found;
}

export function dueOn(receivedOn: Day, daysOff: ReadonlySet<Day>): Day {
	return addWorkingDays(receivedOn, ANSWER_WORKING_DAYS, daysOff);
}

/** `YC-2026-0007`: what stands on the receipt. */
export function nameRequest(number: number, receivedOn: Day): string {
	return `YC-${receivedOn.slice(0, 4)}-${String(number).padStart(4, '0')}`;
}
