// Who is behind which door, to be found by two letters: the folded words of each door, kept in memory beside the walk.
// They follow it from walk to walk, so that a door is taken apart once after it was written: when a search first comes to
// it, which ends where enough is found, or ahead of the first search by `warm`, a few doors at a time.

import { listWithin, type Area } from './area.ts';
import type { AreaId, HouseholdId } from './id.ts';
import { foldText } from './search.ts';
import type { WalkDoor } from './walk.ts';

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
	/** Of the doors of this walk, by their place in it, those that a search has come to. */
	#read: (string | undefined)[] = [];
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
		this.#read = new Array<string | undefined>(walk.length).fill(undefined);
		// doors that left the phone
		if (this.#texts.size > walk.length + MOST_GONE)
			this.#texts = new Map(
				walk.flatMap(({ household: { id } }) => {
					const text = this.#texts.get(id);
					return text ? [[id, text] as const] : [];
				})
			);
		return this;
	}

	/**
	 * Doors in which each typed word begins some word: of the address, of a name, of last digits. Those whose words stand
	 * in the typed order come first, each in walking order; then the doors of a place that is or was called so.
	 */
	find(typed: string, most: number): WalkDoor[] {
		const query = foldText(typed);
		if (query === '') return [];
		const found = this.#findWords(query, most);
		if (found.length < most) {
			const seen = new Set(found);
			found.push(...this.#findByPlace(query).filter((at) => !seen.has(at)));
		}
		return found.slice(0, most).map((at) => this.#walk[at]!);
	}

	/** Places in the walk, as those of `#findByPlace`. */
	#findWords(query: string, most: number): number[] {
		const [first, ...more] = query.split(' ').map((word) => ` ${word}`);
		const phrase = ` ${query}`;
		const inOrder: number[] = [];
		const others: number[] = [];
		for (let at = 0; at < this.#walk.length && inOrder.length < most; at++) {
			const text = this.#textAt(at);
			if (!text.includes(first!) || !more.every((word) => text.includes(word))) continue;
			if (more.length === 0 || text.includes(phrase)) inOrder.push(at);
			else others.push(at);
		}
		return inOrder.concat(others).slice(0, most);
	}

	/** Doors of the places whose present or former name is what was typed; words after a whole name must fit the door. */
	#findByPlace(query: string): number[] {
		const isPhrase = query.split(' ').length >= LEAST_PLACE_WORDS;
		const meant = this.#names.flatMap(({ name, area }) => {
			const isMeant = query === name || (isPhrase && ` ${name}`.includes(` ${query}`));
			const rest = query.startsWith(`${name} `) ? query.slice(name.length + 1).split(' ') : null;
			if (name === '' || (!isMeant && !rest)) return [];
			return { within: new Set(listWithin(this.#areas, [area])), rest: rest ?? [] };
		});
		if (meant.length === 0) return [];
		const found: number[] = [];
		for (const [at, { household }] of this.#walk.entries()) {
			const isThere = ({ within, rest }: (typeof meant)[number]) =>
				within.has(household.area) && rest.every((word) => this.#textAt(at).includes(` ${word}`));
			if (meant.some(isThere)) found.push(at);
		}
		return found;
	}

	#textAt(at: number): string {
		return (this.#read[at] ??= this.#textOf(this.#walk[at]!));
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
			const tail = person.personalId?.slice(-4) ?? person.idTail;
			if (tail) text += ` ${tail}`;
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
