// What a running campaign aims at in the areas of one phone, beside what the phone counts there: what the ward has, and
// what is only here, always apart (issue 7, build 3).

import { listWithin, type Area } from './area.ts';
import type { Day } from './day.ts';
import type { Level } from './figures.ts';
import type { AreaId } from './id.ts';
import { isOfficial, isSuccess, levelOf, type Standing } from './ladder.ts';
import type { Person } from './person.ts';
import { isListed } from './report.ts';
import { isWithin } from './period.ts';

/** How many people of an area should come to a level: counts of a place, nobody's. */
export interface Aim {
	readonly area: AreaId;
	readonly level: Level;
	readonly count: number;
}

/** A campaign as a phone hears of it. */
export interface CampaignAims {
	readonly name: string;
	readonly from: Day;
	readonly to: Day;
	readonly aims: readonly Aim[];
}

export interface AimRow extends Aim {
	readonly areaName: string;
	/** The ward has it. */
	readonly acknowledged: number;
	/** On this phone alone so far; never added to the other. */
	readonly waiting: number;
}

/** Whether a standing is one that a target counts: the same as the desk counts (`figures.ts`). */
function reaches(standing: Standing | undefined, presence: Person['presence'], level: Level): boolean {
	return (
		standing !== undefined &&
		isListed(presence, standing.state) &&
		isOfficial(standing.evidence) &&
		isSuccess(standing.state) &&
		levelOf(standing.state) === level
	);
}

/** What is counted; the phone's book answers these. */
export interface AimRecords {
	readonly people: Iterable<Person>;
	areaOf(person: Person): AreaId | undefined;
	/** Where the ward itself has it that somebody stands; absent where it has no word on it. */
	knownOf(person: Person): Standing | undefined;
}

/** Each aim with what has come of it, in the order of the areas; nothing while no campaign runs on `today`. */
export function measureAims(
	campaign: CampaignAims | null,
	areas: readonly (Area & { readonly assigned: boolean })[],
	records: AimRecords,
	today: Day
): AimRow[] {
	if (!campaign || !isWithin(today, campaign)) return [];
	const rows = areas.flatMap((area) =>
		campaign.aims
			.filter((aim) => area.assigned && aim.area === area.id)
			.toSorted((a, b) => a.level - b.level)
			.map((aim) => ({
				within: new Set(listWithin(areas, [area.id])),
				row: { ...aim, areaName: area.name, acknowledged: 0, waiting: 0 }
			}))
	);
	if (rows.length === 0) return [];
	for (const person of records.people) {
		const area = records.areaOf(person);
		const known = records.knownOf(person);
		if (!area || (!known && !person.standing)) continue;
		for (const { within, row } of rows) {
			if (!within.has(area)) continue;
			if (reaches(known, person.presence, row.level)) row.acknowledged++;
			else if (reaches(person.standing, person.presence, row.level)) row.waiting++;
		}
	}
	return rows.map(({ row }) => row);
}
