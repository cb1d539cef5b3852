import { describe, expect, it } from 'vitest';
import { filterItems, parseContentFilter, parseItemEdit, parseWardBook } from './content-form.ts';
import type { ItemRow } from './desk-content.ts';

const PLACE = { language: 'vi', kind: 'guide', id: 'P5' } as const;
const good = {
	hash: 'abc',
	checkedOn: '20/11/2026',
	validFrom: '1/7/2024',
	validTo: '',
	status: 'current',
	successor: '',
	'text:title': 'Kích hoạt',
	'text:steps/0/say': 'Một\r\nhai'
};
const form = (changes: Record<string, string> = {}) => new Map(Object.entries({ ...good, ...changes }));

describe('the form of an item', () => {
	it('is read with its words and dates', () => {
		expect(parseItemEdit(form(), PLACE)).toEqual({
			ok: true,
			value: {
				...PLACE,
				hash: 'abc',
				texts: { title: 'Kích hoạt', 'steps/0/say': 'Một\nhai' },
				life: {
					checkedOn: '2026-11-20',
					validFrom: '2024-07-01',
					validTo: null,
					status: 'current',
					successor: null
				}
			}
		});
	});

	it.each([
		['checkedOn', '31/02/2026', 'field.badDay'],
		['validFrom', '2026-11-20', 'field.badDay'],
		['validTo', 'mai', 'field.badDay'],
		['status', 'good', 'field.badChoice']
	])('a bad %s is named', (field, typed, code) => {
		expect(parseItemEdit(form({ [field]: typed }), PLACE)).toMatchObject({ ok: false, problem: { code, at: field } });
	});
});

it('the book leaves empty rows out', () => {
	const fields = new Map([
		['fact:deskHours', ' 7:30 '],
		['fact:wardPhone', ''],
		['contact:0:name', ''],
		['contact:2:name', 'Một cửa'],
		['contact:2:phone', '0999 000 010'],
		['video:video-1', 'https://a.vn/1'],
		['video:video-2', ' ']
	]);
	expect(parseWardBook(fields)).toEqual({
		facts: { deskHours: '7:30' },
		contacts: [{ name: 'Một cửa', phone: '0999 000 010' }],
		videos: [{ topic: 'video-1', address: 'https://a.vn/1' }]
	});
});

it('the list is filtered by words without diacritics, language and what is due', () => {
	const row = (id: string, title: string, language: string, due: ItemRow['due']) =>
		({ id, title, language, due }) as ItemRow;
	const rows = [row('P5', 'Kích hoạt', 'vi', null), row('P5', 'Activation', 'en', 'old'), row('a', 'Thẻ', 'vi', 'old')];
	const ask = (query: string) =>
		filterItems(rows, parseContentFilter(new URLSearchParams(query))).map((one) => one.title);
	expect(ask('')).toEqual(['Kích hoạt', 'Activation', 'Thẻ']);
	expect(ask('q=kich+hoat')).toEqual(['Kích hoạt']);
	expect(ask('q=p5&language=en')).toEqual(['Activation']);
	expect(ask('due=1')).toEqual(['Activation', 'Thẻ']);
});
