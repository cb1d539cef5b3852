// Two records that may be one person, and two people behind one telephone number. It warns and never merges (F015).

import { birthDayOf, birthYearOf, type Birth } from './birth.ts';
import type { PersonId } from './id.ts';
import type { Person } from './person.ts';
import { foldText } from './search.ts';

type Known = Pick<Person, 'id' | 'name' | 'birth' | 'personalId' | 'idTail'>;
type Asked = Pick<Person, 'name' | 'birth' | 'personalId'> & { readonly id?: PersonId };

/**
 * People who may be this one: the same number as far as both are known, or the same name and a birth that does not
 * contradict. Never the person itself.
 */
export function findTwins<Candidate extends Known>(people: Iterable<Candidate>, asked: Asked): Candidate[] {
	const name = foldText(asked.name);
	return [...people].filter((person) => {
		if (person.id === asked.id) return false;
		if (asked.personalId && person.personalId) return asked.personalId === person.personalId;
		const hasName = name !== '' && foldText(person.name) === name;
		if (!agreeOnBirth(person, asked)) return false;
		return hasName || (person.idTail !== undefined && asked.personalId?.endsWith(person.idTail) === true);
	});
}

/** What two records of one person have in common when nobody knows a number: name and day. A year alone is too many. */
export function nameTwin({ name, birth }: { readonly name: string; readonly birth: string }): string {
	const folded = foldText(name).trim();
	// what is no birth at all is no day either
	return folded !== '' && birthDayOf(birth as Birth) !== null ? `${folded}|${birth}` : '';
}

export const TWIN_REASONS = ['number', 'name'] as const;
/** The same personal number; the same name and day of birth. */
export type TwinReason = (typeof TWIN_REASONS)[number];

/** What is compared: the number by its index, the name as `nameTwin` has it. */
export interface TwinMark {
	readonly id: PersonId;
	readonly number: string | null;
	readonly twin: string;
}

export interface TwinPair {
	readonly one: PersonId;
	readonly other: PersonId;
	readonly why: readonly TwinReason[];
}

/**
 * Pairs of people who may be one, each once, by the older id. Two whose numbers are known and differ are two people,
 * whatever they are called.
 */
export function pairTwins(marks: readonly TwinMark[]): TwinPair[] {
	const sorted = [...marks].sort((a, b) => (a.id < b.id ? -1 : 1));
	return sorted.flatMap((a, i) =>
		sorted.slice(i + 1).flatMap((b): TwinPair[] => {
			const isByNumber = a.number !== null && a.number === b.number;
			if (a.number !== null && b.number !== null && !isByNumber) return [];
			const isByName = a.twin !== '' && a.twin === b.twin;
			const why = TWIN_REASONS.filter((reason) => (reason === 'number' ? isByNumber : isByName));
			return why.length > 0 ? [{ one: a.id, other: b.id, why }] : [];
		})
	);
}

/** Which of two is better kept: the one seen later on the ladder, then the one with more visits, then the older one. */
export function suggestKept<Candidate extends { readonly person: Person; readonly visits: number }>(
	one: Candidate,
	other: Candidate
): Candidate {
	const [a, b] = [one, other].map(({ person }) => person.standing?.on ?? '');
	if (a !== b) return (a ?? '') > (b ?? '') ? one : other;
	if (one.visits !== other.visits) return one.visits > other.visits ? one : other;
	return one.person.id < other.person.id ? one : other;
}

/** `1979-03-02` for `1979-02-03`; no date where the day is none of the twelve. */
const swapDayAndMonth = (birth: Birth) => birth.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$1-$3-$2');

function agreeOnBirth(a: Pick<Person, 'birth'>, b: Pick<Person, 'birth'>): boolean {
	const isByDay = birthDayOf(a.birth) !== null && birthDayOf(b.birth) !== null;
	if (!isByDay) return birthYearOf(a.birth) === birthYearOf(b.birth);
	// written down once as day and month, once as month and day: worth a question
	return a.birth === b.birth || a.birth === swapDayAndMonth(b.birth);
}

/** Others with the same number to call; a shared number is a barrier (B3.1), not an error. */
export function findSharers<Candidate extends Pick<Person, 'id' | 'phone'>>(
	people: Iterable<Candidate>,
	phone: string | undefined,
	self?: PersonId
): Candidate[] {
	const digits = phone?.replace(/\D/g, '') ?? '';
	if (digits === '') return [];
	return [...people].filter((person) => person.id !== self && person.phone?.replace(/\D/g, '') === digits);
}
