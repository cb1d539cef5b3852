import { describe, expect, test } from 'vitest';
import type { Birth } from './birth.ts';
import {
	checkPersonNumber,
	groupPersonNumber,
	numberBirthYear,
	numberSex,
	parsePersonNumber
} from './person-number.ts';

const birth = (text: string) => text as Birth;

describe('parsePersonNumber', () => {
	test.each([
		['000185000101', '000185000101'],
		[' 000 185 000101 ', '000185000101'],
		['000.185.000.101', '000185000101'],
		['000-185-000101', '000185000101']
	])('%s is a number', (text, digits) => expect(parsePersonNumber(text)).toBe(digits));

	test.each(['', '00018500010', '0001850001011', '00018500010a', '000185000101;', '٠٠٠١٨٥٠٠٠١٠١'])(
		'%s is not',
		(text) => expect(parsePersonNumber(text)).toBeNull()
	);
});

describe('century and sex', () => {
	test.each([
		['0', 1985, 'male'],
		['1', 1985, 'female'],
		['2', 2085, 'male'],
		['3', 2085, 'female'],
		['4', 2185, 'male'],
		['5', 2185, 'female'],
		['6', 2285, 'male'],
		['7', 2285, 'female'],
		['8', 2385, 'male'],
		['9', 2385, 'female']
	])('digit %s means %i, %s', (digit, year, sex) => {
		expect(numberBirthYear(`000${digit}85000101`)).toBe(year);
		expect(numberSex(`000${digit}85000101`)).toBe(sex);
	});
});

describe('checkPersonNumber', () => {
	test('a number that agrees, from a known province, has nothing to warn of', () => {
		expect(checkPersonNumber('001185000101', birth('1985-05-14'), 'female')).toEqual([]);
		expect(checkPersonNumber('001185000101', birth('1985'), 'female')).toEqual([]);
	});
	test('the numbers of made-up people begin with 000, which no province has', () => {
		expect(checkPersonNumber('000185000101', birth('1985-05-14'), 'female')).toEqual(['unknownPlaceCode']);
	});
	test('another sex, another year, another century', () => {
		expect(checkPersonNumber('001185000101', birth('1985-05-14'), 'male')).toEqual(['sexMismatch']);
		expect(checkPersonNumber('001185000101', birth('1986'), 'female')).toEqual(['birthYearMismatch']);
		expect(checkPersonNumber('001112000101', birth('2012-01-01'), 'female')).toEqual(['birthYearMismatch']);
	});
	test('what is not known yet is not compared', () => {
		expect(checkPersonNumber('001185000101', null, null)).toEqual([]);
	});
});

test('groupPersonNumber groups as far as digits go', () => {
	expect(groupPersonNumber('000185000101')).toBe('000 185 000101');
	expect(groupPersonNumber('0001')).toBe('000 1');
	expect(groupPersonNumber('')).toBe('');
});
