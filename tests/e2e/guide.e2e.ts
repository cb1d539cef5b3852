// Guides at the door, as their users walk them: scenarios S06, S09, S11, S13, S14 and S17 of the field-work notes with
// their acceptance lines (S16: guide-shield.e2e.ts), on one phone without network and without a ward; then what of it lies at the desk.

import { expect, test } from '@playwright/test';
import { Guide } from './guide-hands.ts';
import { Staff } from './hands.ts';
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

test('S06: a couple on one phone: she stays approved, his success stays, the shared number is warned of', async () => {
	await khang.goToDoor('21');
	await khang.see('Bước tiếp: kích hoạt và đăng nhập');
	await khang.press('link', 'Thăm Trịnh Thị Hoa');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('checkbox', /Đồng ý ghi số điện thoại/);
	await khang.page
		.getByLabel(/Số điện thoại/)
		.last()
		.fill('0999 000 061');
	await khang.press('button', 'Tiếp tục');
	await khang.passCard();
	await khang.press('button', /Vẫn như trước: Mức 2 đã duyệt/);
	await khang.walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu');
	await khang.expectSafe();
	await khang.walk(/còn 5 ngày/, /Màn hình giới thiệu/, /Chuyển sang kiểm tra thiết bị/);
	await khang.walk(/Máy này đang gắn với tài khoản người khác/);
	await khang.see('Máy đang gắn với tài khoản người khác');
	await khang.walk(/Dùng máy riêng, số riêng: chưa có sẵn/);
	await khang.see('Ghi lại những gì?');
	await khang.confirm();
	await khang.press('button', /Thấy trên máy người dân/);
	await khang.see(/Lâm Văn Phú/);
	await khang.see('Mức 2 đã duyệt, chưa kích hoạt');
	await khang.saveVisit();
	await khang.goToDoor('21');
	await expect(khang.cardOf('Lâm Văn Phú')).toContainText('Mức 2 đã đăng nhập');
	await expect(khang.cardOf('Trịnh Thị Hoa')).toContainText('Mức 2 đã duyệt, chưa kích hoạt');
	await expect(khang.cardOf('Trịnh Thị Hoa')).toContainText('Không có số điện thoại riêng');
});

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

test('S11: the newborn leads to services 9 and 15, the child waits for the mother', async () => {
	await khang.goToDoor('31');
	await expect(khang.cardOf('Mai Ngọc Diễm')).toContainText('làm mức 2 tại Công an xã/phường');
	await expect(khang.cardOf('Mai Gia Bảo')).toContainText('Người giám hộ cần có mức 2 trước');
	await expect(khang.cardOf('Mai An Nhiên')).toContainText('trẻ dưới 6 tuổi');

	// the child: it ends where the mother has to begin
	await khang.press('link', 'Thăm Mai Gia Bảo');
	await khang.agree();
	await khang.passCard(/Chưa có thẻ/);
	await khang.press('button', /Vẫn như trước: Chưa đủ điều kiện/);
	await khang.see('Người giám hộ cần có mức 2 trước.');
	await khang.walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu', /^Có$/, 'Đồng ý', 'Mới có mức 1');
	await khang.see('Người đại diện làm mức 2 trước');
	await khang.confirm();
	await khang.finishVisit();

	// the mother: level 2 at the police, with the list of papers
	await khang.goToDoor('31');
	await khang.press('link', 'Thăm Mai Ngọc Diễm');
	await khang.passCard();
	await khang.press('button', /Vẫn như trước: Mức 1 đã đăng nhập/);
	await khang.walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu', 'Tự đến được', 'Có thẻ còn hạn', 'Làm xong, tiếp');
	await khang.walk('Hẹn ngày ra Công an');
	await khang.see(/Mang theo:/);
	await khang.confirm();
	await khang.finishVisit();
	await khang.press('button', 'Phiếu cho người dân');
	const slip = khang.page.getByRole('dialog');
	await expect(slip).toContainText('Mang theo');
	await expect(slip).toContainText('Rút lại đồng ý');
	await expect(slip, 'a slip that lies about names nobody').not.toContainText('Diễm');
	await slip.getByRole('button', { name: 'Đóng' }).click();

	// the baby: no birth registration yet
	await khang.goToDoor('31');
	await khang.press('link', 'Thăm Mai An Nhiên');
	await khang.agree();
	await khang.passCard(/Chưa có thẻ/);
	await khang.press('button', /Chưa đủ điều kiện/);
	await khang.press('button', /Người dân nói/);
	await khang.walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu', /Chưa/);
	await khang.see('Trẻ chưa khai sinh');
	await khang.confirm();
	await khang.toSummary();
	await khang.see(/Chuyển Tư pháp/);
	await khang.saveVisit();

	await khang.goToDoor('31');
	await khang.press('link', 'Hướng dẫn', true);
	await khang.press('link', 'Tìm dịch vụ theo nhu cầu');
	await khang.page.getByRole('searchbox').fill('em be moi sinh');
	const need = khang.page.getByRole('listitem').filter({ hasText: 'Em bé mới sinh' });
	await expect(need.getByRole('link')).toHaveText([/^9\. /, /^15\. /]);
});

