// One row of a ward's list, read by its mapping: a door, perhaps a person behind it, and what somebody should look at.
// A row with an error is not taken; a warning is shown and the row is taken. Nothing here throws, whatever a cell holds.

import { parseBirth, type Birth } from './birth.ts';
import { addDays, makeDay, parseDay, type Day } from './day.ts';
import type { ListField, ListMapping } from './list-column.ts';
import type { LadderState } from './ladder.ts';
import { LIMIT } from './limit.ts';
import { checkPersonNumber, numberSex } from './person-number.ts';
import type { Relation, Sex } from './person.ts';
import { foldText } from './search.ts';

export const LIST_CODES = {
	required: 'error',
	tooLong: 'error',
	badDay: 'error',
	badSex: 'error',
	badStanding: 'error',
	unknownArea: 'error',
	/** Written with an exponent: the last digits are gone. */
	rounded: 'warning',
	/** Shorter than 12 digits, and nothing says how many zeros it lost, or an old 9-digit number. */
	shortNumber: 'warning',
	/** Zeros were put back, because birth and sex agree. */
	padded: 'warning',
	badNumber: 'warning',
	numberDisagrees: 'warning',
	excelDay: 'warning',
	unknownRelation: 'warning',
	/** The ward has somebody with this number. */
	sameNumber: 'duplicate',
	/** The ward has this name and birth behind this door. */
	samePerson: 'duplicate',
	/** The same twice in this list. */
	twice: 'duplicate'
} as const satisfies Record<string, 'error' | 'warning' | 'duplicate'>;
export type ListCode = keyof typeof LIST_CODES;

/** What somebody should look at: row as the spreadsheet numbers it (from 1), the field that was read, and why. */
export interface ListFinding {
	readonly row: number;
	readonly field: ListField;
	readonly code: ListCode;
}

export interface ListPerson {
	readonly name: string;
	readonly birth: Birth;
	readonly sex: Sex;
	readonly personalId?: string;
	readonly relation?: Relation;
	readonly standing?: { readonly state: LadderState; readonly approvedOn?: Day };
}

/** What a row says; a row without a name is a door alone. */
export interface ListRow<Area extends string = string> {
	readonly area: Area;
	readonly lane: string;
	readonly number: string;
	readonly person: ListPerson | null;
}

/** What holds for the whole list. */
export interface ListRules<Area extends string = string> {
	readonly mapping: ListMapping;
	/** Areas by their folded names and old names. */
	readonly areas: ReadonlyMap<string, Area>;
	/** Where rows belong that name no area; null where each must. */
	readonly area: Area | null;
	/** What the list says of everybody on it, such as "approved but not activated". */
	readonly state: LadderState | null;
	readonly today: Day;
}

/** The row, or null where it cannot be taken; findings either way. Null without a finding: nothing is written in it. */
export function readListRow<Area extends string>(
	cells: readonly string[],
	row: number,
	rules: ListRules<Area>
): { readonly value: ListRow<Area> | null; readonly findings: readonly ListFinding[] } {
	const findings: ListFinding[] = [];
	const find = (field: ListField, code: ListCode) => void findings.push({ row, field, code });
	const read = (field: ListField) => {
		const column = rules.mapping[field];
		return column === undefined ? '' : cleanCell(cells[column] ?? '');
	};
	if (Object.values(rules.mapping).every((column) => cleanCell(cells[column] ?? '') === ''))
		return { value: null, findings };

	const areaText = read('area');
	const area = areaText === '' ? rules.area : (rules.areas.get(foldArea(areaText)) ?? null);
	if (area === null) find('area', areaText === '' ? 'required' : 'unknownArea');
	const door = readDoor(read('lane'), read('number'), read('address'));
	const doorField = rules.mapping.number === undefined ? 'address' : 'number';
	if (door.number === '') find(doorField, 'required');
	if (door.number.length > LIMIT.addressChars) find(doorField, 'tooLong');
	if (door.lane.length > LIMIT.addressChars) find(rules.mapping.lane === undefined ? 'address' : 'lane', 'tooLong');
	const person = isDoorAlone(read) ? null : readPerson(read, find, rules);
	const isBad = findings.some(({ code }) => LIST_CODES[code] === 'error');
	return { value: isBad || area === null ? null : { area, ...door, person }, findings };
}

