import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawCard, toRgba, type Picture } from '../../tests/fixtures/camera.ts';
import { BANK_CODE, CARD_S01, CARD_S07, CARDS, VNEID_LIKE } from '../../tests/fixtures/cards.ts';
import { parseCard } from '../../src/lib/domain/card.ts';
import type { Day } from '../../src/lib/domain/day.ts';
import { readPicture, type CascadeTools } from './cascade.ts';
import type { Pixels } from './decoder.ts';
import { openHtml5 } from './html5.ts';
import { openJudge, readPlainly } from './nuintun.ts';
import { fromGrey, fromPixels } from './picture.ts';
import { toGrey } from './prepare.ts';
import { openZxing, readUtf8, type Zxing } from './zxing.ts';

let zxing: Zxing;
const html5 = openHtml5();
const isCard = (text: string) => parseCard(text, '2026-11-20' as Day).kind === 'card';
const tools = (changes: Partial<CascadeTools> = {}): CascadeTools => ({ zxing, gate: 'card', isCard, ...changes });

beforeAll(async () => {
	const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
	const bytes = await readFile(path);
	zxing = await openZxing({ wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) });
});

/** A card farther away and out of focus: a 7 x 7 box blur, so many times along and down, then one pixel of each `step`. */
function holdAway({ luma, width, height }: Picture, step: number, passes = 6): Picture {
	let blurred = Float32Array.from(luma);
	for (let pass = 0; pass < passes; pass++) {
		const stride = pass % 2 ? width : 1;
		const from = blurred;
		blurred = from.map((here, i) => {
			let sum = 0;
			for (let d = -3; d <= 3; d++) sum += from[i + d * stride] ?? here;
			return sum / 7;
		});
	}
	const wide = Math.floor(width / step);
	const high = Math.floor(height / step);
	const small = Uint8Array.from({ length: wide * high }, (_, i) => {
		const y = Math.round(Math.floor(i / wide) * step);
		return blurred[y * width + Math.round((i % wide) * step)] ?? 0;
	});
	return { luma: small, width: wide, height: high };
}

/** The same card and picture by each engine alone. */
const ENGINES: Record<string, (image: Pixels) => Promise<string | null>> = {
	'zxing-wasm': async (image) => (await zxing.read(image, 'frame', 'card'))[0] ?? null,
	'@nuintun/qrcode': async (image) => readPlainly(toGrey(image)),
	'html5-qrcode': (image) => html5.decode(image)
};

describe.each(Object.keys(ENGINES))('%s', (name) => {
	const read = (image: Pixels) => ENGINES[name]!(image);

	test.each([...CARDS.map(({ title, text }) => ({ title, text })), { title: 'VNeID-like', text: VNEID_LIKE }])(
		'reads the exact text: $title',
		async ({ text }) => {
			// A byte order mark is no part of the text: decoding UTF-8 takes it away.
			expect(await read(toRgba(drawCard(text)))).toBe(text.replace(/^\ufeff/, ''));
		}
	);

	test('answers null for a card without a code, and for nothing at all', async () => {
		expect(await read(toRgba(drawCard(null)))).toBeNull();
		expect(await read({ data: new Uint8ClampedArray(64 * 64 * 4), width: 64, height: 64 })).toBeNull();
		expect(await read({ data: new Uint8ClampedArray(4), width: 1, height: 1 })).toBeNull();
	});
});

test('bytes that are no UTF-8 are refused, not guessed at', () => {
	expect(readUtf8(new TextEncoder().encode('HUỲNH'))).toBe('HUỲNH');
	expect(readUtf8(Uint8Array.from([0x48, 0x55, 0xfc, 0x4e]))).toBeNull();
});

test('Micro QR is never asked for: a blurred card was once read as one', async () => {
	const rows = MICRO_55642.trim().split('\n');
	const [step, quiet] = [8, 4];
	const side = (rows.length + 2 * quiet) * step;
	const luma = Uint8Array.from({ length: side * side }, (_, i) => {
		const [x, y] = [Math.floor((i % side) / step) - quiet, Math.floor(i / side / step) - quiet];
		return rows[y]?.[x] === '#' ? 20 : 235;
	});
	const image = toRgba({ luma, width: side, height: side });
	for (const effort of ['frame', 'piece', 'picture'] as const)
		expect(await zxing.read(image, effort, 'any')).toEqual([]);
	const { readBarcodes } = await import('zxing-wasm/reader');
	const [symbol] = await readBarcodes(image as ImageData, { formats: ['QRCode'] });
	expect(symbol?.format).toBe('MicroQRCode');
});

describe('what is got by trying', () => {
	test('counts for a card only', () => {
		const judge = openJudge('card', isCard);
		expect([judge('55642'), judge('55642'), judge(CARD_S01)]).toEqual([null, null, CARD_S01]);
	});
	test('counts when it came out twice, where any code is wanted', () => {
		const judge = openJudge('any', isCard);
		expect([judge('a'), judge('b'), judge('b')]).toEqual([null, null, 'b']);
	});
});

