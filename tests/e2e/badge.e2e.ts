// The badge (features F004 and issue 7, build 4): from the desk to the phone, from its screen to the resident's phone, and
// red the moment that it is taken back. Scenarios S17 and O5.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { JPEG_PORTRAIT } from '../fixtures/portrait.ts';
import { meet, Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import { readQr } from './qr.ts';
import type { WardServer } from './stage.ts';
import { findInStores, plantProbe } from './stores.ts';

test.describe.configure({ mode: 'serial' });

const KHANG = 'Lê Minh Khang';
const DAY_MS = 24 * 3600_000;

let ward: WardServer;
let huy: Staff;
let khang: Volunteer;
/** The resident's own phone: another browser, which knows nothing of the app. */
let resident: BrowserContext;
let address: string;

const GREEN = /^Đúng là người của Phường/;

test.beforeAll(async ({ browser }) => {
	({ ward, huy, khang } = await meet(browser, (phone) => new Volunteer(phone)));
	resident = await openResident(browser);
});
test.afterAll(async () => {
	await khang.phone.throwAway();
	await resident.close();
	await huy.close();
	await ward.close();
});

/** The door is read in the sun: 7:1. */
function strict(page: Page): AxeBuilder {
	return new AxeBuilder({ page }).options({ rules: { 'color-contrast-enhanced': { enabled: true } } });
}

async function expectAccessible(axe: AxeBuilder, name: string): Promise<void> {
	const { violations } = await axe.setLegacyMode().analyze();
	const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
	expect(
		serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
		name
	).toEqual([]);
}

/** Without scripts, as the oldest phone that can read a code. */
function openResident(browser: Browser): Promise<BrowserContext> {
	return browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
}

const { lookAtPhone, pathOf } = openAlbum('badge');

async function look(page: Page, name: string, fullPage = true): Promise<void> {
	await page.screenshot({ path: pathOf(name), fullPage });
}

/** What the resident reads at this address. */
async function check(url: string): Promise<Page> {
	const page = resident.pages()[0] ?? (await resident.newPage());
	await page.goto(url);
	return page;
}

async function expectRed(url: string, title: string): Promise<Page> {
	const page = await check(url);
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
	await expect(page.getByText(KHANG)).toHaveCount(0);
	await expect(page.getByRole('img', { name: /Ảnh của/ })).toHaveCount(0);
	return page;
}

/** Draws the badge page of Khang at the desk. */
async function openDesk(): Promise<Page> {
	await huy.page.goto('/ward/volunteers');
	await huy.page.getByRole('link', { name: `Thẻ: ${KHANG}` }).click();
	await expect(huy.page.getByRole('heading', { name: `Thẻ của ${KHANG}` })).toBeVisible();
	return huy.page;
}

async function issue(validTo: string, withPhoto: boolean): Promise<void> {
	const page = await openDesk();
	await page.getByLabel('Có giá trị đến hết ngày').fill(validTo);
	if (withPhoto) {
		const photo = { name: 'IMG_2041.JPG', mimeType: 'image/jpeg', buffer: JPEG_PORTRAIT };
		await page.getByLabel('Ảnh chân dung').setInputFiles(photo);
		await expect(page.getByRole('img', { name: 'Ảnh sẽ in lên thẻ' })).toBeVisible();
		await page.getByLabel(/Người này đồng ý để ảnh hiện/).check();
	}
	await page.getByRole('button', { name: 'Cấp thẻ' }).click();
	await expect(page.getByText('Đã cấp thẻ.')).toBeVisible();
}

/** dd/MM/yyyy in Vietnam, so many days from now. */
function dayIn(days: number): string {
	const [year, month, date] = new Date(Date.now() + 7 * 3600_000 + days * DAY_MS).toISOString().slice(0, 10).split('-');
	return `${date}/${month}/${year}`;
}

/** The code on the volunteer's screen, as a camera before it sees it. */
async function scanScreen(): Promise<string> {
	const code = khang.page.getByRole('img', { name: 'Mã để kiểm tra thẻ' });
	await code.scrollIntoViewIfNeeded();
	return readQr(await khang.page.screenshot());
}

async function openBadge(): Promise<void> {
	await khang.press('link', 'Cá nhân', true);
	await khang.press('link', 'Thẻ của tôi');
}

test('staff issue it with a photo; it comes to the phone with the next sending, and to paper', async () => {
	await openBadge();
	await khang.see('Chưa có thẻ');
	await lookAtPhone(khang.page, 'none');
	const desk = await openDesk();
	await look(desk, 'desk-empty');
	await desk.getByLabel('Có giá trị đến hết ngày').fill('31/02/2027');
	await desk.getByRole('button', { name: 'Cấp thẻ' }).click();
	await expect(desk.getByText('Ngày hoặc giờ chưa đúng.', { exact: false })).toBeVisible();
	await issue(dayIn(60), true);
	await look(desk, 'desk');
	await expectAccessible(new AxeBuilder({ page: desk }), 'the desk');
	await desk.emulateMedia({ media: 'print' });
	await expect(desk.getByRole('button', { name: 'Cấp thẻ' })).toBeHidden();
	await look(desk, 'paper', false);
	const paper = desk.getByRole('article');
	const printed = await readQr(await paper.screenshot());
	await desk.emulateMedia({ media: 'screen' });

	await khang.sendNow();
	await khang.see('Đã gửi xong.');
	await openBadge();
	await khang.see('Bác quét mã này để kiểm tra');
	await lookAtPhone(khang.page, 'phone');
	await khang.phone.setOffline(true);
	await khang.page.reload();
	await expect(khang.page.getByText('Nhập mã PIN để mở.')).toBeVisible();
	await expect(khang.page.getByRole('img', { name: 'Mã để kiểm tra thẻ' }), 'a finder has no badge').toHaveCount(0);
	await khang.unlock();
	await khang.see('Bác quét mã này để kiểm tra');
	address = await scanScreen();
	expect(address).toBe(printed);
	expect(address).toMatch(new RegExp(`^${ward.origin}/badge/`));
});

test('S17: she scans it with her own phone: green, with face and quarter; still refuses, and no name is kept', async ({
	browser
}) => {
	const page = resident.pages()[0] ?? (await resident.newPage());
	const response = (await page.goto(address))!;
	await expect(page.getByRole('heading', { level: 1, name: GREEN })).toBeVisible();
	await expect(page.getByText(KHANG)).toBeVisible();
	await expect(page.getByText('Khu phố 3')).toBeVisible();
	await expect(page.getByRole('img', { name: `Ảnh của ${KHANG}` })).toBeVisible();
	await expect(page.getByText('hỏi mã OTP trong tin nhắn')).toBeVisible();
	await expect(page.getByText('Trang này chưa có số của phường', { exact: false })).toBeVisible();
	await look(page, 'green');
	// nothing is kept about her, nothing runs, nobody else hears of it
	expect(await resident.cookies()).toEqual([]);
	const headers = response.headers();
	expect(headers).toMatchObject({
		'cache-control': 'no-store',
		'referrer-policy': 'no-referrer',
		'x-robots-tag': 'noindex, nofollow',
		'x-frame-options': 'DENY',
		'x-content-type-options': 'nosniff'
	});
	expect(headers['content-security-policy']).toContain(`default-src 'none'`);
	expect(headers['set-cookie']).toBeUndefined();
	expect(await response.text()).not.toMatch(/<script|onload=|Trần Thị Mận/i);

	await huy.page.goto('/ward/content/book');
	await huy.page.getByLabel('Số điện thoại của xã/phường').fill('0999 000 012');
	await huy.page.getByRole('button', { name: 'Lưu và công bố danh bạ' }).click();
	await expect(huy.page.getByText('Đã lưu. Máy nhận', { exact: false })).toBeVisible();
	await check(address);
	await expect(page.getByRole('link', { name: /Gọi Phường.*0999 000 012/ })).toHaveAttribute('href', 'tel:0999000012');
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page.getByRole('heading', { level: 1, name: /^Yes, this is a person of/ })).toBeVisible();
	await look(page, 'green-en');
	const scripted = await browser.newPage();
	for (const url of [address, `${ward.origin}/badge/1`]) {
		await scripted.goto(url);
		await expectAccessible(strict(scripted), url);
	}
	await scripted.close();

	await khang.goToDoor('50');
	await khang.press('button', 'Bắt đầu thăm hộ');
	await khang.press('button', /Từ chối ghi tên/);
	const more = khang.page.getByRole('button', { name: 'Thêm một người' });
	if ((await khang.page.locator('output').innerText()) === '0') await more.click();
	await khang.press('checkbox', /Đã đưa tờ rơi/);
	await khang.press('checkbox', /tự ra quầy/);
	await khang.press('button', 'Tiếp tục');
	await khang.press('button', 'Lưu lượt thăm');
	await khang.see('Đã lưu trên máy');
	await khang.phone.setOffline(false);
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await huy.openVisit(/50 /);
	await expect(huy.page.getByRole('article')).toContainText('Số người từ chối ghi tên 1');
});

