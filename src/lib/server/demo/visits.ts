// Visits of the demo ward's last days, so that every barrier group of digest f and every data flag of digest g has a
// case. The doors of the scenarios that begin with a first knock are left alone.

import type { RaisedFlag } from '../../domain/catalogue/data-flags.ts';
import type { BarrierCode } from '../../domain/catalogue/barriers.ts';
import type { NextStep, Outcome } from '../../domain/visit.ts';

export interface DemoVisit {
	readonly door: string;
	/** Whom it was about; consent, state and barriers are those of the person. */
	readonly person?: string;
	readonly daysAgo: number;
	readonly outcome: Outcome;
	readonly flags?: readonly RaisedFlag[];
	readonly solved?: readonly BarrierCode[];
	/** `inDays` becomes the day. */
	readonly next?: Omit<NextStep, 'on'> & { readonly inDays?: number };
	readonly note?: string;
	/** Left for the desk to look at; the others are approved. */
	readonly isWaiting?: boolean;
}

export const DEMO_VISITS: readonly DemoVisit[] = [
	{
		door: '31',
		person: 'Mai Ngọc Diễm',
		daysAgo: 14,
		outcome: 'notDone',
		flags: [{ code: 'DF-16', source: 'family' }],
		next: { kind: 'referral', receiver: 'wardPolice' }
	},
	{
		door: '40',
		person: 'Kiều Thị Bông',
		daysAgo: 12,
		outcome: 'activatedOnly',
		flags: [
			{ code: 'DF-07', source: 'family' },
			{ code: 'DF-07', source: 'family' }
		],
		note: 'Chủ nhà sẽ tự khai báo lưu trú, nhờ gọi lại.'
	},
	{
		door: '3',
		person: 'Vũ Thị Lê',
		daysAgo: 9,
		outcome: 'done',
		flags: [
			{ code: 'DF-12', source: 'self' },
			{ code: 'DF-13', field: 'address', source: 'self' }
		],
		solved: ['B4.1']
	},
	{
		door: '5/2',
		person: 'Lương Thị Ý',
		daysAgo: 9,
		outcome: 'referred',
		flags: [{ code: 'DF-09', source: 'self' }],
		next: { kind: 'referral', receiver: 'wardPolice' }
	},
	{
		door: '7',
		person: 'Hoàng Văn Lực',
		daysAgo: 8,
		outcome: 'referred',
		flags: [{ code: 'DF-11', source: 'self' }],
		next: { kind: 'referral', receiver: 'wardPolice' }
	},
	{ door: '7', daysAgo: 8, outcome: 'informed', flags: [{ code: 'DF-04', source: 'family' }] },
	{
		door: '9',
		person: 'Phí Văn Quý',
		daysAgo: 8,
		outcome: 'referred',
		flags: [
			{ code: 'DF-02', field: 'name', onCard: 'Phí Văn Quí', onPaper: 'Phí Văn Quý', source: 'self' },
			{ code: 'DF-10', source: 'list' }
		],
		next: { kind: 'referral', receiver: 'wardPolice' }
	},
	{
		door: '9',
		person: 'Maria Santos',
		daysAgo: 8,
		outcome: 'referred',
		flags: [{ code: 'DF-15', source: 'self' }],
		next: { kind: 'referral', receiver: 'immigration' }
	},
	{
		door: '11',
		person: 'Quách Thị Ngần',
		daysAgo: 7,
		outcome: 'notDone',
		flags: [{ code: 'DF-03', field: 'birth', source: 'self' }],
		next: { kind: 'appointment', inDays: 3, at: '09:00' }
	},
	{
		door: '15',
		person: 'Nguyễn Như Ý',
		daysAgo: 6,
		outcome: 'done',
		flags: [{ code: 'DF-14', source: 'self' }]
	},
	{ door: '15', daysAgo: 6, outcome: 'informed', flags: [{ code: 'DF-05', source: 'family' }] },
	{ door: '18A', daysAgo: 3, outcome: 'informed', flags: [{ code: 'DF-06', source: 'neighbour' }] },
	{
		door: '18A',
		person: 'Bà Tư Mắm',
		daysAgo: 3,
		outcome: 'referred',
		flags: [{ code: 'DF-08', source: 'self' }],
		next: { kind: 'referral', receiver: 'civilStatus' }
	},
	{
		door: '5/2',
		person: 'Đỗ Văn An',
		daysAgo: 2,
		outcome: 'referred',
		flags: [{ code: 'DF-01', field: 'address', source: 'list' }],
		next: { kind: 'referral', receiver: 'wardPolice' },
		isWaiting: true
	},
	{
		door: '18A',
		person: 'Giang Thị Hạ',
		daysAgo: 2,
		outcome: 'notDone',
		next: { kind: 'revisit', inDays: 3, at: '19:00' },
		note: 'Hẹn sau giờ làm, nhớ mang tờ hướng dẫn.',
		isWaiting: true
	}
];
