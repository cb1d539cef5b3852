// What was done beside the doors, told from this phone (features F077, F081): people at a table and events.

import { dayAt, type Day } from '../domain/day.ts';
import type { AreaId, HelpId, OutreachId } from '../domain/id.ts';
import { checkHelp, checkOutreach, type HelpDraft, type OutreachDraft } from '../domain/outreach.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { checkAct, dropEmpty, listChanges, tidyFields, type Act } from './act.ts';
import type { Book } from './book.ts';

export type HelpNote = HelpDraft & { readonly at: number };

/** One more person at the table, in one of the volunteer's areas. */
export function decideNewHelp(book: Book, id: HelpId, draft: HelpNote): Result<Act> {
	const { area } = draft;
	if (!isOwn(book, area)) return fail('field.badChoice', 'area');
	const p = dropEmpty(tidyFields(draft));
	return checkAct(checkHelp(draft), [{ k: 'help.add', e: id, table: 'help', area, p }]);
}

/** An event as a form holds it. */
export function decideNewEvent(book: Book, id: OutreachId, draft: OutreachDraft, today: Day): Result<Act> {
	const { area } = draft;
	if (!isOwn(book, area)) return fail('field.badChoice', 'area');
	const p = dropEmpty(tidyFields(toFields(draft)));
	return checkAct(checkOutreach(draft, today), [{ k: 'outreach.add', e: id, table: 'outreach', area, p }]);
}

/** What changes about one's own event; an empty act when nothing does. It stays in its area. */
export function decideEventChanges(book: Book, id: OutreachId, draft: OutreachDraft, today: Day): Result<Act> {
	const event = book.events.get(id);
	if (!event) return fail('entry.outOfScope');
	if (event.withdrawn !== undefined) return fail('entry.notAllowed');
	const { area: _, ...p } = listChanges(event, toFields(draft));
	if (Object.keys(p).length === 0) return succeed([]);
	return checkAct(checkOutreach(draft, today), [{ k: 'outreach.set', e: id, table: 'outreach', area: event.area, p }]);
}

/** Takes an event back; once. */
export function decideEventWithdrawal(book: Book, id: OutreachId, at: number): Result<Act> {
	const event = book.events.get(id);
	if (!event) return fail('entry.outOfScope');
	if (event.withdrawn !== undefined) return succeed([]);
	return checkAct([], [{ k: 'outreach.set', e: id, table: 'outreach', area: event.area, p: { withdrawn: at } }]);
}

/** Takes a person at the table back: as at the desk, one's own of today. */
export function decideHelpWithdrawal(book: Book, id: HelpId, at: number): Result<Act> {
	const help = book.help.get(id);
	if (!help) return fail('entry.outOfScope');
	if (help.withdrawn !== undefined) return succeed([]);
	if (dayAt(help.at) !== dayAt(at)) return fail('entry.notAllowed');
	return checkAct([], [{ k: 'help.set', e: id, table: 'help', area: help.area, p: { withdrawn: at } }]);
}

function isOwn(book: Book, area: AreaId | null): area is AreaId {
	return book.areas.some((one) => one.assigned && one.id === area);
}

/** Nothing handed out is no value. */
function toFields(draft: OutreachDraft): object {
	return { ...draft, materials: draft.materials.trim() || null };
}
