// Guides at the door, as their users walk them: scenarios S06, S09, S11, S13, S14, S16 and S17 of the field-work notes with
// their acceptance lines, on one phone without network and without a ward; then the life of content: a day that is moved,
// one word that staff change, and an edition that is broken.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ROOT } from '../../src/ops/build.mjs';
import { Staff, Volunteer } from './hands.ts';
import { Phone, WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

const SHOTS = join(ROOT, 'tests', '.tmp', 'guide');

let ward: WardServer;
let khang: Volunteer;

test.beforeAll(async ({ browser }) => {
	ward = await new WardServer().start();
	khang = new Volunteer(new Phone(ward.origin));
	const huy = await Staff.signIn(browser, ward, 'huy');
	const code = await huy.invite('Lê Minh Khang');
	await huy.close();
	await khang.open();
	await khang.join(code);
	await khang.waitUntilKept();
	await goOffline();
});
test.afterAll(async () => {
	await khang.phone.throwAway();
	await ward.close();
});

async function goOffline(): Promise<void> {
	await ward.stop();
	await khang.phone.setOffline(true);
}

async function goOnline(): Promise<void> {
	await ward.start();
	await khang.phone.setOffline(false);
}

/** Each answer in the words of its button; ticks are taken where they stand. */
async function walk(...answers: (string | RegExp)[]): Promise<void> {
	for (const answer of answers) await khang.press('button', answer);
}

/** The card of a person behind the door. */
const cardOf = (name: string) =>
	khang.page.getByRole('article').filter({ has: khang.page.getByRole('heading', { level: 3, name }) });

const player = () => khang.page.locator('section.player');

/** What must hold on any screen of a guide: nothing to type into, and the shield one tap away. */
async function expectSafe(): Promise<void> {
	await expect(player().getByRole('textbox'), 'nowhere to type anything').toHaveCount(0);
	await expect(khang.page.getByRole('button', { name: 'Cảnh giác' }).first()).toBeVisible();
}

async function saveVisit(): Promise<void> {
	await khang.press('button', 'Lưu lượt thăm');
	await khang.see('Đã lưu trên máy');
}

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
	await passCard();
	await khang.press('button', /Vẫn như trước: Mức 2 đã duyệt/);
	await walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu');
	await expectSafe();
	await walk(/còn 5 ngày/, /Màn hình giới thiệu/, /Chuyển sang kiểm tra thiết bị/);
	await walk(/Máy này đang gắn với tài khoản người khác/);
	await khang.see('Máy đang gắn với tài khoản người khác');
	await walk(/Dùng máy riêng, số riêng: chưa có sẵn/);
	await khang.see('Ghi lại những gì?');
	await walk(/Xác nhận \d mục/);
	await khang.press('button', /Thấy trên máy người dân/);
	await khang.see(/Lâm Văn Phú/);
	await khang.see('Mức 2 đã duyệt, chưa kích hoạt');
	await saveVisit();
	await khang.goToDoor('21');
	await expect(cardOf('Lâm Văn Phú')).toContainText('Mức 2 đã đăng nhập');
	await expect(cardOf('Trịnh Thị Hoa')).toContainText('Mức 2 đã duyệt, chưa kích hoạt');
	await expect(cardOf('Trịnh Thị Hoa')).toContainText('Không có số điện thoại riêng');
});

/** The question about the card, where it comes. */
async function passCard(answer: RegExp = /^Có thẻ còn hạn/): Promise<void> {
	const asked = khang.page.getByText('Thẻ căn cước của người này');
	const state = khang.page.getByText('Tài khoản VNeID đang ở đâu?');
	await expect(asked.or(state).first()).toBeVisible();
	if (await asked.isVisible()) await khang.press('button', answer);
}

