// A mobile session: on one day at one place the police register level 2 and what belongs to it (feature F076, digest P4).
// It is cut into slots of equal length; whoever agreed on an appointment at the door is given one of them.

import type { Day } from './day.ts';
import type { AreaId, MobileSessionId, VisitId } from './id.ts';
import { LIMIT } from './limit.ts';
import { checkNote } from './note.ts';
import type { CardState } from './person.ts';
import { problem, type Problem } from './problem.ts';

/** `HH:mm`; as text it sorts by time. */
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

export interface SessionDraft {
	readonly place: string;
	/** The quarter that it is for; null for the whole ward. */
	readonly area: AreaId | null;
	readonly day: Day | null;
	readonly from: string;
	readonly to: string;
	readonly slotMinutes: number;
	/** How many are received at the same time. */
	readonly perSlot: number;
}

export interface MobileSession extends SessionDraft {
	readonly id: MobileSessionId;
	readonly day: Day;
}

function minutesOf(clock: string): number {
	return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function clockOf(minutes: number): string {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** When each slot begins; one that would end after the session is none. */
export function listSlots({ from, to, slotMinutes }: Pick<SessionDraft, 'from' | 'to' | 'slotMinutes'>): string[] {
	const slots: string[] = [];
	for (let at = minutesOf(from); at + slotMinutes <= minutesOf(to); at += slotMinutes) slots.push(clockOf(at));
	return slots;
}

/** What is wrong with a session that somebody typed; empty when it may be kept. */
export function checkSession(draft: SessionDraft, today: Day): Problem[] {
	const { place, day, from, to, slotMinutes, perSlot } = draft;
	const found: Problem[] = [];
	if (place.trim() === '') found.push(problem('field.required', 'place'));
	if (place.length > LIMIT.addressChars) found.push(problem('field.tooLong', 'place'));
	found.push(...checkNote(place, 'place'));
	if (day === null || day < today) found.push(problem('field.badDay', 'day'));
	if (!CLOCK.test(from)) return [...found, problem('field.badChoice', 'from')];
	if (!CLOCK.test(to) || to <= from) return [...found, problem('field.badChoice', 'to')];
	const isWhole = (value: number, least: number, most: number) =>
		Number.isSafeInteger(value) && value >= least && value <= most;
	if (!isWhole(slotMinutes, LIMIT.slotMinMinutes, LIMIT.slotMaxMinutes))
		return [...found, problem('field.badChoice', 'slotMinutes')];
	if (!isWhole(perSlot, 1, LIMIT.perSlot)) found.push(problem('field.badChoice', 'perSlot'));
	if (listSlots(draft).length === 0) found.push(problem('field.badChoice', 'slotMinutes'));
	return found;
}

/** Somebody who is to be given a slot, and what was agreed at the door. */
export interface Wish {
	readonly visit: VisitId;
	readonly on: Day | null;
	readonly at: string | null;
}

export interface Booked {
	readonly visit: VisitId;
	/** When the slot begins. */
	readonly at: string;
}

/**
 * Slots for these people: whoever agreed on an hour of this day gets the slot in which it lies, or else the next free
 * one after it; all others, and whoever came too late for that, get the earliest that is free, in the order given.
 */
export function fillSlots(
	session: MobileSession,
	taken: readonly Pick<Booked, 'at'>[],
	wishes: readonly Wish[]
): { readonly placed: readonly Booked[]; readonly left: readonly VisitId[] } {
	const slots = listSlots(session);
	const free = new Map(slots.map((at) => [at, session.perSlot]));
	const take = (at: string) => free.set(at, (free.get(at) ?? 0) - 1);
	for (const { at } of taken) take(at);
	const find = (test: (at: string) => boolean) => slots.find((at) => (free.get(at) ?? 0) > 0 && test(at));
	const placed: Booked[] = [];
	const place = (visit: VisitId, at: string | undefined) => {
		if (at === undefined) return;
		take(at);
		placed.push({ visit, at });
	};
	const isForHour = (wish: Wish): wish is Wish & { readonly at: string } => wish.on === session.day && wish.at !== null;
	const byHour = wishes.filter(isForHour).sort((a, b) => a.at.localeCompare(b.at, 'en'));
	for (const { visit, at } of byHour)
		place(
			visit,
			find((slot) => minutesOf(slot) + session.slotMinutes > minutesOf(at))
		);
	const isPlaced = (visit: VisitId) => placed.some((one) => one.visit === visit);
	for (const { visit } of wishes)
		if (!isPlaced(visit))
			place(
				visit,
				find(() => true)
			);
	return { placed, left: wishes.map(({ visit }) => visit).filter((visit) => !isPlaced(visit)) };
}

/** What to bring, by what is known of card and age (digest P4). */
export interface PapersFor {
	readonly card: CardState | null;
	/** Under fourteen: comes with whoever represents them, whose number is used. */
	readonly isWithParent: boolean;
}

export interface SessionRow {
	readonly session: MobileSession;
	readonly areaName: string | null;
	readonly slots: number;
	readonly booked: number;
}

/** One appointment: in a slot, or waiting for one. */
export interface AppointmentRow {
	readonly visit: VisitId;
	readonly door: string;
	readonly areaName: string;
	readonly personName: string | null;
	readonly volunteerName: string;
	/** What was agreed at the door. */
	readonly on: Day | null;
	readonly hour: string | null;
	readonly papers: PapersFor;
	/** When the slot begins; null while there is none. */
	readonly at: string | null;
}

export interface SessionSheet extends SessionRow {
	readonly times: readonly string[];
	readonly rows: readonly AppointmentRow[];
	/** People of other areas, of whom whoever is confined sees that their slots are taken and nothing more. */
	readonly hidden: readonly string[];
	readonly waiting: readonly AppointmentRow[];
	/** Up to `LIMIT.countedAppointments`; there may be more. */
	readonly waitingTotal: number;
	readonly waitsMore: boolean;
}
