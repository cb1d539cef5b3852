// The lanes of an area with their doors, from the desk's rows: of each lane one record is read, which says how it is
// written, and not every door's.

import type { AreaId, WardId } from '../domain/id.ts';
import { foldLane, type Lane } from '../domain/lane.ts';
import type { Reader } from './db/open-store.ts';
import { groupBy } from './group-by.ts';
import { readRecords, type ShownRecord } from './record-view.ts';

export interface CountedLane {
	/** As the ward says it, else as it was written first. */
	readonly name: string;
	/** In the order of their ids. */
	readonly doors: readonly string[];
	readonly informed: number;
}

/** By folded name; those of which the ward has said something are there without a door, too. */
export async function countLanes(
	db: Reader,
	ward: WardId,
	area: AreaId,
	said: readonly Lane[]
): Promise<ReadonlyMap<string, CountedLane>> {
	const rows = await db
		.selectFrom('household_row')
		.select(['id', 'walk', 'search', 'informed_on'])
		.where('ward_id', '=', ward)
		.where('area_id', '=', area)
		.execute();
	rows.sort((a, b) => (a.id < b.id ? -1 : 1));
	// lanes that stand at one place in the order are one lane, but for 7 beside 07 and a name with a bar in it
	const places = [...groupBy(rows, ({ walk }) => walk.slice(0, walk.indexOf('|'))).values()];
	const firsts = await readRecords(
		db,
		ward,
		places.map(([first]) => first!.id)
	);
	const isOther = ({ search }: { search: string }, folded: string) =>
		folded === '' || folded.includes('|') || !search.endsWith(` ${folded} `);
	const others = places.flatMap(([first, ...rest]) => {
		const folded = foldLane(laneOf(firsts.get(first!.id)));
		return rest.filter((row) => isOther(row, folded)).map(({ id }) => id);
	});
	const own = await readRecords(db, ward, others);
	const written = new Map<string, string>();
	for (const [first, ...rest] of places) {
		const name = laneOf(firsts.get(first!.id));
		written.set(first!.id, name);
		for (const { id } of rest) written.set(id, own.has(id) ? laneOf(own.get(id)) : name);
	}
	const lanes = new Map<string, { name: string; doors: string[]; informed: number }>();
	for (const { name } of said)
		if (!lanes.has(foldLane(name))) lanes.set(foldLane(name), { name, doors: [], informed: 0 });
	const keys = new Map([...new Set(written.values())].map((name) => [name, foldLane(name)]));
	for (const { id, informed_on } of rows) {
		const name = written.get(id) ?? '';
		const key = keys.get(name) ?? '';
		const lane = lanes.get(key) ?? { name, doors: [], informed: 0 };
		lane.doors.push(id);
		if (informed_on !== null) lane.informed += 1;
		lanes.set(key, lane);
	}
	return lanes;
}

function laneOf(record: ShownRecord | undefined): string {
	return String(record?.fields['lane'] ?? '').trim();
}