test('S09: a new phone without NFC: the borrowed phone must be unlinked before anything is saved', async () => {
	await khang.goToDoor('27');
	await khang.see('Bước tiếp: chuyển tài khoản sang máy mới');
	await khang.press('link', 'Thăm Tạ Thị Nhàn');
	await passCard();
	await khang.press('button', /Vẫn như trước: Mất điện thoại/);
	await walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu');
	await walk('Không còn, hoặc hỏng', 'Không có NFC', 'Người dân và chủ máy đều đồng ý');
	await expectSafe();
	// the phone is put away here: the visit waits, and says why
	await khang.press('button', 'Đóng');
	await khang.see(/Đang mượn máy/);
	await expect(khang.page.getByRole('button', { name: 'Hôm nay chưa làm' })).toHaveCount(0);
	await khang.press('button', 'Làm tiếp hướng dẫn');
	await khang.see('Đọc chip trên máy mượn');
	await walk('Máy mượn đã vào được tài khoản của mình', 'Máy của mình đã vào được');
	await khang.see('Hủy liên kết trên máy mượn');
	await expect(khang.page.getByRole('button', { name: 'Làm xong, tiếp' })).toBeDisabled();
	await khang.press('checkbox', 'Đã hủy liên kết trên máy mượn');
	await khang.press('checkbox', /không còn tên người dân/);
	await khang.press('checkbox', 'Đã trả máy cho chủ');
	await walk('Làm xong, tiếp', 'Mức 2', /Xác nhận \d mục/);
	await khang.see('Mức 2 đã đăng nhập');
	await saveVisit();
});

test('S11: the newborn leads to services 9 and 15, the child waits for the mother', async () => {
	await khang.goToDoor('31');
	await expect(cardOf('Mai Ngọc Diễm')).toContainText('làm mức 2 tại Công an xã/phường');
	await expect(cardOf('Mai Gia Bảo')).toContainText('Người giám hộ cần có mức 2 trước');
	await expect(cardOf('Mai An Nhiên')).toContainText('trẻ dưới 6 tuổi');

	// the child: it ends where the mother has to begin
	await khang.press('link', 'Thăm Mai Gia Bảo');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', 'Tiếp tục');
	await passCard(/Chưa có thẻ/);
	await khang.press('button', /Vẫn như trước: Chưa đủ điều kiện/);
	await khang.see('Người giám hộ cần có mức 2 trước.');
	await walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu', /^Có$/, 'Đồng ý', 'Mới có mức 1');
	await khang.see('Người đại diện làm mức 2 trước');
	await walk(/Xác nhận \d mục/);
	await finishVisit();

	// the mother: level 2 at the police, with the list of papers
	await khang.goToDoor('31');
	await khang.press('link', 'Thăm Mai Ngọc Diễm');
	await passCard();
	await khang.press('button', /Vẫn như trước: Mức 1 đã đăng nhập/);
	await walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu', 'Tự đến được', 'Có thẻ còn hạn', 'Làm xong, tiếp');
	await walk('Hẹn ngày ra Công an');
	await khang.see(/Mang theo:/);
	await walk(/Xác nhận \d mục/);
	await finishVisit();
	await khang.press('button', 'Phiếu cho người dân');
	const slip = khang.page.getByRole('dialog');
	await expect(slip).toContainText('Mang theo');
	await expect(slip).toContainText('Rút lại đồng ý');
	await expect(slip, 'a slip that lies about names nobody').not.toContainText('Diễm');
	await slip.getByRole('button', { name: 'Đóng' }).click();

	// the baby: no birth registration yet
	await khang.goToDoor('31');
	await khang.press('link', 'Thăm Mai An Nhiên');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', 'Tiếp tục');
	await passCard(/Chưa có thẻ/);
	await khang.press('button', /Chưa đủ điều kiện/);
	await khang.press('button', /Người dân nói/);
	await walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu', /Chưa/);
	await khang.see('Trẻ chưa khai sinh');
	await walk(/Xác nhận \d mục/);
	await toSummary();
	await khang.see(/Chuyển Tư pháp/);
	await saveVisit();

	await khang.goToDoor('31');
	await khang.press('link', 'Hướng dẫn', true);
	await khang.press('link', 'Tìm dịch vụ theo nhu cầu');
	await khang.page.getByRole('searchbox').fill('em be moi sinh');
	const need = khang.page.getByRole('listitem').filter({ hasText: 'Em bé mới sinh' });
	await expect(need.getByRole('link')).toHaveText([/^9\. /, /^15\. /]);
});