/** No control characters, one blank between words, composed letters. What begins with = + - @ is text like any other. */
export function cleanCell(text: string): string {
	// eslint-disable-next-line no-control-regex -- exactly these are meant
	const odd = /[\u0000-\u001f\u007f\u200b\ufeff\ud800-\udfff\s]+/g;
	return text.normalize('NFC').replace(odd, ' ').trim();
}

/** How an area is looked up: `KP. 3`, `Khu phố 03` and `khu pho 3` are one. */
export function foldArea(text: string): string {
	const plain = foldText(text)
		.replace(/[^a-z0-9]+/g, ' ')
		.replace(/\bkp ?(?=\d)/, 'khu pho ');
	return plain.replace(/\b0+(?=\d)/g, '').trim();
}

function isDoorAlone(read: (field: ListField) => string): boolean {
	return (['name', 'birth', 'personalId'] as const).every((field) => read(field) === '');
}

/** `Số 12/3 ngõ Đình` in one cell is a number and a lane; an address without digits is a landmark. */
function readDoor(lane: string, number: string, address: string): { lane: string; number: string } {
	if (number !== '' || address === '') return { lane, number };
	const match = /^(?:(?:số nhà|số|nhà)\s+)?(\d[\w/.-]*)[\s,]*(.*)$/iu.exec(address);
	return match ? { number: match[1]!, lane: lane || match[2]!.trim() } : { number: address, lane };
}

type Find = (field: ListField, code: ListCode) => void;

function readPerson(read: (field: ListField) => string, find: Find, rules: ListRules): ListPerson | null {
	const name = read('name');
	if (name === '') find('name', 'required');
	if (name.length > LIMIT.nameChars) find('name', 'tooLong');
	const birth = readBirth(read('birth'), rules.today, find);
	const sexText = read('sex');
	const told = readSex(sexText);
	if (sexText !== '' && !told) find('sex', 'badSex');
	const personalId = readNumber(read('personalId'), birth, told, find);
	const sex = told ?? (personalId ? numberSex(personalId) : null);
	if (!sex && sexText === '') find('sex', 'required');
	const relationText = read('relation');
	const relation = RELATION_WORDS.get(foldText(relationText));
	if (relationText !== '' && !relation) find('relation', 'unknownRelation');
	const state = readState(read('standing'), rules.state, find);
	const approvedText = read('approvedOn');
	const approvedOn = approvedText === '' ? null : readDay(approvedText);
	if (approvedText !== '' && (!approvedOn || approvedOn > rules.today)) find('approvedOn', 'badDay');
	if (name === '' || !birth || !sex) return null;
	return {
		name,
		birth,
		sex,
		...(personalId ? { personalId } : {}),
		...(relation ? { relation } : {}),
		...(state ? { standing: { state, ...(approvedOn ? { approvedOn } : {}) } } : {})
	};
}

const EXCEL_EPOCH = '1899-12-30' as Day;

/** dd/MM/yyyy with any of the usual marks, yyyy-MM-dd, ddMMyyyy; null where it is no day. */
function readDay(text: string): Day | null {
	const plain = text.replace(/[T ]\d{1,2}:\d{2}.*$/, '').replace(/\s/g, '');
	const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(plain);
	return typed ? makeDay(Number(typed[3]), Number(typed[2]), Number(typed[1])) : parseDay(plain);
}

