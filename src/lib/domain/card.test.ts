import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARD_S01, CARDS, FOREIGN_CODES } from '../../../tests/fixtures/cards.ts';
import {
	checkManualCard,
	parseBirthText,
	parseCard,
	parseManualCard,
	parseName,
	swapBirthText,
	type CardReading
} from './card.ts';
import type { Day } from './day.ts';
import { LIMIT } from './limit.ts';
import { PROBLEMS } from './problem.ts';

const TODAY = '2026-11-20' as Day;

describe('parseCard reads', () => {
	test.each(CARDS)('$title', ({ text, card, cardAddress, warnings, forbidden }) => {
		const reading = parseCard(text, TODAY);
		expect(reading).toEqual({ kind: 'card', card, cardAddress, warnings: expect.any(Array) });
		expect(reading.kind === 'card' && [...reading.warnings].sort()).toEqual(
			['unknownPlaceCode', ...(warnings ?? [])].sort()
		);
		for (const piece of forbidden ?? []) expect(JSON.stringify(reading)).not.toContain(piece);
	});

	test('seven fields issued under the new law are a new card', () => {
		const reading = parseCard('000185000101||Ngô Thị Sen|14051985|Nữ|Hòa An|01072024', TODAY);
		expect(reading).toMatchObject({ card: { cardKind: 'idCard' }, warnings: ['unknownPlaceCode'] });
	});

	test('a longer card issued before the new law, or before the birth, warns', () => {
		expect(parseCard(`${CARD_S01}||||`, TODAY)).toMatchObject({ warnings: ['unknownPlaceCode', 'issuedTooEarly'] });
		const early = parseCard('000124000101||Ngô Thị Sen|1924|Nữ|Hòa An|01011923', TODAY);
		expect(early).toMatchObject({ warnings: ['unknownPlaceCode', 'issuedBeforeBirth', 'issuedTooEarly'] });
	});

	test('a number that starts like a bank code is still a number', () => {
		expect(parseCard('000201000101||Ngô Văn Sen|14052001|Nam|Hòa An|25042021', TODAY).kind).toBe('card');
	});
});

describe('parseCard refuses, with the reason', () => {
	test.each(FOREIGN_CODES)('$title', ({ text, code }) => {
		expect(parseCard(text, TODAY)).toMatchObject({ kind: 'refused', problem: { code } });
	});
});

/** What a reading may consist of, whatever the text was. */
function expectOnlyAllowed(reading: CardReading) {
	if (reading.kind === 'refused') {
		expect(Object.keys(reading).sort()).toEqual(['kind', 'problem']);
		expect(reading.problem.code in PROBLEMS).toBe(true);
		// A refusal carries a code and a field's name, nothing of the text.
		expect(['personalId', 'name', 'birth', 'sex', 'issuedOn', undefined]).toContain(reading.problem.at);
		return;
	}
	expect(Object.keys(reading).sort()).toEqual(['card', 'cardAddress', 'kind', 'warnings']);
	const { card } = reading;
	expect(Object.keys(card).sort()).toEqual(['birth', 'cardKind', 'issuedOn', 'name', 'personalId', 'sex']);
	expect(card.personalId).toMatch(/^\d{12}$/);
	expect(card.name).toMatch(/^\p{L}[\p{L}\p{M} '’.-]*$/u);
	expect(card.name.length).toBeLessThanOrEqual(LIMIT.nameChars);
	expect(card.birth).toMatch(/^\d{4}(-\d{2}-\d{2})?$/);
	expect(String(card.issuedOn)).toMatch(/^(\d{4}-\d{2}-\d{2}|null)$/);
}

describe('parseCard, whatever comes', () => {
	const anyCard = fc.constantFrom(...CARDS.map((sample) => sample.text));

	test('any text: no throw, no field that we may not keep', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 800 })), (text) =>
				expectOnlyAllowed(parseCard(text, TODAY))
			)
		);
	});

	test('any mutation of a card: no throw, no field that we may not keep', () => {
		const edit = fc.record({
			at: fc.nat(250),
			cut: fc.nat(6),
			put: fc.oneof(fc.constantFrom('', '|', '||', '\0', '\ufeff', '\ud800', '́', '0', ','), fc.string({ maxLength: 5 }))
		});
		fc.assert(
			fc.property(anyCard, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
				const mutated = edits.reduce(
					(current, { at, cut, put }) => current.slice(0, at) + put + current.slice(at + cut),
					text
				);
				expectOnlyAllowed(parseCard(mutated, TODAY));
			}),
			{ numRuns: 10_000 }
		);
	});

	test('the old number and whatever follows the seventh field never come through', () => {
		const marked = fc.string({ maxLength: 12 }).map((text) => `ZẤMKÍN${text.replaceAll('|', '')}`);
		fc.assert(
			fc.property(anyCard, marked, fc.array(marked, { maxLength: 6 }), (text, old, extras) => {
				const fields = text.split('|').slice(0, 7);
				fields[1] = old;
				const reading = parseCard([...fields, ...extras].join('|'), TODAY);
				expect(JSON.stringify(reading).normalize('NFC')).not.toContain('ZẤMKÍN');
				expectOnlyAllowed(reading);
			})
		);
	});
});

