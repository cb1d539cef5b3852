// Until when a card is good. The date is printed on the card but is not in its QR, so this is a calculation: the printed
// date rules. One formula serves both laws: a card is good until the first renewal birthday whose two-year window had
// not begun when it was issued (Law 2014 article 21: 25, 40, 60; Law 26/2023 article 21: 14, 25, 40, 60; shared study of
// the card QR, A3). Cards that ran out between 2024-01-15 and 2024-06-30 were good until 2024-06-30 (article 46), which
// is past either way.

import { birthDayOf, birthYearOf, type Birth } from './birth.ts';
import { ID_CARD_SINCE } from './card.ts';
import { addDays, makeDay, type Day } from './day.ts';

export interface ExpiryAdvice {
	readonly state: 'valid' | 'soon' | 'expired' | 'unlimited' | 'unknown';
	/** The last good day; absent when there is none or when it is not known. */
	readonly expiresOn?: Day;
	/** Born on 29 February, or only the year is known: the printed convention is not published. */
	readonly approximate: boolean;
}

/** The 9-digit CMND is good for nothing since this day (Law 26/2023 article 46, point 2: valid until 2024-12-31). */
export const OLD_ID_INVALID_SINCE = '2025-01-01' as Day;

/** How early "hết hạn" is announced. Our choice: time enough for an errand to the police, no law behind it. */
export const EXPIRY_NOTICE_DAYS = 90;

const RENEWAL_WINDOW_YEARS = 2;
const RENEWAL_AGES = [25, 40, 60];
const CHILD_RENEWAL_AGES = [14, ...RENEWAL_AGES];

/** Until when a card is good on `today`, from birth and issue date alone. */
export function adviseExpiry(birth: Birth, issuedOn: Day | null, today: Day): ExpiryAdvice {
	const bornOn = birthDayOf(birth);
	const approximate = bornOn === null || bornOn.endsWith('-02-29');
	// Of a year we know only its two ends; the earlier answer is the safer one to tell.
	const candidates = bornOn
		? [bornOn]
		: [makeDay(birthYearOf(birth), 1, 1) as Day, makeDay(birthYearOf(birth), 12, 31) as Day];
	if (!issuedOn || candidates.every((day) => issuedOn < day)) return { state: 'unknown', approximate };

	const ends = candidates.map((day) => lastGoodDay(day, issuedOn)).filter((day) => day !== null);
	const expiresOn = ends.sort()[0];
	if (!expiresOn) return { state: 'unlimited', approximate };
	if (today > expiresOn) return { state: 'expired', expiresOn, approximate };
	const isSoon = addDays(today, EXPIRY_NOTICE_DAYS) >= expiresOn;
	return { state: isSoon ? 'soon' : 'valid', expiresOn, approximate };
}

/** The renewal birthday that ends this card; null when issued at 58 or later: good for life. */
function lastGoodDay(bornOn: Day, issuedOn: Day): Day | null {
	const ages = issuedOn >= ID_CARD_SINCE ? CHILD_RENEWAL_AGES : RENEWAL_AGES;
	// On the very day the window opens, the card already counts as issued inside it.
	const age = ages.find((years) => issuedOn < birthday(bornOn, years - RENEWAL_WINDOW_YEARS));
	return age === undefined ? null : birthday(bornOn, age);
}

/** 29 February becomes 28 February in a common year: the earlier, safer day. */
function birthday(bornOn: Day, years: number): Day {
	const [year = 0, month = 0, date = 0] = bornOn.split('-').map(Number);
	// Every date but 29 February exists in every year, and 28 February always does.
	return (makeDay(year + years, month, date) ?? makeDay(year + years, 2, 28)) as Day;
}
