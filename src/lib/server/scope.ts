// What of the ward's records a member of staff may see: all of them, or those of some areas and whatever lies below.

import { listWithin, type Area } from '../domain/area.ts';
import type { Staff } from '../domain/desk.ts';
import type { AreaId, VolunteerId, WardId } from '../domain/id.ts';
import { readAreas, readAssignment } from './area.ts';
import type { Reader } from './db/open-store.ts';

export interface StaffScope {
	/** Areas of the view; null for the whole ward. */
	readonly within: readonly AreaId[] | null;
	/** Whether a record stands where this member of staff may look; one that is nowhere does not, for whoever is confined. */
	holdsRecord(id: string): Promise<boolean>;
	/** Whether every area of a volunteer does: handing out another area's volunteers would hand out its records. */
	holdsVolunteer(id: VolunteerId): Promise<boolean>;
	/** Whether all of the areas do. */
	holdsAreas(areas: readonly AreaId[]): boolean;
	/** The areas that may be named, with those above them. */
	show(areas: readonly Area[]): readonly Area[];
}

export async function readScope(db: Reader, staff: Staff): Promise<StaffScope> {
	const { ward } = staff;
	if (staff.areas === null) {
		const yes = async () => true;
		return { within: null, holdsRecord: yes, holdsVolunteer: yes, holdsAreas: () => true, show: (areas) => areas };
	}
	const all = await readAreas(db, ward);
	const within = new Set(listWithin(all, staff.areas));
	const above = new Set<AreaId>();
	for (const id of within) for (let next = parentOf(all, id); next; next = parentOf(all, next)) above.add(next);
	const holdsAreas = (areas: readonly AreaId[]) => areas.every((area) => within.has(area));
	return {
		within: [...within],
		holdsAreas,
		holdsRecord: async (id) => within.has((await readArea(db, ward, id)) as AreaId),
		async holdsVolunteer(id) {
			const areas = await readAssignment(db, ward, id);
			return areas.length > 0 && holdsAreas(areas);
		},
		show: (areas) => areas.filter((area) => within.has(area.id) || above.has(area.id))
	};
}

function parentOf(areas: readonly Area[], id: AreaId): AreaId | null {
	return areas.find((area) => area.id === id)?.parent ?? null;
}

async function readArea(db: Reader, ward: WardId, record: string): Promise<string | null> {
	const row = await db
		.selectFrom('record')
		.select('area_id')
		.where('ward_id', '=', ward)
		.where('id', '=', record)
		.executeTakeFirst();
	return row?.area_id ?? null;
}
