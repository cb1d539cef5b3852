// Rows that will probably be written next are sealed while the browser writes the ones before them: the two are done by
// different threads and processes, and a page of rows costs each of them about as much.
//
// A seal made early counts only where the record is written exactly as it came down; any other is thrown away and made
// anew, so a wrong guess costs time and nothing else.

import type { RecordId } from '../domain/id.ts';
import type { PhoneRecord, Row } from '../sync/record.ts';
import { sealCopy } from './row.ts';
import type { Bytes, Cipher } from './vault.ts';

interface EarlySeal {
	readonly v: number;
	readonly table: string;
	/** What was sealed, as text. */
	readonly text: string;
	readonly c: Promise<Bytes>;
}

export interface EarlySeals {
	/** These rows may be next; others are not expected any more. */
	expect(rows: readonly Row[]): void;
	/** The thread is free for a while, until the resolved promise says that it is not. */
	workWhile(busy: Promise<unknown>): void;
	/** The seal of this record's one copy, where it was made already. */
	take(record: PhoneRecord): Promise<Bytes> | null;
	/** Nothing readable stays. */
	forget(): void;
}

export function makeEarlySeals(cipher: Cipher): EarlySeals {
	let expected: readonly Row[] = [];
	let sealed = new Map<RecordId, EarlySeal>();
	let writing = 0;

	function sealExpected(): void {
		const rows = expected;
		expected = [];
		if (rows.length > 0) sealed = new Map();
		for (const row of rows) {
			if ('out' in row) continue;
			const { table, id, v, fields } = row;
			const c = sealCopy(cipher, { table, id, v }, fields);
			// Told to whoever takes it; nobody may.
			c.catch(() => undefined);
			sealed.set(id, { table, v, text: JSON.stringify(fields), c });
		}
	}

	return {
		expect(rows) {
			expected = rows;
			if (writing > 0) sealExpected();
		},
		workWhile(busy) {
			writing += 1;
			const end = () => void (writing -= 1);
			busy.then(end, end);
			sealExpected();
		},
		take({ table, id, v, fields }) {
			const early = sealed.get(id);
			sealed.delete(id);
			const isSame = early?.v === v && early.table === table && early.text === JSON.stringify(fields);
			return isSame ? early.c : null;
		},
		forget() {
			expected = [];
			sealed.clear();
		}
	};
}
