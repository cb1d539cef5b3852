// Until when somebody's areas are lent.

import { daysBetween, formatDay, parseDay, parseTypedDay, type Day } from '../domain/day.ts';
import type { AssignmentPlan } from '../domain/desk-case.ts';
import type { VolunteerId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Reader } from './db/open-store.ts';

/** Until when somebody has their areas, and would have them: empty without a last day, null where none can be read. */
export async function readUntil(
	db: Reader,
	ward: WardId,
	volunteer: VolunteerId,
	typed: string | undefined,
	today: Day
): Promise<AssignmentPlan['until']> {
	const before = await readLastDay(db, ward, volunteer);
	if (!typed?.trim()) return { before, after: '' };
	const day = parseTypedDay(typed);
	const isInReach = day !== null && day >= today && daysBetween(today, day) <= LIMIT.holdDays;
	return { before, after: isInReach ? day : null };
}

async function readLastDay(db: Reader, ward: WardId, volunteer: VolunteerId): Promise<string> {
	const row = await db
		.selectFrom('assignment')
		.select('until_on')
		.where('ward_id', '=', ward)
		.where('volunteer_id', '=', volunteer)
		.orderBy('until_on', 'desc')
		.executeTakeFirst();
	return row?.until_on ?? '';
}

/** The last day of somebody's areas as people write it; empty where there is none, or it is over. */
export async function readAssignedUntil(db: Reader, ward: WardId, volunteer: VolunteerId, today: Day): Promise<string> {
	const day = parseDay(await readLastDay(db, ward, volunteer));
	return day && day >= today ? formatDay(day) : '';
}
