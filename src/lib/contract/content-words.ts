// The words of a pack: what they may name, quote and never write (terms.md 3, digest j). One rule per fault.

import { HISTORICAL_LABELS, SCREEN_LABELS } from '../domain/catalogue/screen-labels.ts';
import { WARD_FACTS, type Life } from '../domain/content.ts';
import type { Fault, FaultKind } from './content-fault.ts';

const HOSTS = ['vneid.gov.vn', 'dichvucong.gov.vn'];
const ADDRESS =
	/(https?:\/\/)?((?:[\p{L}\d-]+\.)+(?:vn|com|net|org|info|gov|edu|io|me|cc|co|xyz|top|app|site|online|asia|link|shop|vip)(?:\.[a-z]{2,})*)(?![\p{L}\d])/giu;
const OTHER_URL = /https?:\/\/([^\s/]+)/gi;

/** The one national number that a pack may ship, written so, and only as something the ward confirms (digest j). */
const HOTLINE = '1900.0368';
/** A code that begins with a letter (G01.306…) is no telephone number. */
const NUMBER = /(?<![\p{L}\d/])\+?\d(?:[ .-]?\d){7,}(?![\d/])/gu;

/** Looks like the app's name. VssID is another app. */
const APP_NAME = /(?<![\p{L}\d])vn{1,2}[\s-]?[a-z]{0,3}?[\s-]?[il1]d(?![\p{L}\d])/giu;
const WRONG_WORDS = new RegExp(
	[
		// O and P of the table: reading and typing errors, and a wrong letter in a government address
		String.raw`dichvu(?!cong)\p{L}+|mật trấn|lòng ghép|gấp mặt|phản tích|tự xung|(?<!nội )dung thông tin|dấu nỗi|chủ thẻ hợp đồng`,
		String.raw`cứ trú|công đồng|truyền truyền|cản cước|thẻ chế|chuyên tiền|đăng kí(?!\p{L})|chi áp dụng|tttc mới`,
		String.raw`giao các dịch|công thông tin|công dịch vụ công|dù điều kiện|chống lọt|chỉ đạo đạo|danh giá|có nộp hồ sơ`,
		String.raw`số (?:đkcn|dđcn)|cmtnd|đơn tính|sổ định dân|ban, bùn|thuế, mượn|hdsv|quantimang|đối với các số liệu`,
		// F: numbers of documents that were wrong, sample data, and the guardian who is not a dependent
		String.raw`58/2021/tt-bca|(?<![\d/])34/qđ-ttg|166066|063265996|con (?:<|dưới) ?14(?: tuổi)? hoặc người giám hộ`
	].join('|'),
	'giu'
);

const ABOLISHED = /(?<!\p{L})(quận|huyện|thị xã|district)(?!\p{L})/giu;
const QUOTED = /“([^”]*)”/g;
const FACT = /\{([^}]*)\}/g;

/** Keys whose text is a name for the program, not words for people. */
const NOT_WORDS = new Set(
	'id to start next kind tag confidence state evidence code change receiver who status successor day picture terms checkedOn validFrom validTo publishedOn outcome states card groups audiences language topic code hash'.split(
		' '
	)
);

/** Words in quotation marks must stand on a screen that the digest knows. */
export function checkLabel(text: string, life: Partial<Life>, at: string): Fault[] {
	const isKnown = SCREEN_LABELS.includes(text) || (life.status === 'historical' && HISTORICAL_LABELS.includes(text));
	return isKnown ? [] : [{ place: at, kind: 'unknownLabel', found: text }];
}

/** Every fault in the texts below `value`, each with its place. */
export function checkWords(value: unknown, life: Partial<Life>, at: string): Fault[] {
	const found: Fault[] = [];
	for (const { place, words, isCitation } of listWords(value, at)) {
		const add = (kind: FaultKind, hit: string) => found.push({ place, kind, found: hit });
		for (const [hit] of words.matchAll(APP_NAME)) {
			// The address is written in small letters and is checked as an address.
			if (hit !== 'VNeID' && !words.includes(`${hit}.gov.vn`)) add('misspelling', hit);
		}
		// What an outdated row says of the past is told in the words of the past.
		const isPast = place.endsWith('/facts/before');
		if (!isPast) for (const [hit] of words.matchAll(WRONG_WORDS)) add('misspelling', hit);
		// A citation names the page that was read; it is no place to send a resident to, and is never a link.
		if (isCitation) continue;
		for (const [hit, scheme, host] of words.matchAll(ADDRESS)) {
			if (!HOSTS.includes(host ?? '') || scheme === 'http://') add('forbiddenDomain', hit);
		}
		for (const [hit, host] of words.matchAll(OTHER_URL)) {
			if (!/^[\p{L}\d.-]+\.[a-z]{2,}[.,;:)!?]?$/iu.test(host ?? '')) add('forbiddenDomain', hit);
		}
		for (const [hit] of words.matchAll(NUMBER)) {
			const digits = hit.replace(/\D/g, '');
			const isAmount = /^\d{1,3}(\.\d{3})+$/.test(hit);
			if (isAmount || !/^(0|84|1800|1900)/.test(digits)) continue;
			if (hit !== HOTLINE) add('forbiddenNumber', hit);
			else if (!life.wardConfirms?.includes(HOTLINE)) add('notWardConfirmed', hit);
		}
		const told = isPast ? { ...life, status: 'historical' as const } : life;
		if (told.status !== 'historical') for (const [hit] of words.matchAll(ABOLISHED)) add('abolishedUnit', hit);
		for (const [, label] of words.matchAll(QUOTED)) found.push(...checkLabel(label ?? '', told, place));
		for (const [, fact] of words.matchAll(FACT)) {
			if (!WARD_FACTS.some((known) => known === fact)) add('unknownFact', fact ?? '');
		}
	}
	return found;
}

function* listWords(
	value: unknown,
	place: string,
	isCitation = false
): Generator<{ place: string; words: string; isCitation: boolean }> {
	if (typeof value === 'string') yield { place, words: value, isCitation };
	else if (Array.isArray(value))
		for (const [row, inner] of value.entries()) yield* listWords(inner, `${place}/${row}`, isCitation);
	else if (typeof value === 'object' && value !== null) {
		for (const [key, inner] of Object.entries(value)) {
			if (NOT_WORDS.has(key) || (key === 'place' && !isCitation)) continue;
			yield* listWords(inner, `${place}/${key}`, isCitation || key === 'sources');
		}
	}
}
