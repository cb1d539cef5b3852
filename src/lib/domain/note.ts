// Free text refuses what looks like a secret, and says why (feature F080; digest k: credentials and bank data are
// sensitive data that must never be stored by us).

import { problem, type Problem } from './problem.ts';
import { LIMIT } from './limit.ts';
import { foldText } from './search.ts';

/** Words after which a short token is taken for a secret. Folded: without diacritics, lower case. */
const SECRET_WORDS = /\b(mat khau|passcode|password|pass|mk|pin|otp|ma xac (thuc|nhan)|ma otp)\b/;
const BANK_WORDS = /\b(stk|so tai khoan|tai khoan ngan hang|ngan hang|bank|so the)\b/;

/**
 * Every reason why the text in field `at` must not be kept, each at most once; empty when it may be kept. Looks at groups of digits
 * even when blanks, dots or dashes stand between them. A date (dd/mm/yyyy), a time and a house number stay allowed,
 * and so does a phone number of ten digits, which belongs into its own field but is no secret.
 */
export function checkNote(text: string, at = 'note'): Problem[] {
	const found: Problem[] = [];
	if (text.length > LIMIT.noteChars) found.push(problem('field.tooLong', at));
	const folded = foldText(text);
	const groups = listDigits(folded);
	const isPhone = (digits: string) => /^0\d{9}$/.test(digits);
	const isBankish = BANK_WORDS.test(folded);

	if (
		SECRET_WORDS.test(folded) &&
		/(mat khau|password|passcode|\bpass\b|\bmk\b)\W*(la|:|=)?\W*\S*[\d!@#$%^&*]/.test(folded)
	) {
		found.push(problem('note.password', at));
	}
	if (
		groups.some((g) => g.length === 6) ||
		(SECRET_WORDS.test(folded) && groups.some((g) => g.length >= 4 && g.length <= 8))
	) {
		found.push(problem('note.secretCode', at));
	}
	if (groups.some((g) => g.length === 12 || g.length === 9) && !isBankish) found.push(problem('note.idNumber', at));
	const isCardNumber = (g: string) => g.length >= 13 && g.length <= 19;
	const isAccount = (g: string) => isBankish && g.length >= 6 && !isPhone(g);
	if (groups.some((g) => isCardNumber(g) || isAccount(g))) found.push(problem('note.bankNumber', at));
	return found;
}

/** Groups of digits without what stands between them; dates are none. */
function listDigits(text: string): string[] {
	const withoutDates = text.replace(/\b\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?\b/g, ' ');
	return (withoutDates.match(/\d(?:[ .-]?\d)*/g) ?? []).map((group) => group.replace(/\D/g, ''));
}

/** Somebody's telephone stands in it: ten or eleven digits as they are dialled here, or with the country before them. */
export function hasPhone(text: string): boolean {
	return listDigits(text).some((digits) => /^(0|84)\d{9,10}$/.test(digits));
}
