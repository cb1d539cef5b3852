// What the report counts equals a plain recount of what the ward keeps, on the ward and on every phone.

import type { Household } from '../../src/lib/domain/household.ts';
import type { Person } from '../../src/lib/domain/person.ts';
import { countFigures, type Figures } from '../../src/lib/domain/report.ts';
import type { Visit } from '../../src/lib/domain/visit.ts';
import { isSameJson } from '../../src/lib/sync/json.ts';
import type { Fields, PhoneRecord, WardRecord } from '../../src/lib/sync/record.ts';
import type { Broken } from './laws.ts';
import type { World } from './world.ts';

interface Shelf {
	readonly households: Household[];
	readonly people: Person[];
	readonly visits: Visit[];
}

function shelve(records: readonly (Pick<WardRecord, 'table' | 'id'> & { fields: Fields })[]): Shelf {
	const of = (table: string): unknown[] =>
		records.filter((record) => record.table === table).map((record) => ({ id: record.id, ...record.fields }));
	return {
		households: of('household') as Household[],
		people: of('person') as Person[],
		visits: of('visit') as Visit[]
	};
}

export function checkFigures(world: World): Broken | null {
	// what is gone, merged into another record or erased, counts nowhere
	const records = world.office.ward.look().records.filter((record) => !record.deleted);
	for (const area of world.areas) {
		const { households, people, visits } = shelve(records.filter((record) => record.area === area));
		const figures = countFigures(households, people, visits);
		const recount = recountFigures(records, area);
		if (!isSameJson(figures, recount))
			return { law: 'report', what: `${JSON.stringify(figures)} is not ${JSON.stringify(recount)}` };
		for (const phone of world.phones) {
			if (!world.office.assigned[phone.number]?.has(area)) continue;
			const isReceived = (record: PhoneRecord) => record.area === area && record.v > 0 && !record.deleted;
			const here = shelve(phone.look().records.filter(isReceived));
			const seen = countFigures(here.households, here.people, here.visits);
			if (!isSameJson(seen, figures)) return { law: 'report', what: `phone ${phone.number} counts differently` };
		}
	}
	return checkCounts(world);
}

/** Records equal what people did: every creation that the ward took stands there once, and nothing else does. */
function checkCounts(world: World): Broken | null {
	const { records, entries } = world.office.ward.look();
	const taken = entries.filter((one) => one.verdict.s !== 'quar' && one.verdict.s !== 'held');
	const made = taken.filter(({ entry }) => /create|add$/.test(entry.k) && !/^review/.test(entry.k));
	const ids = new Set(made.map(({ entry }) => entry.e));
	if (made.length !== records.length || records.some((record) => !ids.has(record.id)))
		return { law: 'report', what: `${made.length} were brought in and ${records.length} are there` };
	return null;
}

const ISSUED = ['l1Approved', 'l2Approved'];
const ACTIVE = ['l1Active', 'l2Active'];
const SUCCESS = ['l1LoggedIn', 'l2LoggedIn'];

/** By hand, one record after the other, on purpose without the code that it checks. */
function recountFigures(records: readonly WardRecord[], area: string): Figures {
	const count = {
		households: 0,
		householdsInformed: 0,
		registered: 0,
		present: 0,
		issued: 0,
		activated: 0,
		success: 0,
		successDeclared: 0,
		scamWarnings: 0
	};
	for (const { table, id, area: at, fields } of records) {
		if (at !== area) continue;
		if (table === 'household') {
			count.households += 1;
			const isInformed = records.some(
				(one) => one.table === 'visit' && one.fields.household === id && one.fields.outcome !== 'nobodyHome'
			);
			if (isInformed) count.householdsInformed += 1;
		}
		if (table !== 'person') continue;
		const standing = fields.standing as { state: string; evidence: string } | undefined;
		if (fields.presence === 'deceased' || standing?.state === 'moved') continue;
		count.registered += 1;
		if (fields.presence === 'home' || fields.presence === 'newcomer') count.present += 1;
		if (!standing) continue;
		const counts = standing.evidence !== 'declared';
		const isSuccess = SUCCESS.includes(standing.state);
		if (isSuccess) count[counts ? 'success' : 'successDeclared'] += 1;
		if (counts && (isSuccess || ACTIVE.includes(standing.state))) count.activated += 1;
		if (counts && [...ISSUED, ...ACTIVE, ...SUCCESS].includes(standing.state)) count.issued += 1;
	}
	return count;
}