describe('cascade', () => {
	const soft = (step: number, passes?: number) =>
		toRgba(holdAway(drawCard(CARD_S01, { width: 1280, height: 960 }, 8), step, passes));

	test('reads the same from colours and from the grey of a camera frame', async () => {
		const image = toRgba(drawCard(CARD_S01));
		for (const picture of [fromPixels(image), fromGrey(toGrey(image))]) {
			expect(await readPicture(tools(), picture, 'patient')).toMatchObject({ text: CARD_S01, hint: null });
		}
	});

	test('a soft code that the engine alone does not read is read where it was found', async () => {
		expect(await zxing.read(soft(3.6), 'frame', 'card')).toEqual([]);
		expect(await readPicture(tools(), fromPixels(soft(3.6)), 'quick')).toMatchObject({
			text: CARD_S01,
			decoder: 'zxing-wasm+spot',
			isLikely: true
		});
	});

	test('a softer one is read by the patient look only, from its lattice', async () => {
		const look = (patience: 'quick' | 'patient') => readPicture(tools(), fromPixels(soft(3, 12)), patience);
		expect((await look('quick')).text).toBeNull();
		expect(await look('patient')).toMatchObject({ text: CARD_S01, decoder: '@nuintun/qrcode+lattice' });
	});

	test('a soft code with grain, across which the edge of a shadow lies, is read by the patient look', async () => {
		const { luma, width, height } = holdAway(drawCard(CARD_S01, { width: 1280, height: 960 }, 8), 5);
		let seed = 7;
		const grain = () => 40 * ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff - 0.5);
		const data = Uint8Array.from(luma, (level, at) => {
			const isLit = (at % width) + Math.floor(at / width) / 3 < width * 0.6;
			return Math.max(0, Math.min(255, (isLit ? level : level / 2) + grain()));
		});
		const read = await readPicture(tools(), fromGrey({ data, width, height }), 'patient');
		expect(read.text).toBe(CARD_S01);
	});

	test('a glance looks where a code may be and nowhere else; without such a place it sees the whole picture', async () => {
		const glance = async (image: Pixels) => readPicture(tools(), fromPixels(image), 'glance');
		expect(await glance(soft(3.6))).toMatchObject({ text: CARD_S01, decoder: 'zxing-wasm+spot' });
		expect(await glance(soft(3, 12))).toMatchObject({ text: null, decoder: 'zxing-wasm+spot', isLikely: true });
		const near = toRgba(drawCard(CARD_S01, { width: 1280, height: 960 }, 8));
		expect(await glance(near)).toMatchObject({ text: CARD_S01, decoder: 'zxing-wasm' });
	});

	test('where WebAssembly is blocked the second engine and its lattice read alone', async () => {
		for (const image of [toRgba(drawCard(CARD_S01)), soft(3.6)]) {
			expect((await readPicture(tools({ zxing: null }), fromPixels(image), 'patient')).text).toBe(CARD_S01);
		}
	});

	test('nothing is likely where no code is, and the still look ends without one too', async () => {
		for (const patience of ['quick', 'patient', 'still'] as const) {
			const read = await readPicture(tools({ last: html5 }), fromPixels(toRgba(drawCard(null))), patience);
			expect(read).toMatchObject({ text: null, isLikely: false });
		}
	});

	test('a still picture is read with the code anywhere in it, dark on light or light on dark, turned or not', async () => {
		const { luma, width, height } = drawCard(CARD_S01, { width: 320, height: 320 }, 4);
		const big = new Uint8Array(2400 * 1800).fill(120);
		for (let y = 0; y < height; y++) {
			for (let x = 0; x < width; x++) big[(1300 + x) * 2400 + 40 + y] = 255 - luma[y * width + x]!;
		}
		const picture = fromGrey({ data: big, width: 2400, height: 1800 });
		expect((await readPicture(tools(), picture, 'still')).text).toBe(CARD_S01);
	});

	describe('two codes in view', () => {
		const beside = (left: string, right: string, [leftPx, rightPx] = [4, 4]) => {
			const size = { width: 640, height: 640 };
			const [a, b] = [drawCard(left, size, leftPx), drawCard(right, size, rightPx)];
			const luma = new Uint8Array(1280 * 640);
			for (let y = 0; y < 640; y++) {
				luma.set(a.luma.subarray(y * 640, (y + 1) * 640), y * 1280);
				luma.set(b.luma.subarray(y * 640, (y + 1) * 640), y * 1280 + 640);
			}
			return fromGrey({ data: luma, width: 1280, height: 640 });
		};
		test('of two cards neither is taken, and it is said', async () => {
			const read = await readPicture(tools(), beside(CARD_S01, CARD_S07), 'patient');
			expect(read).toMatchObject({ text: null, hint: 'two' });
		});
		test('a card beside another code is taken, on either side', async () => {
			for (const picture of [beside(CARD_S01, BANK_CODE), beside(BANK_CODE, CARD_S01)]) {
				expect((await readPicture(tools(), picture, 'patient')).text).toBe(CARD_S01);
			}
		});
		test('of two codes of any kind the larger one is the picture’s, on either side', async () => {
			for (const picture of [beside(CARD_S01, BANK_CODE, [8, 3]), beside(BANK_CODE, CARD_S01, [3, 8])])
				expect((await readPicture(tools({ gate: 'any' }), picture, 'still')).text).toBe(CARD_S01);
		});
		test('the same card twice is one card', async () => {
			expect((await readPicture(tools(), beside(CARD_S01, CARD_S01), 'patient')).text).toBe(CARD_S01);
		});
	});

	test('says what would help: a code that is far away, a dark picture', async () => {
		const far = soft(11);
		expect(await readPicture(tools(), fromPixels(far), 'patient')).toMatchObject({ text: null, hint: 'nearer' });
		const dark = fromGrey({ data: new Uint8Array(640 * 480).fill(20), width: 640, height: 480 });
		expect(await readPicture(tools(), dark, 'quick')).toMatchObject({ text: null, hint: 'light' });
	});
});

/** Version M1. */
const MICRO_55642 = `
#######.#.#
#.....#...#
#.###.#.##.
#.###.#..#.
#.###.#....
#.....#.#.#
#######.#.#
........#.#
##.....#...
.###.#.####
####..##.#.
`;
