import { expect, test } from 'vitest';
import { handout } from '$lib/ui/words/vi/handout.ts';
import { slipText, writeSlip, type SlipGround } from './slip.ts';

const GROUND: SlipGround = {
	day: '20/11/2026',
	wardName: 'Phường Hòa An (giả định)',
	helper: 'Lê Minh Khang',
	done: ['Đã kích hoạt và đăng nhập được'],
	next: 'Hẹn tại phường: Thứ 2 23/11/2026',
	kind: 'appointment',
	bring: ['Thẻ căn cước', 'Điện thoại có số chính chủ'],
	isRecorded: true,
	contacts: ['Công an phường: 0999 000 011']
};

test('F083 says what was done, what comes next, how to check the volunteer and how to withdraw consent', () => {
	const text = slipText(writeSlip(GROUND, handout));
	for (const part of [
		'20/11/2026',
		'Đã kích hoạt và đăng nhập được',
		'Hẹn tại phường',
		'- Thẻ căn cước',
		'Lê Minh Khang',
		'hỏi Công an Phường Hòa An (giả định)',
		'0999 000 011',
		'xem, sửa hoặc xóa bất cứ lúc nào',
		'mã OTP, mật khẩu, passcode'
	])
		expect(text).toContain(part);
});

test('S17: who was not written down reads so', () => {
	const parts = writeSlip({ ...GROUND, isRecorded: false, next: null, bring: [], done: [] }, handout);
	expect(slipText(parts)).toContain('không ghi thông tin cá nhân nào');
	expect(parts.map((part) => part.title)).not.toContain(handout.slip.done);
	expect(parts.map((part) => part.title)).not.toContain(handout.slip.bring);
});

test('a ward whose name is not known yet is called by its kind', () => {
	const { wardName: _, ...rest } = GROUND;
	expect(slipText(writeSlip({ ...rest, wardName: undefined }, handout))).toContain('thẻ của xã/phường');
});
