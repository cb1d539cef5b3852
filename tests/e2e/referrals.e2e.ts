// What volunteers hand on, end to end (features F075, F085, F086): civil status takes a flag up, closes it with a note and
// passes it on to the police; the police close many at once; the leader routes a flag otherwise and sets its days; the
// volunteer's phone shows how far the flag is and not one word of the note. Pictures are left in tests/.tmp/referrals.

import { expect, test, type Page } from '@playwright/test';
import { Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import { Phone, WardServer } from './stage.ts';

const { look: lookAt, lookAtPhone } = openAlbum('referrals');
const look = ({ page }: Staff, name: string) => lookAt(page, name);
const NOTE = 'Gia đình đã nộp giấy báo tử';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let ward: WardServer;
let cuc: Staff;
let huy: Staff;
let son: Staff;
let thanh: Volunteer;

test.beforeAll(async ({ browser }) => {
	ward = await new WardServer().start();
	[cuc, huy, son] = [
		await Staff.signIn(browser, ward, 'cuc'),
		await Staff.signIn(browser, ward, 'huy'),
		await Staff.signIn(browser, ward, 'son')
	];
	thanh = new Volunteer(new Phone(ward.origin));
	const code = await huy.invite('Đinh Công Thành');
	await thanh.open();
	await thanh.join(code);
});
test.afterAll(async () => {
	await thanh.phone.throwAway();
	for (const staff of [cuc, huy, son]) await staff.close();
	await ward.close();
});

const rowOf = (page: Page, door: string, code: string) =>
	page.getByRole('row').filter({ hasText: door }).filter({ hasText: code });
const said = (page: Page) => expect(page.getByRole('status')).toHaveText('Đã ghi.');

test('F085: a flag goes to civil status, then to the police; the phone hears the state and no note', async () => {
	await cuc.page.goto('/ward');
	await cuc.page.getByRole('link', { name: 'Chuyển tiếp' }).click();
	await expect(cuc.page.getByRole('combobox', { name: 'Nơi nhận', exact: true })).toHaveValue('civilStatus');
	const row = rowOf(cuc.page, '7 ', 'DF-04');
	await expect(row).toContainText('Mới chuyển');
	await expect(row).toContainText('Đinh Công Thành');
	await expect(row).toContainText('Người nhà nói');
	await expect(row).toContainText('sau đó: Công an xã/phường');
	await look(cuc, 'inbox');
	await row.getByRole('checkbox').check();
	await cuc.page.getByLabel('Ghi chú nội bộ').fill('Mật khẩu là 123456');
	await cuc.page.getByRole('button', { name: 'Tiếp nhận' }).click();
	await expect(cuc.page.getByRole('alert')).toBeVisible();
	await expect(cuc.page.getByLabel('Ghi chú nội bộ')).toHaveValue('Mật khẩu là 123456');
	await rowOf(cuc.page, '7 ', 'DF-04').getByRole('checkbox').check();
	await cuc.page.getByLabel('Ghi chú nội bộ').fill(NOTE);
	await cuc.page.getByRole('button', { name: 'Xong: đã cập nhật' }).click();
	await said(cuc.page);
	await expect(rowOf(cuc.page, '7 ', 'DF-04')).toHaveCount(0);
	await cuc.page.getByLabel('Tình trạng').selectOption('done');
	await cuc.page.getByRole('button', { name: 'Lọc', exact: true }).click();
	await expect(rowOf(cuc.page, '7 ', 'DF-04')).toContainText(`Đã cập nhật: ${NOTE}`);
	await expect(cuc.page).toHaveURL(/to=civilStatus&state=done/);

	await thanh.page.bringToFront();
	await thanh.sendNow();
	await thanh.see('Đã gửi xong.');
	await thanh.goToDoor('7');
	await thanh.see('Đã mất, còn trong danh sách: Đã xong');
	expect(await thanh.page.locator('body').innerText()).not.toContain('báo tử');
	await lookAtPhone(thanh.page, 'phone');

	await rowOf(cuc.page, '7 ', 'DF-04').getByRole('checkbox').check();
	await cuc.page.getByLabel('Chuyển đến nơi nào').selectOption('wardPolice');
	await cuc.page.getByRole('button', { name: 'Chuyển đến' }).click();
	await said(cuc.page);
	await huy.page.goto('/ward/referrals');
	await expect(rowOf(huy.page, '7 ', 'DF-04')).toContainText('Mới chuyển');
	await expect(rowOf(huy.page, '7 ', 'DF-04')).toContainText(NOTE);
	await thanh.sendNow();
	await thanh.see('Đã gửi xong.');
	await thanh.goToDoor('7');
	await thanh.see('Đã mất, còn trong danh sách: Mới chuyển');
});

test('F086: the police close what is chosen at once; who decided the same meanwhile is told', async () => {
	const late = son.page;
	await late.goto('/ward/referrals?to=wardPolice');
	await late.getByRole('checkbox', { name: 'Chọn tất cả mục trên trang' }).check();
	const before = await huy.page.getByRole('row').count();
	expect(before).toBeGreaterThan(5);
	await huy.page.getByRole('checkbox', { name: 'Chọn tất cả mục trên trang' }).focus();
	await huy.page.keyboard.press('Space');
	await expect(huy.page.getByText(`Với các mục đã chọn (${before - 1})`)).toBeVisible();
	await look(huy, 'chosen');
	await huy.page.getByRole('button', { name: 'Xong: không xác nhận' }).click();
	await said(huy.page);
	await expect(huy.page.getByText('Không có mục nào như vậy.')).toBeVisible();
	await late.getByRole('button', { name: 'Tiếp nhận' }).click();
	await expect(late.getByRole('alert')).toBeVisible();
	await huy.page.goto('/ward/referrals?to=wardPolice&state=done');
	await expect(huy.page.getByRole('row')).toHaveCount(before);
	await huy.page.goto('/ward/audit');
	await expect(huy.page.getByRole('row').filter({ hasText: 'Ghi kết quả mục chuyển tiếp' }).first()).toBeVisible();
});

test('the leader sends a flag elsewhere and shortens its days; police may read the table and not change it', async () => {
	await huy.page.goto('/ward/referrals/routes');
	await expect(huy.page.getByRole('combobox').first()).toBeDisabled();
	const { page } = son;
	await page.goto('/ward/referrals/routes');
	await page.getByLabel(/^DF-14 .*Nơi nhận đầu/).selectOption('oneStopDesk');
	await page.getByLabel('Số ngày xử lý một cờ dữ liệu').fill('5');
	await look(son, 'routes');
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.getByRole('status')).toHaveText('Đã lưu nơi nhận.');
	await expect(page.getByLabel(/^DF-14 .*Nơi nhận đầu/)).toHaveValue('oneStopDesk');
	await page.goto('/ward/referrals?to=oneStopDesk');
	await expect(rowOf(page, '15 ', 'DF-14')).toContainText('quá hạn');
	await page.getByRole('link', { name: /mục quá hạn/ }).click();
	await expect(page.getByRole('checkbox', { name: 'Chỉ mục quá hạn' })).toBeChecked();
	await look(son, 'late');
	for (const row of (await page.getByRole('row').all()).slice(1)) await expect(row).toContainText('quá hạn');
});
