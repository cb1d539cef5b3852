// People and rights, the privacy desk and the audit, in a browser with several sign-ins: the second step, sessions that
// end, a role that is lowered while its page is open, the way back after signing out, a request from its receipt to its
// answer, what goes when its time has come, a breach, the week and the file of the audit.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { SqliteFile } from '../../src/lib/server/db/sqlite-file.ts';
import { showCode } from '../fixtures/code-app.ts';
import { Staff } from './hands.ts';
import { WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

const SHOTS = join(import.meta.dirname, '..', '.tmp', 'screens');

let ward: WardServer;
let khiem: Staff;
let tuyet: Staff;
let son: Staff;

test.beforeAll(async ({ browser }) => {
	mkdirSync(SHOTS, { recursive: true });
	ward = await new WardServer().start();
	khiem = await Staff.signIn(browser, ward, 'khiem');
	tuyet = await Staff.signIn(browser, ward, 'tuyet');
	son = await Staff.signIn(browser, ward, 'son');
});
test.afterAll(async () => {
	for (const staff of [khiem, tuyet, son]) await staff?.close();
	await ward.close();
});

/** The page as it is now: read by a program for what hinders people, kept as a picture for an eye. */
async function look(page: Page, name: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
	await page.screenshot({ path: join(SHOTS, `rights-${name}-1280.png`), fullPage: true });
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow, `${name} is not moved sideways`).toBeLessThanOrEqual(0);
}

async function giveAgain(page: Page): Promise<void> {
	await expect(page.getByRole('heading', { name: 'Nhập lại mật khẩu' })).toBeVisible();
	await page.getByLabel('Mật khẩu').fill(ward.readDemoPassword());
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
}

test('an account is made, its password is changed at the first sign-in, and its role counts at once', async ({
	browser
}) => {
	const { page } = khiem;
	await page.goto('/ward/staff');
	await page.getByLabel('Họ và tên').fill('Người Mới Thử');
	await page.getByLabel('Tên đăng nhập').fill('moi.thu');
	await page
		.locator('section', { hasText: 'Thêm cán bộ' })
		.getByLabel('Vai trò')
		.selectOption({ label: 'Bộ phận Một cửa' });
	await page.getByRole('button', { name: 'Thêm', exact: true }).click();
	const given = await page.getByTestId('given-password').innerText();
	await look(page, 'staff-given');

	const context = await browser.newContext({
		baseURL: ward.origin,
		viewport: { width: 1280, height: 800 },
		isMobile: false
	});
	const own = await context.newPage();
	await own.goto('/ward');
	await own.getByLabel('Tên đăng nhập').fill('moi.thu');
	await own.getByLabel('Mật khẩu').fill(given);
	await own.getByRole('button', { name: 'Đăng nhập' }).click();
	await expect(own.getByText('Mật khẩu này do người khác tạo')).toBeVisible();
	await own.goto('/ward/review');
	await expect(own, 'nothing else before that').toHaveURL(/\/ward\/account$/);
	await own.getByLabel('Mật khẩu hiện nay').fill(given);
	await own.getByLabel('Mật khẩu mới', { exact: true }).fill('bon chu de nho');
	await own.getByLabel('Nhập lại mật khẩu mới').fill('bon chu de nho');
	await own.getByRole('button', { name: 'Đổi mật khẩu' }).click();
	await expect(own.getByText('Đã đổi mật khẩu.')).toBeVisible();
	await expect(own.getByText('Mật khẩu này do người khác tạo'), 'asked once').toHaveCount(0);

	// the role is lowered while the page is open: the next press is refused
	await own.goto('/ward/review?state=open');
	await own.getByRole('row').getByRole('link').first().click();
	await expect(own.getByRole('button', { name: /^Duyệt/ })).toBeVisible();
	await page.goto('/ward/staff');
	const row = page.getByRole('row').filter({ hasText: 'moi.thu' });
	await row.getByText('Đổi vai trò', { exact: true }).click();
	await row.getByRole('combobox').selectOption({ label: 'Quản trị' });
	await row.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.getByText('Đã đổi vai trò.', { exact: false })).toBeVisible();
	await own.getByRole('button', { name: /^Duyệt/ }).click();
	await expect(own.getByRole('alert')).toContainText('Vai trò này không được làm việc đó');

	// the account is closed: the next page is the door
	await page.goto('/ward/staff');
	await row.getByText('Việc khác', { exact: true }).click();
	await look(page, 'staff');
	await row.getByRole('button', { name: 'Khóa tài khoản' }).click();
	await expect(page.getByText('Đã khóa.', { exact: false })).toBeVisible();
	await own.goto('/ward/households');
	await expect(own).toHaveURL(/\/ward\/sign-in/);
	await context.close();
});