/** A brisk hand, one tap after the other, reading included. */
const TAP_S = 1.5;

test('S13: a boarding house: six tenants in four minutes, two without registration, the owner; neutral words', async () => {
	const { page } = khang;
	khang.taps = 0;
	const from = Date.now();
	for (const [name, way] of [
		['Lý Văn Tài', 'Người thuê, ở nhờ tự khai'],
		['Ksor H’Nga', 'Người này ít nói tiếng Việt']
	] as const) {
		await khang.goToDoor('40');
		await khang.press('link', `Thăm ${name}`);
		await khang.agree();
		await khang.passCard();
		await khang.press('button', /^Có thẻ, chưa có tài khoản/);
		await khang.press('button', /Thấy trên máy người dân/);
		await khang.pickGuide('Đăng ký tạm trú');
		const said = [await khang.player.innerText()];
		await khang.walk(way);
		while (!(await page.getByRole('button', { name: 'Chưa có mức 2' }).isVisible())) {
			said.push(await khang.player.innerText());
			await khang.walk('Làm xong, tiếp');
		}
		said.push(await khang.player.innerText());
		await khang.walk('Chưa có mức 2');
		said.push(await khang.player.innerText());
		expect(said.join('\n')).toContain('theo quy định');
		expect(said.join('\n'), 'no threat').not.toMatch(/phạt|triệu đồng|bắt buộc|cưỡng chế/i);
		expect(said.join('\n'), 'level 2 first, and the police for both').toMatch(/mức 2/);
		await khang.see('Ở đây nhưng chưa đăng ký tạm trú');
		await khang.see(/Làm mức 2, nộp hồ sơ/);
		await khang.confirm();
		await khang.toSummary();
		await khang.see(/Ở đây nhưng chưa đăng ký tạm trú → Chuyển Công an/);
		await khang.see(/Hẹn.*Công an|Công an.*hẹn|Lịch hẹn|Hẹn ra/i);
		await khang.saveVisit();
	}
	// the other four are registered: what they have is noted, and no flag is raised
	for (const name of ['Lê Văn Vũ', 'Trần Thị An', 'Huỳnh Văn Tấn', 'Đặng Thị Lài']) {
		await khang.goToDoor('40');
		await khang.press('link', `Thăm ${name}`);
		await khang.finishVisit();
	}
	const spentS = (Date.now() - from) / 1000;
	const byHandS = khang.taps * TAP_S;
	console.log(`S13: 6 rows, ${khang.taps} taps, no field: ${byHandS} s by hand, ${Math.round(spentS)} s by machine`);
	expect(byHandS).toBeLessThanOrEqual(240);
	expect(spentS).toBeLessThanOrEqual(240);

	await khang.goToDoor('40');
	await expect(khang.cardOf('Ksor H’Nga')).toContainText('Rào cản ngôn ngữ, chữ viết');
	// the owner: shown how she registers her tenants, and no flag about her
	await khang.press('link', 'Thăm Kiều Thị Bông');
	await khang.passCard();
	await khang.press('button', /Vẫn như trước: /);
	await khang.pickGuide('Đăng ký tạm trú');
	await khang.walk(/Chủ nhà trọ/, /Khai tạm trú cho người thuê/, /Chưa có mức 2/);
	await khang.see('Chủ nhà ra Công an xã/phường');
	await expect(khang.player).not.toContainText('chưa đăng ký tạm trú');
	// and for guests of a few days she goes straight on to the other guide
	await khang.press('button', /Thông báo lưu trú/);
	await khang.walk('Đã nói, bắt đầu');
	await khang.see('Ai đến ở, ở đâu?');
	await khang.press('button', 'Đóng');
	await khang.toSummary();
	await khang.see('Không báo gì');
	await khang.saveVisit();
});

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

test('S17: refuses to be written down: informed, counted, no name, and a slip all the same', async () => {
	await khang.goToDoor('50');
	await khang.press('button', 'Bắt đầu thăm hộ');
	await expect(khang.page.getByRole('checkbox', { checked: true })).toHaveCount(0);
	await khang.press('button', /Từ chối ghi tên/);
	await expect(khang.page.getByRole('textbox')).toHaveCount(0);
	const more = khang.page.getByRole('button', { name: 'Thêm một người' });
	if ((await khang.page.getByRole('status').or(khang.page.locator('output')).first().innerText()) === '0')
		await more.click();
	await khang.press('checkbox', /Đã đưa tờ rơi/);
	await khang.press('checkbox', /tự ra quầy/);
	await khang.press('button', 'Tiếp tục');
	await khang.saveVisit();
	await khang.press('button', 'Phiếu cho người dân');
	await expect(khang.page.getByRole('dialog')).toContainText('không ghi thông tin cá nhân nào');
	expect(await khang.print('slip')).toEqual({ sheets: 1, mm: [148, 210] });
	await khang.page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
	await khang.goToDoor('50');
	await khang.see('Chưa ghi ai');
});

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
