import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, readEntrySample } from '../../../tests/contract/samples.ts';
import { fail, succeed } from '../domain/problem.ts';
import { SCHEMA_VERSION } from '../sync/entry.ts';
import type { Fields } from '../sync/record.ts';
import { parsePayload, READERS } from './entry.ts';
import { readVersioned, type PayloadReader, type PayloadReaders } from './upcast.ts';

/** Three versions of a made-up payload: a name that was split, then a field that was renamed. */
const first: PayloadReader = {
	read: (_, p) => (typeof (p as Fields).who === 'string' ? succeed(p as Fields) : fail('entry.invalid', 'who')),
	up: (_, { who, ...rest }) => ({ ...rest, names: String(who).split(' ') })
};
const second: PayloadReader = {
	read: (_, p) => (Array.isArray((p as Fields).names) ? succeed(p as Fields) : fail('entry.invalid', 'names')),
	up: (kind, { names, ...rest }) => ({ ...rest, words: names, kind })
};
const third: PayloadReader = { read: (_, p) => succeed(p as Fields) };
const readers: PayloadReaders = [first, second, third];

describe('payloads of older versions', () => {
	it('go up step by step, each kind by its own way, and keep what no version knows', () => {
		const newest = { words: ['An', 'Thử'], kind: 'person.add', more: { a: [null] } };
		const read = (version: number, p: Fields) => readVersioned(readers, 'person.add', version, p);
		expect(read(1, { who: 'An Thử', more: { a: [null] } })).toEqual({ ok: true, value: newest });
		expect(read(2, { names: ['An', 'Thử'], more: { a: [null] } })).toEqual({ ok: true, value: newest });
		expect(read(3, newest)).toEqual({ ok: true, value: newest });
	});

	it('are read by the schemas of their own version, and by no other', () => {
		expect(readVersioned(readers, 'person.add', 1, { names: ['x'] })).toMatchObject({ problem: { at: 'who' } });
		expect(readVersioned(readers, 'person.add', 2, { who: 'x' })).toMatchObject({ problem: { at: 'names' } });
		for (const version of [0, 4, -1, 1.5, Number.NaN])
			expect(readVersioned(readers, 'person.add', version, {})).toMatchObject({
				problem: { code: 'entry.unknownVersion' }
			});
	});

	it('P16 give the same however often they are read, and nothing that the newest version refuses', () => {
		fc.assert(
			fc.property(fc.constantFrom(...KINDS), fc.dictionary(fc.string(), fc.jsonValue()), (kind, p) => {
				for (const [at] of READERS.entries()) {
					const once = parsePayload(kind, at + 1, p);
					expect(parsePayload(kind, at + 1, p)).toEqual(once);
					if (once.ok) expect(parsePayload(kind, SCHEMA_VERSION, once.value)).toEqual(once);
				}
			}),
			{ numRuns: 300 }
		);
	});
});

describe('the readers of today', () => {
	it('are one for each version that was ever shipped, with a step up between them and samples for each', () => {
		expect(READERS).toHaveLength(SCHEMA_VERSION);
		expect(READERS.map((reader) => reader.up !== undefined)).toEqual(READERS.map((_, at) => at + 1 < SCHEMA_VERSION));
		for (const at of READERS.keys())
			expect(existsSync(new URL(`../../../tests/contract/v${at + 1}/`, import.meta.url)), `v${at + 1}`).toBe(true);
	});

	it.each(KINDS)('bring the oldest golden sample of %s to today', (kind) => {
		const { sv, body } = readEntrySample(kind);
		expect(sv).toBe(1);
		const read = parsePayload(kind, sv, body.p);
		expect(read.ok && parsePayload(kind, SCHEMA_VERSION, read.value)).toEqual(read);
	});
});
