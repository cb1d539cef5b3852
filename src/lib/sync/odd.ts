// What the ward may keep of an entry that it cannot use: as much of its bytes as possible, storable everywhere, and no
// personal number in clear. A human looks at it later; whoever steals the store must not be able to.

import { isId } from '../domain/id.ts';
import { isEntryKind, type Entry, type EntryKind } from './entry.ts';
import { parseHlc } from './hlc.ts';
import { canonicalText, isPlain, isShallow, isStorable, isStorableText } from './json.ts';
import type { Fields } from './record.ts';
import type { Protection } from './ward-port.ts';

/** The entry as it may be kept aside: its number sealed, every other number masked, whatever no store holds escaped. */
export async function readOdd(entry: Entry, protection: Protection): Promise<Entry> {
	const { personalId, ...rest } = isPlain(entry.p) ? entry.p : { value: entry.p };
	const isNumber = typeof personalId === 'string' && /^\d{12}$/.test(personalId);
	const sealed = isNumber ? await protection.protect({ personalId }) : {};
	const p = isShallow(rest) ? maskEach(rest) : {};
	return {
		...entry,
		// Unknown kinds and odd times are kept as texts; half a character is kept as its escape.
		k: isEntryKind(entry.k) ? entry.k : (escapeText(maskNumbers(entry.k)) as EntryKind),
		t: parseHlc(entry.t) ? entry.t : escapeText(maskNumbers(entry.t)),
		p: { ...(isStorable(p) ? p : { text: canonicalText(p) }), ...sealed }
	};
}

/** Protected fields of an entry that is kept aside, with every number masked that stands where none belongs. */
export function maskFields({ idKeep, ...rest }: Fields): Fields {
	return idKeep === undefined ? maskEach(rest) : { ...maskEach(rest), idKeep };
}

function maskEach(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).map(([key, value]) => [maskNumbers(key), maskValue(value)]));
}

function maskValue(value: unknown): unknown {
	// The id of a record or of an observer may hold nothing but digits in one of its groups.
	if (typeof value === 'string') return isId(value) ? value : maskNumbers(value);
	if (typeof value === 'number' && Number.isInteger(value)) return maskInteger(value);
	if (Array.isArray(value)) return value.map(maskValue);
	// A sealed payload shows nothing, and one sign less would make it unreadable for ever.
	return isPlain(value) && value.alg !== 'hpke' ? maskEach(value) : value;
}

/** Thirteen digits are an instant; twelve are none that a phone of ours writes. */
function maskInteger(value: number): unknown {
	const text = String(value);
	return text.length === 9 || text.length === 12 ? maskNumbers(text) : value;
}

/**
 * The text with all but the last four digits of each personal number (12 digits) and old number (9) hidden, also where
 * blanks, dots or hyphens stand between the digits. A phone number of 10 digits and a date stay.
 */
export function maskNumbers(text: string): string {
	return text.replace(/\d+/g, maskRun).replace(/\d(?:[\s.-]?\d)+/g, maskRun);
}

function maskRun(run: string): string {
	const count = run.replace(/\D/g, '').length;
	// More than twelve: a number that runs into what follows it.
	return count === 9 || count >= 12 ? run.replace(/\d(?=(?:[\s.-]?\d){4})/g, '•') : run;
}

function escapeText(text: string): string {
	return isStorableText(text) ? text : JSON.stringify(text);
}
