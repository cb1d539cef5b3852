// Passkeys in a browser with an authenticator of its own: added with the password given again, used to sign in, to give
// the password again before a file leaves the desk, and in place of the code that the ward asks for; one that is removed
// opens nothing, and the password goes on working.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

const SHOTS = join(import.meta.dirname, '..', '.tmp', 'screens');

let ward: WardServer;
let context: BrowserContext;
let page: Page;
let wire: CDPSession;
let authenticator: string;

test.beforeAll(async ({ browser }) => {
	mkdirSync(SHOTS, { recursive: true });
	ward = await new WardServer().start();
	context = await browser.newContext({
		baseURL: ward.origin,
		viewport: { width: 1280, height: 800 },
		isMobile: false,
		acceptDownloads: true
	});
	page = await context.newPage();
	wire = await context.newCDPSession(page);
	await wire.send('WebAuthn.enable');
	const options = {
		protocol: 'ctap2',
		transport: 'internal',
		hasResidentKey: true,
		hasUserVerification: true
	} as const;
	const made = await wire.send('WebAuthn.addVirtualAuthenticator', {
		options: { ...options, isUserVerified: true, automaticPresenceSimulation: true }
	});
	authenticator = made.authenticatorId;
});
test.afterAll(async () => {
	await context?.close();
	await ward.close();
});

async function look(name: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
	await page.screenshot({ path: join(SHOTS, `passkey-${name}-1280.png`), fullPage: true });
}

async function typePassword(username: string): Promise<void> {
	await page.goto('/ward/sign-in');
	await page.getByLabel('Tên đăng nhập').fill(username);
	await page.getByLabel('Mật khẩu', { exact: true }).fill(ward.readDemoPassword());
	await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

async function giveAgain(): Promise<void> {
	await page.getByLabel('Mật khẩu', { exact: true }).fill(ward.readDemoPassword());
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
}

const signOut = () => page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
const overview = () => page.getByRole('heading', { name: 'Tổng quan' });

test('is added with the password given again, and signs in without name and password', async () => {
	await typePassword('khiem');
	await expect(overview()).toBeVisible();
	await page.goto('/ward/account');
	await expect(page.getByText('Chưa có khóa nào.')).toBeVisible();
	await page.getByRole('link', { name: 'Thêm khóa truy cập' }).click();
	await giveAgain();
	await page.getByLabel('Tên gọi của khóa').fill('Máy tính thử');
	await look('add');
	await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
	await expect(page.getByText('Đã thêm khóa truy cập.', { exact: false })).toBeVisible();
	await expect(page.getByText('Máy tính thử')).toBeVisible();
	await look('list');
	const { credentials } = await wire.send('WebAuthn.getCredentials', { authenticatorId: authenticator });
	expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);

	// the same device does not get a second one
	await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
	await expect(page.getByRole('alert')).toContainText('Chưa thêm được khóa');

	await signOut();
	await expect(page.getByText('Đã đăng xuất.')).toBeVisible();
	await look('sign-in');
	await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
	await expect(overview()).toBeVisible();
	await page.goto('/ward/account');
	await expect(page.getByText('dùng gần nhất', { exact: false })).toBeVisible();
	await page.goto('/ward/audit');
	await expect(page.getByRole('row').filter({ hasText: 'Thêm khóa truy cập' }).first()).toBeVisible();
});

test('gives the password again before the audit leaves as a file', async () => {
	await page.goto('/ward/audit');
	await page.locator('summary', { hasText: 'Xuất nhật ký ra tệp' }).click();
	await page.getByRole('link', { name: 'Xuất nhật ký ra tệp' }).click();
	await expect(page.getByRole('heading', { name: 'Nhập lại mật khẩu' })).toBeVisible();
	await look('confirm');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
	expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test('without its owner at the device it opens nothing, and the password does', async () => {
	await page.goto('/ward');
	await signOut();
	await wire.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: false });
	await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
	await expect(page.getByRole('alert')).toContainText('Chưa dùng được khóa');
	await look('refused');
	await wire.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: true });
	await typePassword('khiem');
	await expect(overview()).toBeVisible();
});

test('stands for the code where the ward asks for one', async () => {
	await page.goto('/ward/staff');
	await expect(page.getByRole('row').filter({ hasText: 'khiem' })).toContainText('1 khóa truy cập');
	await page.getByRole('button', { name: 'Bắt buộc mã sáu số' }).click();
	await expect(page.getByText('Đang bắt buộc.', { exact: false })).toBeVisible();
	await page.goto('/ward');
	await signOut();
	await typePassword('khiem');
	await expect(page.getByRole('heading', { name: 'Nhập mã sáu số' })).toBeVisible();
	await look('second-step');
	await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
	await expect(overview()).toBeVisible();
	await page.goto('/ward/staff');
	await page.getByRole('button', { name: 'Thôi bắt buộc' }).click();
	await expect(page.getByText('Chưa bắt buộc.')).toBeVisible();
});

test('opens nothing once it is removed', async () => {
	await page.goto('/ward/account');
	await page.getByRole('link', { name: 'Thêm hoặc xóa khóa' }).click();
	await giveAgain();
	await page.getByRole('button', { name: 'Xóa khóa: Máy tính thử' }).click();
	await expect(page.getByText('Đã xóa khóa truy cập.', { exact: false })).toBeVisible();
	await signOut();
	await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
	await expect(page.getByRole('alert')).toContainText('Khóa truy cập này chưa mở được bàn phường');
	await typePassword('khiem');
	await expect(overview()).toBeVisible();
});
