// What a bench of an hour keeps, so that it can be stopped and taken up again, and a second run with one more seed costs
// that seed only: frames by what made them, readings by what read them.

import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LIST, readCorpus, type Entry } from './corpus.ts';
import type { Wanted } from './maker.worker.ts';
import type { ReadItem, ReadResult } from './reader.worker.ts';

/** Frames of one burst: two seconds at 15 a second. */
export const BURST_FRAMES = 30;

/** Frames of one seed, made by one maker; another maker has another folder. */
export class KeptFrames {
	readonly folder: string;
	readonly #known = new Map<string, Entry>();

	constructor(root: string, seed: number, maker: string) {
		this.folder = resolve(root, 'tests/.tmp/frames', `${seed}-${digest(maker)}`);
		mkdirSync(this.folder, { recursive: true });
		if (!existsSync(join(this.folder, LIST))) writeFileSync(join(this.folder, LIST), '');
		for (const entry of readCorpus(this.folder)) this.#known.set(entry.file, entry);
	}

	/** Those that are not there yet. */
	missing(wanted: readonly Wanted[]): Wanted[] {
		return wanted.filter((each) => !this.#files(each).every((file) => this.#known.has(file)));
	}

	take({ name, level, text, bytes }: { name: string; level: string; text: string; bytes: Buffer }): void {
		const path = join(this.folder, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, bytes);
		if (!this.#known.has(name)) appendFileSync(join(this.folder, LIST), `${[name, level, escape(text)].join('\t')}\n`);
		this.#known.set(name, { file: name, level, text: escape(text) });
	}

	/** What was asked for, in its order. */
	entries(wanted: readonly Wanted[]): Entry[] {
		return wanted.flatMap((each) => this.#files(each)).map((file) => this.#known.get(file)!);
	}

	#files({ level, index }: Wanted): string[] {
		const three = (count: number) => String(count).padStart(3, '0');
		if (level !== 'burst') return [`${level}/${three(index)}.jpg`];
		return Array.from({ length: BURST_FRAMES }, (_, frame) => `burst/${three(index)}_${three(frame)}.jpg`);
	}
}

/** Readings of one folder by one reader in one browser. Their times are those of the day on which they were taken. */
export class KeptReadings {
	readonly #path: string;
	readonly #known = new Map<string, ReadResult>();

	constructor(root: string, folder: string, browser: string, reader: string) {
		this.#path = resolve(root, 'tests/.tmp/readings', `${browser}-${digest(`${folder}\n${reader}`)}.jsonl`);
		mkdirSync(dirname(this.#path), { recursive: true });
		if (!existsSync(this.#path)) return;
		for (const line of readFileSync(this.#path, 'utf8').split('\n').filter(Boolean)) {
			const { key, ...result } = JSON.parse(line) as ReadResult & { key: string };
			this.#known.set(key, result);
		}
	}

	find(item: ReadItem): ReadResult | null {
		const known = this.#known.get(nameItem(item));
		return known ? { ...known, at: item.at } : null;
	}

	take(item: ReadItem, result: ReadResult): void {
		const key = nameItem(item);
		this.#known.set(key, result);
		appendFileSync(this.#path, `${JSON.stringify({ key, ...result })}\n`);
	}
}

/** A picture that is looked at in another way is read anew. */
function nameItem({ file, gate, patience, decoders }: ReadItem): string {
	return [file, gate, patience, ...decoders].join('|');
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/** One line of the list per picture, whatever the text. */
function escape(text: string): string {
	return text.replace(/\n/g, '\\n').replace(/\t/g, '\\t');
}
