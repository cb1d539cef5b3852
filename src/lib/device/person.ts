import { checkHelper, listHelpedBy, mayHaveHelper } from '../domain/buddy.ts';
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
	const added = { ...p, id } as unknown as Person; // what it lacks is found by the check of the form
	const found = [...checkTyped(p, today), ...checkHelper(book.peopleOf(draft.household), added, today)];
	return checkAct(found, [{ k: 'person.add', e: id, table: 'person', area: household.area, p }]);
}

/** What changes about a person; an empty act when nothing does. */
export function decidePersonChanges(book: Book, id: PersonId, changes: PersonChanges, today: Day): Result<Act> {
	const person = book.people.get(id);
	const household = person && book.households.get(person.household);
	if (!household) return fail('entry.outOfScope', 'person');
	const people = book.peopleOf(household.id);
	const { household: _, ...p } = listChanges(person, withdrawWith(person, changes));
	if (Object.keys(p).length === 0) return succeed([]);
	const after = applyChanges({ ...person }, p) as unknown as Person;
	const found = listNew(
		[...checkTyped(person, today), ...checkHelper(people, person, today)],
		[...checkTyped(after, today), ...('buddy' in p ? checkHelper(people, after, today) : [])]
	);
	const place = { k: 'person.set', table: 'person', area: household.area } as const;
	// who is no longer to be written down is named as nobody's helper either
	const helped = mayHaveHelper(after) || !mayHaveHelper(person) ? [] : listHelpedBy(people, person);
	return checkAct(found, [
		{ ...place, e: id, p },
		...helped.map((one) => ({ ...place, e: one.id, p: { buddy: null } }))
	]);
}

/** What goes with the consent that it hung on: the number to call, and who helps (digest k, features F071 and F078). */
function withdrawWith(person: Person, changes: PersonChanges): PersonChanges {
	if (changes.consent === undefined) return changes;
	const isPhoneLost = !changes.consent?.phone && person.phone !== undefined;
	const isHelperLost = !changes.consent?.record && person.buddy !== undefined;
	return { ...changes, ...(isPhoneLost ? { phone: null } : {}), ...(isHelperLost ? { buddy: null } : {}) };
}

/** Mandatory fields that a form left out are empty to the domain's check, which names them. */
function checkTyped(fields: object, today: Day): Problem[] {
	return checkPerson({ name: '', birth: '', ...(fields as Omit<Person, 'id' | 'name' | 'birth'>) }, today);
}
