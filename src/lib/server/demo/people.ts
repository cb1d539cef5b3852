// The demo ward's made-up doors and people: those of scenarios.md 3 as a police list would name them before the visit,
// and as many again to make 19 doors and 35 people (scenarios.md 5). Numbers begin with the unallocated 000, phones
// with 0999 000 0: nobody has them. Whom a scenario meets for the first time (S14, S17, and the numbers of S07) is left out.

import type { BarrierCode } from '../../domain/catalogue/barriers.ts';
import type { HouseholdKind } from '../../domain/household.ts';
import type { Evidence, LadderState } from '../../domain/ladder.ts';
import type { CardState, Presence, Relation, Sex } from '../../domain/person.ts';

export interface DemoPerson {
	readonly name: string;
	readonly sex: Sex;
	/** A date, a year, or days before today. */
	readonly birth: string | number;
	readonly number?: string;
	readonly phone?: string;
	readonly relation?: Relation;
	readonly presence?: Presence;
	readonly card?: CardState;
	/** State, how it is known, days since it was seen, days since the approval notice. */
	readonly standing?: readonly [LadderState, Evidence, number, number?];
	/** Nothing said, written down, or all three ticks. */
	readonly consent?: 'record' | 'all';
	readonly barriers?: readonly BarrierCode[];
	readonly needsHomeHelp?: boolean;
}

export interface DemoHouse {
	readonly quarter: 'KP3' | 'KP4';
	readonly lane: string;
	readonly number: string;
	readonly kind?: HouseholdKind;
	readonly access?: string;
	readonly people: readonly DemoPerson[];
}

const LANE = 'ngõ Đình';
const RIVER = 'đường Bờ Sông';
const KILN = 'đường Lò Gốm';

