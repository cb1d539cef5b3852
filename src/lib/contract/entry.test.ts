import { describe, expect, it } from 'vitest';
import type { RaisedFlag } from '../domain/catalogue/data-flags.ts';
import { parsePayload } from './entry.ts';

const HOUSEHOLD = '01a1fb9e-0680-7a9b-9093-fe111eb3134e';

function isRead(flag: Partial<RaisedFlag>): boolean {
	const flags = [{ code: 'DF-02', source: 'self', ...flag }];
	return parsePayload('visit.add', 1, { household: HOUSEHOLD, seenAt: 0, outcome: 'informed', flags }).ok;
}

describe('a data flag on the wire', () => {
	it('says what two papers say, where that is a name, a date or an address', () => {
		expect(isRead({ field: 'birth', onCard: '1994-11-12', onPaper: '1994-12-11' })).toBe(true);
		expect(isRead({ field: 'name', onCard: 'Phí Văn Quí', onPaper: 'Phí Văn Quý' })).toBe(true);
		expect(isRead({ field: 'address', onPaper: 'số 12/3 ngõ Đình' })).toBe(true);
	});

	it('says that a personal number is wrong without any part of it', () => {
		expect(isRead({ field: 'personalId' })).toBe(true);
		expect(isRead({ field: 'personalId', onCard: '0017' })).toBe(false);
		expect(isRead({ field: 'personalId', onPaper: 'x' })).toBe(false);
	});

	it.each(['000150000017', '000 150 000017', '000-150-000017', '000150017'])('carries no number: %s', (number) => {
		expect(isRead({ onCard: number })).toBe(false);
		expect(isRead({ field: 'name', onPaper: number })).toBe(false);
	});
});
