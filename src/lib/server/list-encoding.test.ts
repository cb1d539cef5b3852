import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeList, guessEncoding } from './list-encoding.ts';

const decode = (bytes: Uint8Array) => [...decodeList(bytes)].join('');

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) =>
	Uint8Array.from(
		[...text].flatMap((sign) => {
			const code = sign.charCodeAt(0);
			return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
		})
	);

it('is read in whichever encoding it came', () => {
	const text = 'Họ và tên;Ngày sinh\nNgô Thị Sen;14/05/1985\n';
	expect(decode(utf8(text))).toBe(text);
	expect(decode(utf8(`\ufeff${text}`))).toBe(text);
	expect(decode(utf16(`\ufeff${text}`, true))).toBe(text);
	expect(decode(utf16(text, true))).toBe(text);
	expect(decode(utf16(`\ufeff${text}`, false))).toBe(text);
	expect(decode(utf16(text, false))).toBe(text);
	// Hồ: o with circumflex is a letter of windows-1258, the grave a combining mark
	expect(guessEncoding(Uint8Array.from([0x48, 0xf4, 0xcc]))).toBe('windows-1258');
	expect(decode(Uint8Array.from([0x48, 0xf4, 0xcc]))).toBe('Hồ');
});

it('is a text whatever the bytes', () => {
	fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void decode(bytes)));
});
