// Who is behind which door, to be found by two letters: the folded words of each door, kept in memory beside the walk.
// They follow it from walk to walk, so that a door is taken apart when it was written and not when somebody searches;
// `warm` does it ahead of the first search, a few doors at a time.

import { listWithin, type Area } from './area.ts';
import type { AreaId, HouseholdId } from './id.ts';
import { maskNumber } from './person.ts';
import { foldText } from './search.ts';
import type { WalkDoor } from './walk.ts';

interface Row {
	readonly door: WalkDoor;
	readonly text: string;
}

/** What a door says, and of which objects it was read. */
interface Text extends Pick<WalkDoor, 'household' | 'people'> {
	/** Folded words, a blank before each. */
	readonly text: string;
}

interface PlaceName {
	readonly name: string;
	readonly area: AreaId;
}

/** Doors that are no more are kept until there are so many. */
const MOST_GONE = 500;
/** A single word finds a whole place only when it is all of its name: people are called like places. */
const LEAST_PLACE_WORDS = 2;

export class DoorIndex {
	#walk: readonly WalkDoor[] = [];
	#areas: readonly Area[] = [];
	#rows: readonly Row[] = [];
	#texts = new Map<HouseholdId, Text>();
	#names: readonly PlaceName[] = [];
	/** Names are made of few words, and doors stand in few lanes: each is folded once. */
	readonly #folded = new Map<string, string>();

	/** Takes apart at most `most` doors that are not yet, or are others by now; true when none is left. */
	warm(walk: readonly WalkDoor[], most: number): boolean {
		let left = most;
		for (const door of walk) {
			if (this.#isKnown(door)) continue;
			if (left-- === 0) return false;
			this.#textOf(door);
		}
		return true;
	}

	/** Takes in the walk as it is now. Only doors whose household or people are other objects are taken apart again. */
	follow(walk: readonly WalkDoor[], areas: readonly Area[]): this {
		if (areas !== this.#areas) {
			this.#areas = areas;
			this.#names = areas.flatMap(({ id, name, aliases }) =>
				[name, ...aliases].map((each) => ({ name: foldText(each), area: id }))
			);
		}
		if (walk === this.#walk) return this;
		this.#walk = walk;
		this.#rows = walk.map((door) => ({ door, text: this.#textOf(door) }));
		// doors that left the phone
		if (this.#texts.size > walk.length + MOST_GONE)
			this.#texts = new Map(walk.map(({ household: { id } }) => [id, this.#texts.get(id)!]));
		return this;
	}

	/**
	 * Doors in which each typed word begins some word: of the address, of a name, of last digits. Those whose words stand
	 * in the typed order come first, each in walking order; then the doors of a place that is or was called so.
	 */
	find(typed: string, most: number): WalkDoor[] {
		const query = foldText(typed);
		if (query === '') return [];
		const found = this.#findRows(query, most);
		if (found.length >= most) return found.map(({ door }) => door);
		const seen = new Set(found);
		return [...found, ...this.#findByPlace(query).filter((row) => !seen.has(row))]
			.slice(0, most)
			.map(({ door }) => door);
	}

	#findRows(query: string, most: number): Row[] {
		const words = query.split(' ').map((word) => ` ${word}`);
		const phrase = ` ${query}`;
		const inOrder: Row[] = [];
		const others: Row[] = [];
		for (const row of this.#rows) {
			if (!words.every((word) => row.text.includes(word))) continue;
			if (row.text.includes(phrase)) inOrder.push(row);
			else others.push(row);
			if (inOrder.length >= most) break;
		}
		return inOrder.concat(others).slice(0, most);
	}

	/** Doors of the places whose present or former name is what was typed; words after a whole name must fit the door. */
	#findByPlace(query: string): Row[] {
		const isPhrase = query.split(' ').length >= LEAST_PLACE_WORDS;
		const meant = this.#names.flatMap(({ name, area }) => {
			const isMeant = query === name || (isPhrase && ` ${name}`.includes(` ${query}`));
			const rest = query.startsWith(`${name} `) ? query.slice(name.length + 1).split(' ') : null;
			if (name === '' || (!isMeant && !rest)) return [];
			return { within: new Set(listWithin(this.#areas, [area])), rest: rest ?? [] };
		});
		if (meant.length === 0) return [];
		return this.#rows.filter(({ door, text }) =>
			meant.some(
				({ within, rest }) => within.has(door.household.area) && rest.every((word) => text.includes(` ${word}`))
			)
		);
	}

	#isKnown({ household, people }: WalkDoor): boolean {
		const known = this.#texts.get(household.id);
		return known?.household === household && known.people === people;
	}

	#textOf(door: WalkDoor): string {
		const { household, people } = door;
		if (this.#isKnown(door)) return this.#texts.get(household.id)!.text;
		let text = ` ${foldText(household.number)} ${this.#fold(household.lane)}`;
		for (const person of people) {
			for (const word of person.name.split(' ')) text += ` ${this.#fold(word)}`;
			const masked = maskNumber(person);
			if (masked) text += ` ${masked.slice(-4)}`;
		}
		this.#texts.set(household.id, { household, people, text });
		return text;
	}

	#fold(text: string): string {
		let folded = this.#folded.get(text);
		if (folded === undefined) this.#folded.set(text, (folded = foldText(text)));
		return folded;
	}
}
