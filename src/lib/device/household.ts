import { checkHousehold, type Household } from '../domain/household.ts';
import type { HouseholdId } from '../domain/id.ts';
import { fail, succeed, type Problem, type Result } from '../domain/problem.ts';
import type { Spot } from '../domain/sketch.ts';
import { applyChanges } from '../sync/record.ts';
import { checkAct, dropEmpty, listChanges, listNew, tidyFields, type Act } from './act.ts';
import type { Book } from './book.ts';

export type HouseholdDraft = Omit<Household, 'id'>;
/** Null takes the door off the drawing of its lane; a field that is not named stays. */
export type HouseholdChanges = Partial<Omit<HouseholdDraft, 'area' | 'sketch'>> & { readonly sketch?: Spot | null };

/** A new door in one of the volunteer's areas. */
export function decideNewHousehold(book: Book, id: HouseholdId, draft: HouseholdDraft): Result<Act> {
	const p = dropEmpty(tidyFields(draft));
	const { area } = draft;
	if (!book.areas.some((one) => one.assigned && one.id === area)) return fail('field.badChoice', 'area');
	return checkAct(checkTyped(p), [{ k: 'household.create', e: id, table: 'household', area, p: { lane: '', ...p } }]);
}

/** What changes about a door; an empty act when nothing does. */
export function decideHouseholdChanges(book: Book, id: HouseholdId, changes: HouseholdChanges): Result<Act> {
	const household = book.households.get(id);
	if (!household) return fail('entry.outOfScope', 'household');
	// A door does not move between areas on a phone, whatever a form still carries.
	const { area: _, ...p } = listChanges(household, changes);
	if (Object.keys(p).length === 0) return succeed([]);
	const found = listNew(checkTyped(household), checkTyped(applyChanges({ ...household }, p)));
	return checkAct(found, [{ k: 'household.set', e: id, table: 'household', area: household.area, p }]);
}

/** Mandatory fields that a form left out are empty to the domain's check, which names them. */
function checkTyped(fields: object): Problem[] {
	return checkHousehold({ number: '', lane: '', ...(fields as Omit<Household, 'id' | 'number' | 'lane'>) });
}
