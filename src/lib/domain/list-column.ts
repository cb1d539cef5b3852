// Which column of a list means what: guessed from the headings, with and without diacritics, and changed by whoever
// knows better.

import { LIMIT } from './limit.ts';
import { foldText } from './search.ts';

export const LIST_FIELDS = [
	'area',
	'address',
	'lane',
	'number',
	'name',
	'birth',
	'sex',
	'personalId',
	'relation',
	'standing',
	'approvedOn'
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** Which column (from 0) a field is read from. */
export type ListMapping = Readonly<Partial<Record<ListField, number>>>;

/** Headings as people write them, folded; the longest that fits decides. */
const HEADINGS: Readonly<Record<ListField, readonly string[]>> = {
	area: ['khu pho', 'to dan pho', 'thon', 'ap', 'khu vuc', 'dia ban', 'to', 'kp', 'quarter', 'area'],
	address: ['dia chi', 'noi o', 'noi o hien tai', 'noi thuong tru', 'thuong tru', 'noi cu tru', 'cho o', 'address'],
	lane: ['ngo', 'hem', 'ngach', 'duong', 'ten duong', 'ngo hem', 'duong ngo', 'lane', 'street'],
	number: ['so nha', 'nha so', 'house number', 'house'],
	name: ['ho va ten', 'ho ten', 'ho chu dem va ten', 'ten', 'full name', 'name'],
	birth: ['ngay sinh', 'nam sinh', 'ngay thang nam sinh', 'ngay thang sinh', 'birth', 'date of birth'],
	sex: ['gioi tinh', 'gioi', 'nam nu', 'sex', 'gender'],
	personalId: [
		'so dinh danh',
		'so dinh danh ca nhan',
		'dinh danh',
		'so cccd',
		'cccd',
		'so can cuoc',
		'can cuoc',
		'ddcn',
		'personal number'
	],
	relation: ['quan he voi chu ho', 'quan he', 'qh chu ho', 'relation'],
	standing: ['trang thai', 'tinh trang', 'trang thai tai khoan', 'tinh trang kich hoat', 'muc', 'status'],
	approvedOn: ['ngay duyet', 'ngay phe duyet', 'ngay thong bao', 'approved on']
};

const LOOK_ROWS = 15;

/** What a heading most likely means, with the length of the words that say so; null for a column of no use here. */
function guessField(heading: string): { readonly field: ListField; readonly weight: number } | null {
	const text = ` ${foldText(heading)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim()} `;
	let best: { field: ListField; weight: number } | null = null;
	for (const field of LIST_FIELDS) {
		for (const words of HEADINGS[field]) {
			// the whole heading weighs more than words within it; single short words are too common within others
			const isWhole = text === ` ${words} `;
			if (!isWhole && (words.length < 4 || !text.includes(` ${words} `))) continue;
			const weight = words.length + (isWhole ? 100 : 0);
			if (weight > (best?.weight ?? 0)) best = { field, weight };
		}
	}
	return best;
}

/** A mapping by the headings; where two columns mean the same, the plainer heading is taken, then the first. */
export function guessMapping(headings: readonly string[]): ListMapping {
	const mapping: Partial<Record<ListField, number>> = {};
	const weights: Partial<Record<ListField, number>> = {};
	headings.slice(0, LIMIT.listColumns).forEach((heading, column) => {
		const found = guessField(heading);
		if (!found || found.weight <= (weights[found.field] ?? 0)) return;
		mapping[found.field] = column;
		weights[found.field] = found.weight;
	});
	return mapping;
}

/** The row (from 0) that holds the headings: titles and merged cells often stand above it. */
export function findHeadings(rows: readonly (readonly string[])[]): number {
	let best = 0;
	let most = 0;
	rows.slice(0, LOOK_ROWS).forEach((row, at) => {
		const count = Object.keys(guessMapping(row)).length;
		if (count > most) [best, most] = [at, count];
	});
	return best;
}

/** A mapping as a form sent it; columns that are not there and fields that we do not know are dropped. */
export function readMapping(read: (field: ListField) => string | null, columns: number): ListMapping {
	const mapping: Partial<Record<ListField, number>> = {};
	for (const field of LIST_FIELDS) {
		const text = read(field);
		if (text && /^\d{1,2}$/.test(text) && Number(text) < columns) mapping[field] = Number(text);
	}
	return mapping;
}
