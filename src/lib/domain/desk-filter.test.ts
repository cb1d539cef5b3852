import { expect, it } from 'vitest';
import {
	encodeReturnTarget,
	encodeSeen,
	encodeVisitFilter,
	parseHouseholdFilter,
	parseReturnTarget,
	parseSeen,
	parseVisitFilter
} from './desk-filter.ts';
import type { AreaId, PersonId, VisitId } from './id.ts';

const area = '01890000-0000-7000-8000-000000000001' as AreaId;
/** Reads an address as the desk's pages do. */
const query = (text: string) => {
	const pairs = new Map(
		text
			.replace(/^\?/, '')
			.split('&')
			.filter(Boolean)
			.map((pair) => pair.split('=', 2) as [string, string])
	);
	return { get: (name: string) => (pairs.has(name) ? decodeURIComponent(pairs.get(name) ?? '') : null) };
};

it('reads back every filter that it wrote', () => {
	const filter = { state: 'returned', area, outcome: 'done', search: 'Lá 12/3 & 1' } as const;
	expect(parseVisitFilter(query(encodeVisitFilter(filter)))).toEqual(filter);
	expect(parseVisitFilter(query(encodeVisitFilter({})))).toEqual({});
	for (const code of ['B4.1', 'DF-07'] as const)
		expect(parseVisitFilter(query(encodeVisitFilter({ code })))).toEqual({ code });
});

it('shows what waits for the ward when nothing was asked, and leaves out what is odd', () => {
	expect(parseVisitFilter(query(''))).toEqual({ state: 'open' });
	expect(parseVisitFilter(query('?state=x&area=7&outcome=y&volunteer=&code=B9.9'))).toEqual({});
	expect(parseHouseholdFilter(query('?q=%20%20&area=' + area))).toEqual({ area });
});

it('adds and takes away parts of an address', () => {
	expect(encodeVisitFilter({ state: 'open', area }, { area: null, visit: 'v' })).toBe('?state=open&visit=v');
});

it('carries the field that a visit is sent back for', () => {
	const target = { table: 'person', id: area as unknown as PersonId, field: 'birth' } as const;
	expect(parseReturnTarget(encodeReturnTarget(target))).toEqual(target);
	expect(parseReturnTarget('nonsense')).toMatchObject({ table: 'visit', field: '' });
});

it('a visit and its version come back as they were; what is none names no visit', () => {
	const seen = { id: '0199a1b2-0000-7000-8000-000000000001' as VisitId, v: 12 };
	expect(parseSeen(encodeSeen(seen))).toEqual(seen);
	expect(parseSeen('')).toEqual({ id: '', v: 0 });
	expect(parseSeen('x/y').v).toBeNaN();
});
