// An area goes under another one at the desk (F010): looked at first, with the phones that lose and gain it and what it does
// to figures; then done, found by its old place, and heard of by a phone. Pictures are left in tests/.tmp/area-move.

import { expect, test } from '@playwright/test';
import { meet, part, Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import { Phone, type WardServer } from './stage.ts';

const { look } = openAlbum('area-move');

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let ward: WardServer;
let huy: Staff;
let cuc: Staff;
let khang: Volunteer;
let thanh: Volunteer;

test.beforeAll(async ({ browser }) => {
	({ ward, huy, khang } = await meet(browser, (phone) => new Volunteer(phone)));
	cuc = await Staff.signIn(browser, ward, 'cuc');
	thanh = new Volunteer(new Phone(ward.origin));
	const code = await huy.invite('Đinh Công Thành');
	await thanh.open();
	await thanh.join(code);
});
test.afterAll(async () => {
	await cuc.close();
	await thanh.phone.throwAway();
	await part({ ward, huy, khang });
});

test('F010: a quarter goes into another one after a look; the phone there gets its doors', async () => {
	const { page } = huy;
	const own = () => thanh.page.getByRole('list', { name: 'Danh sách nhà theo thứ tự đi' }).getByRole('listitem');
	await thanh.press('link', 'Hộ dân', true);
	const before = await own().count();

	await page.goto('/ward/areas');
	// every other row offers this quarter by name, too
	const act = page.getByLabel('Chuyển Khu phố 3 sang địa bàn khác');
	const row = page.getByRole('row').filter({ has: act });
	await act.click();
	await row.getByLabel('Vào trong').selectOption({ label: 'Khu phố 4' });
	await row.getByRole('button', { name: 'Xem trước' }).click();
	const plan = page.getByRole('region', { name: /^Nếu chuyển Khu phố 3/ });
	await expect(plan).toContainText('Đinh Công Thành');
	await expect(plan).toContainText('Khu phố 3 không còn là một khu phố riêng trong số liệu');
	await look(page, 'plan');
	await plan.getByRole('button', { name: 'Chuyển như trên' }).click();
	await expect(page.getByRole('status')).toContainText('Đã chuyển địa bàn.');
	await page.getByLabel('Tìm theo tên mới hoặc tên cũ').fill('khu pho 3, phuong');
	await page.getByRole('button', { name: 'Tìm', exact: true }).click();
	await expect(page.getByText('tên cũ: Khu phố 3,')).toBeVisible();
	await look(page, 'moved');

	await thanh.sendNow();
	await thanh.see('Đã gửi xong.');
	await thanh.press('link', 'Hộ dân', true);
	await expect.poll(() => own().count()).toBeGreaterThan(before);
});

test('F010: whoever draws no areas is offered no move', async () => {
	await cuc.page.goto('/ward/areas');
	await expect(cuc.page.getByRole('row').filter({ hasText: 'Khu phố 4' }).first()).toBeVisible();
	await expect(cuc.page.getByText('Chuyển sang địa bàn khác')).toHaveCount(0);
});
