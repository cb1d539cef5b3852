// The desk's part about areas and lanes, as its routes see it. Every act leaves its audit line.

import type { AreaMove, AreaMovePlan } from '../domain/area-move.ts';
import type { AreaRow, AreaSheet, HoldInput, HoldPlan } from '../domain/desk-lane.ts';
import type { Callers } from '../domain/household.ts';
import type { AreaId, HouseholdId, VolunteerId } from '../domain/id.ts';
import type { LaneWay } from '../domain/lane.ts';
import type { Result } from '../domain/problem.ts';

export interface LaneDesk {
	/** Draw areas and put lanes in order, lend them; say who may call at a door. */
	readonly may: Readonly<Record<'order' | 'callers', boolean>>;
	/** The tree, or those that a search finds, by their old names too. */
	listAreas(search: string): Promise<readonly AreaRow[]>;
	addArea(input: {
		readonly parent: AreaId;
		readonly name: string;
		readonly aliases: readonly string[];
	}): Promise<Result<void>>;
	/** Another name makes the one before an old name. */
	writeArea(input: {
		readonly area: AreaId;
		/** The name that was on the screen. */
		readonly before: string;
		readonly name: string;
		readonly aliases: readonly string[];
	}): Promise<Result<void>>;
	/** A dry run of putting an area under another: writes nothing. */
	planAreaMove(move: AreaMove): Promise<Result<AreaMovePlan>>;
	/** `before`: under which it stood on the screen. */
	moveArea(move: AreaMove & { readonly before: AreaId }): Promise<Result<void>>;
	/** Null when there is no such area; without doors when `lane` names none. */
	readArea(area: AreaId, lane: string | null): Promise<AreaSheet | null>;
	setWay(input: { readonly area: AreaId; readonly lane: string; readonly way: LaneWay }): Promise<Result<void>>;
	/** Behind another lane of the area, or first. */
	moveLane(input: {
		readonly area: AreaId;
		readonly lane: string;
		readonly after: string | null;
	}): Promise<Result<void>>;
	/** Behind another door of its lane, or first. `v` is the version that was on the screen. */
	moveDoor(input: {
		readonly household: HouseholdId;
		readonly v: number;
		readonly after: HouseholdId | null;
	}): Promise<Result<void>>;
	/** Every door back to where its number has it. */
	resetLane(input: { readonly area: AreaId; readonly lane: string }): Promise<Result<void>>;
	setCallers(input: {
		readonly household: HouseholdId;
		readonly v: number;
		readonly callers: Callers | null;
	}): Promise<Result<void>>;
	/** A dry run: writes nothing. */
	planHold(input: HoldInput): Promise<Result<HoldPlan>>;
	holdLane(input: HoldInput): Promise<Result<void>>;
	dropLane(input: {
		readonly area: AreaId;
		readonly lane: string;
		readonly volunteer: VolunteerId;
	}): Promise<Result<void>>;
}
