// What the desk shows of areas and lanes, and what its forms about them say.

import type { Area, AreaKind } from './area.ts';
import { parseTypedDay, type Day } from './day.ts';
import type { ConcernedPhone } from './desk-case.ts';
import type { Callers } from './household.ts';
import { CALLERS } from './household.ts';
import type { AreaId, HouseholdId, VolunteerId } from './id.ts';
import { LANE_PARTS, type LanePart, type LaneWay } from './lane.ts';
import type { Spot } from './sketch.ts';

/** One area of the tree, with how much stands in it and below it. */
export interface AreaRow {
	readonly area: Area;
	readonly depth: number;
	readonly households: number;
	/** Volunteers who work in it today. */
	readonly volunteers: readonly string[];
	/** The old name by which a search found it. */
	readonly foundBy: string | null;
}

export interface LaneHolder {
	readonly volunteer: VolunteerId;
	readonly name: string;
	readonly part: LanePart;
	readonly untilOn: string;
	/** Its last day is over. */
	readonly isOver: boolean;
}

export interface LaneRow {
	/** As it is written first; empty for doors without a lane. */
	readonly name: string;
	/** How many lanes it lies in. */
	readonly depth: number;
	readonly doors: number;
	/** Doors where somebody was met. */
	readonly informed: number;
	readonly way: LaneWay;
	readonly isMoved: boolean;
	readonly holders: readonly LaneHolder[];
}

export interface LaneDoor {
	readonly id: HouseholdId;
	readonly v: number;
	readonly number: string;
	readonly access: string;
	readonly gateLocked: boolean;
	readonly callers: Callers | null;
	readonly isMoved: boolean;
	/** Where somebody put it on the lane's drawing. */
	readonly sketch?: Spot;
}

/** An area with its lanes in walking order, and the doors of one of them. */
export interface AreaSheet {
	readonly area: Area;
	readonly lanes: readonly LaneRow[];
	readonly open: { readonly lane: LaneRow; readonly doors: readonly LaneDoor[] } | null;
	/** Whoever may be given a lane: their areas hold this one. */
	readonly volunteers: readonly { readonly id: VolunteerId; readonly name: string }[];
}

export interface HoldInput {
	readonly area: AreaId;
	readonly lane: string;
	readonly volunteer: VolunteerId;
	readonly part: LanePart;
	readonly untilOn: Day | null;
}

/** What giving a lane to somebody would do; nothing is written by asking. */
export interface HoldPlan {
	readonly volunteer: { readonly id: VolunteerId; readonly name: string };
	readonly part: LanePart;
	readonly untilOn: Day;
	/** Doors of that part, and those where nobody was met yet. */
	readonly doors: number;
	readonly left: number;
	/** Others who walk some of these doors now. */
	readonly others: readonly LaneHolder[];
	/** Doors of the lane that nobody would walk. */
	readonly uncovered: number;
	/** Theirs and the others', with what still waits on each. */
	readonly phones: readonly ConcernedPhone[];
}

interface Form {
	get(name: string): unknown;
}

const textOf = (form: Form, name: string) => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

/** Who gets which part of a lane until when; `untilOn` is null where what was typed is no day. */
export function parseHold(form: Form, area: AreaId): HoldInput {
	return {
		area,
		lane: textOf(form, 'lane'),
		volunteer: textOf(form, 'holder') as VolunteerId,
		part: LANE_PARTS.find((part) => part === textOf(form, 'part')) ?? 'all',
		untilOn: parseTypedDay(textOf(form, 'untilOn'))
	};
}

/** A name with its old ones, one on each line. */
export function parseAreaNames(form: Form): { readonly name: string; readonly aliases: readonly string[] } {
	const aliases = textOf(form, 'aliases')
		.split(/[\n;]/)
		.map((line) => line.trim())
		.filter(Boolean);
	return { name: textOf(form, 'areaName'), aliases: [...new Set(aliases)] };
}

/** Null opens the door to everybody. */
export function parseCallers(form: Form): Callers | null {
	return CALLERS.find((callers) => callers === textOf(form, 'callers')) ?? null;
}

/** What may lie below an area; nothing below a group. There is no district. */
export const KIND_BELOW: Readonly<Record<AreaKind, AreaKind | null>> = {
	province: 'ward',
	ward: 'quarter',
	quarter: 'group',
	group: null
};
