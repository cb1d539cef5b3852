import { describe, expect, it } from 'vitest';
import { LIMIT } from './limit.ts';
import { checkWardBook, EMPTY_WARD_BOOK, isDialled, isVideoAddress, type WardBook } from './ward-book.ts';

const book = (changes: Partial<WardBook>): WardBook => ({ ...EMPTY_WARD_BOOK, ...changes });

describe('the ward book (F068)', () => {
	it('is empty until the ward fills it, and may be', () => {
		expect(checkWardBook(EMPTY_WARD_BOOK)).toEqual([]);
	});

	it('takes desks, hours and numbers', () => {
		const full = book({
			facts: { deskHours: 'Thứ 2 đến thứ 6, 7:30–11:30', wardPhone: '0999 000 010' },
			contacts: [{ name: 'Công an phường', phone: '0999.000.011', hours: 'cả ngày' }, { name: 'Một cửa' }],
			videos: [{ topic: 'video-1', address: 'https://phuong.example.vn/video/1' }]
		});
		expect(checkWardBook(full)).toEqual([]);
	});

	it.each([
		['a contact without a name', book({ contacts: [{ name: ' ' }] }), 'field.required', 'contacts.0.name'],
		[
			'a word for a number',
			book({ contacts: [{ name: 'A', phone: 'gọi sau' }] }),
			'field.badPhone',
			'contacts.0.phone'
		],
		['markup', book({ facts: { deskHours: '<b>7:30</b>' } }), 'content.invalid', 'facts.deskHours'],
		['too much', book({ facts: { deskPlace: 'x'.repeat(LIMIT.bookChars + 1) } }), 'field.tooLong', 'facts.deskPlace'],
		[
			'an address without lock',
			book({ videos: [{ topic: 'v', address: 'http://a.vn/1' }] }),
			'field.badAddress',
			'videos.0.address'
		]
	])('refuses %s, with its place', (_, typed, code, at) => {
		expect(checkWardBook(typed)).toMatchObject([{ code, at }]);
	});

	it('dials emergency and subscriber numbers, no words', () => {
		expect(['113', '1900.0368', '0999 000 012', '(099) 9000-013'].map(isDialled)).toEqual([true, true, true, true]);
		expect(['12', 'tel:113', '113; 114', ''].map(isDialled)).toEqual([false, false, false, false]);
	});

	it('is led to no other host by a trick in the address', () => {
		expect(isVideoAddress('https://phuong.vn/a?b=1')).toBe(true);
		expect(isVideoAddress(`/films/${'0f'.repeat(16)}.mp4`)).toBe(true);
		for (const bad of [
			'/films/../keys.json',
			'https://phuong.vn@evil.com/',
			'javascript:alert(1)',
			'https://vn',
			'https://a.vn/ b'
		])
			expect(isVideoAddress(bad), bad).toBe(false);
	});
});
