import { describe, expect, it } from 'vitest';
import { checkDifficulty, checkReply, orderDifficulties, type Difficulty } from './difficulty.ts';
import { LIMIT } from './limit.ts';
import { hasPhone } from './note.ts';

const codes = (text: string) => checkDifficulty({ text }).map(({ code, at }) => `${at}: ${code}`);

describe('F098 what a volunteer asks the ward', () => {
	it('is about the work, with days, hours, house numbers and short numbers', () => {
		for (const text of [
			'Khu tập thể khóa cổng ban ngày, nên đến lúc nào?',
			'Ngày 26/11/2026 lúc 17:30, nhà 12/3: máy báo lỗi 403',
			'Bước B2.3 không có trên máy Android 5, có 15 nhà như vậy'
		])
			expect(codes(text)).toEqual([]);
	});

	it('names no citizen: numbers of papers and telephones are refused, however they are parted', () => {
		for (const text of ['bà 000150000017', 'bà 000 150 000 017', 'bà 000.150.000.017'])
			expect(codes(text)).toEqual(['text: note.idNumber']);
		for (const text of [
			'gọi 0999000001',
			'gọi 0999 000 001',
			'gọi 0999-000-001',
			'+84 999 000 001',
			'bàn 024 3999 0001'
		])
			expect(codes(text)).toEqual(['text: note.phone']);
		expect(codes('mật khẩu là abc123')).toEqual(['text: note.password']);
	});

	it('is neither empty nor too long', () => {
		expect(codes('  ')).toEqual(['text: field.required']);
		expect(codes('x'.repeat(LIMIT.difficultyChars))).toEqual([]);
		expect(codes('x'.repeat(LIMIT.difficultyChars + 1))).toEqual(['text: field.tooLong']);
		expect(checkReply('x'.repeat(LIMIT.replyChars))).toEqual([]);
		expect(checkReply('x'.repeat(LIMIT.replyChars + 1))).toMatchObject([{ code: 'field.tooLong', at: 'reply' }]);
		expect(checkReply('hỏi bà 000150000017')).toMatchObject([{ code: 'note.idNumber', at: 'reply' }]);
	});

	it('a hotline of eight digits is no telephone of anybody', () => {
		expect(hasPhone('tổng đài 1900.0368')).toBe(false);
		expect(hasPhone('ngày 26/11/2026 và 27/11/2026')).toBe(false);
	});

	it('what waits stands first, then the latest answer', () => {
		const made = (id: string, askedAt: number, at?: number) =>
			({ id, askedAt, text: 'x', ...(at ? { reply: { text: 'y', byName: 'z', at } } : {}) }) as unknown as Difficulty;
		const all = [made('a', 1, 9), made('b', 2), made('c', 3, 5), made('d', 4)];
		expect(orderDifficulties(all).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
	});
});
