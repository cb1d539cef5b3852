// Walking order: where a lane stands among the lanes of its area, and a door within its lane. Each has a key of its own
// that follows from its name (the tree ngõ > ngách > hẻm, 12 > 12/3 > 12/3/5, odd and even sides, floors); keys are
// compared as plain texts. Whoever moves one gives it a place in the same room of keys, between two neighbours, so that
// one move is one short text: what is added later still finds its natural place beside it.

import type { AreaId } from './id.ts';
import { foldText } from './search.ts';

export const LANE_WAYS = ['number', 'sides'] as const;
/** By number across the lane, or along the odd side and back along the even one. */
export type LaneWay = (typeof LANE_WAYS)[number];

export const LANE_PARTS = ['all', 'odd', 'even'] as const;
/** What of a lane somebody walks. */
export type LanePart = (typeof LANE_PARTS)[number];

/** What the ward has said about a lane; one of which it has said nothing is walked by number, at its natural place. */
export interface Lane {
	readonly area: AreaId;
	/** As it was written first; lanes are told apart by their folded name. */
	readonly name: string;
	readonly way: LaneWay;
	/** Where somebody has moved it. */
	readonly place?: string;
}

/** What orders a door. */
export interface DoorName {
	readonly area: AreaId;
	readonly lane: string;
	readonly number: string;
	/** Where somebody has moved it: the way's letter, then the key. One for another way does not count. */
	readonly place?: string;
}

/** Two spellings of one lane, with and without diacritics, are one lane. */
export function foldLane(name: string): string {
	return foldText(name);
}

const ALLEY = /^(?:ngo|ngach|hem|kiet)$/;
const SEGMENT = /\b(?:ngo|ngach|hem|kiet|pho|duong|thon|ap|xom)\b/g;
const pad = (value: number) => String(Math.min(value, 99_999_999)).padStart(8, '0');
/** Spaces and signs stand above digits and below letters; `/` below both, so that what lies in a lane follows it. */
const tidy = (text: string) => text.replace(/[^a-z0-9/]+/g, '_').replace(/^_+|_+$/g, '');

/**
 * `ngách 12/3 ngõ Đình` lies in `ngõ Đình`, and `hẻm 12/3/5` in `ngách 12/3` in `ngõ 12`. The key of what lies in a lane
 * begins with the lane's own and a slash.
 */
export function keyOfLane(name: string): string {
	const folded = foldText(name);
	const starts = Array.from(folded.matchAll(SEGMENT), (match) => match.index);
	const cuts = [...new Set([0, ...starts])];
	const segments = cuts.map((from, i) => folded.slice(from, cuts[i + 1])).filter((text) => tidy(text) !== '');
	return segments.reverse().map(keyOfSegment).join('/');
}

function keyOfSegment(segment: string): string {
	const [first = '', ...rest] = segment.trim().split(' ');
	const number = rest[0] && /^\d/.test(rest[0]) ? rest[0] : null;
	const said = (number === null ? rest : rest.slice(1)).join(' ');
	const path = number === null ? '' : (number.match(/\d+[a-z]?/g) ?? []).map(keyOfNumber).join('/');
	const kind = ALLEY.test(first) ? 'ngo' : tidy(first);
	return [kind, path, tidy(said.replace(/\d+/g, (digits) => pad(Number(digits))))].filter(Boolean).join('_');
}

/** 14A stands between 14 and 15. */
function valueOf(part: string): number {
	const letter = /[a-z]$/.test(part) ? part.charCodeAt(part.length - 1) - 96 : 0;
	return Math.min(parseInt(part, 10), 3_000_000) * 27 + letter;
}

const keyOfNumber = (part: string) => pad(valueOf(part));

function keyOnSide(part: string): string {
	const value = valueOf(part);
	return parseInt(part, 10) % 2 === 1 ? `1${pad(value)}` : `2${pad(99_999_999 - value)}`;
}

/**
 * 12, 12/1, 12/3, 12/3A, 12/10, 14, or up one side and down the other; then floors from the ground up and their rooms;
 * landmarks last.
 */
export function keyOfDoor(number: string, way: LaneWay): string {
	const parts = foldNumber(number).match(/\d+(?:[a-z](?![a-z]))?|[a-z]+/g) ?? [];
	let isOnSide = way === 'sides';
	return parts
		.map((part) => {
			const isNumber = /^\d/.test(part);
			// behind a word such as "tầng" there are no sides
			isOnSide &&= isNumber;
			return isNumber ? (isOnSide ? keyOnSide(part) : keyOfNumber(part)) : part;
		})
		.join('/');
}

/** Most doors are called by figures alone, and there are thousands: those need no folding. */
function foldNumber(number: string): string {
	if (/^[\d/]+$/.test(number)) return number;
	return foldText(number)
		.replace(/\b(?:tang |lau )?tret\b/g, 'tang 0')
		.replace(/\blau\b/g, 'tang');
}

/** Odd, even, or neither where the door has no number of its own. */
export function sideOf(number: string): 'odd' | 'even' | null {
	const digits = /^\D{0,3}(\d+)/.exec(number.trim())?.[1];
	if (digits === undefined) return null;
	return Number(digits.at(-1)) % 2 === 1 ? 'odd' : 'even';
}