test('S13: two tenants without registration: neutral words, a flag each, a helper for the language', async () => {
	for (const [name, way] of [
		['Lý Văn Tài', 'Người thuê, ở nhờ tự khai'],
		['Ksor H’Nga', 'Người này ít nói tiếng Việt']
	] as const) {
		await khang.goToDoor('40');
		await khang.press('link', `Thăm ${name}`);
		await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
		await khang.press('button', 'Tiếp tục');
		await passCard();
		await khang.press('button', /^Có thẻ, chưa có tài khoản/);
		await khang.press('button', /Thấy trên máy người dân/);
		await khang.press('button', 'Hướng dẫn khác');
		await khang.press('button', 'Đăng ký tạm trú');
		await walk('Đã nói, bắt đầu', way);
		const seen = await player().innerText();
		expect(seen, 'no threat').not.toMatch(/phạt|bắt buộc/i);
		await walk('Làm xong, tiếp');
		if (await player().getByRole('button', { name: 'Làm xong, tiếp' }).isVisible()) await walk('Làm xong, tiếp');
		await walk('Chưa có mức 2');
		await khang.see('Ở đây nhưng chưa đăng ký tạm trú');
		await walk(/Xác nhận \d mục/);
		await finishVisit();
	}
	await khang.goToDoor('40');
	await expect(cardOf('Ksor H’Nga')).toContainText('Rào cản ngôn ngữ, chữ viết');
	// the owner: many at once
	await khang.press('link', 'Hướng dẫn', true);
	await khang.page.getByText('Cư trú', { exact: false }).first().click();
	await khang.press('link', /Thông báo lưu trú/);
	await khang.see('Đã nói, bắt đầu');
	await khang.press('button', 'Đóng');
});

test('S14: no papers at all: recorded without a number, to justice and police, no promise', async () => {
	await khang.goToDoor('44');
	await khang.press('button', 'Bắt đầu thăm hộ');
	await khang.press('button', /Thêm người/);
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', 'Tiếp tục');
	// there is no card to hold to the camera
	await khang.press('button', 'Đóng');
	await khang.page.getByLabel('Họ và tên').fill('Ông Ba Gạo');
	await khang.page.getByLabel('Năm sinh hoặc ngày sinh').fill('1956');
	await khang.press('radio', 'Nam');
	await khang.press('button', 'Tiếp tục');
	await passCard(/Chưa có thẻ/);
	await khang.press('button', /^Chưa có thẻ/);
	await khang.press('button', /Người dân nói/);
	await khang.press('button', 'Hôm nay chưa làm');
	await khang.press('button', /Chuyển cơ quan/);
	await khang.page.getByText('Thẻ, giấy tờ', { exact: true }).click();
	await khang.press('button', /Không có giấy tờ tùy thân/);
	await khang.press('button', 'Tiếp tục');
	await khang.see('Không có thông tin, không giấy tờ tùy thân');
	await khang.press('checkbox', /Không có thông tin, không giấy tờ/);
	await khang.press('button', /Báo 1 mục/);
	await khang.press('radio', /Chuyển Tư pháp/);
	await khang.press('button', 'Tiếp tục');
	await expect(khang.page.getByText('••••')).toHaveCount(0);
	await finishVisit();
	await khang.goToDoor('44');
	await expect(cardOf('Ông Ba Gạo')).toContainText('Tư pháp và Công an cùng giúp trước');
	await expect(cardOf('Ông Ba Gạo')).not.toContainText('••••');
});

test('S16: a scam call: the shield in one tap, its steps in the visit, no bank number in the note', async () => {
	await khang.goToDoor('48');
	await khang.press('link', 'Thăm Tống Thị Cẩm');
	khang.taps = 0;
	await khang.press('button', 'Cảnh giác');
	await khang.see(/Không làm theo, không cài tệp họ gửi/);
	expect(khang.taps).toBe(1);
	await khang.press('button', /làm từng bước/);
	await walk('Đã nói, bắt đầu', /Đang nghe điện thoại/);
	await khang.see('Cúp máy');
	await expectSafe();
	await walk('Làm xong, tiếp', 'Chưa làm gì');
	await khang.see('Chưa mất gì');
	await walk(/Xác nhận \d mục/);
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', 'Tiếp tục');
	await passCard();
	await khang.press('button', /^Có thẻ, chưa có tài khoản/);
	await khang.press('button', /Người dân nói/);
	await khang.press('button', 'Hôm nay chưa làm');
	await toSummary();
	await khang.see('Cảnh báo lừa đảo');
	await khang.page.getByLabel(/Ghi chú/).fill('họ đòi chuyển vào số tài khoản 1903555000111');
	await khang.press('button', 'Lưu lượt thăm');
	await expect(khang.page.getByRole('alert').filter({ visible: true }).first()).toBeVisible();
	await khang.page.getByLabel(/Ghi chú/).fill('');
	await saveVisit();
	await khang.see('Cảnh báo lừa đảo');
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
	await saveVisit();
	await khang.press('button', 'Phiếu cho người dân');
	await expect(khang.page.getByRole('dialog')).toContainText('không ghi thông tin cá nhân nào');
	await khang.page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
	await khang.goToDoor('50');
	await khang.see('Chưa ghi ai');
});

