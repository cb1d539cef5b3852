import type { Day } from '../domain/day.ts';
import type { PersonId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { checkPerson, type Person } from '../domain/person.ts';
import { fail, succeed, type Problem, type Result } from '../domain/problem.ts';
import { applyChanges } from '../sync/record.ts';
import { checkAct, dropEmpty, listChanges, listNew, tidyFields, type Act } from './act.ts';
import type { Book } from './book.ts';

export type PersonDraft = Omit<Person, 'id' | 'idTail'>;
/** Null takes a value away; a field that is not named stays. */
export type PersonChanges = { readonly [Field in keyof Omit<PersonDraft, 'household'>]?: PersonDraft[Field] | null };

/** Somebody new behind a known door. */
export function decideNewPerson(book: Book, id: PersonId, draft: PersonDraft, today: Day): Result<Act> {
	const household = book.households.get(draft.household);
	if (!household) return fail('entry.outOfScope', 'household');
	if (book.peopleOf(draft.household).length >= LIMIT.householdPeople) return fail('field.tooLong', 'household');
	const p = dropEmpty(tidyFields(draft));
	return checkAct(checkTyped(p, today), [{ k: 'person.add', e: id, table: 'person', area: household.area, p }]);
}

/** What changes about a person; an empty act when nothing does. */
export function decidePersonChanges(book: Book, id: PersonId, changes: PersonChanges, today: Day): Result<Act> {
	const person = book.people.get(id);
	const household = person && book.households.get(person.household);
	if (!household) return fail('entry.outOfScope', 'person');
	const { household: _, ...p } = listChanges(person, withdrawPhone(person, changes));
	if (Object.keys(p).length === 0) return succeed([]);
	const found = listNew(checkTyped(person, today), checkTyped(applyChanges({ ...person }, p), today));
	return checkAct(found, [{ k: 'person.set', e: id, table: 'person', area: household.area, p }]);
}

/** Who takes back the consent to keep a phone number takes the number back with it (digest k, feature F071). */
function withdrawPhone(person: Person, changes: PersonChanges): PersonChanges {
	const isWithdrawn = changes.consent !== undefined && !changes.consent?.phone;
	return isWithdrawn && person.phone !== undefined ? { ...changes, phone: null } : changes;
}

/** Mandatory fields that a form left out are empty to the domain's check, which names them. */
function checkTyped(fields: object, today: Day): Problem[] {
	return checkPerson({ name: '', birth: '', ...(fields as Omit<Person, 'id' | 'name' | 'birth'>) }, today);
}
