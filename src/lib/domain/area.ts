// Areas: province > ward > quarter > group. No district exists since 1 July 2025 (digest 0.3, fact 7).

import type { AreaId } from './id.ts';

export const AREA_KINDS = ['province', 'ward', 'quarter', 'group'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

export interface Area {
	readonly id: AreaId;
	/** The area above, or null for the topmost one that the ward keeps. */
	readonly parent: AreaId | null;
	readonly kind: AreaKind;
	readonly name: string;
	/** Old names under which people still look for it (feature F010). */
	readonly aliases: readonly string[];
}

/** The given areas and everything below them; the order of `areas` is kept. */
export function listWithin(areas: readonly Area[], roots: readonly AreaId[]): AreaId[] {
	const within = new Set<AreaId>(roots);
	// A parent may stand behind its child in the list, so go round until nothing is added.
	for (let before = -1; before !== within.size;) {
		before = within.size;
		for (const area of areas) if (area.parent && within.has(area.parent)) within.add(area.id);
	}
	return areas.filter((area) => within.has(area.id)).map((area) => area.id);
}
