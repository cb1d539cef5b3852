// The shift of one phone: who walks with it, which letter goes to which door, which lanes it gave on or took over. It
// lasts for a day, lies sealed on the phone, and is sent nowhere; what the ward hears of it are the visits.

import type { Crew } from './crew.ts';
import type { Day } from './day.ts';
import type { HouseholdId } from './id.ts';
import type { CrewLetter, Knocker } from './knocker.ts';
import type { Relay } from './relay.ts';
import type { HandedDoor } from './walk.ts';

/** A lane that changed hands here today. */
export interface ShiftRelay {
	readonly way: 'given' | 'taken';
	readonly relay: Relay;
}

export interface Shift {
	readonly day: Day;
	readonly crew: Crew | null;
	/** Who was sent to a door, or was said to be at it. */
	readonly posts: Readonly<Record<HouseholdId, CrewLetter>>;
	/** As they came; of two about one door the later counts. */
	readonly relays: readonly ShiftRelay[];
}

export function makeShift(day: Day): Shift {
	return { day, crew: null, posts: {}, relays: [] };
}

/** The shift of this day: what was kept of another day is over. */
export function openShift(kept: Shift | null, today: Day): Shift {
	return kept?.day === today ? kept : makeShift(today);
}

/** The crew while it walks. */
export function walkingCrew(shift: Shift | null): Crew | null {
	return shift?.crew && shift.crew.endedAt === undefined ? shift.crew : null;
}

export function startCrew(shift: Shift, crew: Crew): Shift {
	return { ...shift, crew, posts: {} };
}

/** Nobody has a letter from here on; the crew is kept for what came of its day. */
export function endCrew(shift: Shift, endedAt: number): Shift {
	return shift.crew ? { ...shift, crew: { ...shift.crew, endedAt }, posts: {} } : shift;
}

/** This one is at the door, or wherever nobody else was said, where no door is named. */
export function switchKnocker(shift: Shift, letter: CrewLetter, household: HouseholdId | null): Shift {
	const { crew } = shift;
	if (!crew?.members.some((member) => member.letter === letter)) return shift;
	return {
		...shift,
		crew: { ...crew, at: letter },
		posts: household === null ? shift.posts : { ...shift.posts, [household]: letter }
	};
}

/** Sends a letter to doors. */
export function postDoors(shift: Shift, doors: readonly HouseholdId[], letter: CrewLetter): Shift {
	const posts = { ...shift.posts };
	for (const id of doors) posts[id] = letter;
	return { ...shift, posts };
}

/** Who is at a door; null where one walks alone. */
export function knockerAt(shift: Shift | null, household: HouseholdId | null): Knocker | null {
	const crew = walkingCrew(shift);
	if (!crew || !shift) return null;
	const letter = (household === null ? undefined : shift.posts[household]) ?? crew.at;
	return crew.members.find((member) => member.letter === letter) ?? null;
}

/** A relay that was given and heard of as taken, or that was taken here. Known ones change nothing. */
export function noteRelay(shift: Shift, way: ShiftRelay['way'], relay: Relay): Shift {
	if (shift.relays.some((one) => one.way === way && one.relay.id === relay.id)) return shift;
	return { ...shift, relays: [...shift.relays, { way, relay }] };
}

/** A relay that was given is walked here again, as if it never had been. */
export function takeBackRelay(shift: Shift, id: string): Shift {
	return { ...shift, relays: shift.relays.filter(({ way, relay }) => way !== 'given' || relay.id !== id) };
}

/** What the relays of a shift say of each door. */
export function tellRelays({ relays }: Pick<Shift, 'relays'>): ReadonlyMap<HouseholdId, HandedDoor> {
	const words = new Map<HouseholdId, HandedDoor>();
	for (const { way, relay } of relays) {
		for (const { id, state, place } of relay.doors) {
			const before = words.get(id);
			const heard = way === 'taken' && state !== 'left' ? { from: relay.from, isOver: state === 'over' } : undefined;
			const at = way === 'taken' ? place : before?.place;
			words.set(id, {
				isGiven: way === 'given',
				...(heard ? { heard } : {}),
				...(at === undefined ? {} : { place: at })
			});
		}
	}
	return words;
}
