// An area goes under another one: a group to another quarter, or a quarter into another as one of its groups (F010). Its
// doors stay in it; what changes is who it belongs to, who may see it, and whose figures it is part of.

import { listWithin, type Area, type AreaKind } from './area.ts';
import type { ConcernedPhone } from './desk-case.ts';
import { KIND_BELOW } from './desk-lane.ts';
import type { AreaId } from './id.ts';
import { LIMIT } from './limit.ts';
import { fail, succeed, type Result } from './problem.ts';
import type { Figures } from './report.ts';
import { foldText } from './search.ts';

export interface AreaMove {
	readonly area: AreaId;
	readonly to: AreaId;
}

/** What a move would do; nothing was written. */
export interface AreaMovePlan {
	readonly area: Area;
	readonly from: Area;
	readonly to: Area;
	/** What it is called by afterwards: its kind, and the old name under which it is still found. */
	readonly kind: AreaKind;
	readonly alias: string;
	readonly households: number;
	readonly people: number;
	readonly visits: number;
	readonly openVisits: number;
	/** Phones that no longer see it, and phones that then do, each with what still waits there. */
	readonly losing: readonly ConcernedPhone[];
	readonly gaining: readonly ConcernedPhone[];
	/** Quarters whose figures become others; null where there is none of them before or afterwards. */
	readonly figures: readonly {
		readonly area: Area;
		readonly before: Figures | null;
		readonly after: Figures | null;
	}[];
}

/** The area as it is afterwards, or why it cannot stand there. */
export function decideAreaMove(areas: readonly Area[], { area: id, to }: AreaMove): Result<Area> {
	const area = areas.find((one) => one.id === id);
	const from = areas.find((one) => one.id === area?.parent);
	const parent = areas.find((one) => one.id === to);
	if (!area || !from || !parent || from.id === parent.id) return fail('field.badChoice', 'to');
	const below = listWithin(areas, [id]);
	if (below.includes(to)) return fail('field.badChoice', 'to');
	const kind = KIND_BELOW[parent.kind];
	// a province holds wards, and no ward goes anywhere from its own desk
	if (kind !== 'quarter' && kind !== 'group') return fail('field.badChoice', 'to');
	// what has groups of its own can be none
	if (kind === 'group' && below.length > 1) return fail('field.badChoice', 'to');
	const isTaken = areas.some((one) => one.parent === to && foldText(one.name) === foldText(area.name));
	if (isTaken) return fail('field.badChoice', 'areaName');
	const aliases = [...new Set([...area.aliases, nameOldPlace(area, from)])];
	if (aliases.length > LIMIT.areaAliases) return fail('field.tooLong', 'aliases');
	return succeed({ ...area, parent: to, kind, aliases });
}

/** `Tổ 5, Khu phố 3`: how people went on calling it, found like any old name. */
export function nameOldPlace(area: Pick<Area, 'name'>, from: Pick<Area, 'name'>): string {
	return `${area.name}, ${from.name}`.slice(0, LIMIT.nameChars);
}
