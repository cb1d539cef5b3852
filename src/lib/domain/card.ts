// What a card's QR text says, or why it is refused. Promise: whatever the text, the result holds the few fields that we
// may keep and nothing else. The old 9-digit number (field 2) and everything beyond the seventh field (cancelled
// numbers, parents' names) are never read (features F022, F023; digest i).
//
//   id(12) | old CMND or empty | name | ddmmyyyy | Nam or Nữ | address | issued ddmmyyyy [ | 4 more since 2024-07-01 ]

import { birthDayOf, birthYearOf, parseBirth, type Birth } from './birth.ts';
import { formatDay, makeDay, parseDay, yearOf, type Day } from './day.ts';
import { LIMIT } from './limit.ts';
import { checkPersonNumber, parsePersonNumber, type PersonNumberWarning } from './person-number.ts';
import type { Sex } from './person.ts';
import { fail, problem, succeed, type Problem, type ProblemCode, type Result } from './problem.ts';

/** `chipCardOld`: CCCD gắn chip, 7 fields; `idCard`: thẻ căn cước under Law 26/2023, 7 fields and more. */
export type CardKind = 'chipCardOld' | 'idCard';

/** What we keep of a card. Entered by hand, the number may be unknown, and issue date and kind always are. */
export interface Card {
	readonly personalId: string | null;
	readonly name: string;
	readonly birth: Birth;
	readonly sex: Sex;
	readonly issuedOn: Day | null;
	readonly cardKind: CardKind | null;
}

/** Shown, never an obstacle: people with corrected papers exist (feature F025). */
export type CardWarning = PersonNumberWarning | 'issuedBeforeBirth' | 'issuedTooEarly';

export type CardReading =
	| {
			readonly kind: 'card';
			readonly card: Card;
			/** To compare with the household's address and then drop; not stored unless a person chooses to. */
			readonly cardAddress: string;
			readonly warnings: readonly CardWarning[];
	  }
	| { readonly kind: 'refused'; readonly problem: Problem };

/** Fields of manual entry, as typed. `birth`: `1985`, `14/5/1985`, `14051985` or `1985-05-14`; an empty number is fine. */
export interface ManualCardFields {
	readonly personalId: string;
	readonly name: string;
	readonly birth: string;
	readonly sex: Sex | null;
}

/** The text by which a phone joins a ward starts so; it is no card, and a card reader says what it is. */
export const JOIN_CODE_PREFIX = 'GOCUA:';

/** Law 26/2023/QH15 in force: the new card, and the rule that adds age 14. */
export const ID_CARD_SINCE = '2024-07-01' as Day;
/** First chip cards were handed out in January 2021. */
const CHIP_CARD_SINCE = '2021-01-01' as Day;
const READ_FIELDS = 7;

/** The card in a QR text, or the reason why it is none. Never throws, and never returns a field that we may not keep. */
export function parseCard(text: string, today: Day): CardReading {
	const clean = text.normalize('NFC').replace(/^[\s\u200b\0]+|[\s\u200b\0]+$/gu, '');
	const fields = clean.split('|', READ_FIELDS).map((field) => field.trim());
	const [number = '', , nameText = '', birthText = '', sexText = '', addressText = '', issuedText = ''] = fields;
	const sex = parseSex(sexText);

	if (fields.length < READ_FIELDS || !/^\d{12}$/.test(number)) {
		// A birth date and a sex in their places: it is a card, only its number is damaged.
		const isCardLike = fields.length === READ_FIELDS && /^\d+$/.test(number) && /^\d{8}$/.test(birthText) && sex;
		return refuse(isCardLike ? problem('card.badNumber', 'personalId') : problem(classifyForeign(clean, fields)));
	}
	if (clean.length > LIMIT.cardChars) return refuse(problem('card.tooLong'));

	const name = parseName(nameText);
	if (!name.ok) return refuse(problem('card.badName', 'name'));
	const birth = parseBirthText(birthText, today);
	if (!birth) return refuse(problem('card.badBirth', 'birth'));
	if (!sex) return refuse(problem('card.badSex', 'sex'));
	const issuedOn = parseCompactDay(issuedText);
	if (!issuedOn && issuedText) return refuse(problem('card.badIssued', 'issuedOn'));

	const isLonger = clean.split('|', READ_FIELDS + 1).length > READ_FIELDS;
	const isNewCard = isLonger || (issuedOn !== null && issuedOn >= ID_CARD_SINCE);
	const card: Card = {
		personalId: number,
		name: name.value,
		birth,
		sex,
		issuedOn,
		cardKind: isNewCard ? 'idCard' : 'chipCardOld'
	};
	return { kind: 'card', card, cardAddress: cleanAddress(addressText), warnings: checkCard(card) };
}

