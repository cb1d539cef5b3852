// A folder of pictures and what stands in them: `expected.tsv` has one line per picture, with file, level and text.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseCard } from '../../../src/lib/domain/card.ts';
import type { Day } from '../../../src/lib/domain/day.ts';
import type { MakeJob, ReadItem } from './reader.worker.ts';

export interface Entry {
	readonly file: string;
	readonly level: string;
	/** Empty where no code is in view. */
	readonly text: string;
}

const LIST = 'expected.tsv';
/** Beyond any date that a made-up card may have. */
export const BENCH_DAY = '2027-12-31' as Day;
/** A level holds camera frames of cards when so many of its texts are a card's. */
const CARD_SHARE = 0.8;

export function readCorpus(folder: string): Entry[] {
	const lines = readFileSync(join(folder, LIST), 'utf8').split(/\r?\n/).filter(Boolean);
	return lines
		.map((line) => line.split('\t'))
		.map(([file = '', level = '', ...text]) => ({ file, level, text: text.join('\t') }))
		.filter(({ file }, at) => at > 0 || existsSync(join(folder, file))); // the first line may name the columns
}

/**
 * How each picture is looked at: frames of cards as the camera's are, by the card's grammar and with another picture to
 * follow; pictures of other codes as a file from the gallery is, for any text and by every means. Where a level has no
 * text at all, the rest of the folder decides.
 */
export function planReading(entries: readonly Entry[]): ReadItem[] {
	const isOfCards = (some: readonly Entry[]): boolean | null => {
		const texts = some.filter(({ text }) => text !== '');
		if (texts.length === 0) return null;
		return texts.filter(({ text }) => parseCard(text, BENCH_DAY).kind === 'card').length >= texts.length * CARD_SHARE;
	};
	const all = isOfCards(entries) ?? true;
	const byLevel = new Map([...groupBy(entries, ({ level }) => level)].map(([level, some]) => [level, isOfCards(some)]));
	return entries.map(({ file, level }) =>
		(byLevel.get(level) ?? all) ? { file, gate: 'card', patience: 'patient' } : { file, gate: 'any', patience: 'still' }
	);
}

/** Whether a reading is what was expected; how lines end, and blanks at the ends, are no part of a text. */
export function isExpected(read: string, expected: string): boolean {
	const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
	return plain(read) === plain(expected) || plain(read) === plain(expected.replace(/\\n/g, '\n').replace(/\\t/g, '\t'));
}

/** Takes made frames in, and writes the list at the end. */
export function openCorpusWriter(folder: string): {
	take(frame: { name: string; level: string; text: string; bytes: Buffer }): void;
	close(): void;
} {
	const lines: string[] = [];
	return {
		take({ name, level, text, bytes }) {
			const path = join(folder, name);
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(path, bytes);
			lines.push([name, level, text].join('\t'));
		},
		close: () => writeFileSync(join(folder, LIST), `${lines.join('\n')}\n`)
	};
}

/** Where made frames lie: the same seed and counts are made once. */
export function corpusFolder(root: string, job: MakeJob): string {
	const { seed, perLevel, bursts, burstFrames, negatives } = job;
	return resolve(root, 'tests/.tmp/frames', [seed, perLevel, bursts, burstFrames, negatives].join('-'));
}

export function isMade(folder: string): boolean {
	return existsSync(join(folder, LIST));
}

export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
