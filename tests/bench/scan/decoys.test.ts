// A small version of `npm run bench:scan -- --negatives N`, without a browser: whatever is held before the camera, no
// card is found where none is, and no text is made up.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { CARD_S01, CARDS, FOREIGN_CODES } from '../../fixtures/cards.ts';
import { parseCard } from '../../../src/lib/domain/card.ts';
import type { Day } from '../../../src/lib/domain/day.ts';
import { readPicture, type CascadeTools } from '../../../workers/decoders/cascade.ts';
import type { Grey } from '../../../workers/decoders/decoder.ts';
import { openHtml5 } from '../../../workers/decoders/html5.ts';
import { fromGrey } from '../../../workers/decoders/picture.ts';
import { openZxing, type Zxing } from '../../../workers/decoders/zxing.ts';
import { halve, scramble } from './decoys.ts';
import { openChance, type Chance } from './random.ts';
import { encode } from './scene.ts';

const [WIDTH, HEIGHT] = [480, 360];
/** The day on which the foreign samples are what they say: one of them is born tomorrow. */
const TODAY = '2026-11-20' as Day;
const isCard = (text: string) => parseCard(text, TODAY).kind === 'card';
let zxing: Zxing;

beforeAll(async () => {
	const bytes = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
	zxing = await openZxing({ wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) });
});

/** As the camera's frames are read, and as a picture from the gallery is, for any text. */
async function read(grey: Grey): Promise<(string | null)[]> {
	const camera: CascadeTools = { zxing, gate: 'card', isCard };
	const gallery: CascadeTools = { zxing, gate: 'any', isCard, last: openHtml5() };
	return [
		(await readPicture(camera, fromGrey(grey), 'patient')).text,
		(await readPicture({ ...camera, zxing: null }, fromGrey(grey), 'patient')).text,
		(await readPicture(gallery, fromGrey(grey), 'still')).text
	];
}

function paint(levelOf: (x: number, y: number) => number): Grey {
	const data = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => levelOf(i % WIDTH, Math.floor(i / WIDTH)));
	return { data, width: WIDTH, height: HEIGHT };
}

/** A code on light paper, a little soft and noisy, `modulePx` per module. */
function show(chance: Chance, code: ReturnType<typeof encode>, modulePx: number): Grey {
	const [left, top] = [(WIDTH - code.size * modulePx) / 2, (HEIGHT - code.size * modulePx) / 2];
	const inkAt = (x: number, y: number) => {
		const [column, row] = [Math.floor((x - left) / modulePx), Math.floor((y - top) / modulePx)];
		const isInside = column >= 0 && row >= 0 && column < code.size && row < code.size;
		return isInside && code.get(column, row) ? 40 : 215;
	};
	return paint((x, y) => {
		const soft = (inkAt(x, y) * 2 + inkAt(x + 1, y) + inkAt(x, y + 1)) / 4;
		return Math.max(0, Math.min(255, soft + chance.between(-14, 14)));
	});
}

test('the drawing itself can be read: a whole code gives its text by each way', async () => {
	const chance = openChance('whole');
	expect(await read(show(chance, encode(chance, CARD_S01), 4))).toEqual([CARD_S01, CARD_S01, CARD_S01]);
});

describe.each([
	{ title: 'half a card', spoil: halve },
	{ title: 'a card whose modules are chance', spoil: scramble }
])('$title', ({ title, spoil }) => {
	test.each(CARDS.slice(0, 3))('gives no text at all: $title', async ({ text }) => {
		const chance = openChance(title, text);
		const modulePx = chance.pick([2, 3, 4]);
		expect(await read(show(chance, spoil(chance, encode(chance, text)), modulePx))).toEqual([null, null, null]);
	});
});

test.each(FOREIGN_CODES.filter(({ text }) => text.trim() !== '' && text.length < 300))(
	'another code gives its own text or none, and never a card: $title',
	async ({ text }) => {
		const chance = openChance(text);
		const texts = await read(show(chance, encode(chance, text), 4));
		expect(texts.every((each) => each === null || each === text)).toBe(true);
		expect(texts.some((each) => each !== null && isCard(each))).toBe(false);
	}
);

const VIEWS: Record<string, (chance: Chance) => Grey> = {
	noise: (chance) => paint(() => chance.whole(0, 256)),
	'coarse noise': (chance) => {
		const [cell, levels] = [chance.whole(2, 9), Array.from({ length: 997 }, () => chance.whole(0, 256))];
		return paint((x, y) => levels[(Math.floor(x / cell) * 31 + Math.floor(y / cell) * 101) % levels.length]!);
	},
	'black and white cells': (chance) => {
		const [cell, cells] = [chance.whole(3, 9), Array.from({ length: 4999 }, () => chance.isLucky(0.5))];
		return paint((x, y) => (cells[(Math.floor(x / cell) * 61 + Math.floor(y / cell) * 211) % cells.length] ? 25 : 230));
	},
	chessboard: (chance) => {
		const cell = chance.whole(3, 30);
		return paint((x, y) => ((Math.floor(x / cell) + Math.floor(y / cell)) % 2 ? 30 : 220));
	},
	cloth: (chance) => {
		const [a, b] = [chance.between(0.1, 1.2), chance.between(0.1, 1.2)];
		return paint((x, y) => 128 + 60 * Math.sin(x * a) * Math.cos(y * b) + chance.between(-20, 20));
	},
	'squares in squares': (chance) => {
		const unit = chance.whole(2, 6);
		return paint((x, y) => {
			const ring = Math.max(
				Math.abs(Math.floor((x % (unit * 12)) / unit) - 5),
				Math.abs(Math.floor((y % (unit * 12)) / unit) - 5)
			);
			return ring === 2 || ring > 3 ? 225 : 35;
		});
	}
};

test.each(Object.keys(VIEWS))('no code is found in %s', async (name) => {
	for (let seed = 0; seed < 2; seed++) {
		expect(await read(VIEWS[name]!(openChance(name, seed)))).toEqual([null, null, null]);
	}
});
