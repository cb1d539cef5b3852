import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from './day.ts';
import { findHeadings, guessMapping, readMapping } from './list-column.ts';
import { foldArea, LIST_CODES, readListRow, type ListRules } from './list-row.ts';
import { guessSeparator, readTextRows } from './list-text.ts';

const TODAY = '2026-11-20' as Day;
describe('the text of a list', () => {
	it('is parted by what parts its headings, quotes and all', () => {
		expect(guessSeparator('a;b;"c,d,e,f"\n')).toBe(';');
		expect(guessSeparator('Danh sách\na\tb\n')).toBe('\t');
		expect(guessSeparator('sep=|\na|b')).toBe('|');
		expect([...readTextRows('a,"b ""c"", d\ne",\r\n\r\n"open')]).toEqual([['a', 'b "c", d\ne', ''], [''], ['open']]);
	});

	it('is never too odd to be read, and no text of a plain table is lost', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => {
				for (const row of readTextRows(text)) expect(row.length).toBeGreaterThan(0);
			})
		);
		const cell = fc.string({ maxLength: 12 });
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
				const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
				const text = ['h,h', ...rows.map((row) => row.map(quote).join(','))].join('\r\n');
				expect([...readTextRows(text)].slice(1)).toEqual(rows);
			})
		);
	});
});

describe('columns', () => {
	it('are guessed from headings, with diacritics and without', () => {
		const headings = [
			'STT',
			'HỌ VÀ TÊN',
			'Ngày, tháng, năm sinh',
			'Giới tính',
			'Số CCCD/ĐDCN',
			'Dia chi thuong tru',
			'Khu phố'
		];
		expect(guessMapping(headings)).toEqual({ name: 1, birth: 2, sex: 3, personalId: 4, address: 5, area: 6 });
		expect(guessMapping(['ho ten', 'nam sinh', 'so nha', 'ngo'])).toEqual({ name: 0, birth: 1, number: 2, lane: 3 });
		expect(guessMapping(['', 'abc'])).toEqual({});
	});

	it('stand below titles', () => {
		expect(findHeadings([['DANH SÁCH'], [''], ['Họ tên', 'Năm sinh', 'Số nhà'], ['Sen', '1985', '12']])).toBe(2);
	});

	it('that a form names must be there', () => {
		const asked: Record<string, string> = { name: '1', birth: '9', sex: 'x' };
		expect(readMapping((field) => asked[field] ?? null, 3)).toEqual({ name: 1 });
	});
});

const FIELDS = [
	'area',
	'number',
	'lane',
	'name',
	'birth',
	'sex',
	'personalId',
	'relation',
	'standing',
	'approvedOn'
] as const;
const RULES: ListRules = {
	mapping: Object.fromEntries(FIELDS.map((field, at) => [field, at])),
	areas: new Map([[foldArea('Khu phố 3'), 'kp3']]),
	area: null,
	state: null,
	today: TODAY
};
const GOOD = [
	'KP. 03',
	'12/3',
	'ngõ Đình',
	'Ngô Thị Sen',
	'14/05/1985',
	'Nữ',
	'000185000101',
	'Chủ hộ',
	'Đã duyệt, chưa kích hoạt',
	'1/11/2026'
];
const read = (changes: Partial<Record<(typeof FIELDS)[number], string>>, rules: Partial<ListRules> = {}) => {
	const cells = GOOD.map((cell, at) => changes[FIELDS[at]!] ?? cell);
	return readListRow(cells, 7, { ...RULES, ...rules });
};

describe('a row', () => {
	it('is a person behind a door', () => {
		expect(read({})).toEqual({
			findings: [],
			value: {
				area: 'kp3',
				lane: 'ngõ Đình',
				number: '12/3',
				person: {
					name: 'Ngô Thị Sen',
					birth: '1985-05-14',
					sex: 'female',
					personalId: '000185000101',
					relation: 'head',
					standing: { state: 'l2Approved', approvedOn: '2026-11-01' }
				}
			}
		});
	});

	const table: [Parameters<typeof read>[0], string, string | null][] = [
		[{ area: 'KP 9' }, 'unknownArea', null],
		[{ area: '' }, 'required', null],
		[{ number: '' }, 'required', null],
		[{ name: '' }, 'required', null],
		[{ name: 'A'.repeat(81) }, 'tooLong', null],
		[{ birth: '31/02/1985' }, 'badDay', null],
		[{ birth: '14/05/2085' }, 'badDay', null],
		[{ birth: '14/05/85' }, 'badDay', null],
		[{ sex: '?' }, 'badSex', null],
		[{ approvedOn: '1/12/2026' }, 'badDay', null],
		[{ standing: 'không rõ' }, 'badStanding', null],
		[{ birth: '31181' }, 'excelDay', '000185000101'],
		[{ personalId: '185000101' }, 'shortNumber', ''],
		[{ personalId: '1.85E+11' }, 'rounded', ''],
		[{ personalId: 'chưa có' }, 'badNumber', ''],
		[{ personalId: '00185000101' }, 'padded', '000185000101'],
		[{ personalId: '00185000101', birth: '1984' }, 'shortNumber', ''],
		[{ personalId: '000085000101' }, 'numberDisagrees', '000085000101'],
		[{ relation: 'bạn' }, 'unknownRelation', '000185000101']
	];
	it.each(table)('with %o has %s', (changes, code, number) => {
		const { value, findings } = read(changes);
		expect(findings.map((found) => found.code)).toEqual([code]);
		expect(findings[0]).toMatchObject({ row: 7 });
		if (number === null) expect(value).toBe(null);
		else expect(value?.person?.personalId ?? '').toBe(number);
	});

	it('takes an Excel day for the day that it counts', () => {
		expect(read({ birth: '31181' }).value?.person?.birth).toBe('1985-05-14');
		expect(read({ birth: '1985' }).value?.person?.birth).toBe('1985');
	});

	it('keeps what looks like a formula as text, and no control signs', () => {
		expect(read({ name: '=HYPERLINK("x")\u0000\n' }).value?.person?.name).toBe('=HYPERLINK("x")');
	});

	it('without a person is a door, and without anything is nothing', () => {
		expect(read({ name: '', birth: '', personalId: '' }).value).toMatchObject({ number: '12/3', person: null });
		expect(readListRow(['', ' '], 1, RULES)).toEqual({ value: null, findings: [] });
	});

	it('finds number and lane in an address, and the sex in a number', () => {
		const rules = { ...RULES, area: 'kp3', mapping: { address: 0, name: 1, birth: 2, personalId: 3 } };
		const { value, findings } = readListRow(['Số 12/3, ngõ Đình', 'Sen', '1985', '000185000101'], 1, rules);
		expect(findings).toEqual([]);
		expect(value).toMatchObject({ number: '12/3', lane: 'ngõ Đình', person: { sex: 'female' } });
	});

	it('never throws, and is not taken with an error', () => {
		const cell = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...GOOD));
		fc.assert(
			fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
				const { value, findings } = readListRow(cells, 1, RULES);
				const isBad = findings.some(({ code }) => LIST_CODES[code] === 'error');
				if (isBad) expect(value).toBe(null);
				else if (findings.length > 0) expect(value).not.toBe(null);
			})
		);
	});
});
