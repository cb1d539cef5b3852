import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawCard, toRgba, type Picture } from '../../tests/fixtures/camera.ts';
import { CARD_S01, CARDS, VNEID_LIKE } from '../../tests/fixtures/cards.ts';
import { openCascade } from './cascade.ts';
import type { Decoder } from './decoder.ts';
import { openHtml5 } from './html5.ts';
import { openZxing, readUtf8 } from './zxing.ts';

let zxing: Decoder;
const html5 = openHtml5();

beforeAll(async () => {
	const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
	const bytes = await readFile(path);
	zxing = await openZxing({ wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) });
});

/** A card farther away and out of focus: a 7 x 7 box blur, three times, then one pixel of each `step`. */
function holdAway({ luma, width, height }: Picture, step: number): Picture {
	let blurred = Float32Array.from(luma);
	for (let pass = 0; pass < 6; pass++) {
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

describe.each(['zxing-wasm', 'html5-qrcode'])('%s', (name) => {
	const decoder = () => (name === 'zxing-wasm' ? zxing : html5);

	test('has its name', () => expect(decoder().name).toBe(name));

	test.each([...CARDS.map(({ title, text }) => ({ title, text })), { title: 'VNeID-like', text: VNEID_LIKE }])(
		'reads the exact text: $title',
		async ({ text }) => {
			// A byte order mark is no part of the text: decoding UTF-8 takes it away.
			expect(await decoder().decode(toRgba(drawCard(text)))).toBe(text.replace(/^\ufeff/, ''));
		}
	);

	test('answers null for a card without a code, and for nothing at all', async () => {
		expect(await decoder().decode(toRgba(drawCard(null)))).toBeNull();
		expect(await decoder().decode({ data: new Uint8ClampedArray(64 * 64 * 4), width: 64, height: 64 })).toBeNull();
	});
});

test('bytes that are no UTF-8 are refused, not guessed at', () => {
	expect(readUtf8(new TextEncoder().encode('HUỲNH'))).toBe('HUỲNH');
	expect(readUtf8(Uint8Array.from([0x48, 0x55, 0xfc, 0x4e]))).toBeNull();
});

describe('cascade', () => {
	const never = (name: string, seen: string[]): Decoder => ({
		name,
		decode: async () => {
			seen.push(name);
			return null;
		}
	});
	const tiny = toRgba(drawCard(null, { width: 32, height: 32 }));

	test('the first decoder looks twice at each picture, the second one at every fourth miss', async () => {
		const seen: string[] = [];
		const cascade = openCascade(never('a', seen), never('b', seen));
		for (let i = 0; i < 8; i++) expect(await cascade.decode(tiny)).toMatchObject({ text: null });
		expect(seen.join('')).toBe('aaaaaaaabaaaaaaaab');
	});

	test('where the first could not be loaded the second one looks at each picture, once', async () => {
		const seen: string[] = [];
		const cascade = openCascade(null, never('b', seen));
		for (let i = 0; i < 5; i++) await cascade.decode(tiny);
		expect(seen.join('')).toBe('bbbbb');
		expect(await openCascade(null, html5).decode(toRgba(drawCard(CARD_S01)))).toEqual({
			text: CARD_S01,
			decoder: 'html5-qrcode'
		});
	});

	test('preparing the middle reads a soft code that the plain picture does not give', async () => {
		const soft = toRgba(holdAway(drawCard(CARD_S01, { width: 1280, height: 960 }, 8), 3.6));
		expect(await zxing.decode(soft)).toBeNull();
		expect(await openCascade(zxing, html5).decode(soft)).toEqual({ text: CARD_S01, decoder: 'zxing-wasm+middle' });
	});
});
