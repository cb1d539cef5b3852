// The golden samples of content: what the ward sends and a phone reads, apart from the entries of sync. Their fingerprint is
// one of their own, so that a new field of a guide does not stir the wire of records.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArticle, parseGuide, parseManifest } from '../../src/lib/contract/content.ts';
import { contentAnswer, contentRequest } from '../../src/lib/contract/edition.ts';
import { checkWardBook, type WardBook } from '../../src/lib/domain/ward-book.ts';
import { fingerprint, listWords } from './fingerprint.ts';

const FOLDER = new URL('v1/content/', import.meta.url);

/** Each reader gives what it read, or null where it refuses. */
const READERS = {
	request: (value: unknown) => contentRequest.safeParse(value).data ?? null,
	answer: (value: unknown) => contentAnswer.safeParse(value).data ?? null,
	manifest: (value: unknown) => open(parseManifest(value)),
	guide: (value: unknown) => open(parseGuide(value)),
	article: (value: unknown) => open(parseArticle(value))
};
const NAMES = Object.keys(READERS) as (keyof typeof READERS)[];

function open(read: { ok: boolean; value?: unknown }): unknown {
	return read.ok ? read.value : null;
}

function readJson(name: string): Record<string, unknown> {
	return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Record<string, unknown>;
}

describe('golden samples of content, version 1', () => {
	it('are there for every message and item, and for nothing else', () => {
		const found = readdirSync(FOLDER).filter((name) => name !== 'fingerprint.json');
		expect(found.toSorted()).toEqual(NAMES.map((name) => `${name}.json`).toSorted());
	});

	it.each(NAMES)('%s is read whole', (name) => {
		expect(READERS[name](readJson(name))).toEqual(readJson(name));
	});

	it.each(NAMES)('%s keeps what it does not know', (name) => {
		const sample = { ...readJson(name), fromTheFuture: { a: [null] } };
		expect(READERS[name](sample)).toEqual(sample);
	});

	it('the book of the sample is one that a phone takes', () => {
		const { value } = readJson('answer')['book'] as { value: WardBook };
		expect(checkWardBook(value)).toEqual([]);
	});

	it('what version 1 lets through has not changed', () => {
		const words = listWords(...NAMES.map(readJson));
		const found: Record<string, string> = {};
		for (const name of NAMES)
			for (const [place, print] of Object.entries(
				fingerprint(readJson(name), (value) => READERS[name](value) !== null, words)
			))
				found[`${name} ${place}`] = print;
		expect(
			found,
			'The wire of content has changed. Old phones read what the ward sends: add fields only, keep the reader of version 1. ' +
				'Only before the first release may fingerprint.json follow.'
		).toEqual(readJson('fingerprint'));
	});
});