test('d: what is over, what is not yet, and what the ward has to confirm say so on a phone whose date is moved', async () => {
	const { page } = khang;
	const banner = (text: RegExp) => page.getByText(text).filter({ visible: true }).first();
	const at = async (day: string, path: string) => {
		await page.clock.setFixedTime(new Date(`${day}T03:00:00Z`));
		await page.goto(path);
		await khang.unlock();
	};
	// today: the old portal account is history, the fees hold
	await page.goto('/guide/P6-portal-account-2022');
	await khang.unlock();
	await expect(banner(/đã hết hiệu lực từ 01\/07\/2024/)).toBeVisible();
	await page.goto('/handbook/read/card-fees');
	await khang.unlock();
	await expect(banner(/hết hiệu lực từ/)).toHaveCount(0);
	// next spring the fees of this year are over, by themselves
	await at('2027-03-02', '/handbook/read/card-fees');
	await expect(banner(/đã hết hiệu lực từ 01\/03\/2027/)).toBeVisible();
	// a phone that is set back does not take today's rules for old ones
	await at('2024-01-10', '/guide/P5');
	await expect(banner(/Chưa có hiệu lực\. Áp dụng từ/)).toBeVisible();
	await at('2026-11-26', '/guide/web-activation');
	await expect(banner(/Chờ phường xác nhận/)).toBeVisible();
	await page.clock.setSystemTime(new Date());
	await page.goto('/');
	await khang.unlock();
});

