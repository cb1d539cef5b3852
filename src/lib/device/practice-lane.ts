// The doors of practice: made up like the demo's people, in a quarter that no ward has.

import type { Birth } from '../domain/birth.ts';
import { dayAt, type Day } from '../domain/day.ts';
import type { AreaId, HouseholdId, PersonId } from '../domain/id.ts';
import type { Standing } from '../domain/ladder.ts';
import type { Person } from '../domain/person.ts';
import type { Scope } from '../sync/scope.ts';
import type { PhoneRecord } from '../sync/record.ts';

/**
 * Names of entries and of the client begin with it and are therefore no ids to the wire (`isId`): a ward refuses to read
 * whatever holds one, before it looks at what it says.
 */
export const PRACTICE_MARK = 'practice-';

/**
 * Records have names in the form of an id, because the same checks look at them; made at the beginning of 1970, when no
 * phone made any, so that a practised one is known at sight.
 */
export const PRACTICE_RECORD = '00000000-0000-7';

const nameRecord = <Id extends string>(number: number) =>
	`${PRACTICE_RECORD}000-8000-${String(number).padStart(12, '0')}` as Id;

const AREA = nameRecord<AreaId>(1);
const LANE = 'ngõ Tập';

type Someone = Pick<Person, 'name' | 'birth' | 'sex'> &
	Partial<Person> & {
		/** The approval notice came so long ago: a guide has something to do. */
		readonly approvedDaysAgo?: number;
	};

const DOORS: readonly { readonly number: string; readonly people: readonly Someone[] }[] = [
	{
		number: '2',
		people: [{ name: 'Phan Văn Thử', birth: '1968' as Birth, sex: 'male', relation: 'head' }]
	},
	{
		number: '4',
		people: [
			{
				name: 'Lê Thị Mẫu',
				birth: '1959-04-12' as Birth,
				sex: 'female',
				relation: 'head',
				idTail: '0901',
				card: 'valid',
				approvedDaysAgo: 3
			}
		]
	},
	{
		number: '6',
		people: [{ name: 'Vũ Văn Nháp', birth: '1984' as Birth, sex: 'male', relation: 'head' }]
	},
	{
		number: '6/1',
		people: [
			{ name: 'Đỗ Thị Nháp', birth: '1990' as Birth, sex: 'female', relation: 'head' },
			{ name: 'Đỗ Văn Tập', birth: '2016' as Birth, sex: 'male', relation: 'child' }
		]
	},
	{ number: '8', people: [] }
];

const DAY_MS = 86_400_000;

const approvedOn = (day: Day): Standing => ({
	state: 'l2Approved',
	on: day,
	evidence: 'policeList',
	observer: nameRecord(3),
	approvedOn: day
});

/** The lane as if a ward had sent it down, without any receipt. */
export function listPracticeRecords(now: number): PhoneRecord[] {
	const lend = (table: PhoneRecord['table'], id: HouseholdId | PersonId, fields: object): PhoneRecord => {
		const kept = { ...fields };
		return { table, id, area: AREA, v: 1, seq: 0, deleted: false, base: kept, fields: kept };
	};
	return DOORS.flatMap(({ number, people }, at) => {
		const household = nameDoor(at);
		return [
			lend('household', household, { area: AREA, lane: LANE, number, kind: 'ordinary' }),
			...people.map(({ approvedDaysAgo, ...person }, which) =>
				lend('person', nameRecord(1_000 + at * 10 + which), {
					household,
					presence: 'home',
					...person,
					...(approvedDaysAgo === undefined ? {} : { standing: approvedOn(dayAt(now - approvedDaysAgo * DAY_MS)) })
				})
			)
		];
	});
}

const nameDoor = (at: number) => nameRecord<HouseholdId>(100 + at);

/** A quarter of nobody's ward. There are no keys in it: nothing of practice can be sealed to anybody. */
export function makePracticeScope({ quarter, ward, volunteer }: PracticeNames): Scope {
	return {
		hash: '',
		ward: { id: nameRecord(2), name: ward },
		volunteer: { id: nameRecord(3), name: volunteer, role: 'volunteer' },
		areas: [{ id: AREA, parent: null, kind: 'quarter', name: quarter, aliases: [], assigned: true }],
		keys: { seal: { kid: '', publicKey: '' }, sign: '' }
	};
}

/** Names that practice shows; the words of the screen give the quarter's. */
export interface PracticeNames {
	readonly quarter: string;
	readonly ward: string;
	readonly volunteer: string;
}

/** A door that was there at the beginning, by its number. */
export function practiceDoor(number: string): HouseholdId {
	return nameDoor(DOORS.findIndex((door) => door.number === number));
}
