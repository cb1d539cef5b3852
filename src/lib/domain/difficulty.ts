// A difficulty: what a volunteer asks the ward about the work itself (feature F098). It is about nobody, so it names nobody:
// what looks like a citizen's number or telephone is refused where it is typed, and again at the ward.

import type { AreaId, DifficultyId } from './id.ts';
import { LIMIT } from './limit.ts';
import { checkNote, hasPhone } from './note.ts';
import { problem, type Problem } from './problem.ts';

/** The ward's answer, as the volunteer reads it. */
export interface Reply {
	readonly text: string;
	readonly byName: string;
	readonly at: number;
}

export interface Difficulty {
	readonly id: DifficultyId;
	/** The area in which it was met. */
	readonly area: AreaId;
	readonly text: string;
	readonly askedAt: number;
	/** Who asked, as the ward signed it. */
	readonly by?: string;
	/** Absent while it waits for an answer. */
	readonly reply?: Reply;
	/** Volunteers of this area and of those above and below it see question and answer, without who asked. */
	readonly shown?: AreaId;
}

/** Question and answer of a difficulty that many have, as everybody of an area may read it. */
export interface CommonAnswer {
	readonly id: DifficultyId;
	readonly text: string;
	readonly answer: string;
	readonly at: number;
}

/** What is wrong with a text that somebody typed at `at`; empty when it may be kept. */
function checkText(text: string, at: string, most: number): Problem[] {
	if (text.trim() === '') return [problem('field.required', at)];
	const found = text.length > most ? [problem('field.tooLong', at)] : [];
	// what is too long is said once, whatever limit notes have
	found.push(...checkNote(text, at).filter(({ code }) => code !== 'field.tooLong'));
	if (hasPhone(text)) found.push(problem('note.phone', at));
	return found;
}

/** What is wrong with a difficulty that somebody typed; empty when it may be kept. */
export function checkDifficulty({ text }: Pick<Difficulty, 'text'>): Problem[] {
	return checkText(text, 'text', LIMIT.difficultyChars);
}

/** What is wrong with an answer of the ward; a telephone of the ward's own stands in its book, so none is taken here. */
export function checkReply(text: string): Problem[] {
	return checkText(text, 'reply', LIMIT.replyChars);
}

/** Those that wait first, then the latest answer; of one kind the newest first. */
export function orderDifficulties(all: Iterable<Difficulty>): Difficulty[] {
	const rank = ({ reply, askedAt }: Difficulty) => reply?.at ?? askedAt;
	return [...all].sort(
		(a, b) =>
			Number(a.reply !== undefined) - Number(b.reply !== undefined) || rank(b) - rank(a) || (a.id < b.id ? 1 : -1)
	);
}
