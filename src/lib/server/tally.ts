// Counts of a ward as its database groups them. Nothing here reads one person or one visit: a hundred thousand people
// come back as a few hundred groups, from indexes alone. What the groups mean is said in domain/figures.ts.

import type { MetGroup } from '../domain/cause-trend.ts';
import type { Day } from '../domain/day.ts';
import type { DoorGroup, PeopleGroup } from '../domain/figures.ts';
import type { WardId } from '../domain/id.ts';
import { isActivated, LADDER_STATES, type LadderState } from '../domain/ladder.ts';
import type { Period } from '../domain/period.ts';
import type { MarkKind } from './db/mark-row.ts';
import type { Reader } from './db/open-store.ts';

export type InArea<Group> = Group & { readonly area: string };

export interface CodeGroup {
	readonly kind: MarkKind;
	readonly code: string;
	readonly count: number;
}

/** How things stand now. */
export interface Tally {
	readonly people: readonly InArea<PeopleGroup>[];
	readonly doors: readonly InArea<DoorGroup>[];
	/** Open barriers, and warnings of scams since the beginning. */
	readonly marks: readonly InArea<CodeGroup>[];
}

export async function readTally(db: Reader, ward: WardId): Promise<Tally> {
	const [people, doors, marks] = await Promise.all([
		db
			.selectFrom('person_row')
			.select(({ fn }) => ['area_id', 'presence', 'state', 'official', fn.countAll<number>().as('count')])
			.where('ward_id', '=', ward)
			.groupBy(['area_id', 'presence', 'state', 'official'])
			.execute(),
		db
			.selectFrom('household_row')
			.select(({ fn }) => [
				'area_id',
				fn.countAll<number>().as('households'),
				fn.count<number>('informed_on').as('informed')
			])
			.where('ward_id', '=', ward)
			.groupBy('area_id')
			.execute(),
		selectMarks(db, ward, ['open', 'scam']).execute()
	]);
	return {
		people: people.map(({ area_id, presence, state, official, count }) => ({
			area: area_id,
			presence,
			state,
			isOfficial: official === 1,
			count: Number(count)
		})),
		doors: doors.map((row) => ({
			area: row.area_id,
			households: Number(row.households),
			informed: Number(row.informed)
		})),
		marks: marks.map(toCodeGroup)
	};
}

function selectMarks(db: Reader, ward: WardId, kinds: readonly MarkKind[]) {
	return db
		.selectFrom('mark_row')
		.select(({ fn }) => ['area_id', 'kind', 'code', fn.countAll<number>().as('count')])
		.where('ward_id', '=', ward)
		.where('kind', 'in', kinds)
		.groupBy(['kind', 'code', 'area_id']);
}

function toCodeGroup(row: { area_id: string; kind: string; code: string; count: number }): InArea<CodeGroup> {
	return { area: row.area_id, kind: row.kind as MarkKind, code: row.code, count: Number(row.count) };
}

/** States of an account that is in use; who has moved away is in none of them. */
const ACTIVE = LADDER_STATES.filter(isActivated);

export interface VisitGroup {
	readonly on: Day;
	readonly outcome: string;
	readonly count: number;
}

/** What happened within a stretch of days. */
export interface PeriodTally {
	readonly visits: readonly InArea<VisitGroup>[];
	/** Doors by the day on which they were informed first. */
	readonly informed: readonly InArea<{ readonly on: Day; readonly count: number }>[];
	/** People on the list with an active account that counts, by the day since which they are known to have it. */
	readonly people: readonly InArea<{ readonly on: Day; readonly state: LadderState; readonly count: number }>[];
	readonly marks: readonly InArea<CodeGroup>[];
}

export async function readPeriodTally(db: Reader, ward: WardId, { from, to }: Period): Promise<PeriodTally> {
	const [visits, informed, people, marks] = await Promise.all([
		db
			.selectFrom('visit_row')
			.select(({ fn }) => ['seen_on', 'area_id', 'outcome', fn.countAll<number>().as('count')])
			.where('ward_id', '=', ward)
			.where('seen_on', '>=', from)
			.where('seen_on', '<=', to)
			.groupBy(['seen_on', 'area_id', 'outcome'])
			.execute(),
		db
			.selectFrom('household_row')
			.select(({ fn }) => ['informed_on', 'area_id', fn.countAll<number>().as('count')])
			.where('ward_id', '=', ward)
			.where('informed_on', '>=', from)
			.where('informed_on', '<=', to)
			.groupBy(['area_id', 'informed_on'])
			.execute(),
		db
			.selectFrom('person_row')
			.select(({ fn }) => ['standing_on', 'area_id', 'state', fn.countAll<number>().as('count')])
			.where('ward_id', '=', ward)
			.where('standing_on', '>=', from)
			.where('standing_on', '<=', to)
			.where('official', '=', 1)
			.where('state', 'in', ACTIVE)
			.where('presence', '!=', 'deceased')
			.groupBy(['standing_on', 'area_id', 'state'])
			.execute(),
		selectMarks(db, ward, ['met', 'flag', 'scam']).where('on_day', '>=', from).where('on_day', '<=', to).execute()
	]);
	return {
		visits: visits.map(({ seen_on, area_id, outcome, count }) => ({
			area: area_id,
			on: seen_on as Day,
			outcome,
			count: Number(count)
		})),
		informed: informed.map((row) => ({ area: row.area_id, on: row.informed_on as Day, count: Number(row.count) })),
		people: people.map((row) => ({
			area: row.area_id,
			on: row.standing_on as Day,
			state: row.state as LadderState,
			count: Number(row.count)
		})),
		marks: marks.map(toCodeGroup)
	};
}

/** Barriers that visits of these days met, by the day. */
export async function readMetByDay(db: Reader, ward: WardId, { from, to }: Period): Promise<InArea<MetGroup>[]> {
	const rows = await db
		.selectFrom('mark_row')
		.select(({ fn }) => ['code', 'area_id', 'on_day', fn.countAll<number>().as('count')])
		.where('ward_id', '=', ward)
		.where('kind', '=', 'met')
		.where('on_day', '>=', from)
		.where('on_day', '<=', to)
		.groupBy(['code', 'area_id', 'on_day'])
		.execute();
	return rows.map((row) => ({ area: row.area_id, code: row.code, on: row.on_day as Day, count: Number(row.count) }));
}

/** Visits by the ward's word on them, everywhere or in some areas. */
export async function countReceived(
	db: Reader,
	ward: WardId,
	within: readonly string[] | null
): Promise<ReadonlyMap<string, number>> {
	let query = db
		.selectFrom('visit_row')
		.select(({ fn }) => ['review_state', fn.countAll<number>().as('count')])
		.where('ward_id', '=', ward);
	if (within) query = query.where('area_id', 'in', within);
	const rows = await query.groupBy('review_state').execute();
	return new Map(rows.map((row) => [row.review_state, Number(row.count)]));
}
