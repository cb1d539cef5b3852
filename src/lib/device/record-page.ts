// Many records in one seal. A slow phone pays for each seal and for each row of its store, whatever lies in it: what came
// down together is kept together.

import type { RecordId } from '../domain/id.ts';
import { isSameJson } from '../sync/json.ts';
import type { Fields, PhoneRecord, Table } from '../sync/record.ts';
import type { Bytes, Cipher, Place } from './vault.ts';

type Packed = readonly [
	id: RecordId,
	table: Table,
	area: PhoneRecord['area'],
	seq: number,
	v: number,
	deleted: boolean,
	fields: Fields,
	base?: Fields
];

/** The records as one sealed text, bound to `place`. */
export function sealPage(cipher: Cipher, place: Place, records: readonly PhoneRecord[]): Promise<Bytes> {
	return cipher.seal(place, records.map(pack));
}

/** Rejects when a byte or the place is another one. */
export async function openPage(cipher: Cipher, place: Place, sealed: Bytes): Promise<PhoneRecord[]> {
	// Sealed above: the tag says that it is still what was put in.
	return ((await cipher.open(place, sealed)) as Packed[]).map(unpack);
}

function pack({ id, table, area, seq, v, deleted, base, fields }: PhoneRecord): Packed {
	const packed = [id, table, area, seq, v, deleted, fields] as const;
	return base === fields || isSameJson(base, fields) ? packed : [...packed, base];
}

function unpack([id, table, area, seq, v, deleted, fields, base = fields]: Packed): PhoneRecord {
	return { table, id, area, seq, v, deleted, base, fields };
}
