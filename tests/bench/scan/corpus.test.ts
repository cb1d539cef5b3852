import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CARD_S01, CARD_S07 } from '../../fixtures/cards.ts';
import { isExpected, planReading, readCorpus } from './corpus.ts';
import { BURST_FRAMES, KeptFrames, KeptReadings } from './kept.ts';
import type { ReadItem } from './reader.worker.ts';

const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder of its own with these files in it. */
function fill(files: Record<string, string>): string {
	const made = mkdtempSync(join(folder, 'of-'));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(made, name)), { recursive: true });
		writeFileSync(join(made, name), text);
	}
	return made;
}

describe('readCorpus', () => {
	const entries = [
		{ file: 'easy/000.jpg', level: 'easy', text: CARD_S01 },
		{ file: 'negative/000.jpg', level: 'negative', text: '' }
	];
	test('reads a list; a first line with names of columns is none, and a text may be unknown', () => {
		const list = `file\tlevel\ttext\r\neasy/000.jpg\teasy\t${CARD_S01}\r\nnegative/000.jpg\tnegative\t\r\n`;
		expect(readCorpus(fill({ 'expected.tsv': list }))).toEqual(entries);
		const unknown = 'a.jpg\tphoto\nb.jpg\tphoto\t*\nc.jpg\tnegative\n';
		const texts = readCorpus(fill({ 'expected.tsv': unknown, 'a.jpg': '' })).map(({ text }) => text);
		expect(texts).toEqual([null, null, '']);
	});
	test('reads a manifest of one object a line', () => {
		const rows = [
			{ file: 'easy/000.jpg', set: 'easy', level: 'x', text: CARD_S01 },
			{ file: 'negative/000.jpg', set: 'negative', text: null }
		];
		expect(readCorpus(fill({ 'manifest.jsonl': rows.map((row) => JSON.stringify(row)).join('\n') }))).toEqual(entries);
	});
	test('without either every picture counts, with the text beside it if it is one', () => {
		const made = fill({
			'a/1.png': '',
			'a/1.txt': 'x',
			'b/2.JPG': '',
			'b/2.txt': '# corners\nSETS',
			'b/3.webp': '',
			c: ''
		});
		expect(readCorpus(made)).toEqual([
			{ file: 'a/1.png', level: 'a', text: 'x' },
			{ file: 'b/2.JPG', level: 'b', text: null },
			{ file: 'b/3.webp', level: 'b', text: null }
		]);
		expect(() => readCorpus(fill({ c: '' }))).toThrow('no pictures');
	});
});

describe('what is kept', () => {
	const wanted = [
		{ level: 'easy', index: 0 },
		{ level: 'burst', index: 1 }
	] as const;
	test('frames are made once by one maker; a burst is whole or missing', () => {
		const root = fill({});
		const take = (frames: KeptFrames, level: string, name: string) =>
			frames.take({ name: `${level}/${name}.jpg`, level, text: 'a\nb', bytes: Buffer.from('x') });
		const frames = new KeptFrames(root, 1, 'maker');
		expect(frames.missing(wanted)).toEqual(wanted);
		take(frames, 'easy', '000');
		for (let frame = 0; frame < BURST_FRAMES - 1; frame++)
			take(frames, 'burst', `001_${String(frame).padStart(3, '0')}`);
		expect(new KeptFrames(root, 1, 'maker').missing(wanted)).toEqual([wanted[1]]);
		take(frames, 'burst', `001_0${BURST_FRAMES - 1}`);
		const again = new KeptFrames(root, 1, 'maker');
		expect(again.missing(wanted)).toEqual([]);
		expect(again.entries(wanted)).toHaveLength(1 + BURST_FRAMES);
		expect(again.entries(wanted)[0]).toEqual({ file: 'easy/000.jpg', level: 'easy', text: 'a\\nb' });
		expect(new KeptFrames(root, 1, 'another').missing(wanted)).toEqual(wanted);
	});
	test('readings are found again by the same reader and way only, at their place in the new list', () => {
		const root = fill({});
		const item: ReadItem = { at: 3, file: 'a.jpg', gate: 'card', patience: 'patient', decoders: ['ours'] };
		const result = { at: 3, readings: [{ decoder: 'ours', text: 'x', ms: 5 }] } as const;
		new KeptReadings(root, 'folder', 'chromium', 'reader').take(item, result);
		const open = (browser: string, reader: string) => new KeptReadings(root, 'folder', browser, reader);
		expect(open('chromium', 'reader').find({ ...item, at: 0 })).toEqual({ ...result, at: 0 });
		for (const other of [{ file: 'b.jpg' }, { patience: 'still' }, { decoders: ['ours', 'zxing-wasm'] }] as const)
			expect(open('chromium', 'reader').find({ ...item, ...other })).toBeNull();
		expect(open('firefox', 'reader').find(item)).toBeNull();
		expect(open('chromium', 'another').find(item)).toBeNull();
	});
});

describe('planReading', () => {
	const frame = { gate: 'card', patience: 'patient' };
	const picture = { gate: 'any', patience: 'still' };
	const plan = (...rows: [level: string, text: string | null][]) =>
		planReading(rows.map(([level, text], at) => ({ file: `${at}`, level, text }))).map(({ gate, patience }) => ({
			gate,
			patience
		}));

	test('frames of cards are read as the camera reads them, and so are those without a code beside them', () => {
		expect(plan(['easy', CARD_S01], ['hard', CARD_S07], ['negative', ''])).toEqual([frame, frame, frame]);
		expect(plan(['negative', ''])).toEqual([frame]);
	});
	test('pictures of other codes are read for any text, by level', () => {
		expect(plan(['photo', 'https://example.org'], ['empty', ''])).toEqual([picture, picture]);
		expect(plan(['easy', CARD_S01], ['photo', 'https://example.org'])).toEqual([frame, picture]);
		expect(plan(['photo', null])).toEqual([picture]);
		expect(plan(['negative', ''], ['decoy', 'https://example.org'])).toEqual([frame, frame]);
	});
	test('what looks like a card and is none is read as the camera reads it, and by every means', () => {
		const [item] = planReading([{ file: 'a', level: 'decoy', text: 'https://example.org' }]);
		expect(item).toMatchObject({ ...frame, decoders: expect.arrayContaining(['ours', 'ours, still']) as unknown });
	});
});

test('how lines end is no part of a text; everything else is', () => {
	expect(isExpected('a\r\nb\n', 'a\\nb')).toBe(true);
	expect(isExpected('a ', 'a')).toBe(true);
	expect(isExpected('a b', 'ab')).toBe(false);
	expect(isExpected('Á', 'A\u0301')).toBe(false);
	expect(isExpected('anything', null)).toBe(true);
});
