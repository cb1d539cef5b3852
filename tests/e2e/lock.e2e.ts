// A lost phone tells its finder nothing: wrong PINs, the ward's word, a week of silence, leaving, and the picture that a
// phone takes of its running apps. And the way back: a new code on the same phone. Faults 22 and 46 to 49.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { PIN, Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import { Phone, WardServer } from './stage.ts';
import { findInStores, plantProbe } from './stores.ts';

test.describe.configure({ mode: 'serial' });

const HOUR_MS = 3600_000;
const WRONG_PIN = '11223399';
/** Who and what the phone knew: residents, the volunteer, doors, numbers. */
const SECRETS = [
	...['Ngô Thị Sen', 'Phùng Thị Mơ', 'Nguyễn Hữu Nghĩa', 'Bùi Văn Lợi', 'Lê Minh Khang', 'Người Nháp'],
	...['0999000', '12/3 ngõ', 'ngõ Đình', 'Bờ Sông', PIN]
];

let ward: WardServer;
let huy: Staff;
let khang: Volunteer;

test.beforeAll(async ({ browser }) => {
	ward = await new WardServer().start();
	huy = await Staff.signIn(browser, ward, 'huy');
	khang = new Volunteer(new Phone(ward.origin));
	await khang.open();
	await khang.join(await huy.invite('Lê Minh Khang'));
	await khang.waitUntilKept();
});
test.afterAll(async () => {
	await khang.phone.throwAway();
	await huy.close();
	await ward.close();
});

async function recordNobodyHome(door: string): Promise<void> {
	await khang.goToDoor(door);
	await khang.press('button', 'Không gặp ai');
	await khang.press('button', 'Lưu', true);
	await khang.see('Đã lưu trên máy');
	await khang.press('button', 'Về danh sách');
}

/** Nothing of anybody in any store of the page; a planted text shows that the search works. */
async function expectNothingReadable(page: Page): Promise<void> {
	await page.evaluate(plantProbe, 'Người Cắm Thử');
	const found = await page.evaluate(findInStores, ['Người Cắm Thử', ...SECRETS]);
	expect(found).toEqual({ hits: ['probe/probe: Người Cắm Thử'], hasRead: true });
}

interface Rows {
	readonly name: string;
	readonly record: number;
	readonly draft: number;
	readonly outbox: readonly string[];
	readonly meta: readonly string[];
}

/** Runs in the page: what lies in each database of a profile, in order of age by name. */
async function countRows(): Promise<Rows[]> {
	const ask = <Value>(request: IDBRequest<Value>) =>
		new Promise<Value>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('no answer'));
		});
	const all: Rows[] = [];
	for (const { name = '' } of await indexedDB.databases()) {
		if (!name.startsWith('gocua-')) continue;
		const db = await ask(indexedDB.open(name));
		const tx = db.transaction([...db.objectStoreNames]);
		const [record, draft, outbox, meta] = await Promise.all([
			ask(tx.objectStore('record').count()),
			ask(tx.objectStore('draft').count()),
			ask(tx.objectStore('outbox').getAll()),
			ask(tx.objectStore('meta').getAllKeys())
		]);
		all.push({ name, record, draft, outbox: outbox.map((row) => `${row.state} ${row.alg}`), meta: meta.map(String) });
		db.close();
	}
	return all;
}

/** Runs in the page: how many ways into a data key are left, over all profiles. */
async function countWraps(): Promise<number> {
	const ask = <Value>(request: IDBRequest<Value>) =>
		new Promise<Value>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('no answer'));
		});
	const db = await ask(indexedDB.open('gocua'));
	const profiles = await ask<{ wraps: unknown[] }[]>(db.transaction('profile').objectStore('profile').getAll());
	db.close();
	return profiles.reduce((sum, { wraps }) => sum + wraps.length, 0);
}

/** The words, by file, that stand open in what the browser wrote to the disk: stores, history, tabs, sessions. */
function findOnDisk(folder: string, words: readonly string[]): string[] {
	const hits: string[] = [];
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const bytes = readFileSync(join(entry.parentPath, entry.name));
		for (const word of words) {
			if (['utf8', 'utf16le'].some((encoding) => bytes.includes(Buffer.from(word, encoding as BufferEncoding))))
				hits.push(`${entry.name}: ${word}`);
		}
	}
	return hits;
}

const { lookAtPhone, pathOf } = openAlbum('lock');

