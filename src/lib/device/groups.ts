// People and visits by the door they stand behind, followed from book to book.

import type { HouseholdId } from '../domain/id.ts';

/**
 * Nouns by their household, grouped on the first question and followed from then on. Groups of households that nothing
 * happened to stay the same arrays, which is how others see that nothing happened.
 */
export class Groups<Id, Noun extends { readonly id: Id; readonly household: HouseholdId }> {
	#nouns: ReadonlyMap<Id, Noun> = new Map();
	#groups = new Map<HouseholdId, readonly Noun[]>();

	of(nouns: ReadonlyMap<Id, Noun>, household: HouseholdId): readonly Noun[] {
		if (nouns !== this.#nouns) this.#follow(nouns);
		return this.#groups.get(household) ?? NOBODY;
	}

	/** `after` came of `before` by a change of `ids`, which spares looking through all. */
	hear(before: ReadonlyMap<Id, Noun>, after: ReadonlyMap<Id, Noun>, ids: readonly Id[]): void {
		if (before === after || before !== this.#nouns || before.size === 0) return;
		const touched = new Map<HouseholdId, Map<Id, Noun | null>>();
		const touch = (household: HouseholdId, id: Id, noun: Noun | null) => {
			const changes = touched.get(household);
			if (changes) changes.set(id, noun);
			else touched.set(household, new Map([[id, noun]]));
		};
		for (const id of ids) {
			const was = before.get(id);
			const is = after.get(id);
			if (was === is) continue;
			if (was && was.household !== is?.household) touch(was.household, id, null);
			if (is) touch(is.household, id, is);
		}
		for (const [household, changes] of touched) {
			const group = this.#groups.get(household) ?? NOBODY;
			const stayed = group.flatMap((noun) => (changes.has(noun.id) ? (changes.get(noun.id) ?? []) : noun));
			const known = new Set(group.map(({ id }) => id));
			const came = [...changes].flatMap(([id, noun]) => (noun && !known.has(id) ? noun : []));
			if (stayed.length + came.length > 0) this.#groups.set(household, [...stayed, ...came]);
			else this.#groups.delete(household);
		}
		this.#nouns = after;
	}

	/** From whatever was grouped last to these, seen by what is another object. */
	#follow(nouns: ReadonlyMap<Id, Noun>): void {
		const touched = new Set<HouseholdId>();
		for (const [id, noun] of nouns) {
			const before = this.#nouns.get(id);
			if (before === noun) continue;
			if (before) touched.add(before.household);
			touched.add(noun.household);
		}
		for (const [id, noun] of this.#nouns) if (!nouns.has(id)) touched.add(noun.household);
		const groups = new Map<HouseholdId, Noun[]>();
		for (const noun of nouns.values()) {
			if (!touched.has(noun.household)) continue;
			const group = groups.get(noun.household);
			if (group) group.push(noun);
			else groups.set(noun.household, [noun]);
		}
		for (const household of touched) {
			const group = groups.get(household);
			if (group) this.#groups.set(household, group);
			else this.#groups.delete(household);
		}
		this.#nouns = nouns;
	}
}

const NOBODY: readonly never[] = [];
