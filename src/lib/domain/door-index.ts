// Who is behind which door, to be found by two letters: an index over the walk, kept in memory beside it. It is followed
// from walk to walk, so that a door is taken apart when it was written and not when somebody searches.
//
//   first two letters of each word -> doors;  then all typed words are looked for in the few doors that are left

import { listWithin, type Area } from './area.ts';
import type { AreaId, HouseholdId } from './id.ts';
import { maskNumber } from './person.ts';
import { foldText } from './search.ts';
import type { WalkDoor } from './walk.ts';

interface Row {
	door: WalkDoor;
	/** Where it stands in the walk; -1 once it is another row or none. */
	place: number;
	/** Folded words, a blank before each. */
	readonly text: string;
}

interface PlaceName {
	readonly name: string;
	readonly area: AreaId;
}

/** Letters of a word by which it is filed. */
const KEY_LETTERS = 2;
/** Rows that are no more stay in their files until there are so many. */
const MOST_GONE = 2_000;
/** A single word finds a whole place only when it is all of its name: people are called like places. */
const LEAST_PLACE_WORDS = 2;

export class DoorIndex {
	#walk: readonly WalkDoor[] = [];
	#areas: readonly Area[] = [];
	#rows = new Map<HouseholdId, Row>();
	#files = new Map<string, Row[]>();
	#gone = 0;
	#names: readonly PlaceName[] = [];
	/** Names are made of few words: each is folded once. */
	readonly #folded = new Map<string, string>();

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
		const before = this.#rows;
		if (this.#gone > MOST_GONE) [this.#files, this.#gone] = [new Map(), 0];
		const isAnew = this.#files.size === 0;
		const rows = new Map<HouseholdId, Row>();
		for (const [place, door] of walk.entries()) {
			const old = before.get(door.household.id);
			const isSame = old?.door.household === door.household && old.door.people === door.people;
			if (isSame) Object.assign(old, { door, place });
			const row = isSame ? old : { door, place, text: this.#textOf(door) };
			if (!isSame || isAnew) this.#file(row);
			rows.set(door.household.id, row);
		}
		for (const [household, row] of before) {
			if (rows.get(household) === row) continue;
			row.place = -1;
			this.#gone++;
		}
		this.#rows = rows;
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
		const words = query.split(' ');
		const phrase = ` ${query}`;
		const inOrder: Row[] = [];
		const others: Row[] = [];
		for (const row of this.#candidates(words)) {
			if (!words.every((word) => row.text.includes(` ${word}`))) continue;
			if (row.text.includes(phrase)) inOrder.push(row);
			else others.push(row);
			if (inOrder.length >= most) break;
		}
		return inOrder.concat(others).slice(0, most);
	}

	/** Doors that may hold all words, in walking order: those of the word with the thinnest file. */
	#candidates(words: readonly string[]): Iterable<Row> {
		const long = words.filter((word) => word.length >= KEY_LETTERS);
		const files = long.map((word) => this.#files.get(word.slice(0, KEY_LETTERS)) ?? []);
		const [thinnest] = files.sort((a, b) => a.length - b.length);
		if (!thinnest) return this.#rows.values();
		const rows = thinnest.filter(({ place }) => place >= 0);
		const isSorted = rows.every((row, at) => at === 0 || rows[at - 1]!.place <= row.place);
		return isSorted ? rows : rows.sort((a, b) => a.place - b.place);
	}

	/** Doors of the places whose present or former name is what was typed; words after a whole name must fit the door. */
	#findByPlace(query: string): Row[] {
		const isPhrase = query.split(' ').length >= LEAST_PLACE_WORDS;
		const rows = new Set<Row>();
		for (const { name, area } of this.#names) {
			const isMeant = query === name || (isPhrase && ` ${name}`.includes(` ${query}`));
			const rest = query.startsWith(`${name} `) ? query.slice(name.length + 1).split(' ') : null;
			if (name === '' || (!isMeant && !rest)) continue;
			const within = new Set(listWithin(this.#areas, [area]));
			for (const row of this.#rows.values()) {
				if (!within.has(row.door.household.area)) continue;
				if (rest?.every((word) => row.text.includes(` ${word}`)) ?? true) rows.add(row);
			}
		}
		return [...rows].sort((a, b) => a.place - b.place);
	}

	#textOf({ household, people }: WalkDoor): string {
		const parts = [household.number, household.lane];
		for (const person of people) {
			parts.push(person.name);
			const masked = maskNumber(person);
			if (masked) parts.push(masked.slice(-4));
		}
		let text = '';
		for (const word of parts.join(' ').split(/\s+/)) {
			let folded = this.#folded.get(word);
			if (folded === undefined) this.#folded.set(word, (folded = foldText(word)));
			if (folded !== '') text += ` ${folded}`;
		}
		return text;
	}

	#file(row: Row): void {
		const keys = new Set<string>();
		for (const word of row.text.slice(1).split(' ')) keys.add(word.slice(0, KEY_LETTERS));
		for (const key of keys) {
			const file = this.#files.get(key);
			if (file) file.push(row);
			else this.#files.set(key, [row]);
		}
	}
}
