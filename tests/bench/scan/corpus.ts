// A folder of pictures and what stands in them. `expected.tsv` has one line per picture with file, level and text;
// without it `manifest.jsonl` says the same (`file`, `set`, `text`), and without either every picture counts, its level
// is its folder and its text what stands in the `.txt` beside it.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { parseCard } from '../../../src/lib/domain/card.ts';
import type { Day } from '../../../src/lib/domain/day.ts';
import type { DecoderName, ReadItem } from './reader.worker.ts';

export interface Entry {
	readonly file: string;
	readonly level: string;
	/** Empty where no code is in view; null where nobody wrote down what the code says: any text counts. */
	readonly text: string | null;
}

export const LIST = 'expected.tsv';
const MANIFEST = 'manifest.jsonl';
/** What looks like a card and is none. */
const DECOY = 'decoy';
/** How a list says that a text is unknown. */
const UNKNOWN = new Set(['*', '?']);
const PICTURE = /\.(jpe?g|png|webp|gif|bmp)$/i;
/** Beyond any date that a made-up card may have. */
export const BENCH_DAY = '2027-12-31' as Day;
/** A level holds camera frames of cards when so many of its texts are a card's. */
const CARD_SHARE = 0.8;

export function readCorpus(folder: string): Entry[] {
	if (existsSync(join(folder, LIST))) return readList(folder);
	if (existsSync(join(folder, MANIFEST))) return readManifest(folder);
	return listPictures(folder);
}

function readList(folder: string): Entry[] {
	const lines = readFileSync(join(folder, LIST), 'utf8').split(/\r?\n/).filter(Boolean);
	return lines
		.map((line) => line.split('\t'))
		.map(([file = '', level = '', ...rest]) => {
			const text = rest.length > 0 ? rest.join('\t') : level === 'negative' ? '' : null;
			return { file, level, text: text !== null && UNKNOWN.has(text) ? null : text };
		})
		.filter(({ file }, at) => at > 0 || existsSync(join(folder, file))); // the first line may name the columns
}

function readManifest(folder: string): Entry[] {
	const lines = readFileSync(join(folder, MANIFEST), 'utf8').split('\n').filter(Boolean);
	return lines.map((line) => {
		const { file, set, text } = JSON.parse(line) as { file: string; set: string; text: string | null };
		return { file, level: set, text: text ?? '' };
	});
}

function listPictures(folder: string): Entry[] {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => PICTURE.test(file));
	if (files.length === 0) throw new Error(`no pictures in ${folder}`);
	return files.sort().map((file) => ({ file, level: dirname(file), text: readBeside(join(folder, file)) }));
}

/** The text beside a picture; some collections keep the corners of the codes there, marked by `#` or `SETS`. */
function readBeside(path: string): string | null {
	const beside = `${path.slice(0, -extname(path).length)}.txt`;
	if (!existsSync(beside)) return null;
	const text = readFileSync(beside, 'utf8');
	return /^(#|SETS)/.test(text) ? null : text;
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
		const isCard = ({ text }: Entry) => text !== null && parseCard(text, BENCH_DAY).kind === 'card';
		return texts.filter(isCard).length >= texts.length * CARD_SHARE;
	};
	const all = isOfCards(entries.filter(({ level }) => level !== DECOY)) ?? true;
	const byLevel = new Map([...groupBy(entries, ({ level }) => level)].map(([level, some]) => [level, isOfCards(some)]));
	return entries.map(({ file, level }, at) => {
		const isCard = level === DECOY || (byLevel.get(level) ?? all);
		const decoders = isCard ? chooseDecoders(level) : PEERS;
		return isCard
			? { at, file, gate: 'card', patience: 'patient', decoders }
			: { at, file, gate: 'any', patience: 'still', decoders };
	});
}

const PEERS: readonly DecoderName[] = ['ours', 'zxing-wasm', 'html5-qrcode'];

/** Every decoder costs as much time as it takes: each level is read by those that something is said about there. */
function chooseDecoders(level: string): readonly DecoderName[] {
	switch (level) {
		case 'easy':
			return PEERS;
		case 'negative':
		case 'texture':
		case DECOY:
			return [...PEERS, 'ours, still'];
		case 'burst':
			return [...PEERS, 'ours, glance', 'ours, quick'];
		default:
			return [...PEERS, 'ours, no wasm'];
	}
}

/** Whether a reading is what was expected; how lines end, and blanks at the ends, are no part of a text. */
export function isExpected(read: string, expected: string | null): boolean {
	if (expected === null) return true;
	const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
	return plain(read) === plain(expected) || plain(read) === plain(expected.replace(/\\n/g, '\n').replace(/\\t/g, '\t'));
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