const QUARTER_3: readonly DemoHouse[] = [
	{
		// S01
		quarter: 'KP3',
		lane: LANE,
		number: '12/3',
		people: [
			{
				name: 'Ngô Thị Sen',
				sex: 'female',
				birth: '1985-05-14',
				number: '000185000101',
				relation: 'head',
				card: 'valid',
				standing: ['l2Approved', 'policeList', 3, 3]
			}
		]
	},
	{
		// S02
		quarter: 'KP3',
		lane: LANE,
		number: '12/5',
		people: [
			{ name: 'Bùi Văn Lợi', sex: 'male', birth: '1979', relation: 'head' },
			{ name: 'Hồ Thị Nga', sex: 'female', birth: '1982', relation: 'spouse' }
		]
	},
	{
		// S04: the scenario names the son; the mother is made up here
		quarter: 'KP3',
		lane: LANE,
		number: '14',
		people: [
			{
				name: 'Đoàn Thị Lụa',
				sex: 'female',
				birth: '1950',
				number: '000150000303',
				relation: 'head',
				card: 'valid',
				standing: ['hasCard', 'policeList', 30]
			},
			{
				name: 'Nguyễn Hữu Nghĩa',
				sex: 'male',
				birth: '1976',
				relation: 'child',
				presence: 'unclear',
				card: 'valid',
				standing: ['hasCard', 'policeList', 30]
			}
		]
	},
	{
		// S06
		quarter: 'KP3',
		lane: RIVER,
		number: '21',
		people: [
			{
				name: 'Lâm Văn Phú',
				sex: 'male',
				birth: '1968',
				number: '000068000601',
				phone: '0999000061',
				relation: 'head',
				card: 'valid',
				standing: ['l2LoggedIn', 'seenOnScreen', 40],
				consent: 'all'
			},
			{
				name: 'Trịnh Thị Hoa',
				sex: 'female',
				birth: '1970',
				number: '000170000602',
				relation: 'spouse',
				card: 'valid',
				standing: ['l2Approved', 'policeList', 2, 2]
			}
		]
	},
	{
		// S07: the list knows her year only; card and paper disagree about the day
		quarter: 'KP3',
		lane: RIVER,
		number: '23',
		people: [{ name: 'Phùng Thị Mơ', sex: 'female', birth: '1994', relation: 'head' }]
	},
	{
		// S09
		quarter: 'KP3',
		lane: RIVER,
		number: '27',
		people: [
			{
				name: 'Tạ Thị Nhàn',
				sex: 'female',
				birth: '1972',
				number: '000172000901',
				relation: 'head',
				card: 'valid',
				standing: ['deviceLost', 'declared', 5],
				consent: 'record',
				barriers: ['B4.7', 'B2.5']
			}
		]
	},
	{
		// S11
		quarter: 'KP3',
		lane: RIVER,
		number: '31',
		people: [
			{
				name: 'Mai Ngọc Diễm',
				sex: 'female',
				birth: '1995',
				number: '000195001101',
				relation: 'head',
				card: 'valid',
				standing: ['l1LoggedIn', 'seenOnScreen', 14],
				consent: 'record'
			},
			{
				name: 'Mai Gia Bảo',
				sex: 'male',
				birth: '2017',
				number: '000217001102',
				relation: 'child',
				card: 'none',
				standing: ['notEligible', 'seenOnScreen', 14],
				barriers: ['B5.4']
			},
			{ name: 'Mai An Nhiên', sex: 'female', birth: 21, relation: 'child', card: 'none', presence: 'newcomer' }
		]
	},
	{
		// S13
		quarter: 'KP3',
		lane: RIVER,
		number: '40',
		kind: 'boardingHouse',
		access: 'Cổng sắt xanh, gọi chủ nhà',
		people: [
			{
				name: 'Kiều Thị Bông',
				sex: 'female',
				birth: '1965',
				number: '000165001301',
				relation: 'head',
				card: 'valid',
				standing: ['l1Active', 'seenOnScreen', 12],
				consent: 'record'
			},
			{ name: 'Lý Văn Tài', sex: 'male', birth: '1999', relation: 'tenant', presence: 'newcomer' },
			{
				name: 'Ksor H’Nga',
				sex: 'female',
				birth: '2004',
				relation: 'tenant',
				presence: 'newcomer',
				barriers: ['B6.6']
			},
			{
				name: 'Lê Văn Vũ',
				sex: 'male',
				birth: '2001',
				number: '000201001304',
				relation: 'tenant',
				card: 'valid',
				standing: ['l2LoggedIn', 'policeList', 60]
			},
			{ name: 'Trần Thị An', sex: 'female', birth: '2003', relation: 'tenant', card: 'valid' },
			{ name: 'Huỳnh Văn Tấn', sex: 'male', birth: '1996', relation: 'tenant', presence: 'away' },
			{ name: 'Đặng Thị Lài', sex: 'female', birth: '2002', relation: 'tenant', card: 'valid' }
		]
	},
	// S14: nobody behind this door stands on any list
	{ quarter: 'KP3', lane: RIVER, number: '44', access: 'Nhà tạm sát bờ sông', people: [] },
	{
		// S16
		quarter: 'KP3',
		lane: RIVER,
		number: '48',
		people: [
			{ name: 'Tống Thị Cẩm', sex: 'female', birth: '1958', number: '000158001601', relation: 'head', card: 'valid' }
		]
	},
	// S17: she does not want to be written down
	{ quarter: 'KP3', lane: RIVER, number: '50', people: [] },
	{
		// O1
		quarter: 'KP3',
		lane: RIVER,
		number: '52',
		people: [
			{
				name: 'Cao Thành Đạt',
				sex: 'male',
				birth: '1990',
				number: '000090003101',
				relation: 'head',
				card: 'valid',
				standing: ['l2Approved', 'policeList', 1, 1]
			}
		]
	}
];

