// A mobile session end to end (feature F076): planned by the police, filled from appointments that were agreed at doors,
// one slot changed and one freed, printed with initials alone, and called off. Pictures are left in tests/.tmp/sessions.

import { expect, test } from '@playwright/test';
import { Staff } from './hands.ts';
import { openAlbum } from './look.ts';
import { WardServer } from './stage.ts';

const { look, pathOf } = openAlbum('sessions');

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let ward: WardServer;
let huy: Staff;

test.beforeAll(async ({ browser }) => {
	ward = await new WardServer().start();
	huy = await Staff.signIn(browser, ward, 'huy');
});
test.afterAll(async () => {
	await huy.close();
	await ward.close();
});

/** dd/MM/yyyy, so many days from now in Vietnam. */
function dayAhead(days: number): string {
	const [year, month, day] = new Date(Date.now() + (7 + days * 24) * 3600_000).toISOString().slice(0, 10).split('-');
	return `${day}/${month}/${year}`;
}

test('F076: a session is planned, filled from appointments, changed, printed with initials, and called off', async () => {
	const { page } = huy;
	await page.goto('/ward/referrals');
	await page.getByRole('link', { name: 'Buổi lưu động' }).click();
	await expect(page.getByText('Chưa có buổi nào từ hôm nay trở đi.')).toBeVisible();
	await page.getByLabel('Nơi làm').fill('Nhà văn hóa khu phố giả định');
	await page.getByLabel('Ngày (ngày/tháng/năm)').fill('31/02/2027');
	await page.getByRole('button', { name: 'Thêm buổi' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	// what was typed stands there again
	await expect(page.getByLabel('Nơi làm')).toHaveValue('Nhà văn hóa khu phố giả định');
	await page.getByLabel('Ngày (ngày/tháng/năm)').fill(dayAhead(3));
	await look(page, 'plan');
	await page.getByRole('button', { name: 'Thêm buổi' }).click();
	await expect(page.getByRole('status')).toContainText('Đã thêm buổi.');

	const boxes = page.getByRole('checkbox', { name: /^Chọn / });
	const waiting = (await boxes.count()) - 1;
	expect(waiting, 'the demo ward has appointments').toBeGreaterThan(0);
	await page.getByRole('checkbox', { name: 'Chọn tất cả' }).check();
	await page.getByRole('button', { name: `Xếp giờ cho ${waiting} người` }).click();
	await expect(page.getByRole('status')).toContainText('Đã xếp giờ.');
	await expect(page.getByText('Không còn ai đã hẹn mà chưa có giờ.')).toBeVisible();
	await look(page, 'slots');

	const first = page.getByRole('row').nth(1);
	await first.getByRole('combobox').selectOption('10:45');
	await first.getByRole('button', { name: 'Đổi' }).click();
	await expect(page.getByRole('status')).toContainText('Đã đổi giờ.');
	await expect(page.getByRole('row').filter({ hasText: '10:45' }).first()).toBeVisible();

	await page.emulateMedia({ media: 'print' });
	await page.screenshot({ path: pathOf('print'), fullPage: true });
	const paper = await page.locator('article').innerText();
	expect(paper).toContain('DANH SÁCH LÀM ĐỊNH DANH MỨC 2 LƯU ĐỘNG');
	expect(paper).toMatch(/10:45/);
	await page.emulateMedia({ media: 'screen' });
	const names = await page.locator('section').first().getByRole('cell').allInnerTexts();
	const whole = names
		.map((text) => text.split('\n')[0] ?? '')
		.filter((text) => /^\p{Lu}\p{L}+( \p{Lu}\p{L}+){1,3}$/u.test(text));
	for (const name of whole.filter((text) => !text.startsWith('Khu')))
		expect(paper, 'a whole name on paper').not.toContain(name);

	await page
		.getByRole('button', { name: /^Bỏ giờ của / })
		.first()
		.click();
	await expect(page.getByRole('status')).toContainText('Đã bỏ giờ.');
	await expect(page.getByRole('button', { name: /Xếp giờ cho 0 người/ })).toBeDisabled();
	await page.getByLabel('Đúng, hủy buổi này').check();
	await page.getByRole('button', { name: 'Hủy buổi này' }).click();
	await expect(page.getByRole('status')).toContainText('Đã hủy buổi.');
	await expect(page.getByText('Chưa có buổi nào từ hôm nay trở đi.')).toBeVisible();
});
