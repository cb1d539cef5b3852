// Invented records and entries for laws and worlds.

import { makeId, type AreaId, type EntryId, type RecordId, type RandomBytes } from '../../src/lib/domain/id.ts';
import type { Entry, EntryKind, PostedEntry } from '../../src/lib/sync/entry.ts';
import { nextHlc } from '../../src/lib/sync/hlc.ts';
import type { Fields, PhoneRecord, WardRecord } from '../../src/lib/sync/record.ts';

/** 2026-11-21, the day that the demo ward stands at. */
export const START = Date.UTC(2026, 10, 21, 1);

let made = 0;
const counting: RandomBytes = (count) => {
	made += 1;
	return Uint8Array.from({ length: count }, (_, i) => (made >> (8 * (count - 1 - i))) & 0xff);
};

/** An id that nobody else in this process has. */
export function newId<Id extends string>(): Id {
	return makeId<Id>(START, counting);
}

export const HOUSEHOLD: Fields = { lane: 'ngõ Đình', number: '12/3', kind: 'ordinary' };
export const PERSON: Fields = { name: 'Người Thử Một', birth: '1950', sex: 'female', presence: 'home' };

export function householdFields(area: AreaId, changes: Fields = {}): Fields {
	return { area, ...HOUSEHOLD, ...changes };
}

export function personFields(household: RecordId, changes: Fields = {}): Fields {
	return { household, ...PERSON, ...changes };
}

export function visitFields(household: RecordId, changes: Fields = {}): Fields {
	return { household, seenAt: START, outcome: 'informed', ...changes };
}

export function difficultyFields(area: AreaId, changes: Fields = {}): Fields {
	return { area, text: 'Cổng khóa ban ngày, nên đến lúc nào?', askedAt: START, ...changes };
}

export function outreachFields(area: AreaId, changes: Fields = {}): Fields {
	const counts = { audience: 20, households: 14, helped: 6, followUps: 2 };
	const held = { day: '2026-11-21', place: 'cultureHouse', channel: 'training', topic: 'Lớp đăng nhập' };
	return { area, ...held, ...counts, ...changes };
}

export function helpFields(area: AreaId, changes: Fields = {}): Fields {
	return { area, topic: 'activate', outcome: 'done', at: START, ...changes };
}

/** Values that a store is tempted to improve. */
export const ODD_VALUES: Fields = {
	nothing: { inside: null, list: [null, 0, ''] },
	composed: 'Nguyễn'.normalize('NFC'),
	decomposed: 'Nguyễn'.normalize('NFD'),
	beyond: '👵🏻 𠮷',
	blanks: ' \t\n\u00a0\u200b ',
	escapes: '\\u0000 \\ " \' %s ${x} \u2028',
	large: 9_007_199_254_740_991,
	small: -0.1,
	huge: 1.5e300,
	yes: true,
	no: false,
	deep: { a: [{ b: [[{ c: {} }]] }] },
	'tên trường': 1,
	constructor: 'x'
};

export function wardRecord(changes: Partial<WardRecord> & { area: AreaId; seq: number }): WardRecord {
	return {
		table: 'household',
		id: newId(),
		v: 1,
		deleted: false,
		fields: householdFields(changes.area),
		fver: { number: { v: 1, cid: newId(), n: 1, t: nextHlc('', START, 'c') } },
		...changes
	};
}

export function phoneRecord(changes: Partial<PhoneRecord> = {}): PhoneRecord {
	const area = newId<AreaId>();
	const base = householdFields(area);
	return { table: 'household', id: newId(), area, v: 1, seq: 1, deleted: false, base, fields: base, ...changes };
}

export function makeEntry(changes: Partial<Entry> & { n: number }): Entry {
	const k: EntryKind = 'household.create';
	const t = nextHlc('', START + changes.n, 'cccccccc');
	return { id: newId<EntryId>(), sv: 1, k, e: newId(), bv: 0, t, p: householdFields(newId()), ...changes };
}

/** The entry as it travels when it is not sealed. */
export function post({ p, ...head }: Entry): PostedEntry {
	return { ...head, body: { alg: 'plain', p } };
}