test('a passkey opens the vault beside the PIN, over a restart, and only for who the phone knows', async () => {
	const { page } = khang;
	const cdp = await khang.phone.context.newCDPSession(page);
	await cdp.send('WebAuthn.enable');
	const options = {
		protocol: 'ctap2',
		ctap2Version: 'ctap2_1',
		transport: 'internal',
		hasResidentKey: true,
		hasUserVerification: true,
		isUserVerified: true,
		automaticPresenceSimulation: true,
		hasPrf: true
	} as const;
	const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
	await khang.press('link', 'Cá nhân', true);
	await khang.press('button', 'Bật', true);
	await khang.typePin(WRONG_PIN);
	await khang.press('button', 'Tiếp tục');
	await khang.see('Mã PIN chưa đúng. Nhập lại.');
	expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(0);
	await khang.typePin();
	await khang.press('button', 'Tiếp tục');
	await khang.see('Đang bật.');
	await lookAtPhone(page, 'passkey');
	const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
	expect(credentials).toHaveLength(1);
	expect(JSON.stringify(credentials), 'a list of passkeys may be copied to other machines').not.toContain('Khang');

	await page.reload();
	await khang.press('button', 'Mở bằng vân tay hoặc khuôn mặt');
	await khang.see('Nơi làm việc');
	await expect.poll(() => page.workers().length, 'the worker of a PIN that nobody typed').toBe(0);
	await khang.press('button', 'Khóa ngay');
	await lookAtPhone(page, 'locked-passkey');
	await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
	await khang.press('button', 'Mở bằng vân tay hoặc khuôn mặt');
	await khang.see('Chưa mở được bằng vân tay hoặc khuôn mặt. Hãy dùng mã PIN.');
	// the PIN goes on working beside it
	await khang.unlock();
	await khang.press('button', 'Tắt', true);
	await expect(page.getByRole('button', { name: 'Bật', exact: true })).toBeVisible();
	await khang.press('button', 'Khóa ngay');
	await expect(page.getByRole('button', { name: 'Mở bằng vân tay hoặc khuôn mặt' })).toHaveCount(0);
	await khang.unlock();
	expect(await page.evaluate(countWraps)).toBe(1);
	await cdp.send('WebAuthn.disable');
});

test('a PIN need not wait for its worker: one is there with the lock screen, another for the next try, none behind it', async () => {
	const { page } = khang;
	const count = () => page.workers().length;
	await expect.poll(count).toBe(0);
	await khang.press('button', 'Khóa ngay');
	await expect.poll(count).toBe(1);
	const [first] = page.workers();
	await khang.unlock(WRONG_PIN);
	await khang.see(/Mã PIN chưa đúng/);
	await expect.poll(count).toBe(1);
	expect(page.workers()).not.toContain(first);
	await khang.unlock();
	await khang.see('Nơi làm việc');
	await expect.poll(count).toBe(0);
});

test('F006: away from the screen everything is covered, dialogs too, and typing goes on afterwards', async () => {
	const { page } = khang;
	await khang.press('link', 'Hộ dân', true);
	const search = page.getByRole('searchbox');
	await search.fill('ngõ');
	const name = page.getByRole('heading', { name: 'Hộ dân' });
	await expect(name).toBeVisible();
	let veil = '';
	for (const [leave, come] of [
		['blur', 'focus'],
		['pagehide', 'pageshow']
	] as const) {
		await page.evaluate((event) => window.dispatchEvent(new Event(event)), leave);
		await expect(name).toBeHidden();
		veil ||= await takeStill(page);
		await expectPicture(page, veil);
		await page.evaluate((event) => window.dispatchEvent(new Event(event)), come);
		await expect(name).toBeVisible();
		await expect(search).toBeFocused();
	}
	await khang.press('button', 'Cảnh giác');
	await page.evaluate(() => window.dispatchEvent(new Event('blur')));
	await expect(page.getByRole('dialog')).toBeHidden();
	await expectPicture(page, veil);
	await page.screenshot({ path: pathOf('veil') });
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
	await khang.press('button', 'Đóng');
	// what the phone does by itself meanwhile takes nothing away from it
	await khang.phone.setOffline(true);
	await recordNobodyHome('12/5');
	await expect.poll(() => khang.readStatus()).toContain('1 chờ gửi');
	await page.evaluate(() => window.dispatchEvent(new Event('blur')));
	await khang.phone.setOffline(false);
	const status = page.getByRole('link', { name: 'Xem việc gửi về phường', includeHidden: true });
	await expect.poll(() => status.textContent()).not.toContain('chờ gửi');
	await expectPicture(page, veil);
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
	// by itself, when another tab really comes in front
	const cdp = await khang.phone.context.newCDPSession(page);
	await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: false });
	const other = await khang.phone.context.newPage();
	await other.bringToFront();
	await expect.poll(() => page.evaluate(() => document.documentElement.hasAttribute('data-veiled'))).toBe(true);
	await other.close();
	await page.bringToFront();
	await expect(name).toBeVisible();
});

