import { expect, test } from 'vitest';
import { CARD_S01, CARDS } from '../../tests/fixtures/cards.ts';
import { isVietnamese, openNative } from './native.ts';

/** A browser whose detector sees `texts` one after the other, and breaks where there is none. */
function browserThatSees(
	texts: readonly (string | null)[],
	formats = ['qr_code']
): { scope: object; asked: () => number } {
	let asked = 0;
	class BarcodeDetector {
		static getSupportedFormats = async () => formats;
		detect = async () => {
			const text = texts[asked++];
			if (text === undefined) throw new DOMException('no service', 'NotSupportedError');
			return text === null ? [] : [{ rawValue: text }];
		};
	}
	return { scope: { BarcodeDetector }, asked: () => asked };
}
const FRAME = {} as ImageBitmapSource;

test('there is none where the browser has none, or none for QR codes', async () => {
	expect(await openNative({})).toBeNull();
	expect(await openNative(browserThatSees([], ['ean_13']).scope)).toBeNull();
});

test('gives what it reads, and null for nothing', async () => {
	const native = (await openNative(browserThatSees([CARD_S01, null]).scope))!;
	expect(await native.read(FRAME)).toBe(CARD_S01);
	expect(await native.read(FRAME)).toBeNull();
});

test('is left alone after failing three times in a row', async () => {
	const browser = browserThatSees([]);
	const native = (await openNative(browser.scope))!;
	for (let i = 0; i < 5; i++) expect(await native.read(FRAME)).toBeNull();
	expect(browser.asked()).toBe(3);
});

test('a text whose bytes were taken for another alphabet is not believed', async () => {
	for (const { text } of CARDS) {
		if (text.startsWith('\ufeff')) continue;
		expect(isVietnamese(text)).toBe(true);
		const bytes = new TextEncoder().encode(text.normalize('NFC'));
		for (const charset of [
			'windows-1252',
			'windows-1258',
			'big5',
			'shift_jis',
			'gbk',
			'euc-kr',
			'koi8-r',
			'utf-16le'
		]) {
			const misread = new TextDecoder(charset).decode(bytes);
			const native = (await openNative(browserThatSees([misread]).scope))!;
			expect([charset, await native.read(FRAME)]).toEqual([charset, null]);
		}
	}
});