/** Everything about a card that is worth a second look, however it was entered. */
export function checkCard(card: Card): CardWarning[] {
	const warnings: CardWarning[] = card.personalId ? checkPersonNumber(card.personalId, card.birth, card.sex) : [];
	const { issuedOn, birth, cardKind } = card;
	if (!issuedOn) return warnings;
	const bornOn = birthDayOf(birth);
	const isBeforeBirth = bornOn ? issuedOn < bornOn : yearOf(issuedOn) < birthYearOf(birth);
	if (isBeforeBirth) warnings.push('issuedBeforeBirth');
	if (issuedOn < (cardKind === 'idCard' ? ID_CARD_SINCE : CHIP_CARD_SINCE)) warnings.push('issuedTooEarly');
	return warnings;
}

/** The card typed by hand, by the rules of a scanned one; else the first problem, pinned to its field by `at`. */
export function parseManualCard(fields: ManualCardFields, today: Day): Result<Card> {
	const [first] = checkManualCard(fields, today);
	if (first) return { ok: false, problem: first };
	const name = parseName(fields.name);
	const birth = parseBirthText(fields.birth, today);
	// checkManualCard found no problem, so all three are there; the compiler cannot see that.
	if (!name.ok || !birth || !fields.sex) throw new Error('checkManualCard let an incomplete card through');
	return succeed({
		personalId: parsePersonNumber(fields.personalId),
		name: name.value,
		birth,
		sex: fields.sex,
		issuedOn: null,
		cardKind: null
	});
}

/** Every problem of a card typed by hand, in the order of the form. */
export function checkManualCard(fields: ManualCardFields, today: Day): Problem[] {
	const problems: Problem[] = [];
	if (fields.personalId.trim() && !parsePersonNumber(fields.personalId)) {
		problems.push(problem('card.badNumber', 'personalId'));
	}
	const name = parseName(fields.name);
	if (!name.ok) problems.push(name.problem);
	if (!fields.birth.trim()) problems.push(problem('field.required', 'birth'));
	else if (!parseBirthText(fields.birth, today)) problems.push(problem('card.badBirth', 'birth'));
	if (!fields.sex) problems.push(problem('field.required', 'sex'));
	return problems;
}

/** Birth as cards and people write it: `ddmmyyyy`, `d/m/yyyy`, `yyyy`, `0000yyyy` (year only), `yyyy-mm-dd`. */
export function parseBirthText(text: string, today: Day): Birth | null {
	const trimmed = text.trim();
	const yearOnly = /^(?:0000)?(\d{4})$/.exec(trimmed)?.[1];
	if (yearOnly) return parseBirth(yearOnly, today);
	const parts = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
	const day = parts ? makeDay(Number(parts[3]), Number(parts[2]), Number(parts[1])) : null;
	return parseBirth(day ?? trimmed, today);
}

/**
 * The birth as `dd/MM/yyyy` when the text is no date as typed but would be one with day and month in each other's place;
 * else null. It is offered, never taken: 05/06 may be either.
 */
