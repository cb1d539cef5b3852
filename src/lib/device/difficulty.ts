import { checkDifficulty, type Difficulty } from '../domain/difficulty.ts';
import type { DifficultyId } from '../domain/id.ts';
import { fail, type Result } from '../domain/problem.ts';
import { checkAct, tidyFields, type Act } from './act.ts';
import type { Book } from './book.ts';

export type DifficultyDraft = Pick<Difficulty, 'area' | 'text' | 'askedAt'>;

/** What a volunteer asks the ward, about the work in one of their areas. */
export function decideNewDifficulty(book: Book, id: DifficultyId, draft: DifficultyDraft): Result<Act> {
	const { area } = draft;
	if (!book.areas.some((one) => one.assigned && one.id === area)) return fail('field.badChoice', 'area');
	const p = tidyFields(draft);
	return checkAct(checkDifficulty({ text: draft.text }), [
		{ k: 'difficulty.add', e: id, table: 'difficulty', area, p }
	]);
}