test('a week without the ward: its list is gone before the PIN, what is unsent stays, the rest comes back', async () => {
	const { page } = khang;
	await khang.phone.setOffline(true);
	await recordNobodyHome('14');
	const [before] = await page.evaluate(countRows);
	expect(before!.record).toBeGreaterThan(10);
	await page.clock.setFixedTime(Date.now() + 7 * 24 * HOUR_MS + 60_000);
	await page.goto('/doors');
	await khang.see('Nhập mã PIN để mở.');
	await expect.poll(async () => (await page.evaluate(countRows))[0]?.record).toBe(1);
	await khang.unlock();
	await khang.see('Hơn 7 ngày chưa liên lạc với phường');
	await lookAtPhone(page, 'lease');
	await expect.poll(() => khang.readStatus()).toContain('1 chờ gửi');
	await khang.phone.setOffline(false);
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await expect(page.getByText('Hơn 7 ngày chưa liên lạc với phường')).toBeHidden();
	await khang.goToDoor('14');
	await khang.see(/Không gặp ai/);
	// the clock that was put forward goes with the page
	await khang.phone.close();
	await khang.open('/doors');
	await khang.unlock();
});

test('ten wrong PINs: told in time, then nothing readable is left, over a restart, and the phone says why', async () => {
	const { page } = khang;
	await khang.goToDoor('44');
	await khang.press('link', 'Thêm người');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await page.getByLabel('Họ và tên').fill('Người Nháp');
	await expect.poll(async () => (await page.evaluate(countRows))[0]?.draft).toBe(1);
	await page.clock.install();
	await page.goto('/me');
	for (let wrong = 1; wrong <= 9; wrong++) {
		await khang.see('Đang khóa');
		await khang.unlock(WRONG_PIN);
		if (wrong < 5) await khang.see(/Mã PIN chưa đúng/);
		else {
			await khang.see(/Chờ \d+:\d\d rồi nhập lại/);
			await page.clock.fastForward(HOUR_MS + 1000);
			await expect(page.getByRole('button', { name: '1', exact: true })).toBeEnabled();
		}
		if (wrong === 8) await khang.see(/Sai thêm 2 lần nữa thì máy xóa/);
	}
	await khang.see(/Sai một lần nữa thì máy xóa/);
	await lookAtPhone(page, 'last-try');
	const [before] = await page.evaluate(countRows);
	expect(before).toMatchObject({ draft: 1 });
	expect(before!.record).toBeGreaterThan(10);
	await khang.unlock(WRONG_PIN);
	await khang.see('Nhập sai mã PIN 10 lần liền');
	await lookAtPhone(page, 'erased');
	const [after] = await page.evaluate(countRows);
	expect(after).toMatchObject({ record: 0, draft: 0, meta: ['lost', 'stamp', 'state'] });
	expect(await page.evaluate(countWraps)).toBe(0);
	await expectNothingReadable(page);
	await khang.phone.close();
	expect(findOnDisk(khang.phone.profile, SECRETS), 'in any file of the browser').toEqual([]);
	await khang.open('/doors');
	await khang.see('Nhập sai mã PIN 10 lần liền');
});

test('fault 48: from there a new code brings the list back, in a database of its own', async () => {
	const code = await huy.invite('Lê Minh Khang');
	await khang.press('button', 'Vào lại bằng mã mời mới');
	await khang.join(code);
	await khang.goToDoor('14');
	await khang.see(/Không gặp ai/);
	const databases = await khang.page.evaluate(countRows);
	expect(databases.map(({ record }) => record > 10).sort()).toEqual([false, true]);
});

