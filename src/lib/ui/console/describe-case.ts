// What a case at the desk is called and what its values say.

import { dayAt, formatClock, formatDay } from '$lib/domain/day.ts';
import type { CaseTable } from '$lib/domain/desk-case.ts';
import { cases as english } from '../words/en/cases.ts';
import { cases as vietnamese } from '../words/vi/cases.ts';
import { describeField, describeValue } from './describe.ts';
import { describeTold } from './describe-told.ts';
import type { Language } from './desk-words.ts';

/** The field that it is about, or that the record itself is. */
export function describeCase(table: CaseTable, field: string, language: Language): string {
	const words = language === 'en' ? english : vietnamese;
	return field === 'deleted' ? words.conflict.deleted : describeField(table, field, language);
}

/** Fields that name other records: their place is told in words above. */
const PLACES = ['household', 'person', 'area', 'by', 'observer'];
const INSTANTS = ['seenAt', 'askedAt', 'at', 'withdrawn'];

/** The lines of an entry, as they are read: places left out, instants in words. */
export function describeEntry(
	table: CaseTable | null,
	fields: readonly { readonly field: string; readonly value: unknown }[],
	language: Language
): { name: string; value: string }[] {
	return fields
		.filter(({ field }) => !PLACES.includes(field))
		.map(({ field, value }) => ({
			name: table ? describeField(table, field, language) : field,
			value: describeSafely(table, field, value, language)
		}));
}

/** What was kept aside may have any shape: what cannot be put into words is shown as it stands. */
function describeSafely(table: CaseTable | null, field: string, value: unknown, language: Language): string {
	const told = table === 'outreach' || table === 'help' ? describeTold(field, value, language) : null;
	if (told !== null) return told;
	if (INSTANTS.includes(field) && typeof value === 'number') return `${formatDay(dayAt(value))} ${formatClock(value)}`;
	try {
		return describeValue(field, value, language);
	} catch {
		return JSON.stringify(value);
	}
}
