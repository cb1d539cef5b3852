// iPhones keep the page in Safari and the app on the home screen apart. Two browser profiles stand for the two stores of
// one phone: `standalone`, which only iOS has, is false in the one and true in the other. What iOS itself does to either
// store is not shown here.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import { makeFolder, Phone, WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

let ward: WardServer;
let huy: Staff;
let safari: Volunteer;
let installed: Volunteer;

test.beforeAll(async ({ browser }) => {
	ward = await new WardServer().start();
	huy = await Staff.signIn(browser, ward, 'huy');
	[safari, installed] = [await open(false), await open(true)];
});
test.afterAll(async () => {
	await safari.phone.throwAway();
	await installed.phone.throwAway();
	await huy.close();
	await ward.close();
});

async function open(isStandalone: boolean): Promise<Volunteer> {
	const one = new Volunteer(new Phone(ward.origin));
	await one.open('about:blank');
	await one.phone.context.addInitScript(
		(value) => Object.defineProperty(navigator, 'standalone', { value }),
		isStandalone
	);
	await one.page.goto('/');
	return one;
}

const { lookAtPhone: show } = openAlbum('iphone');

test('in Safari the home screen comes first, with a drawing for each step; a code is asked for by whoever insists', async () => {
	const { page } = safari;
	await expect(page.getByRole('heading', { name: 'Cài vào màn hình chính trước' })).toBeVisible();
	await expect(page.getByRole('listitem')).toHaveCount(3);
	for (const step of await page.getByRole('listitem').all()) await expect(step.locator('svg')).toBeVisible();
	await expect(page.getByLabel('Mã mời')).toHaveCount(0);
	await show(page, 'install');
	await safari.press('button', 'Vẫn dùng trong Safari');
	await expect(page.getByLabel('Mã mời')).toBeVisible();
});

test('the app on the home screen asks for the code at once, and says where earlier work is', async () => {
	await expect(installed.page.getByLabel('Mã mời')).toBeVisible();
	await installed.see('Trước đây đã ghi trong Safari?');
	await show(installed.page, 'installed');
});

test('what was noted in Safari without network gets to the ward through the installed app, once', async () => {
	await safari.join(await huy.invite('Lê Minh Khang'));
	await safari.waitUntilKept();
	await safari.phone.setOffline(true);
	await safari.press('link', 'Hộ dân', true);
	await safari.press('button', 'Không gặp ai ở nhà 23 đường Bờ Sông');
	await expect.poll(() => safari.readStatus()).toContain('1 chờ gửi');
	await safari.press('link', 'Cá nhân', true);
	await safari.see('Chuyển từ Safari sang ứng dụng');
	await show(safari.page, 'move');

	await safari.press('link', 'Mở Gửi về phường');
	await safari.press('button', 'Không có mạng? Nhờ máy khác mang hộ');
	const download = safari.page.waitForEvent('download');
	await safari.press('button', 'Tạo tệp để gửi');
	const file = join(makeFolder('iphone'), (await download).suggestedFilename());
	await (await download).saveAs(file);
	await safari.see('Đã tạo 1 tệp với 1 bản ghi.');
	expect(readFileSync(file, 'utf8'), 'sealed').not.toMatch(/nobodyHome|outcome|household":/);

	await installed.join(await huy.invite('Lê Minh Khang'));
	await installed.page.getByRole('link', { name: 'Xem việc gửi về phường' }).click();
	await installed.press('button', 'Không có mạng? Nhờ máy khác mang hộ');
	await installed.page.getByLabel('Nhận tệp của máy khác').setInputFiles(file);
	await installed.see(/Đã nhận 1 bản ghi/);
	await installed.press('button', 'Gửi ngay');
	await installed.see('Đã gửi giúp 1 bản ghi của máy khác');

	await safari.phone.setOffline(false);
	await safari.sendNow();
	await safari.see('Không còn gì chờ gửi');
	await huy.page.goto('/ward/review?state=all');
	const names = await huy.page.getByRole('row').getByRole('link').allInnerTexts();
	expect(names.filter((name) => name.trim().startsWith('23 '))).toHaveLength(1);
});