test('fault 49: a forgotten PIN: what would be lost is told, and nothing goes before the new code is taken', async () => {
	const { page } = khang;
	await khang.phone.setOffline(true);
	await recordNobodyHome('23');
	await khang.press('link', 'Cá nhân', true);
	await khang.press('button', 'Khóa ngay');
	await page.getByText('Quên mã PIN?').click();
	await lookAtPhone(page, 'forgot');
	await khang.press('button', 'Vào lại bằng mã mời mới');
	const dialog = page.getByRole('alertdialog');
	await expect(dialog).toContainText(/1 việc chưa gửi/);
	await lookAtPhone(page, 'anew');
	await dialog.getByRole('button', { name: 'Tôi có mã mời mới' }).click();
	await page.getByRole('button', { name: 'Quay lại' }).click();
	await khang.unlock();
	await expect.poll(() => khang.readStatus()).toContain('1 chờ gửi');
	await khang.phone.setOffline(false);
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await khang.press('link', 'Cá nhân', true);
	await khang.press('button', 'Khóa ngay');
	const code = await huy.invite('Lê Minh Khang');
	await page.getByText('Quên mã PIN?').click();
	await khang.press('button', 'Vào lại bằng mã mời mới');
	await khang.press('button', 'Tôi có mã mời mới');
	await khang.join(code);
	await khang.goToDoor('23');
	await khang.see(/Không gặp ai/);
	expect(await page.evaluate(countWraps), 'one phone is read by one person').toBe(1);
});

test('F007: staff withdraw the phone: at the next contact every tab is empty and says so', async () => {
	const { page } = khang;
	const second = await khang.phone.context.newPage();
	await second.goto('/doors');
	const tab = new Volunteer(khang.phone);
	tab.page = second;
	await tab.unlock();
	await tab.see(/12\/3/);
	await huy.page.goto('/ward/volunteers');
	const row = huy.page.getByRole('row').filter({ hasText: 'Lê Minh Khang' });
	while (await row.getByRole('button', { name: 'Thu hồi máy' }).count()) {
		await row.getByRole('button', { name: 'Thu hồi máy' }).first().click();
		await expect(huy.page.getByText(/Đã thu hồi. Máy đó/)).toBeVisible();
	}
	await page.bringToFront();
	const revoked = page.getByRole('heading', { name: 'Phường đã ngừng quyền của máy này' });
	// Coming to the front is a contact already; where it was not yet, sending is one.
	await expect(async () => {
		if (await revoked.isVisible()) return;
		await page.getByRole('link', { name: 'Xem việc gửi về phường' }).click({ timeout: 1_000 });
		await page.getByRole('button', { name: 'Gửi ngay' }).click({ timeout: 1_000 });
		await expect(revoked).toBeVisible({ timeout: 3_000 });
	}).toPass({ timeout: 20_000 });
	for (const { page: shown } of [khang, tab]) {
		await expect(shown.getByRole('heading', { name: 'Phường đã ngừng quyền của máy này' })).toBeVisible();
		await expect(shown.getByText(/12\/3/)).toHaveCount(0);
	}
	await lookAtPhone(page, 'revoked');
	for (const database of await page.evaluate(countRows)) expect(database).toMatchObject({ record: 0, draft: 0 });
	expect(await page.evaluate(countWraps)).toBe(0);
	await expectNothingReadable(page);
	await second.close();
});

test('fault 46: leaving says what waits, and leaves an empty phone', async () => {
	const { page } = khang;
	const code = await huy.invite('Lê Minh Khang');
	await khang.press('button', 'Vào lại bằng mã mời mới');
	await khang.join(code);
	await khang.phone.setOffline(true);
	await recordNobodyHome('27');
	await khang.press('link', 'Cá nhân', true);
	await khang.press('button', 'Rời máy này');
	const dialog = page.getByRole('alertdialog');
	await expect(dialog).toContainText(/1 việc chưa gửi/);
	await lookAtPhone(page, 'leave');
	await dialog.getByRole('button', { name: 'Thôi' }).click();
	await khang.phone.setOffline(false);
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await khang.press('link', 'Cá nhân', true);
	await khang.press('button', 'Rời máy này');
	await expect(dialog).toContainText('Đã gửi hết');
	await dialog.getByRole('button', { name: 'Rời và xóa' }).click();
	await expect(page.getByLabel('Mã mời')).toBeVisible();
	expect(await page.evaluate(countWraps)).toBe(0);
	await expectNothingReadable(page);
	await page.reload();
	await expect(page.getByLabel('Mã mời')).toBeVisible();
});

/** The page once it stands still: a busy machine may still be drawing. */
async function takeStill(page: Page): Promise<string> {
	for (let last = ''; ;) {
		const now = await takePicture(page);
		if (now === last) return now;
		last = now;
	}
}

async function takePicture(page: Page): Promise<string> {
	return (await page.screenshot()).toString('base64');
}

/** At rest the same picture to the last point, whatever is behind it. */
async function expectPicture(page: Page, veil: string): Promise<void> {
	await expect.poll(async () => (await takePicture(page)) === veil, 'the same picture as before').toBe(true);
}
