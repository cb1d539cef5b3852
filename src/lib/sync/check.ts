// What the ward demands of an entry's content beyond its shape: the same checks that the phone made when it was saved,
// without those that depend on a clock (a wrong clock at the door must not cost a record).

import type { Day } from '../domain/day.ts';
import { checkDifficulty, type Difficulty } from '../domain/difficulty.ts';
import { checkHousehold, type Household } from '../domain/household.ts';
import { checkToldEvent, checkToldHelp, type ToldEvent, type ToldHelp } from '../domain/told.ts';
import { checkPerson, type Person } from '../domain/person.ts';
import type { Problem } from '../domain/problem.ts';
import { checkVisit, type Visit } from '../domain/visit.ts';
import { applyChanges, type Fields, type Table } from './record.ts';

const FAR_DAY = '2199-12-31' as Day;

/** Stands in for fields that an imported record may lack, so that only what the entry touches is judged. */
const WHOLE: Record<Table, Fields> = {
	household: { lane: '', number: '-', kind: 'ordinary' },
	person: { name: '-', birth: '2000', sex: 'male', presence: 'home' },
	visit: { outcome: 'informed' },
	difficulty: { text: '-' },
	outreach: {
		...{ day: '2026-01-01', place: 'office', channel: 'meeting', topic: '-' },
		...{ audience: 0, households: 0, helped: 0, followUps: 0 }
	},
	help: { topic: 'install', outcome: 'done' }
};

/** What is wrong with the fields that an entry brings, seen on the record as it would stand; empty when nothing is. */
export function checkChanges(table: Table, fields: Fields, changes: Fields): Problem[] {
	const whole = applyChanges({ ...WHOLE[table], ...fields }, changes);
	return checkWhole(table, whole).filter((found) => found.at === undefined || Object.hasOwn(changes, found.at));
}

function checkWhole(table: Table, fields: Fields): Problem[] {
	// The payload was read by the contract and the record was accepted by this function before: the shapes are known.
	if (table === 'household') return checkHousehold(fields as unknown as Omit<Household, 'id'>);
	if (table === 'person') return checkPerson(fields as unknown as Person, FAR_DAY);
	if (table === 'difficulty') return checkDifficulty(fields as unknown as Difficulty);
	if (table === 'outreach') return checkToldEvent(fields as unknown as ToldEvent, FAR_DAY);
	if (table === 'help') return checkToldHelp(fields as unknown as ToldHelp);
	return checkVisit(fields as unknown as Omit<Visit, 'id' | 'by' | 'review' | 'referrals'>);
}
