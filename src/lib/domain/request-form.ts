// What the desk's form about a request says, as an act.

import type { RequestAct } from './desk-privacy.ts';
import { parseTypedDay } from './day.ts';
import type { VisitId } from './id.ts';
import type { RetentionChoice } from './retention.ts';

/** Fields of a person that may be corrected by a form: short texts. */
export const CORRECTED_FIELDS = ['name', 'birth', 'phone', 'personalId'] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

/** What staff mend themselves while they review a visit: one field of the person whom it is about. */
export interface Correction {
	readonly visit: VisitId;
	/** Version of the person that was on the screen. */
	readonly v: number;
	readonly field: CorrectedField;
	readonly value: string;
}

interface Form {
	get(name: string): unknown;
}

const textOf = (form: Form, name: string) => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

export function parseRequestAct(form: Form): RequestAct {
	const v = Number(textOf(form, 'v'));
	const said = textOf(form, 'do');
	if (said === 'erase' || said === 'refuse') return { do: said };
	if (said === 'withdraw') return { do: 'withdraw', v };
	if (said !== 'correct') return { do: 'answer' };
	const { field, value } = parseCorrection(form);
	return { do: 'correct', v, fields: { [field]: value } };
}

/** The field that a form corrects and what it should say: a date as people write it; a year alone stays a year. */
export function parseCorrection(form: Form): { readonly field: CorrectedField; readonly value: string } {
	const field = CORRECTED_FIELDS.find((known) => known === textOf(form, 'field')) ?? 'name';
	const value = textOf(form, 'value');
	const day = field === 'birth' ? parseTypedDay(value) : null;
	return { field, value: day ?? value };
}

/** What is to go: by age, or after a campaign whose end was typed; null where the date is none. */
export function parseRetentionChoice(form: Form): RetentionChoice | null {
	if (textOf(form, 'by') !== 'campaign') return { by: 'age' };
	const endedOn = parseTypedDay(textOf(form, 'ended'));
	return endedOn ? { by: 'campaign', name: textOf(form, 'name').slice(0, 80), endedOn } : null;
}
