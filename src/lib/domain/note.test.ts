import { describe, expect, it } from 'vitest';
import { LIMIT } from './limit.ts';
import { checkNote } from './note.ts';

const codes = (text: string) => checkNote(text).map((found) => found.code);

describe('what a note may not hold (F080)', () => {
	it.each([
		['OTP 482913', 'note.secretCode'],
		['mã xác thực là 48 29 13', 'note.secretCode'],
		['482913', 'note.secretCode'],
		['passcode 4829', 'note.secretCode'],
		['mật khẩu là Hoa@1976', 'note.password'],
		['mk: abc123!', 'note.password'],
		['000185000101', 'note.idNumber'],
		['cccd 000 185 000 101', 'note.idNumber'],
		['CMND cũ 000123456', 'note.idNumber'],
		['stk 0071000123456', 'note.bankNumber'],
		['số tài khoản ngân hàng 12345678901', 'note.bankNumber'],
		['9704 0000 0000 0018', 'note.bankNumber']
	])('refuses %j', (text, code) => expect(codes(text)).toContain(code));

	it.each([
		'Nhà có chó, gọi cổng sau',
		'Hẹn 19:30 ngày 22/11/2026',
		'Hẹn ngày 22.11, nhà 12/3',
		'Gọi con trai 0999 000 001 nếu vắng',
		'Quên mật khẩu, hẹn lại tối mai',
		'Chưa có mã xác thực, chờ tin nhắn',
		'Tầng 12, phòng 1204'
	])('keeps %j', (text) => expect(codes(text)).toEqual([]));

	it('refuses more than the limit instead of cutting it', () => {
		expect(codes('a'.repeat(LIMIT.noteChars + 1))).toEqual(['field.tooLong']);
	});
});
