// Who of a crew was at a door: a letter and the name that goes with it on one phone and one day.

import { LIMIT } from './limit.ts';
import { checkNote } from './note.ts';
import { problem, type Problem } from './problem.ts';

export const CREW_LETTERS = ['A', 'B', 'C', 'D'] as const;
export type CrewLetter = (typeof CREW_LETTERS)[number];

/** Who was at a door, as the one with the phone knows them: not everybody in a crew is known to the ward. */
export interface Knocker {
	readonly letter: CrewLetter;
	readonly name: string;
}

/** What is wrong with somebody's name in a crew; empty when it may be kept. A name has no room for a number. */
export function checkKnocker({ letter, name }: Knocker, at = 'knocker'): Problem[] {
	if (!CREW_LETTERS.includes(letter)) return [problem('field.badChoice', at)];
	if (name.trim() === '') return [problem('field.required', at)];
	if (name.length > LIMIT.nameChars) return [problem('field.tooLong', at)];
	if (name.replace(/\D/g, '').length >= 9) return [problem('note.idNumber', at)];
	return checkNote(name, at);
}
