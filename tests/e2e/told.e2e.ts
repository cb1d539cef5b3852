// What a volunteer tells from the phone of the work beside the doors: a help desk without a network (feature F077), an
// event that is amended and taken back (F081), and the desk whose counters move while no figure of the doors does.
// Pictures are left in tests/.tmp/told.

import { expect, test, type Page } from '@playwright/test';
import { meet, part, type Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import type { WardServer } from './stage.ts';

const { look, lookAtPhone } = openAlbum('told');
const TOPIC = 'Lớp đăng nhập cổng dịch vụ';
const DONE = /^Đã kích hoạt và đăng nhập được/;

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let ward: WardServer;
let huy: Staff;
let khang: Volunteer;

test.beforeAll(async ({ browser }) => {
	({ ward, huy, khang } = await meet(browser, (phone) => new Volunteer(phone)));
});
test.afterAll(async () => {
	await part({ ward, huy, khang });
});

async function openBeside(): Promise<void> {
	await khang.press('link', 'Cá nhân', true);
	await khang.press('link', 'Bàn hỗ trợ, buổi tuyên truyền');
	await expect(khang.page.getByRole('heading', { level: 1, name: 'Bàn hỗ trợ, buổi tuyên truyền' })).toBeVisible();
}

const listed = () => khang.page.getByRole('region', { name: 'Đã ghi hôm nay' }).getByRole('listitem');
const events = () => khang.page.getByRole('list', { name: 'Các buổi tôi đã ghi' }).getByRole('listitem');

/** What the overview and the outreach page count at doors. */
async function readDoors(page: Page): Promise<string[]> {
	await page.goto('/ward/outreach');
	const quarter = page.getByRole('row').filter({ hasText: 'Khu phố 3' }).first();
	return [await quarter.getByRole('cell').nth(1).innerText()];
}

test('F077: three people at a table without a network, one tap each, one of them taken out again', async () => {
	await openBeside();
	await khang.see('Chưa ghi buổi nào.');
	await lookAtPhone(khang.page, 'beside-empty');
	await khang.phone.setOffline(true);
	await khang.press('link', 'Mở bàn hỗ trợ');
	await khang.see('Hôm nay chưa ghi ai.');
	expect(await khang.page.locator('main input[type=text], main textarea').count()).toBe(0);
	// what for is asked once, and not forgotten
	await khang.press('button', DONE);
	await khang.see('Mục này cần điền.');
	await lookAtPhone(khang.page, 'help-missing');
	await khang.press('radio', 'Kích hoạt');
	const began = Date.now();
	await khang.press('button', DONE);
	await expect(listed()).toHaveCount(1);
	console.log(`one person at the table of a phone: ${Date.now() - began} ms by a script`);
	// at once: a look at the screen takes longer than there is time
	await khang.press('button', 'Hoàn tác');
	await expect(listed()).toHaveCount(0);
	for (let count = 1; count <= 2; count++) {
		await khang.press('button', DONE);
		await expect(listed()).toHaveCount(count);
		if (count === 1) await lookAtPhone(khang.page, 'help-undo');
	}
	await khang.press('button', /^Chưa xong, hẹn lại/);
	await lookAtPhone(khang.page, 'help-barrier');
	await khang.page.getByText('Điện thoại, mạng', { exact: true }).first().click();
	await lookAtPhone(khang.page, 'help-barrier-open');
	await khang.page.getByRole('dialog').locator('details[open] button').first().click();
	await expect(listed()).toHaveCount(3);
	await khang.see('Hôm nay: 3 người');
	await expect(listed().first()).toContainText('Chờ gửi');
	// after its time the bar is gone, the list still takes somebody out
	await expect(khang.page.getByRole('button', { name: 'Hoàn tác' })).toHaveCount(0, { timeout: 10_000 });
	await lookAtPhone(khang.page, 'help');
});

test('F081: an event without a network: kept half-filled over the lock, refused where it names somebody', async () => {
	await openBeside();
	await khang.see('Hôm nay: 3 người');
	await khang.press('link', 'Thêm buổi');
	const topic = khang.page.getByRole('textbox', { name: 'Nội dung' });
	await khang.type(topic, 'Gọi 0999 000 001');
	await khang.see('Có số điện thoại trong đoạn này.');
	await lookAtPhone(khang.page, 'event-refused');
	await khang.type(topic, TOPIC);
	await khang.press('radio', 'Nhà văn hóa');
	await khang.page.waitForTimeout(600);
	await khang.press('link', 'Cá nhân', true);
	await khang.press('button', 'Khóa ngay');
	await khang.unlock();
	await openBeside();
	await khang.press('link', 'Thêm buổi');
	await expect(topic).toHaveValue(TOPIC);
	await expect(khang.page.getByRole('radio', { name: 'Nhà văn hóa' })).toBeChecked();
	await khang.press('button', 'Lưu buổi này');
	await khang.see('Mục này cần điền.');
	await lookAtPhone(khang.page, 'event-missing');
	await khang.press('radio', 'Lớp tập huấn');
	await khang.type(khang.page.getByLabel('Số người dự'), '20');
	await khang.type(khang.page.getByLabel('Số hộ được tuyên truyền'), '14');
	await lookAtPhone(khang.page, 'event');
	await khang.press('button', 'Lưu buổi này');
	await expect(events()).toHaveCount(1);
	await expect(events()).toContainText('Chờ gửi');
	await expect(events()).toContainText(TOPIC);
	await lookAtPhone(khang.page, 'beside-waiting');
});

test('F077, F081: with the network the desk counts them beside the doors, and no figure of the doors moves', async () => {
	const before = await readDoors(huy.page);
	await khang.phone.setOffline(false);
	await khang.sendNow();
	await khang.see('Đã gửi xong.');
	await khang.see('Buổi tuyên truyền');
	await lookAtPhone(khang.page, 'receipts');
	expect(await readDoors(huy.page)).toEqual(before);
	const quarter = huy.page.getByRole('row').filter({ hasText: 'Khu phố 3' }).first();
	await expect(quarter).toContainText('14');
	await expect(huy.page.getByRole('row').filter({ hasText: TOPIC })).toContainText('Lê Minh Khang');
	await expect(huy.page.getByRole('row').filter({ hasText: TOPIC })).toContainText('tình nguyện viên');
	await look(huy.page, 'desk-outreach');
	await huy.page.goto('/ward/help');
	await expect(huy.page.getByRole('heading', { name: 'Hôm nay: 3 người' })).toBeVisible();
	// one person less than was tapped, and nobody of them is the desk's to take back
	await expect(huy.page.getByRole('button', { name: /^Rút người lúc/ })).toHaveCount(0);
	await look(huy.page, 'desk-help');
});

test('F081: its teller amends it and takes it back; what the ward takes back is told', async () => {
	await openBeside();
	await expect(events()).toContainText('Phường đã nhận');
	await khang.press('link', `Sửa buổi ngày`);
	await khang.type(khang.page.getByLabel('Số hộ được tuyên truyền'), '15');
	await lookAtPhone(khang.page, 'event-amend');
	await khang.press('button', 'Lưu buổi này');
	await expect(events()).toContainText('15');
	await khang.sendNow();
	await khang.see('Đã gửi xong.');
	await huy.page.goto('/ward/outreach');
	await expect(huy.page.getByRole('row').filter({ hasText: TOPIC })).toContainText('15');
	await huy.page.getByRole('button', { name: /^Rút buổi ngày/ }).click();
	await expect(huy.page.getByText('Chưa ghi buổi nào.')).toBeVisible();
	await khang.sendNow();
	await khang.see('Đã gửi xong.');
	await openBeside();
	await khang.see(/Phường đã rút/);
	await expect(khang.page.getByRole('link', { name: /^Sửa buổi ngày/ })).toHaveCount(0);
	await lookAtPhone(khang.page, 'beside-withdrawn');

	await khang.press('link', 'Thêm buổi');
	await khang.type(khang.page.getByRole('textbox', { name: 'Nội dung' }), 'Buổi ghi nhầm');
	await khang.press('radio', 'Trường học');
	await khang.press('radio', 'Lớp tập huấn');
	await khang.press('button', 'Lưu buổi này');
	await khang.page.getByRole('button', { name: /^Rút buổi ngày .* Buổi ghi nhầm/ }).click();
	await lookAtPhone(khang.page, 'event-withdraw');
	await khang.page.getByRole('alertdialog').getByRole('button', { name: 'Rút' }).click();
	await khang.see('Đã rút.');
	await khang.sendNow();
	await khang.see('Đã gửi xong.');
	await huy.page.goto('/ward/outreach');
	await expect(huy.page.getByText('Buổi ghi nhầm')).toHaveCount(0);
});