test('e: staff change one word and publish, the phone shows it after the next sending; a broken edition is refused', async ({
	browser
}) => {
	const { page } = khang;
	await goOnline();
	const huy = await Staff.signIn(browser, ward, 'huy');
	// what the walks of this evening left at the desk: the borrowed phone, the scam
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await huy.openVisit(/27 /);
	await expect(huy.page.getByText(/máy mượn: đã hủy liên kết/).first()).toBeVisible();
	await huy.openVisit(/48 /);
	await expect(huy.page.getByText(/Cảnh báo lừa đảo/).first()).toBeVisible();
	await huy.page.goto('/ward/content?q=kich+hoat+tai+khoan');
	await huy.page
		.getByRole('row')
		.filter({ hasText: 'Tiếng Việt' })
		.getByRole('link', { name: 'Kích hoạt tài khoản VNeID' })
		.click();
	const say = huy.page.getByLabel('Bước 1 · Phải làm gì');
	const before = await say.inputValue();
	await say.fill('Xem ở trang vneid-capnhat.com');
	await huy.page.getByRole('button', { name: 'Xem trước' }).click();
	await expect(huy.page.getByText(/có địa chỉ trang ngoài hai trang chính thức/)).toBeVisible();
	await huy.page.getByRole('button', { name: 'Công bố', exact: true }).click();
	await expect(huy.page.getByText(/có địa chỉ trang ngoài hai trang chính thức/)).toBeVisible();
	await huy.page.getByLabel('Bước 1 · Phải làm gì').fill(`${before} Xem cả tin nhắn cũ.`);
	await huy.page.getByRole('button', { name: 'Xem trước' }).click();
	await expect(huy.page.getByText('Không có lỗi, có thể công bố.')).toBeVisible();
	await huy.page.screenshot({ path: shot('desk-preview'), fullPage: true });
	await huy.page.getByRole('button', { name: 'Công bố', exact: true }).click();
	await expect(huy.page.getByText(/Đã công bố bản \d+/)).toBeVisible();
	await huy.page.goto('/ward/content/book');
	await huy.page.getByLabel('Giờ làm việc').first().fill('Thứ 2 đến thứ 6, 7:30–11:30');
	await huy.page.getByLabel('Nơi hoặc người trực').first().fill('Công an phường, trực ban');
	await huy.page.getByLabel('Số điện thoại', { exact: true }).first().fill('0999 000 011');
	await huy.page.getByRole('button', { name: 'Lưu và công bố danh bạ' }).click();
	await expect(huy.page.getByText('Đã lưu. Máy nhận khi gửi về lần tới.')).toBeVisible();

	// the walk that is open goes on with the words that it began with
	await page.goto('/guide/P5');
	await khang.unlock();
	await khang.press('button', 'Đã nói, bắt đầu');
	await khang.see(before);
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await expect.poll(() => readEdition(page), { timeout: 20_000 }).toContain('Xem cả tin nhắn cũ.');

	await khang.press('link', 'Hướng dẫn', true);
	await khang.press('link', /^Kích hoạt tài khoản VNeID/);
	await khang.press('button', 'Đã nói, bắt đầu');
	await khang.see(/Xem cả tin nhắn cũ\./);
	await khang.press('button', 'Đóng');
	await khang.press('link', 'Danh bạ xã/phường');
	await khang.see('Công an phường, trực ban');
	await khang.press('link', 'Quay lại');
	await khang.press('link', 'Tờ rơi');
	await khang.see(/0999 000 011/);

	// something between the ward and the phone breaks the next edition
	await huy.page.goto('/ward/content/vi/guide/P5');
	await huy.page.getByLabel('Bước 1 · Phải làm gì').fill(before);
	await huy.page.getByRole('button', { name: 'Công bố', exact: true }).click();
	await expect(huy.page.getByText(/Đã công bố bản \d+/)).toBeVisible();
	await khang.phone.context.route('**/api/v1/content', async (route) => {
		const response = await route.fetch();
		const json = (await response.json()) as { items?: { title: string }[] };
		if (json.items?.[0]) json.items[0].title = '';
		await route.fulfill({ response, json });
	});
	await khang.sendNow();
	await khang.press('link', 'Hướng dẫn', true);
	await expect
		.poll(async () => {
			await khang.press('link', 'Hôm nay', true);
			await khang.press('link', 'Hướng dẫn', true);
			await page.waitForTimeout(500);
			return page.getByText(/máy không nhận vì có lỗi/).isVisible();
		})
		.toBe(true);
	expect(await readEdition(page), 'the good one stays').toContain('Xem cả tin nhắn cũ.');
	await khang.sendNow();
	await expect
		.poll(async () => {
			await huy.page.goto('/ward/content');
			return huy.page.getByText(/không nhận bản \d+: P5: title/).isVisible();
		})
		.toBe(true);
	await huy.page.screenshot({ path: shot('desk-content'), fullPage: true });
	await khang.phone.context.unroute('**/api/v1/content');
	await khang.sendNow();
	await expect.poll(() => readEdition(page), { timeout: 20_000 }).not.toContain('Xem cả tin nhắn cũ.');
	await huy.close();
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

/** Tab to a button and press Enter, as somebody without a finger does. */
async function pressByKeys(page: Page, name: string | RegExp): Promise<void> {
	const target = page.getByRole('button', { name }).filter({ visible: true }).first();
	await expect(target).toBeVisible();
	for (let tabs = 0; tabs < 60; tabs++) {
		if (await target.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
	}
	throw new Error(`no Tab reaches ${name}`);
}

/** What the phone holds of the first step of P5, read where it lies. */
function readEdition(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const answer = await (await caches.open('gocua-content')).match('/content/vi');
		const held = (await answer?.json()) as { pack: { guides: { id: string; steps: { say: string }[] }[] } } | undefined;
		return held?.pack.guides.find((guide) => guide.id === 'P5')?.steps[0]?.say ?? '';
	});
}

function shot(name: string): string {
	mkdirSync(SHOTS, { recursive: true });
	return join(SHOTS, `${name}.png`);
}

/** Through the questions that a guide leaves open, to the summary; then saved. */
async function finishVisit(): Promise<void> {
	await toSummary();
	await saveVisit();
}

async function toSummary(): Promise<void> {
	const { page } = khang;
	for (let left = 6; left > 0; left--) {
		const title = page.getByRole('heading', { level: 2 }).first();
		await expect(title).toBeVisible();
		const text = await title.innerText();
		if (/Xem lại rồi lưu/.test(text)) return;
		if (/Biết từ đâu/.test(text)) await khang.press('button', /Người dân nói/);
		else if (/Kết quả lượt này/.test(text)) await khang.press('button', /Chưa xong, hẹn lại/);
		else if (/Vì sao chưa xong/.test(text)) await khang.press('button', 'Chưa rõ lý do');
		else if (/Bước tiếp theo/.test(text)) {
			const day = page.getByRole('radio', { name: /Ngày mai|Thứ|Chủ nhật/ }).first();
			if (await day.isVisible()) await day.check({ force: true });
			await khang.press('button', 'Tiếp tục');
		} else await khang.press('button', /Tiếp tục|Báo \d mục|Không báo/);
	}
	throw new Error('the summary did not come');
}