/** Whether a door belongs to a part of its lane; one without a number belongs to every part, so that nobody passes it by. */
export function isInPart(number: string, part: LanePart): boolean {
	const side = part === 'all' ? null : sideOf(number);
	return side === null || side === part;
}

/** The key by which a door stands in its lane. */
export function standsAt(door: Pick<DoorName, 'number' | 'place'>, way: LaneWay): string {
	return door.place?.startsWith(way.charAt(0)) ? door.place.slice(1) : keyOfDoor(door.number, way);
}

/** What a door is given that was put between two others. */
export function writePlace(key: string, way: LaneWay): string {
	return way.charAt(0) + key;
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const PLACED = /^(.*) ([0-9a-z]+)$/;

/**
 * A key between two neighbours, as short as can be; null at either end of a lane. It stands closely behind `before`, so
 * that a door that is added between them later keeps to its number. Null where `before` does not come first.
 */
export function placeBetween(before: string | null, after: string | null): string | null {
	if (before !== null && after !== null && before >= after) return null;
	const [, anchor = before ?? '', own = ''] = (before !== null && PLACED.exec(before)) || [];
	const next = after?.startsWith(`${anchor} `) ? /^[0-9a-z]*/.exec(after.slice(anchor.length + 1))![0] : null;
	return `${anchor} ${halve(own, next === '' ? null : next)}`;
}

/** A text of digits between two: after the first, before the second (or open to above), never ending in a zero. */
function halve(low: string, high: string | null): string {
	const same = high === null ? 0 : countSame(low, high);
	if (high !== null && same > 0 && same < high.length)
		return high.slice(0, same) + halve(low.slice(same), high.slice(same));
	const from = low === '' ? 0 : DIGITS.indexOf(low.charAt(0));
	const to = high === null ? DIGITS.length : DIGITS.indexOf(high.charAt(0));
	if (to - from > 1) return DIGITS.charAt((from + to) >> 1);
	if (high !== null && high.length > 1) return high.charAt(0);
	return DIGITS.charAt(from) + halve(low.slice(1), null);
}

/** How many digits two texts share from their beginning, the shorter one filled up with zeros. */
function countSame(low: string, high: string): number {
	const differs = [...high].findIndex((digit, i) => (low[i] ?? '0') !== digit);
	return differs === -1 ? high.length : differs;
}

/** How lanes follow each other, and which way each is walked. */
export interface WalkOrder {
	/** What the ward said of a lane. */
	laneOf(area: AreaId, name: string): Lane | undefined;
	wayOf(area: AreaId, name: string): LaneWay;
	/** The lane's key in its area: lanes that lie in one that was moved go with it. */
	keyOf(area: AreaId, name: string): string;
	/** The lane's place among those of all areas. */
	placeOf(area: AreaId, name: string): string;
}

/** `areas` in the ward's order; what stands in none of them comes last. */
export function orderLanes(areas: readonly AreaId[], lanes: readonly Lane[]): WalkOrder {
	const nameOf = (area: AreaId, name: string) => `${area}|${foldLane(name)}`;
	const known = new Map(lanes.map((lane) => [nameOf(lane.area, lane.name), lane]));
	const moved = lanes.flatMap(({ area, name, place }) => (place ? [{ area, key: keyOfLane(name), place }] : []));
	// of two that were moved the inner one decides
	moved.sort((a, b) => b.key.length - a.key.length);
	const ranks = new Map(areas.map((area, rank) => [area, pad(rank)]));
	const places = new Map<string, string>();
	const keyOf = (area: AreaId, name: string) => {
		const key = keyOfLane(name);
		const over = moved.find((one) => one.area === area && (one.key === key || key.startsWith(`${one.key}/`)));
		return over ? over.place + key.slice(over.key.length) : key;
	};
	return {
		laneOf: (area, name) => known.get(nameOf(area, name)),
		wayOf: (area, name) => known.get(nameOf(area, name))?.way ?? 'number',
		keyOf,
		placeOf(area, name) {
			const at = `${area}|${name}`;
			let place = places.get(at);
			if (place === undefined) places.set(at, (place = `${ranks.get(area) ?? '~'}|${keyOf(area, name)}`));
			return place;
		}
	};
}

/** The order of a ward that has said nothing. */
export const NATURAL_ORDER = orderLanes([], []);

/** In walking order. Each door's keys are made once: a phone with two thousand doors would feel it. */
export function sortDoors<Row>(
	rows: readonly Row[],
	doorOf: (row: Row) => DoorName,
	order: WalkOrder = NATURAL_ORDER
): Row[] {
	return rows
		.map((row) => {
			const door = doorOf(row);
			const { area, lane, number } = door;
			return { row, lane: order.placeOf(area, lane), at: standsAt(door, order.wayOf(area, lane)), number };
		})
		.sort((a, b) => compare(a.lane, b.lane) || compare(a.at, b.at) || compare(a.number, b.number))
		.map(({ row }) => row);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Whether two states of one door stand at the same place. */
export function isSamePlace(a: DoorName, b: DoorName): boolean {
	return a.area === b.area && a.lane === b.lane && a.number === b.number && a.place === b.place;
}
