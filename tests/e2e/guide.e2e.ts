// Guides at the door, as their users walk them: scenarios S06, S09, S11, S13, S14 and S17 of the field-work notes with
// their acceptance lines (S16: guide-shield.e2e.ts), on one phone without network and without a ward; then what of it lies at the desk.

import { expect, test } from '@playwright/test';
import { Guide } from './guide-hands.ts';
import { Staff } from './hands.ts';
import { walkS06, walkS11, walkS13, walkS17 } from './scenarios.ts';
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

test('S06: a couple on one phone: she stays approved, his success stays, the shared number is warned of', () =>
	walkS06(khang));

test('S09: a new phone without NFC: the borrowed phone must be unlinked before anything is saved', async () => {
	await khang.goToDoor('27');
	await khang.see('Bước tiếp: chuyển tài khoản sang máy mới');
	await khang.press('link', 'Thăm Tạ Thị Nhàn');
	await khang.passCard();
	await khang.press('button', /Vẫn như trước: Mất điện thoại/);
	await khang.walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu');
	await khang.walk('Không còn, hoặc hỏng', 'Không có NFC', 'Người dân và chủ máy đều đồng ý');
	await khang.expectSafe();
	// the phone is put away here: the visit waits, and says why
	await khang.press('button', 'Đóng');
	await khang.see(/Đang mượn máy/);
	await expect(khang.page.getByRole('button', { name: 'Hôm nay chưa làm' })).toHaveCount(0);
	await khang.press('button', 'Làm tiếp hướng dẫn');
	await khang.see('Đọc chip trên máy mượn');
	await khang.walk('Máy mượn đã vào được tài khoản của mình', 'Máy của mình đã vào được');
	await khang.see('Hủy liên kết trên máy mượn');
	await expect(khang.page.getByRole('button', { name: 'Làm xong, tiếp' })).toBeDisabled();
	await khang.press('checkbox', 'Đã hủy liên kết trên máy mượn');
	await khang.press('checkbox', /không còn tên người dân/);
	await khang.press('checkbox', 'Đã trả máy cho chủ');
	await khang.walk('Làm xong, tiếp', 'Mức 2', /Xác nhận \d mục/);
	await khang.see('Mức 2 đã đăng nhập');
	await khang.saveVisit();
});

test('S11: the newborn leads to services 9 and 15, the child waits for the mother', () => walkS11(khang));

test('S13: a boarding house: six tenants in four minutes, two without registration, the owner; neutral words', () =>
	walkS13(khang));

test('S14: no papers at all: recorded without a number, to justice and police together, no promise', async () => {
	const { page } = khang;
	await khang.goToDoor('44');
	await khang.press('button', 'Bắt đầu thăm hộ');
	await khang.press('button', /Thêm người/);
	await khang.agree();
	// there is no card to hold to the camera
	await khang.press('button', 'Đóng');
	await page.getByLabel('Họ và tên').fill('Ông Ba Gạo');
	await page.getByLabel('Năm sinh hoặc ngày sinh').fill('1956');
	await khang.press('radio', 'Nam');
	await khang.press('button', 'Tiếp tục');
	await khang.passCard(/Chưa có thẻ/);
	await khang.press('button', /^Chưa có thẻ/);
	await khang.press('button', /Người dân nói/);
	await khang.press('button', 'Hôm nay chưa làm');
	await khang.press('button', /Chuyển cơ quan/);
	await page.getByText('Thẻ, giấy tờ', { exact: true }).click();
	await khang.press('button', /Không có giấy tờ tùy thân/);
	await khang.press('button', 'Tiếp tục');
	await khang.press('checkbox', /Không có thông tin, không giấy tờ/);
	await khang.press('button', /Báo 1 mục/);
	await khang.press('radio', /Chuyển Tư pháp/);
	await khang.press('button', 'Tiếp tục');
	await khang.toSummary();
	// the flag goes to both, whoever is asked first
	await khang.see('Không có thông tin, không giấy tờ tùy thân → Chuyển Tư pháp – Hộ tịch, Chuyển Công an xã/phường');
	await khang.see('Chưa có thẻ');
	await expect(page.getByText('••••'), 'no number was made up').toHaveCount(0);
	await expect(page.locator('main'), 'no promise').not.toContainText(/trợ cấp|quyền lợi|chắc chắn|sẽ được/i);
	await expect(page.getByLabel(/Ghi chú/)).toHaveValue('');
	await khang.saveVisit();
	await khang.goToDoor('44');
	await expect(khang.cardOf('Ông Ba Gạo')).toContainText('Tư pháp và Công an cùng giúp trước');
	await expect(khang.cardOf('Ông Ba Gạo')).toContainText('Chưa có thẻ');
	await expect(khang.cardOf('Ông Ba Gạo')).not.toContainText('••••');
});

test('S17: refuses to be written down: informed, counted, no name, and a slip all the same', () => walkS17(khang));

test('what the walks left at the desk: the flags with their receivers, the borrowed phone', async ({ browser }) => {
	await ward.start();
	await khang.phone.setOffline(false);
	const huy = await Staff.signIn(browser, ward, 'huy');
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await huy.openVisit(/27 /);
	await expect(huy.page.getByText(/máy mượn: đã hủy liên kết/).first()).toBeVisible();
	await huy.openVisit(/44 /);
	await expect(huy.page.getByText(/DF-08 .* → Chuyển Tư pháp – Hộ tịch, Chuyển Công an/).first()).toBeVisible();
	// S13: two flags and no more, and nothing about who somebody's people are
	await huy.page.goto('/ward/review?state=open');
	const links = huy.page.getByRole('row').getByRole('link');
	const addresses = await links.evaluateAll((all) => [...new Set(all.map((link) => (link as HTMLAnchorElement).href))]);
	const sheets: string[] = [];
	for (const address of addresses) {
		await huy.page.goto(address);
		const door = huy.page.getByRole('heading', { level: 2 }).first();
		await expect(door).toBeVisible();
		if (/^40 /.test(await door.innerText())) sheets.push(await huy.page.locator('main').innerText());
	}
	expect(sheets).toHaveLength(7);
	expect(sheets.filter((sheet) => sheet.includes('DF-07'))).toHaveLength(2);
	for (const sheet of sheets) expect(sheet).not.toMatch(/dân tộc|ê đê|gia rai|tôn giáo/i);
	await huy.close();
});