function readBirth(text: string, today: Day, find: Find): Birth | null {
	if (text === '') {
		find('birth', 'required');
		return null;
	}
	// a day that Excel kept as a count of days, without its format
	const isCount = /^[1-9]\d{4}$/.test(text);
	const day = isCount ? addDays(EXCEL_EPOCH, Number(text)) : (readDay(text) ?? text);
	const birth = parseBirth(day, today);
	if (!birth) find('birth', 'badDay');
	else if (isCount) find('birth', 'excelDay');
	return birth;
}

const SEX_WORDS = new Map<string, Sex>([
	['nam', 'male'],
	['male', 'male'],
	['nu', 'female'],
	['female', 'female']
]);

function readSex(text: string): Sex | null {
	return SEX_WORDS.get(foldText(text)) ?? null;
}

/** The 12 digits, or nothing: a number that may be wrong is never made up (digest i). */
function readNumber(text: string, birth: Birth | null, sex: Sex | null, find: Find): string | null {
	if (text === '') return null;
	if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text)) return leave('rounded');
	const digits = text.replace(/^'|\.0$/g, '').replace(/[\s.\-\u2010-\u2015]/gu, '');
	if (!/^\d{1,12}$/.test(digits)) return leave('badNumber');
	const disagrees = (number: string) =>
		checkPersonNumber(number, birth, sex).some((warning) => warning !== 'unknownPlaceCode');
	if (digits.length === 12) {
		if (disagrees(digits)) find('personalId', 'numberDisagrees');
		return digits;
	}
	const padded = digits.padStart(12, '0');
	// nine digits are an old number, which is not kept; fewer are one that lost its zeros
	if (digits.length < 10 || !birth || !sex || disagrees(padded)) return leave('shortNumber');
	find('personalId', 'padded');
	return padded;

	function leave(code: ListCode): null {
		find('personalId', code);
		return null;
	}
}

/** Words for a relation, folded; what else somebody wrote is left out, never kept as a story. */
const RELATION_WORDS = new Map<string, Relation>(
	(
		[
			['head', 'chu ho', 'head'],
			['spouse', 'vo', 'chong', 'vo chong', 'spouse'],
			['child', 'con', 'con trai', 'con gai', 'con de', 'con ruot', 'child'],
			['parent', 'cha', 'me', 'bo', 'cha de', 'me de', 'bo de', 'parent'],
			[
				'sibling',
				'anh',
				'chi',
				'em',
				'anh ruot',
				'chi ruot',
				'em ruot',
				'anh trai',
				'chi gai',
				'em trai',
				'em gai',
				'sibling'
			],
			['grandparent', 'ong', 'ba', 'ong noi', 'ba noi', 'ong ngoai', 'ba ngoai', 'grandparent'],
			['grandchild', 'chau', 'chau noi', 'chau ngoai', 'chau ruot', 'grandchild'],
			['tenant', 'o thue', 'o tro', 'nguoi thue', 'thue tro', 'tenant'],
			['relative', 'con dau', 'con re', 'chau dau', 'nguoi than', 'ho hang', 'relative'],
			['other', 'khac', 'nguoi o nho', 'other']
		] as const
	).flatMap(([relation, ...words]) => words.map((word) => [word, relation] as const))
);

/** What a status says: approved or activated, level 1 where it says so and else level 2. */
function readState(text: string, whole: LadderState | null, find: Find): LadderState | null {
	if (text === '') return whole;
	const folded = foldText(text);
	const isFirst = /\b(muc|m|level) ?1\b/.test(folded);
	if (/chua kich hoat|cho kich hoat|not activated/.test(folded)) return isFirst ? 'l1Approved' : 'l2Approved';
	if (/da kich hoat|activated/.test(folded)) return isFirst ? 'l1Active' : 'l2Active';
	if (/(da|duoc) (phe )?duyet|approved/.test(folded)) return isFirst ? 'l1Approved' : 'l2Approved';
	find('standing', 'badStanding');
	return whole;
}
