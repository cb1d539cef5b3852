import type { Day } from '../domain/day.ts';
import type { PersonId, VisitId } from '../domain/id.ts';
import type { Person } from '../domain/person.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { checkVisit, type Visit } from '../domain/visit.ts';
import { applyChanges } from '../sync/record.ts';
import { checkAct, dropEmpty, listChanges, listNew, tidyFields, type Act } from './act.ts';
import type { Book } from './book.ts';
import { decideHouseholdChanges, type HouseholdDraft } from './household.ts';
import { decideNewPerson, decidePersonChanges, type PersonChanges, type PersonDraft } from './person.ts';

export type VisitDraft = Omit<Visit, 'id' | 'by' | 'review' | 'referrals'>;

/** What is saved together with a visit. */
export interface VisitExtras {
	/** What it changes about its person. */
	readonly changes?: PersonChanges;
	/** Somebody not known so far, whom it is about; the visit's own `person` is not looked at then. */
	readonly newcomer?: PersonDraft;
	/** As with every save: the half-filled form that ends with it. */
	readonly form?: string;
}

export interface ReturnedChanges {
	readonly visit?: Partial<VisitDraft>;
	readonly person?: PersonChanges;
	readonly household?: Partial<HouseholdDraft>;
}

/** A knock at a known door, and what it changes about the person whom it was about. */
export function decideNewVisit(
	book: Book,
	id: VisitId,
	draft: VisitDraft,
	changes: PersonChanges,
	today: Day
): Result<Act> {
	const household = book.households.get(draft.household);
	if (!household) return fail('entry.outOfScope', 'household');
	if (draft.person !== undefined && book.people.get(draft.person)?.household !== household.id)
		return fail('entry.outOfScope', 'person');
	if (draft.person === undefined && Object.keys(changes).length > 0)
		throw new Error('changes of a person in a visit about nobody');
	const p = dropEmpty(tidyFields(draft));
	const visit = checkAct(checkVisit(p as unknown as VisitDraft), [
		{ k: 'visit.add', e: id, table: 'visit', area: household.area, p }
	]);
	if (!visit.ok || draft.person === undefined) return visit;
	const person = decidePersonChanges(book, draft.person, changes, today);
	return person.ok ? succeed([...person.value, ...visit.value]) : person;
}

/** A visit about somebody who is written down with it: both or neither. */
export function decideNewcomerVisit(
	book: Book,
	ids: { readonly visit: VisitId; readonly person: PersonId },
	newcomer: PersonDraft,
	draft: VisitDraft,
	changes: PersonChanges,
	today: Day
): Result<Act> {
	const added = decideNewPerson(book, ids.person, newcomer, today);
	if (!added.ok) return added;
	// Checked a line above: the fields have a person's shape.
	const person = { ...dropEmpty(tidyFields(newcomer)), id: ids.person } as unknown as Person;
	const people = new Map(book.people).set(ids.person, person);
	const visited = decideNewVisit({ ...book, people }, ids.visit, { ...draft, person: ids.person }, changes, today);
	return visited.ok ? succeed([...added.value, ...visited.value]) : visited;
}

/** What mends a returned visit, and the word that it was seen to, even when nothing had to be mended. */
export function decideAnswer(book: Book, id: VisitId, changes: ReturnedChanges, today: Day): Result<Act> {
	const visit = book.visits.get(id);
	const household = visit && book.households.get(visit.household);
	if (!household) return fail('entry.outOfScope', 'visit');
	if (visit.review?.state !== 'returned') return fail('review.notWaiting');
	if (changes.person && visit.person === undefined) throw new Error('changes of a person in a visit about nobody');

	const door = decideHouseholdChanges(book, visit.household, changes.household ?? {});
	if (!door.ok) return door;
	const person = visit.person ? decidePersonChanges(book, visit.person, changes.person ?? {}, today) : succeed<Act>([]);
	if (!person.ok) return person;
	const { household: _, ...p } = listChanges(visit, changes.visit ?? {});
	const place = { e: id, table: 'visit' as const, area: household.area };
	const found = listNew(checkVisit(visit), checkVisit(applyChanges({ ...visit }, p) as unknown as VisitDraft));
	return checkAct(found, [
		...door.value,
		...person.value,
		...(Object.keys(p).length > 0 ? [{ k: 'visit.set' as const, ...place, p }] : []),
		{ k: 'review.answer', ...place, p: {} }
	]);
}
