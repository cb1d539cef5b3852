// Guides for every eye and hand: screens and the resident mode, at 200 % text, by keys and by roles. The handbook's shelves
// are looked at in screens.e2e.ts.

import { expect, test } from '@playwright/test';
import { Guide, pressByKeys } from './guide-hands.ts';
import type { WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

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

test('f: guides can be read: their screens and the resident mode, at 200 % text, by keys and by roles', async () => {
	const { page } = khang;
	const look = (name: string) => khang.look(name);
	await khang.press('link', 'Hướng dẫn', true);
	await expect(page.getByRole('searchbox')).toBeVisible();
	await look('shelf');
	await page.getByRole('searchbox').fill('quen ma 6 so');
	await expect(page.getByRole('link', { name: /passcode/i }).first()).toBeVisible();
	await look('search');
	await page.getByRole('searchbox').fill('');
	// what a printer gets of the leaflet: one sheet of each size
	await page.goto('/handbook/leaflet');
	await khang.unlock();
	await khang.see('VNeID: tài khoản của mình, mình giữ');
	expect(await khang.print('leaflet-a5')).toEqual({ sheets: 1, mm: [148, 210] });
	await khang.press('radio', 'A4');
	expect(await khang.print('leaflet-a4')).toEqual({ sheets: 1, mm: [210, 297] });
	// F069: a word of a step that not everybody knows
	await page.goto('/guide/P10-temporary-residence');
	await khang.unlock();
	await khang.press('button', 'Đã nói, bắt đầu');
	const term = page.getByRole('group', { name: 'Giải thích từ' }).getByText('Tạm trú', { exact: true });
	const meaning = page.getByText('Ở nơi khác từ 30 ngày trở lên.', { exact: true });
	await expect(term).toBeVisible();
	await expect(meaning).toBeHidden();
	await term.click();
	await expect(meaning).toBeVisible();
	await look('glossary');
	expect(await page.evaluate(() => scrollY), 'the step scrolls, the page does not').toBe(0);
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
		const above = await page.locator('section.player').evaluate((player) => player.getBoundingClientRect().top);
		expect(above, 'the name of the guide is not cut').toBeGreaterThanOrEqual(-1);
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
	// the bars of the player stand at the edges of the screen, whether the step is short or long
	const low = await page
		.locator('section.player nav')
		.evaluate((nav) => innerHeight - nav.getBoundingClientRect().bottom);
	expect(Math.abs(low), 'nothing below the bar').toBeLessThanOrEqual(1);
	await khang.press('button', 'Người dân đọc');
	await look('resident');
});
