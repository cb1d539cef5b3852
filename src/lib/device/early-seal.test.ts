import { expect, it } from 'vitest';
import { newId, phoneRecord } from '../../../tests/storage/samples.ts';
import type { RecordId } from '../domain/id.ts';
import type { PhoneRecord, Row } from '../sync/record.ts';
import { makeEarlySeals } from './early-seal.ts';
import { sealRecord } from './row.ts';
import type { Bytes, Cipher, Place } from './vault.ts';

/** Writes down what it is given, so that a test sees what was sealed, where and when. */
function makeCipher(): Cipher & { readonly sealed: string[] } {
	const sealed: string[] = [];
	return {
		sealed,
		async seal({ table, id, v }: Place, value: unknown) {
			const text = `${table}|${id}|${v}|${JSON.stringify(value)}`;
			sealed.push(text);
			return new TextEncoder().encode(text);
		},
		open: () => Promise.reject(new Error('not asked for'))
	};
}

const FIELDS = { number: '1', lane: 'ngõ Đình' };
const rowOf = (id: RecordId, v = 2): Row => ({
	table: 'household',
	id,
	area: newId(),
	v,
	seq: v,
	fields: { ...FIELDS }
});
const recordOf = (id: RecordId, changes: Partial<PhoneRecord> = {}) =>
	phoneRecord({ table: 'household', id, v: 2, base: { ...FIELDS }, fields: { ...FIELDS }, ...changes });
const read = (c: Bytes) => new TextDecoder().decode(c);

it('seals what is expected while something is written, once, and gives the same seal', async () => {
	const cipher = makeCipher();
	const early = makeEarlySeals(cipher);
	const id = newId<RecordId>();
	early.expect([rowOf(id), { id: newId(), out: true, seq: 3 }]);
	expect(cipher.sealed).toEqual([]);
	let end = (): void => undefined;
	early.workWhile(new Promise<void>((resolve) => (end = resolve)));
	expect(cipher.sealed).toHaveLength(1);
	// what comes while it is still being written does not wait
	const late = newId<RecordId>();
	early.expect([rowOf(late)]);
	expect(cipher.sealed).toHaveLength(2);
	end();
	const row = await sealRecord(cipher, recordOf(late), 7, early.take);
	expect(cipher.sealed).toHaveLength(2);
	expect(read(row.c)).toBe(cipher.sealed[1]);
	expect(row).toMatchObject({ id: late, v: 2, stamp: 7 });
	expect(row.c).toEqual((await sealRecord(makeCipher(), recordOf(late), 7)).c);
});

it.each<[string, (id: RecordId) => PhoneRecord]>([
	['another version', (id) => recordOf(id, { v: 3 })],
	['another table', (id) => recordOf(id, { table: 'person' })],
	['other fields', (id) => recordOf(id, { base: { ...FIELDS, number: '2' }, fields: { ...FIELDS, number: '2' } })],
	['an entry laid over it', (id) => recordOf(id, { fields: { ...FIELDS, number: '2' } })],
	['another record', () => recordOf(newId())]
])('is not used for %s', async (_what, make) => {
	const cipher = makeCipher();
	const early = makeEarlySeals(cipher);
	const id = newId<RecordId>();
	early.expect([rowOf(id)]);
	early.workWhile(Promise.resolve());
	const record = make(id);
	const row = await sealRecord(cipher, record, 1, early.take);
	expect(row.c).toEqual((await sealRecord(makeCipher(), record, 1)).c);
	expect(cipher.sealed).toHaveLength(2);
});

it('is used once, and forgotten when the vault closes', async () => {
	const cipher = makeCipher();
	const early = makeEarlySeals(cipher);
	const [id, other] = [newId<RecordId>(), newId<RecordId>()];
	early.expect([rowOf(id), rowOf(other)]);
	early.workWhile(Promise.reject(new Error('a commit that failed')));
	expect(early.take(recordOf(id))).not.toBeNull();
	expect(early.take(recordOf(id))).toBeNull();
	early.forget();
	expect(early.take(recordOf(other))).toBeNull();
});
