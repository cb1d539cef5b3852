// What a record holds several of, one row each, so that a database can count by code: barriers that are open for a
// person, and barriers, data flags, referrals, appointments and scam warnings of a visit.

import type { DataFlagCode } from '../../domain/catalogue/data-flags.ts';
import type { LadderState } from '../../domain/ladder.ts';
import type { Presence } from '../../domain/person.ts';
import { nameBeside, NEXT_REFERRAL } from '../../domain/referral.ts';
import { isListed } from '../../domain/report.ts';
import { isScamWarning, type Visit } from '../../domain/visit.ts';
import type { WardRecord } from '../../sync/record.ts';
import { dayOf, listOf, partsOf, textOf } from './field-text.ts';
import { insertRows } from './insert-rows.ts';
import type { Writer } from './open-store.ts';
import type { Database } from './schema.ts';

export const MARK_KINDS = ['open', 'met', 'flag', 'beside', 'scam', 'referral', 'appointment'] as const;
/**
 * `open` belongs to a person, every other kind to a visit. `beside` is a flag's case with a second receiver: counted as
 * no flag, and shown where the ward's rule gives the flag to two at once or a word on it stands.
 */
export type MarkKind = (typeof MARK_KINDS)[number];

type Mark = readonly [kind: MarkKind, code: string, onDay: string, word?: unknown];

/** Rows in one statement: eight values each stay below what either database binds. */
const ROWS_AT_ONCE = 500;

function listPersonMarks({ fields }: WardRecord): Mark[] {
	const standing = partsOf(fields['standing']);
	// of somebody who is not on the list any more nothing is open
	if (!isListed(fields['presence'] as Presence, standing['state'] as LadderState | undefined)) return [];
	return listOf(fields['barriers']).map((code) => ['open', textOf(code), textOf(standing['on'])]);
}

function listVisitMarks({ fields }: WardRecord): Mark[] {
	const seenOn = dayOf(fields['seenAt']);
	const next = partsOf(fields['next']);
	const words = partsOf(fields['referrals']);
	const marks: Mark[] = [
		...listOf(fields['barriers']).map((code): Mark => ['met', textOf(code), seenOn]),
		...listOf(fields['flags']).flatMap((flag): Mark[] => {
			const code = textOf(partsOf(flag)['code']);
			const [word, beside] = [words[code], words[nameBeside(code as DataFlagCode)]];
			const first: Mark = ['flag', code, seenOn, word];
			// whoever was alone with it when the first word fell stays alone
			return word && !beside ? [first] : [first, ['beside', code, seenOn, beside]];
		})
	];
	if (next['kind'] === 'referral') marks.push(['referral', textOf(next['receiver']), seenOn, words[NEXT_REFERRAL]]);
	if (next['kind'] === 'appointment') marks.push(['appointment', 'appointment', textOf(next['on'])]);
	const guides = listOf(fields['guides']) as Visit['guides'];
	if (isScamWarning({ ...(guides ? { guides } : {}) })) marks.push(['scam', 'scam', seenOn]);
	return marks;
}

/** Replaces the marks of these records by what they hold now. */
export async function writeMarks(trx: Writer, ward: string, records: readonly WardRecord[]): Promise<void> {
	// a record that has just come into being has none to take away
	const known = records.filter((record) => record.v > 1 || record.deleted).map((record) => record.id as string);
	if (known.length > 0)
		await trx.deleteFrom('mark_row').where('ward_id', '=', ward).where('record_id', 'in', known).execute();
	// one code named twice in one record is one mark
	const rows = new Map<string, Database['mark_row']>();
	for (const record of records) {
		if (record.deleted || (record.table !== 'person' && record.table !== 'visit')) continue;
		const marks = record.table === 'person' ? listPersonMarks(record) : listVisitMarks(record);
		for (const [kind, code, on_day, word] of marks) {
			if (code === '') continue;
			const place = { ward_id: ward, record_id: record.id as string, kind, code, area_id: record.area as string };
			const { state, receiver } = partsOf(word);
			const row = { ...place, on_day, state: textOf(state), receiver: textOf(receiver) };
			rows.set(`${row.record_id}/${kind}/${code}`, row);
		}
	}
	const all = [...rows.values()];
	for (let start = 0; start < all.length; start += ROWS_AT_ONCE) {
		const key = ['ward_id', 'record_id', 'kind', 'code'] as const;
		await insertRows(trx, 'mark_row', all.slice(start, start + ROWS_AT_ONCE), { key });
	}
}
