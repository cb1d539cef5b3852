// Guides for every eye and hand: ten screens and the resident mode, at 200 % text, by keys and by roles.

import { expect, test } from '@playwright/test';
import { Guide, pressByKeys } from './guide-hands.ts';
import type { WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

let ward: WardServer;
let khang: Guide;

test.beforeAll(async ({ browser }) => {
	({ ward, khang } = await Guide.join(browser));
	await ward.stop();
	await khang.phone.setOffline(true);
});
test.afterAll(async () => {
	await khang.phone.throwAway();
	await ward.close();
});

test('f: guides can be read: ten screens and the resident mode, at 200 % text, by keys and by roles', async () => {
	const { page } = khang;
	const look = async (name: string) => {
		await page.screenshot({ path: shot(name), scale: 'css' });
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect.soft(wide, `${name} is wider than the screen`).toBeLessThanOrEqual(1);
		const { violations } = await new AxeBuilder({ page })
			.options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
			.setLegacyMode()
			.analyze();
		const serious = violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
		expect.soft(serious, `axe on ${name}`).toEqual([]);
	};
	await khang.press('link', 'Hướng dẫn', true);
	await expect(page.getByRole('searchbox')).toBeVisible();
	await look('shelf');
	await page.getByRole('searchbox').fill('quen ma 6 so');
	await expect(page.getByRole('link', { name: /passcode/i }).first()).toBeVisible();
	await look('search');
	await page.getByRole('searchbox').fill('');
	for (const [path, name, text] of [
		['/handbook/service', 'services', '25 dịch vụ công thiết yếu'],
		['/handbook/utility', 'utilities', 'Tài khoản mức 1'],
		['/handbook/need', 'needs', 'Gia đình đang cần gì?'],
		['/handbook/faq', 'faq', 'Hỏi đáp'],
		['/handbook/contacts', 'contacts', 'Công an phường, trực ban'],
		['/handbook/read/nfc-where', 'article', 'NFC nằm ở đâu trên máy'],
		['/handbook/leaflet', 'leaflet', 'VNeID: tài khoản của mình, mình giữ'],
		['/handbook/coach', 'coach', 'Tập quy tắc đặt mật khẩu']
	] as const) {
		await page.goto(path);
		await khang.unlock();
		await khang.see(text);
		await look(name);
	}
	// by keys alone, at twice the size: every answer is reached and taken, the heading says where one is
	await page.goto('/me');
	await khang.unlock();
	await khang.press('radio', '200 %');
	await page.goto('/guide/P16-scam');
	await khang.unlock();
	await pressByKeys(page, 'Đã nói, bắt đầu');
	for (const answer of [/Đang nghe điện thoại/, 'Làm xong, tiếp']) {
		await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
		await look(`large-${String(answer).length}`);
		await pressByKeys(page, answer);
	}
	await expect(page.getByRole('heading', { level: 2, name: /Trong cuộc gọi/ })).toBeFocused();
	await pressByKeys(page, 'Lùi');
	await expect(page.getByRole('heading', { level: 2, name: 'Cúp máy' })).toBeFocused();
	await pressByKeys(page, 'Người dân đọc');
	const turned = page.getByRole('dialog', { name: 'Người dân đọc' });
	await expect(turned).toContainText('Cúp máy ngay');
	await look('resident-large');
	await page.keyboard.press('Escape');
	await expect(turned).toHaveCount(0);
	await expect(page.getByText(/Bước 2 trên/)).toBeAttached();
	await page.goto('/me');
	await khang.unlock();
	await khang.press('radio', '100 %');
	// a walk that was cut off is taken up where it was
	await page.goto('/guide/P16-scam');
	await khang.unlock();
	await khang.press('button', 'Đi tiếp');
	await expect(page.getByRole('heading', { level: 2, name: 'Cúp máy' })).toBeVisible();
	await look('step');
	await khang.press('button', 'Người dân đọc');
	await look('resident');
});
