// Two records that may be one person, and two people behind one telephone number. It warns and never merges (F015).

import { birthDayOf, birthYearOf } from './birth.ts';
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

function agreeOnBirth(a: Pick<Person, 'birth'>, b: Pick<Person, 'birth'>): boolean {
	const isByDay = birthDayOf(a.birth) !== null && birthDayOf(b.birth) !== null;
	return isByDay ? a.birth === b.birth : birthYearOf(a.birth) === birthYearOf(b.birth);
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