test('six digits at sign-in, set up with the password given again; sessions are seen and ended', async ({
	browser
}) => {
	const { page } = son;
	await page.goto('/ward/account');
	await look(page, 'account');
	await page.getByRole('link', { name: 'Bật mã sáu số' }).click();
	await look(page, 'confirm');
	await giveAgain(page);
	await expect(page).toHaveURL(/\/ward\/account$/);
	await page.getByRole('button', { name: 'Bật mã sáu số' }).click();
	const secret = await page.getByTestId('secret').innerText();
	await look(page, 'code-setup');
	await page.getByLabel('Sáu số đang hiện trên điện thoại').fill('000000');
	await page.getByRole('button', { name: 'Xác nhận' }).click();
	await expect(page.getByRole('alert')).toContainText('Mã sáu số chưa đúng');
	expect(await page.getByTestId('secret').innerText(), 'a mistyped code does not begin anew').toBe(secret);
	await page.getByLabel('Sáu số đang hiện trên điện thoại').fill(showCode(secret));
	await page.getByRole('button', { name: 'Xác nhận' }).click();
	const papers = await page.getByTestId('papers').getByRole('listitem').allInnerTexts();
	expect(papers).toHaveLength(8);
	await look(page, 'papers');

	const context = await browser.newContext({
		baseURL: ward.origin,
		viewport: { width: 1280, height: 800 },
		isMobile: false
	});
	const other = await context.newPage();
	await other.goto('/ward');
	await other.getByLabel('Tên đăng nhập').fill('son');
	await other.getByLabel('Mật khẩu').fill(ward.readDemoPassword());
	await other.getByRole('button', { name: 'Đăng nhập' }).click();
	await expect(other.getByRole('heading', { name: 'Nhập mã sáu số' })).toBeVisible();
	await look(other, 'code');
	await other.goto('/ward/households');
	await expect(other, 'the first step alone opens nothing').toHaveURL(/\/ward\/sign-in/);
	await other.getByLabel('Tên đăng nhập').fill('son');
	await other.getByLabel('Mật khẩu').fill(ward.readDemoPassword());
	await other.getByRole('button', { name: 'Đăng nhập' }).click();
	await other.getByLabel('Mã').fill(papers[0]!);
	await other.keyboard.press('Enter');
	await expect(other.getByRole('heading', { name: 'Tổng quan' })).toBeVisible();

	await page.goto('/ward/account');
	await expect(page.getByText('Còn 7 mã trên giấy', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: /Đăng xuất nơi này/ }).click();
	await expect(page.getByText('Đã đăng xuất nơi đó.')).toBeVisible();
	await other.goto('/ward/households');
	await expect(other).toHaveURL(/\/ward\/sign-in/);
	await context.close();
});

test('after signing out the way back shows nothing', async ({ browser }) => {
	const huy = await Staff.signIn(browser, ward, 'huy');
	await huy.page.getByRole('link', { name: 'Hộ dân' }).click();
	await expect(huy.page.getByRole('heading', { name: 'Hộ dân' })).toBeVisible();
	await huy.page.getByRole('link', { name: /12\/3/ }).first().click();
	await expect(huy.page.getByRole('heading', { name: 'Người trong nhà' })).toBeVisible();
	await huy.page.getByRole('button', { name: 'Đăng xuất' }).click();
	await expect(huy.page.getByText('Đã đăng xuất.')).toBeVisible();
	for (let i = 0; i < 3; i++) {
		await huy.page.goBack().catch(() => null);
		await huy.page.waitForLoadState();
		await expect(huy.page.getByText('Người trong nhà')).toHaveCount(0);
		expect(await huy.page.locator('main').innerText()).not.toMatch(/ngõ Đình/);
	}
	await huy.close();
});

