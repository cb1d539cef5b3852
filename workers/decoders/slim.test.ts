// The engine that a build ships lacks the tables of some codings (src/ops/scan-engine.ts). That it reads what the whole
// one reads, seen side by side: every size of code there is, each level of correction, every mask, cards in a picture.

import { correction, generate, mode, type Bitmap2D, type Mode } from 'lean-qr';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawCard, toRgba } from '../../tests/fixtures/camera.ts';
import { CARDS } from '../../tests/fixtures/cards.ts';
import { readWholeEngine, slimEngine } from '../../src/ops/scan-engine.ts';
import type { Pixels } from './decoder.ts';
import { openZxing } from './zxing.ts';

const whole = readWholeEngine();
const slim = slimEngine(whole);
const PX = 2;
const QUIET = 4;

const LEVELS = [correction.L, correction.M, correction.Q, correction.H];
/** Letters of one byte each, which need no table, and UTF-8. */
const PLAIN_CODINGS: Record<string, number> = {
	'ISO-8859-1': 3,
	'ISO-8859-2': 4,
	'ISO-8859-5': 7,
	'ISO-8859-7': 9,
	UTF: 26
};

async function readAll(engine: Uint8Array, pictures: readonly Pixels[]): Promise<ReadResult[][]> {
	const wasmBinary = engine.slice().buffer;
	await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
	const results: ReadResult[][] = [];
	for (const picture of pictures)
		results.push(
			await readBarcodes(picture as ImageData, {
				formats: ['QRCodeModel2'],
				tryHarder: true,
				tryRotate: false,
				tryInvert: false,
				textMode: 'Plain'
			})
		);
	return results;
}

/** What both engines found, as text, bytes and places. */
async function readSideBySide(pictures: readonly Pixels[]) {
	const expected = await readAll(whole, pictures);
	const got = await readAll(slim, pictures);
	return { expected, got };
}

function draw(code: Bitmap2D): Pixels {
	const side = (code.size + 2 * QUIET) * PX;
	const data = new Uint8ClampedArray(side * side * 4).fill(255);
	for (let y = 0; y < side; y++)
		for (let x = 0; x < side; x++) {
			if (!code.get(Math.floor(x / PX) - QUIET, Math.floor(y / PX) - QUIET)) continue;
			data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
		}
	return { data, width: side, height: side };
}

const bytesIn = (coding: number, ...bytes: number[]): Mode =>
	mode.multi(mode.eci(coding), mode.bytes(Uint8Array.from(bytes)));

beforeAll(() => expect(slim.filter((byte, at) => byte !== whole[at]).length).toBeGreaterThan(90_000));
afterAll(() => prepareZXingModule({ overrides: undefined }));

describe('the slim engine reads what the whole one reads', () => {
	test('each of 40 sizes at each of 4 levels, in three ways of writing', async () => {
		const texts = ['0123456789', 'AN TAM 12/3:', 'Huỳnh Thị Ánh|'];
		const pictures: Pixels[] = [];
		for (let version = 1; version <= 40; version++)
			for (const level of LEVELS) {
				const sized = {
					minVersion: version,
					maxVersion: version,
					minCorrectionLevel: level,
					maxCorrectionLevel: level
				};
				const text = texts[(version + LEVELS.indexOf(level)) % 3]!;
				pictures.push(draw(generate(version < 3 ? text.slice(0, 5) : text, sized)));
			}
		const { expected, got } = await readSideBySide(pictures);
		expect(expected.filter(([one]) => one?.isValid)).toHaveLength(160);
		expect(got).toEqual(expected);
	});

	test('each mask, and letters in codings of one byte', async () => {
		const masked = [0, 1, 2, 3, 4, 5, 6, 7] as const;
		const coded = Object.values(PLAIN_CODINGS).map((coding) =>
			coding === 26 ? bytesIn(coding, 0xc3, 0xa9, 0x41) : bytesIn(coding, 0x41, 0xe9, 0xd0, 0xb5)
		);
		const pictures = [
			...masked.map((mask) => draw(generate(CARDS[0]!.text, { mask }))),
			...coded.map((data) => draw(generate(data)))
		];
		const { expected, got } = await readSideBySide(pictures);
		expect(expected.filter(([one]) => one?.isValid)).toHaveLength(pictures.length);
		expect(got).toEqual(expected);
	});

	test('cards in a picture, and pictures without a code', async () => {
		const pictures = [...CARDS.map(({ text }) => text), null].map((text) => toRgba(drawCard(text)));
		const { expected, got } = await readSideBySide(pictures);
		expect(got).toEqual(expected);
	});
});

test('a code in a coding whose table is gone has its bytes, and no text is made up of them', async () => {
	const pictures = [draw(generate(mode.shift_jis('点茗'))), draw(generate(bytesIn(29, 0xc4, 0xe3)))];
	const { expected, got } = await readSideBySide(pictures);
	expect(expected.map(([one]) => one?.text)).toEqual(['点茗', '你']);
	expect(got.map(([one]) => one?.bytes)).toEqual(expected.map(([one]) => one?.bytes));
	const zxing = await openZxing({ wasmBinary: slim.slice().buffer });
	for (const picture of pictures) expect(await zxing.read(picture, 'frame', 'any')).toEqual([]);
});

test('another engine is not cut blindly', () => {
	const other = whole.slice();
	other[other.length - 1]! ^= 1;
	expect(() => slimEngine(other)).toThrow('another engine');
});