export function swapBirthText(text: string, today: Day): string | null {
	if (parseBirthText(text, today)) return null;
	const parts =
		/^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
	const swapped = parts && parseDay(parseBirthText(`${parts[2]}/${parts[1]}/${parts[3]}`, today) ?? '');
	return swapped ? formatDay(swapped) : null;
}

/** A name in NFC with single blanks; one written all in capitals gets Vietnamese title case, any other stays as it is. */
export function parseName(text: string): Result<string> {
	const name = text.normalize('NFC').trim().replace(/\s+/gu, ' ');
	if (!name) return fail('field.required', 'name');
	if (name.length > LIMIT.nameChars) return fail('field.tooLong', 'name');
	// Letters with their marks, and what stands between them in names of several peoples: H'Hen Niê, K’Brơm, Ma-ri-a.
	if (!/^\p{L}[\p{L}\p{M} '’.-]*$/u.test(name)) return fail('card.badName', 'name');
	return succeed(isAllCapitals(name) ? toTitleCase(name) : name);
}

function isAllCapitals(name: string): boolean {
	return name === name.toLocaleUpperCase('vi') && name !== name.toLocaleLowerCase('vi');
}

function toTitleCase(name: string): string {
	return name
		.toLocaleLowerCase('vi')
		.replace(/(^|[ '’.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));
}

function parseSex(text: string): Sex | null {
	const word = text.toLocaleLowerCase('vi');
	if (word === 'nam') return 'male';
	return word === 'nữ' || word === 'nu' ? 'female' : null;
}

function parseCompactDay(text: string): Day | null {
	const parts = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
	return parts ? makeDay(Number(parts[3]), Number(parts[2]), Number(parts[1])) : null;
}

/** Stray `, ,` and `, -` occur on real cards (shared study of the card QR, A1). */
function cleanAddress(text: string): string {
	return text
		.split(',')
		.map((part) => part.replace(/^[\s-]+|[\s-]+$/gu, '').replace(/\s+/gu, ' '))
		.filter(Boolean)
		.join(', ');
}

function refuse(reason: Problem): CardReading {
	return { kind: 'refused', problem: reason };
}

/** What kind of code this is instead of a card. Only prefixes and shapes are looked at; nothing is kept (F026). */
function classifyForeign(clean: string, fields: readonly string[]): ProblemCode {
	if (clean.toUpperCase().startsWith(JOIN_CODE_PREFIX)) return 'card.joinCode';
	// EMV merchant codes (VietQR among them) begin with "payload format 01", tag 00, length 02.
	if (/^000201\d/.test(clean)) return 'card.bank';
	if (/^(?:BEGIN:(?:VCARD|VEVENT)|MECARD:|WIFI:|TEL:|SMSTO:|MAILTO:)/i.test(clean)) return 'card.contact';
	if (/^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)/i.test(clean)) return 'card.url';
	if (isHealthInsurance(fields)) return 'card.healthInsurance';
	if (isOpaque(clean)) return 'card.vneid';
	return clean.length > LIMIT.cardChars ? 'card.tooLong' : 'card.notCard';
}

/** The old BHYT card: `|` between, a 15-sign card number or a 10-digit BHXH number first, the name as hex of UTF-8. */
function isHealthInsurance([first = '', second = '']: readonly string[]): boolean {
	return /^[A-Z]{2}\d{13}$/i.test(first) || (/^\d{10}$/.test(first) && /^(?:[0-9a-f]{2})+$/i.test(second));
}

/**
 * NOTE a guess: how VNeID writes its own codes ("QR căn cước", "QR định danh") is published nowhere. Codes that people
 * show from VNeID are machine text for the authorities' systems, so one long run of base64, base64url, hex or JWT signs,
 * with letters and with no blank and no `|`, is taken for one. A wrong guess is harmless: it is refused either way, and
 * the sentence for any other foreign code also says that VNeID codes are not scanned here.
 */
function isOpaque(clean: string): boolean {
	return clean.length >= 40 && /^[\w+/=.:-]+$/.test(clean) && /[a-z]/i.test(clean);
}