test('a forged one is no badge of the ward: a changed letter, a made-up code, no code at all', async () => {
	const at = address.length - 20;
	const changed = address.slice(0, at) + (address[at] === 'A' ? 'B' : 'A') + address.slice(at + 1);
	const page = await expectRed(changed, 'Không phải thẻ của phường');
	await look(page, 'forged');
	for (const odd of ['/badge/1', '/badge', '/badge/0000.aaaaaaaaaaaaaaaaaaaaaa.', '/badge/a/b/c'])
		await expectRed(ward.origin + odd, 'Không phải thẻ của phường');
	// whom to call is said all the same
	await expect(page.getByRole('link', { name: /Gọi Phường.*0999 000 012/ })).toBeVisible();
});

test('O5: the phone is lost: the leader shuts it out, the page is red at once, the finder finds nothing', async ({
	browser
}) => {
	await check(address);
	await expect(resident.pages()[0]!.getByRole('heading', { level: 1, name: GREEN })).toBeVisible();
	// lost on the way: no network, locked by itself after a while, here by the pocket that pressed it
	await khang.phone.setOffline(true);
	await khang.goToDoor('14');
	await khang.press('button', 'Không gặp ai');
	await khang.press('button', 'Lưu', true);
	await khang.see('Đã lưu trên máy');
	await khang.press('button', 'Về danh sách');
	await khang.press('link', 'Cá nhân', true);
	await khang.press('button', 'Khóa ngay');
	const leader = await Staff.signIn(browser, ward, 'son');
	await leader.page.goto('/ward/volunteers');
	const row = leader.page.getByRole('row').filter({ hasText: KHANG });
	await row.getByRole('button', { name: 'Thu hồi máy' }).click();
	await expect(leader.page.getByText('Đã thu hồi. Máy đó không gửi nhận được nữa.')).toBeVisible();
	const page = await expectRed(address, 'Thẻ đã bị thu hồi');
	await look(page, 'revoked');
	await leader.page.goto('/ward/audit');
	await expect(leader.page.getByRole('row', { name: /Thu hồi thẻ tình nguyện viên.*máy bị thu hồi/ })).toBeVisible();
	await leader.close();

	// until the next contact the PIN is what stands between the finder and the list
	await khang.typePin('11112222');
	await khang.press('button', 'Mở khóa');
	await khang.see(/Mã PIN chưa đúng|Sai mã PIN/);
	await expect(khang.page.getByText(/12\/3/)).toHaveCount(0);
	await khang.page.evaluate(plantProbe, 'Ngọc Bích 000');
	const secrets = [KHANG, 'Ngọc Bích 000', 'Ngô Thị Sến'];
	const before = await khang.page.evaluate(findInStores, secrets);
	expect(before.hits.map((hit) => hit.split(': ')[1])).toEqual(['Ngọc Bích 000']);

	// locked as it is, it tries to send what is sealed: that is the contact
	await khang.phone.setOffline(false);
	const gone = khang.page.getByRole('heading', { name: 'Phường đã ngừng quyền của máy này' });
	await expect(async () => {
		if (await gone.isVisible()) return;
		await khang.page.reload();
		await expect(gone).toBeVisible({ timeout: 5_000 });
	}).toPass({ timeout: 40_000 });
	await lookAtPhone(khang.page, 'wiped');
	const after = await khang.page.evaluate(findInStores, secrets);
	expect(after.hits.map((hit) => hit.split(': ')[1])).toEqual(['Ngọc Bích 000']);
});

test('it expires by the ward’s clock: red, and names nobody', async () => {
	await issue(dayIn(0), false);
	const url = (await huy.page.getByRole('link', { name: 'Mở trang kiểm tra' }).getAttribute('href'))!;
	const page = await check(url);
	await expect(page.getByRole('heading', { level: 1, name: GREEN })).toBeVisible();
	await expect(page.getByText('Thẻ này không có ảnh.', { exact: false })).toBeVisible();
	await look(page, 'green-no-photo');
	await ward.stop();
	const options = `--import ${new URL('../fixtures/later.mjs', import.meta.url).href}`;
	await ward.start({ NODE_OPTIONS: options, CLOCK_AHEAD_MS: String(2 * DAY_MS) });
	await expectRed(url, 'Thẻ đã hết hạn');
	await look(page, 'expired');
});
