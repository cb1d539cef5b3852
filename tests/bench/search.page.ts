// Runs in the page of search.bench.ts: 10,000 made-up people behind 4,000 doors, and three ways to find them.

import MiniSearch from 'minisearch';
import { DoorIndex } from '../../src/lib/domain/door-index.ts';
import type { Birth } from '../../src/lib/domain/birth.ts';
import type { AreaId, HouseholdId, PersonId } from '../../src/lib/domain/id.ts';
import { maskNumber } from '../../src/lib/domain/person.ts';
import { findRows, foldText, makeSearchRow, type SearchRow } from '../../src/lib/domain/search.ts';
import type { WalkDoor } from '../../src/lib/domain/walk.ts';

/**
 * `warmed`: the list of doors has been open for a second, as it is before anybody types. `rare`: the first that is typed
 * is found nowhere, so that nothing spares looking at every door.
 */
export const WAYS = ['index', 'warmed', 'rare', 'scan', 'minisearch'] as const;
export type Way = (typeof WAYS)[number];

/** Milliseconds of each search, the first with all that must be made before it, and how many doors each found. */
export interface Searched {
	readonly times: readonly number[];
	readonly found: readonly number[];
	/** Searching again after one door was written. */
	readonly afterWrite: number;
}

declare global {
	var searchBench: (way: Way, queries: readonly string[]) => Searched;
}

const FAMILY = 'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ');
const MIDDLE = 'Văn Thị Đức Ngọc Minh Thanh Hữu Kim Xuân Quang Thu'.split(' ');
const GIVEN = 'An Bình Chi Dũng Ế Giang Hạnh Khoa Lan Mận Nở Ý Phúc Quỳnh Sen'.split(' ');
const PEOPLE = 10_000;
const DOORS = 4_000;
const AREA = 'kp3' as AreaId;

const pick = <Value>(list: readonly Value[], at: number) => list[Math.floor(at) % list.length]!;

function makeWalk(): WalkDoor[] {
	const walk = Array.from({ length: DOORS }, (_, at): WalkDoor & { people: WalkDoor['people'][number][] } => ({
		household: {
			id: `h${at}` as HouseholdId,
			area: AREA,
			lane: `ngõ ${1 + (at % 40)}`,
			number: at % 3 === 0 ? String(1 + at) : `${1 + at}/${at % 7}`,
			kind: 'ordinary'
		},
		people: [],
		visits: [],
		door: { state: 'new', people: 2, successes: 0, isLate: false },
		seenOn: null
	}));
	for (let at = 0; at < PEOPLE; at++) {
		const name = `${pick(FAMILY, at)} ${pick(MIDDLE, at / 3)} ${pick(GIVEN, at / 5)}`;
		walk[at % DOORS]!.people.push({
			id: `p${at}` as PersonId,
			household: `h${at % DOORS}` as HouseholdId,
			// half of them as a Mac or a list from one would write them
			name: at % 2 === 0 ? name : name.normalize('NFD'),
			birth: '1980' as Birth,
			sex: 'male',
			presence: 'home',
			idTail: String(at).padStart(4, '0')
		});
	}
	return walk;
}

const partsOf = ({ household, people }: WalkDoor) => [
	household.number,
	household.lane,
	...people.flatMap((person) => [person.name, maskNumber(person)?.slice(-4)])
];
const MOST = 200;

/** Each is handed the walk at the first search and after a write, as after a start and after a save. */
function openWay(way: Way, walk: readonly WalkDoor[]): (walk: readonly WalkDoor[], typed: string) => number {
	if (way === 'index' || way === 'warmed' || way === 'rare') {
		const index = new DoorIndex();
		if (way === 'warmed') index.warm(walk, walk.length);
		return (walk, typed) => index.follow(walk, []).find(typed, MOST).length;
	}
	let known: readonly WalkDoor[] | null = null;
	if (way === 'scan') {
		let rows: SearchRow[] = [];
		return (walk, typed) => {
			if (walk !== known) rows = walk.map((door) => makeSearchRow<string>(door.household.id, partsOf(door)));
			known = walk;
			return findRows(rows, typed, MOST).length;
		};
	}
	// as its manual advises for words that are typed: prefixes, all words, one fold for both sides
	const mini = new MiniSearch<{ id: string; text: string }>({
		fields: ['text'],
		tokenize: (text) => text.split(/\s+/),
		processTerm: foldText
	});
	return (walk, typed) => {
		if (known === null)
			mini.addAll(walk.map((door) => ({ id: door.household.id, text: partsOf(door).filter(Boolean).join(' ') })));
		else if (walk !== known)
			for (const [at, door] of walk.entries()) {
				if (known[at] === door) continue;
				const text = partsOf(door).filter(Boolean).join(' ');
				mini.replace({ id: door.household.id, text });
			}
		known = walk;
		return mini.search(typed, { prefix: true, combineWith: 'AND' }).slice(0, MOST).length;
	};
}

globalThis.searchBench = (way, queries) => {
	const walk = makeWalk();
	const search = openWay(way, walk);
	const times: number[] = [];
	const found: number[] = [];
	for (const typed of queries) {
		const from = performance.now();
		found.push(search(walk, typed));
		times.push(performance.now() - from);
	}
	const [first] = walk;
	const written = [{ ...first!, people: [...first!.people] }, ...walk.slice(1)];
	const from = performance.now();
	search(written, queries[0]!);
	return { times, found, afterWrite: performance.now() - from };
};
