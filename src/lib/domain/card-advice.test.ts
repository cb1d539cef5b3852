import { describe, expect, test } from 'vitest';
import type { Birth } from './birth.ts';
import { adviseExpiry, OLD_ID_INVALID_SINCE } from './card-advice.ts';
import type { Day } from './day.ts';

const TODAY = '2026-11-20' as Day;
const advise = (birth: string, issuedOn: string | null, today = TODAY) =>
	adviseExpiry(birth as Birth, issuedOn as Day | null, today);

// Feature F029: twelve birth dates and more, by both laws.
describe('the renewal birthday that ends a card', () => {
	test.each([
		// chip cards issued before 2024-07-01: 25, 40, 60
		['2005-03-10', '2021-05-01', '2030-03-10', 'at 16: to 25'],
		['1999-03-10', '2022-03-09', '2024-03-10', 'the day before 23: to 25'],
		['1999-03-10', '2022-03-10', '2039-03-10', 'on the 23rd birthday: inside the window, to 40'],
		['1999-03-10', '2022-03-11', '2039-03-10', 'the day after: to 40'],
		['1985-05-14', '2021-04-25', '2025-05-14', 'at 35: to 40'],
		['1985-05-14', '2023-05-13', '2025-05-14', 'the day before 38: to 40'],
		['1985-05-14', '2023-05-14', '2045-05-14', 'on the 38th birthday: to 60'],
		['1964-11-12', '2022-11-11', '2024-11-12', 'the day before 58: to 60'],
		// cards under Law 26/2023: 14 too
		['2018-09-01', '2024-09-02', '2032-09-01', 'a child of six: to 14'],
		['2013-02-02', '2025-02-01', '2027-02-02', 'the day before 12: to 14'],
		['2013-02-02', '2025-02-02', '2038-02-02', 'on the 12th birthday: to 25'],
		['2012-01-15', '2025-06-30', '2037-01-15', 'at 13: to 25'],
		['2002-12-31', '2025-12-30', '2027-12-31', 'the day before 23: to 25'],
		['2002-12-31', '2025-12-31', '2042-12-31', 'on the 23rd birthday: to 40'],
		['1970-07-20', '2024-07-01', '2030-07-20', 'first day of the new law, at 53: to 60']
	])('born %s, issued %s: good to %s (%s)', (birth, issuedOn, expiresOn) => {
		expect(advise(birth, issuedOn)).toMatchObject({ expiresOn, approximate: false });
	});

	test('age 14 ends no card of the old law', () => {
		expect(advise('2010-01-01', '2024-06-30').expiresOn).toBe('2035-01-01');
	});

	test.each([
		['1964-11-12', '2022-11-12'],
		['1950-01-01', '2021-03-03'],
		['1966-08-08', '2025-01-01']
	])('born %s, issued %s at 58 or later: good for life', (birth, issuedOn) => {
		expect(advise(birth, issuedOn)).toEqual({ state: 'unlimited', approximate: false });
	});
});

describe('what today makes of it', () => {
	// Good to 2027-02-18, which is 90 days after 2026-11-20.
	test.each([
		['2026-11-19', 'valid'],
		['2026-11-20', 'soon'],
		['2027-02-18', 'soon'],
		['2027-02-19', 'expired']
	])('on %s it is %s', (today, state) => {
		expect(advise('1987-02-18', '2022-01-01', today as Day).state).toBe(state);
	});
});

describe('when the calculation is not exact', () => {
	test('only the year is known: the earlier end of the year is told', () => {
		expect(advise('1985', '2021-04-25')).toEqual({ state: 'expired', expiresOn: '2025-01-01', approximate: true });
		// Issued in the year of the 23rd birthday: before it (good to 25) or after (good to 40) is open.
		expect(advise('2000', '2023-06-01').expiresOn).toBe('2025-12-31');
		expect(advise('1950', '2022-01-01')).toEqual({ state: 'unlimited', approximate: true });
	});
	test('born on 29 February', () => {
		expect(advise('2004-02-29', '2022-01-01')).toEqual({ state: 'valid', expiresOn: '2029-02-28', approximate: true });
		expect(advise('2000-02-29', '2024-01-01')).toMatchObject({ expiresOn: '2040-02-29', approximate: true });
	});
	test('without an issue date, or with one before the birth, nothing is claimed', () => {
		expect(advise('1985-05-14', null)).toEqual({ state: 'unknown', approximate: false });
		expect(advise('2025-05-14', '2024-07-02')).toEqual({ state: 'unknown', approximate: false });
		expect(advise('1985', null)).toEqual({ state: 'unknown', approximate: true });
	});
});

test('the 9-digit CMND ended with the year 2024', () => {
	expect(OLD_ID_INVALID_SINCE).toBe('2025-01-01');
});