describe('manual entry', () => {
	const typed = { personalId: '000 194 000701', name: ' phùng  Thị Mơ', birth: '12/11/1994', sex: 'female' } as const;

	test('gives what a scan gives, without issue date and kind', () => {
		expect(parseManualCard(typed, TODAY)).toEqual({
			ok: true,
			value: {
				personalId: '000194000701',
				name: 'phùng Thị Mơ',
				birth: '1994-11-12',
				sex: 'female',
				issuedOn: null,
				cardKind: null
			}
		});
	});

	test('the number may be left empty, the year alone is a birth', () => {
		const card = parseManualCard({ ...typed, personalId: ' ', birth: '1994' }, TODAY);
		expect(card).toMatchObject({ ok: true, value: { personalId: null, birth: '1994' } });
	});

	test.each([
		[{ personalId: '0001940007' }, 'card.badNumber', 'personalId'],
		[{ personalId: '00019400070x' }, 'card.badNumber', 'personalId'],
		[{ name: '' }, 'field.required', 'name'],
		[{ name: 'Mơ 1994' }, 'card.badName', 'name'],
		[{ name: 'Mơ '.repeat(40) }, 'field.tooLong', 'name'],
		[{ birth: '' }, 'field.required', 'birth'],
		[{ birth: '30/2/1994' }, 'card.badBirth', 'birth'],
		[{ birth: '2027' }, 'card.badBirth', 'birth'],
		[{ sex: null }, 'field.required', 'sex']
	])('%j is pinned to its field', (change, code, at) => {
		expect(parseManualCard({ ...typed, ...change }, TODAY)).toMatchObject({ ok: false, problem: { code, at } });
	});

	test('all problems are told at once, in the order of the form', () => {
		const problems = checkManualCard({ personalId: '1', name: '', birth: 'x', sex: null }, TODAY);
		expect(problems.map((each) => each.at)).toEqual(['personalId', 'name', 'birth', 'sex']);
	});
});

test.each([
	['1985', '1985'],
	['00001985', '1985'],
	['14051985', '1985-05-14'],
	['14/5/1985', '1985-05-14'],
	['14-05-1985', '1985-05-14'],
	['1985-05-14', '1985-05-14'],
	['29/2/1985', null],
	['1889', null],
	['14/5/85', null],
	['', null]
])('birth %s is %s', (text, birth) => expect(parseBirthText(text, TODAY)).toBe(birth));

test.each([
	['05/14/1985', '14/05/1985'],
	['5.14.1985', '14/05/1985'],
	['05141985', '14/05/1985'],
	['02/29/1984', '29/02/1984'],
	// what is a date is left alone, whichever of the two was meant
	['05/06/1985', null],
	['14/05/1985', null],
	['1985', null],
	// and what is no date either way
	['14/14/1985', null],
	['02/30/1985', null],
	['12/25/2026', null],
	['', null]
])('day and month of %j in the wrong order: %s', (text, offered) => expect(swapBirthText(text, TODAY)).toBe(offered));

test.each([
	['NGUYỄN THỊ Ý', 'Nguyễn Thị Ý'],
	['Y MOAN ÊBAN', 'Y Moan Êban'],
	['Đặng ĐÌNH An', 'Đặng ĐÌNH An'],
	['K’BRƠM', 'K’Brơm'],
	['Ý', 'Ý']
])('name %s is written %s', (text, name) => expect(parseName(text)).toEqual({ ok: true, value: name }));
