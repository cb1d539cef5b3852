import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CARD_S01, CARD_S07 } from '../../fixtures/cards.ts';
import { isExpected, openCorpusWriter, planReading, readCorpus } from './corpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder that was written is read again; a first line with names of columns is none', () => {
	const writer = openCorpusWriter(folder);
	writer.take({ name: 'easy/000.jpg', level: 'easy', text: CARD_S01, bytes: Buffer.from('x') });
	writer.take({ name: 'negative/000.jpg', level: 'negative', text: '', bytes: Buffer.from('x') });
	writer.close();
	const entries = [
		{ file: 'easy/000.jpg', level: 'easy', text: CARD_S01 },
		{ file: 'negative/000.jpg', level: 'negative', text: '' }
	];
	expect(readCorpus(folder)).toEqual(entries);
	writeFileSync(
		join(folder, 'expected.tsv'),
		`file\tlevel\ttext\r\neasy/000.jpg\teasy\t${CARD_S01}\r\nnegative/000.jpg\tnegative\t\r\n`
	);
	expect(readCorpus(folder)).toEqual(entries);
});

describe('planReading', () => {
	const frame = { gate: 'card', patience: 'patient' };
	const picture = { gate: 'any', patience: 'still' };
	const plan = (...rows: [level: string, text: string][]) =>
		planReading(rows.map(([level, text], at) => ({ file: `${at}`, level, text }))).map(({ file: _, ...how }) => how);

	test('frames of cards are read as the camera reads them, and so are those without a code beside them', () => {
		expect(plan(['easy', CARD_S01], ['hard', CARD_S07], ['negative', ''])).toEqual([frame, frame, frame]);
		expect(plan(['negative', ''])).toEqual([frame]);
	});
	test('pictures of other codes are read for any text, by level', () => {
		expect(plan(['photo', 'https://example.org'], ['empty', ''])).toEqual([picture, picture]);
		expect(plan(['easy', CARD_S01], ['photo', 'https://example.org'])).toEqual([frame, picture]);
	});
});

test('how lines end is no part of a text; everything else is', () => {
	expect(isExpected('a\r\nb\n', 'a\\nb')).toBe(true);
	expect(isExpected('a ', 'a')).toBe(true);
	expect(isExpected('a b', 'ab')).toBe(false);
	expect(isExpected('Á', 'A\u0301')).toBe(false);
});