test('a request from its receipt to its answer', async () => {
	const { page } = tuyet;
	await page.goto('/ward/privacy');
	await page.getByLabel('Tìm người được hỏi đến').fill('giang ha');
	await page.getByRole('button', { name: 'Tìm', exact: true }).click();
	const name = (await page.getByRole('radio').first().locator('..').innerText()).split(',')[0]!.trim();
	await page.getByLabel('Người dân muốn').selectOption({ label: 'Sửa dữ liệu sai' });
	await page.getByLabel('Họ tên người yêu cầu').fill('Người Hỏi Thử');
	await page.getByLabel('Liên hệ lại bằng cách nào').fill('đến tận nơi');
	await look(page, 'requests');
	await page.getByRole('button', { name: 'Nhận và in giấy hẹn' }).click();
	await expect(page.getByTestId('request-number')).toHaveText(/^YC-\d{4}-0001$/);
	await expect(page.getByText(/còn \d+ ngày|hạn hôm nay/)).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await page.screenshot({ path: join(SHOTS, 'rights-receipt-print.png'), fullPage: true });
	await expect(page.getByText('Người nhận ký', { exact: false })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Trả lời' })).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
	await page.getByLabel('Giá trị đúng').fill('Tên Đã Sửa');
	await page.getByLabel('Câu trả lời cho người dân').fill('Đã sửa theo giấy tờ.');
	await look(page, 'request');
	await page.getByRole('button', { name: 'Làm và trả lời' }).click();
	await expect(page.getByText('Đã trả lời.')).toBeVisible();
	await expect(page.getByText('Tên Đã Sửa').first()).toBeVisible();
	expect(name).not.toBe('Tên Đã Sửa');
	await page.goto('/ward/privacy?state=closed');
	await expect(page.getByRole('row').filter({ hasText: 'Tên Đã Sửa' })).toContainText('Đã làm xong');
	await page.goto('/ward/privacy/consents');
	await expect(page.getByRole('row').filter({ hasText: 'Hỏi tại nhà' }).first()).toBeVisible();
	await look(page, 'consents');
	await page.goto('/ward/privacy/registry');
	await look(page, 'registry');
});

test('what is due is shown, deleted with the password given again, and counted again', async () => {
	const { page } = khiem;
	// forty days go by: everything in the log is that much older
	await ward.stop();
	const store = new SqliteFile(join(ward.dataDir, 'ward.sqlite'));
	store.exec(`update change set at = at - ${40 * 24 * 3600_000}`);
	store.close();
	await ward.start();
	await page.goto('/ward/privacy/retention');
	await page.getByLabel('Giữ bao nhiêu ngày').fill('30');
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.getByText('Đã lưu.')).toBeVisible();
	await page.getByLabel('Xóa theo').selectOption({ label: 'Tuổi của dữ liệu' });
	await page.getByRole('button', { name: 'Xem trước' }).click();
	await look(page, 'retention-plan');
	await page.getByRole('button', { name: 'Xóa như trên' }).click();
	await page.getByRole('alert').getByRole('link', { name: 'Nhập lại mật khẩu' }).click();
	await giveAgain(page);
	await page.getByRole('button', { name: 'Xóa như trên' }).click();
	await expect(page.getByText('Đếm lại: không còn trường nào', { exact: false })).toBeVisible();
	await look(page, 'retention-done');
});

test('a breach: one sentence opens it, six steps close it', async () => {
	const { page } = tuyet;
	await page.goto('/ward/privacy/breach');
	await page.getByLabel('Chuyện gì đã xảy ra').fill('Mất một máy ở ngõ Đình');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Mất một máy ở ngõ Đình' })).toBeVisible();
	await expect(page.getByText('Báo cơ quan có thẩm quyền trước', { exact: false })).toBeVisible();
	await look(page, 'breach');
	for (let left = 6; left > 0; left--) {
		await page
			.getByRole('button', { name: /^Đã làm/ })
			.first()
			.click();
		await expect(page.getByRole('button', { name: /^Đã làm/ })).toHaveCount(left - 1);
	}
	await expect(page.getByText('Đã xử lý xong lúc', { exact: false })).toBeVisible();
});

test('the leader reads the week, and takes the audit out with the password given again', async () => {
	const { page } = son;
	const today = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10);
	await page.goto(`/ward/audit/week?day=${today}`);
	await expect(page.getByText('Nhật ký nguyên vẹn', { exact: false })).toBeVisible();
	await expect(page.getByRole('row').filter({ hasText: 'Triệu Ánh Tuyết' })).toBeVisible();
	await look(page, 'week');
	await page.goto('/ward/audit');
	await look(page, 'audit');
	await page.getByText('Xuất nhật ký ra tệp').first().click();
	const link = page.getByRole('link', { name: 'Xuất nhật ký ra tệp' });
	// the password that was given for the six digits may still hold: either way the file comes
	const download = page.waitForEvent('download');
	await link.click();
	const asked = page.getByRole('heading', { name: 'Nhập lại mật khẩu' });
	if (await asked.isVisible().catch(() => false)) await giveAgain(page);
	const text = readFileSync(await (await download).path(), 'utf8');
	expect(text).toContain('seq,at,who,act,subject,reason,head');
	expect(text).toContain('retention.run');
	await page.goto('/ward/audit');
	await expect(page.getByRole('row').filter({ hasText: 'Xuất nhật ký' }).first()).toBeVisible();
	const refused = await tuyet.page.request.get('/ward/audit/export?from=2026-01-01&until=2026-12-31');
	expect(await refused.text()).not.toContain('retention.run');
});
