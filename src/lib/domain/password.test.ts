import { expect, it } from 'vitest';
import { LIMIT } from './limit.ts';
import { checkNewPassword } from './password.ts';

const ABOUT = ['huy.dang', 'Đặng Quốc Huy', 'Phường Hòa An'];

it.each([
	'password1234',
	'Password@2024!',
	'P@ssw0rd12345',
	'matkhau123456',
	'Mật khẩu 2026',
	'qwertyuiop123',
	'asdfghjkl;123',
	'1qaz2wsx3edc',
	'123456789012',
	'aaaaaaaaaaaa',
	'abcabcabcabc',
	'iloveyou12345',
	'anhyeuem1234',
	'vneid2026vneid',
	'GoCua@123456',
	'phuonghoaan2026',
	'Công An Phường 1',
	'dangquochuy123',
	'huy.dang.huy.dang',
	'admin-admin-admin',
	'abcdefghijkl',
	// nothing of the rule is in these, they are in the list
	'q1w2e3r4t5y6',
	'LeaveMeAlone',
	'minecraft123',
	'lost4815162342',
	'ghbdtnghbdtn',
	'sanfrancisco'
])('6.2.4, 6.2.11: refuses %s', (password) => {
	expect(checkNewPassword(password, ABOUT)).toBe('password.tooEasy');
});

it.each([
	'mot mat khau that dai',
	'k7mq-2vxd-9c4t-hb3n',
	'bốn con mèo ngủ trưa',
	'Hòa bình và cây bàng',
	'xanh tím vàng nâu 42',
	'482913705526',
	'correct horse battery',
	'☂☃☄★☎☏♔♕♖♗♘♙abcdefgh đường mưa'
])('6.2.5: takes %s, of whatever it is made', (password) => {
	expect(checkNewPassword(password, ABOUT)).toBeNull();
});

it('6.2.8, 6.2.9: takes long ones whole and refuses what is longer, nothing is cut', () => {
	const long = 'bốn con mèo ngủ trưa '.repeat(60);
	expect(checkNewPassword(long.slice(0, LIMIT.passwordMostChars), [])).toBeNull();
	expect(checkNewPassword(long.slice(0, LIMIT.passwordMostChars + 1), [])).toBe('field.tooLong');
	expect(checkNewPassword('ngắn quá', [])).toBe('field.required');
});

it('is quick, whatever is typed', () => {
	const began = performance.now();
	for (const text of ['a'.repeat(1024), 'qwerty'.repeat(170), 'password'.repeat(128)]) checkNewPassword(text, ABOUT);
	expect(performance.now() - began).toBeLessThan(2_000);
});
