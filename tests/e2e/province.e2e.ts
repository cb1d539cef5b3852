// Two pages of whoever keeps the machine: how the server is, and what a province sees of its wards. Both in both
// languages, clean for axe, with a picture of each.

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ROOT } from '../../src/ops/build.mjs';
import { Staff } from './hands.ts';
import { WardServer } from './stage.ts';

const SCREENS = join(ROOT, 'tests', '.tmp', 'screens-province');

test.use({ viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 });
test.describe.configure({ mode: 'serial' });

let ward: WardServer;
test.beforeAll(async () => {
	mkdirSync(SCREENS, { recursive: true });
	ward = await new WardServer().start();
});
test.afterAll(() => ward.close());

/** The operator's tool over the same store, as it is typed at the machine. */
function type(...words: string[]): string {
	return execFileSync(process.execPath, ['src/ops/ward.mjs', ...words], {
		cwd: ROOT,
		encoding: 'utf8',
		env: { ...process.env, ORIGIN: '', DATABASE_URL: '', DATA_DIR: ward.dataDir, PORT: String(ward.port) }
	});
}

async function look(page: Page, name: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(wide).toBeLessThanOrEqual(0);
	await page.screenshot({ path: join(SCREENS, `${name}.png`), fullPage: true });
}

async function speakEnglish(page: Page): Promise<void> {
	await page.context().addCookies([{ name: 'language', value: 'en', url: ward.origin }]);
	await page.reload();
}

test('the administrator sees how the server is; a backup turns its light, and the logs are read through', async ({
	browser
}) => {
	const khiem = await Staff.signIn(browser, ward, 'khiem');
	const { page } = khiem;
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.getByRole('link', { name: 'Quản trị', exact: true }).click();
	await page.getByRole('link', { name: 'Tình trạng máy chủ' }).click();
	await expect(page.getByRole('heading', { name: 'Tình trạng máy chủ' })).toBeVisible();
	await expect(page.locator('[data-subject=backup]')).toHaveAttribute('data-light', 'bad');
	await expect(page.locator('[data-subject=backup]')).toContainText('chưa có bản nào');
	await look(page, 'status-no-backup');

	type('backup');
	await page.reload();
	await expect(page.locator('[data-subject=backup]')).toHaveAttribute('data-light', 'good');
	await expect(page.locator('[data-subject=backup]')).toContainText('còn nguyên');
	await page.getByRole('button', { name: 'Kiểm tra nhật ký' }).click();
	await expect(page.getByRole('status')).toContainText('Còn nguyên');
	await look(page, 'status');
	await speakEnglish(page);
	await expect(page.getByRole('heading', { name: 'How the server is' })).toBeVisible();
	await look(page, 'status-en');
	await khiem.close();

	// nobody else finds it
	const huy = await Staff.signIn(browser, ward, 'huy');
	expect((await huy.page.goto('/ward/status'))?.status()).toBe(403);
	await huy.close();
});

test('whoever reads for the province sees counts of every ward with a key of their own, until it is taken back', async ({
	browser
}) => {
	for (const name of ['Phường Thử Một', 'Phường Thử Hai', 'Xã Thử Ba'])
		type('init', '--ward', name, '--quarters', 'Khu phố 1', '--name', 'Người Quản Trị', '--login', 'quantri');
	const said = type('add-province', '--name', 'Tổ công tác tỉnh');
	const key = /^[\w-]{10,}\.[\w-]{40,}$/m.exec(said)![0];
	const context = await browser.newContext({ baseURL: ward.origin, viewport: { width: 1280, height: 800 } });
	const page = await context.newPage();
	await page.goto('/province');
	await expect(page.getByRole('heading', { name: 'Xem số liệu toàn tỉnh' })).toBeVisible();
	await look(page, 'province-entry');
	await page.getByLabel('Khóa').fill(`${key.slice(0, -4)}AAAA`);
	await page.getByRole('button', { name: 'Vào xem' }).click();
	await expect(page.getByRole('alert')).toContainText('Khóa chưa đúng');
	await page.getByLabel('Khóa').fill(key);
	await page.getByRole('button', { name: 'Vào xem' }).click();
	await expect(page.getByRole('row', { name: /Phường Thử Một/ })).toBeVisible();
	// the demo ward is no ward of the province; counts of nobody are below five
	await expect(page.getByText('giả định')).toHaveCount(0);
	await expect(page.getByRole('row', { name: /Xã Thử Ba/ }).getByText('ẩn')).toHaveCount(7);
	const [cookie] = await context.cookies();
	expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
	await look(page, 'province');
	await speakEnglish(page);
	await look(page, 'province-en');

	// the session is worth nothing once it was left
	await page.getByRole('button', { name: 'Leave' }).click();
	await expect(page.getByText('You have left.')).toBeVisible();
	await context.addCookies([cookie!]);
	await page.goto('/province');
	await expect(page.getByRole('heading', { name: 'Figures of the whole province' })).toBeVisible();
	await context.close();
});
