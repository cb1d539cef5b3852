// Passwords that are refused although they are long enough: made of what everybody takes first, of rows and runs of keys,
// or of what stands on the ward's door. More a rule than a list: twelve characters are put together from a few such parts.

import { isCommonPassword } from './common-password.ts';
import { LIMIT } from './limit.ts';
import { foldText } from './search.ts';

/** Parts of common passwords, here and elsewhere, without diacritics. */
const COMMON = (
	'password passwort matkhau pass word admin administrator quantri quantrivien root user login welcome hello secret ' +
	'letmein iloveyou anhyeuem emyeuanh yeuem love dragon monkey master princess sunshine football baseball superman ' +
	'batman trustno michael shadow freedom whatever computer internet changeme default test guest demo samsung iphone ' +
	'google facebook zalo vietnam vietnamese vietcong hanoi saigon hochiminh danang haiphong cantho xinchao khongbiet ' +
	'gocua vneid congan canbo phuong xaphuong ubnd tinh thanhpho khupho todanpho dichvucong dinhdanh chuyendoiso dean ' +
	'cong an xa to an nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly'
).split(' ');

/** Keys that lie beside each other, and letters and digits in their order. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '01234567890', 'qazwsxedcrfvtgb'];
const SHORTEST_RUN = 3;
/** What is left without those parts has at least so many different characters, or the whole was nothing but parts. */
const LEAST_LEFT = 5;
const LOOKS_LIKE: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' };

/** Whether a new password is refused, and why; `about` are the words around it: names of the account, the person, the ward. */
export function checkNewPassword(
	password: string,
	about: readonly string[]
): 'field.required' | 'field.tooLong' | 'password.tooEasy' | null {
	if (password.length < LIMIT.passwordMinChars) return 'field.required';
	if (password.length > LIMIT.passwordMostChars) return 'field.tooLong';
	if (isCommonPassword(password)) return 'password.tooEasy';
	// words of the account count as parts only as a whole: single letters of a name are in every password
	const own = about.flatMap((text) => [text, ...text.split(/\s+/)].map(flatten)).filter((word) => word.length >= 3);
	const parts = [...COMMON, ...own].toSorted((a, b) => b.length - a.length);
	const left = strip(withoutRuns(flatten(password)), parts);
	return new Set(left).size < LEAST_LEFT ? 'password.tooEasy' : null;
}

/** Letters without marks, digits, and signs that no keyboard offers; what only parts words is nothing. */
function flatten(text: string): string {
	return foldText(text.replace(/@/g, 'a').replace(/\$/g, 's')).replace(/[\s!-/:-@[-`{-~]/g, '');
}

function withoutRuns(text: string): string {
	const years = text.replace(/(19|20)\d\d/g, '');
	let left = '';
	for (let at = 0; at < years.length;) {
		const length = Math.max(runAt(years, at), repeatAt(years, at));
		if (length < SHORTEST_RUN) left += years[at];
		at += length < SHORTEST_RUN ? 1 : length;
	}
	return left;
}

/** How long the run of neighbouring keys is that begins here. */
function runAt(text: string, from: number): number {
	let longest = 0;
	for (const row of ROWS)
		for (const line of [row, [...row].reverse().join('')])
			for (let length = text.length - from; length > longest; length--)
				if (line.includes(text.slice(from, from + length))) longest = length;
	return longest;
}

function repeatAt(text: string, from: number): number {
	let length = 1;
	while (text[from + length] === text[from]) length += 1;
	return length;
}

/** Without the parts, in one pass: what only joins when a part is gone was no part. */
function strip(text: string, parts: readonly string[]): string {
	const read = [...text].map((letter) => LOOKS_LIKE[letter] ?? letter).join('');
	let left = '';
	for (let at = 0; at < text.length;) {
		const part = parts.find((word) => text.startsWith(word, at) || read.startsWith(word, at));
		if (!part) left += text[at];
		at += part?.length ?? 1;
	}
	return left;
}
