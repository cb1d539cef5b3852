import { expect, test } from 'vitest';
import { BIRTH_PLACE_CODES, birthPlaceOf } from './provinces.ts';

test('the 63 published codes, each with a name', () => {
	expect(BIRTH_PLACE_CODES).toHaveLength(63);
	expect(BIRTH_PLACE_CODES.every((code) => /^\d{3}$/.test(code) && birthPlaceOf(code))).toBe(true);
	expect([BIRTH_PLACE_CODES.at(0), BIRTH_PLACE_CODES.at(-1)]).toEqual(['001', '096']);
});

test('names are those of the time of registration', () => {
	expect(birthPlaceOf('001085000101')).toBe('Hà Nội');
	expect(birthPlaceOf('077200000000')).toBe('Bà Rịa - Vũng Tàu');
	expect(birthPlaceOf('096200000000')).toBe('Cà Mau');
});

test('000, which no province has, is unknown, and so is whatever an object knows by itself', () => {
	expect(birthPlaceOf('000185000101')).toBeNull();
	expect(birthPlaceOf('')).toBeNull();
});