const QUARTER_4: readonly DemoHouse[] = [
	{
		quarter: 'KP4',
		lane: KILN,
		number: '3',
		people: [
			{
				name: 'Vũ Thị Lê',
				sex: 'female',
				birth: '1988-02-09',
				number: '000188004101',
				phone: '0999000041',
				relation: 'head',
				card: 'valid',
				standing: ['l2LoggedIn', 'seenOnScreen', 9],
				consent: 'all'
			},
			{ name: 'Vũ Minh An', sex: 'male', birth: '2010', number: '000210004102', relation: 'child', card: 'valid' }
		]
	},
	{
		quarter: 'KP4',
		lane: KILN,
		number: '5/2',
		people: [
			{
				name: 'Đỗ Văn An',
				sex: 'male',
				birth: '1961',
				number: '000061004103',
				relation: 'head',
				card: 'valid',
				standing: ['l1Approved', 'policeList', 9, 9],
				consent: 'record',
				barriers: ['B4.3']
			},
			{
				name: 'Lương Thị Ý',
				sex: 'female',
				birth: '1963',
				relation: 'spouse',
				card: 'expired',
				standing: ['cardExpired', 'seenOnScreen', 9],
				consent: 'record',
				barriers: ['B5.1']
			}
		]
	},
	{
		quarter: 'KP4',
		lane: KILN,
		number: '7',
		people: [
			{
				name: 'Hoàng Văn Lực',
				sex: 'male',
				birth: '1947',
				number: '000047004104',
				relation: 'head',
				card: 'valid',
				standing: ['hasCard', 'seenOnScreen', 8],
				consent: 'record',
				barriers: ['B6.5', 'B2.1'],
				needsHomeHelp: true
			},
			{ name: 'Mạc Thị Tơ', sex: 'female', birth: '1950', relation: 'spouse', presence: 'deceased' }
		]
	},
	{
		quarter: 'KP4',
		lane: KILN,
		number: '9',
		people: [
			{
				name: 'Phí Văn Quý',
				sex: 'male',
				birth: '1983',
				number: '000083004105',
				relation: 'head',
				card: 'oldIdOnly',
				standing: ['noCard', 'seenOnScreen', 8],
				consent: 'record',
				barriers: ['B5.1']
			},
			{
				name: 'Maria Santos',
				sex: 'female',
				birth: '1990',
				relation: 'spouse',
				presence: 'newcomer',
				consent: 'record',
				barriers: ['B5.5']
			}
		]
	},
	{
		quarter: 'KP4',
		lane: KILN,
		number: '11',
		people: [
			{
				name: 'Quách Thị Ngần',
				sex: 'female',
				birth: '1959',
				number: '000159004106',
				relation: 'head',
				card: 'valid',
				standing: ['l1LoggedIn', 'declared', 7],
				consent: 'record',
				barriers: ['B6.1', 'B2.1']
			}
		]
	},
	{
		quarter: 'KP4',
		lane: KILN,
		number: '15',
		people: [
			{
				name: 'Nguyễn Như Ý',
				sex: 'female',
				birth: '1999',
				number: '000199004107',
				phone: '0999000047',
				relation: 'head',
				card: 'valid',
				standing: ['l2LoggedIn', 'declared', 6],
				consent: 'all'
			},
			{
				name: 'Châu Văn Bình',
				sex: 'male',
				birth: '1997',
				relation: 'spouse',
				presence: 'away',
				barriers: ['B1.1']
			}
		]
	},
	{
		quarter: 'KP4',
		lane: KILN,
		number: '18A',
		people: [
			{ name: 'Thái Văn Hậu', sex: 'male', birth: '1936', relation: 'head', presence: 'unclear', barriers: ['B1.2'] },
			{
				name: 'Bà Tư Mắm',
				sex: 'female',
				birth: '1949',
				relation: 'relative',
				card: 'none',
				standing: ['noCard', 'seenOnScreen', 3],
				consent: 'record',
				barriers: ['B5.3']
			},
			{
				name: 'Giang Thị Hạ',
				sex: 'female',
				birth: '1980',
				number: '000180004108',
				relation: 'relative',
				card: 'valid',
				standing: ['appAccount', 'seenOnScreen', 2],
				consent: 'record',
				barriers: ['B3.1', 'B4.5']
			}
		]
	}
];

export const DEMO_HOUSES: readonly DemoHouse[] = [...QUARTER_3, ...QUARTER_4];
