// What a phone does not keep from the start: English before somebody chose it, and the scanner's worker of last resort. What
// the person sees without network, and that what was kept is there. Which files these are: tests/walls/kept.built.ts.

import { expect, test } from '@playwright/test';
import { drawCard, encodeBmp } from '../fixtures/camera.ts';
import { BUILD } from '../../src/ops/build.mjs';
import { listLater, listPrecache } from '../walls/bundle.ts';
import { Staff, Volunteer } from './hands.ts';
import { Phone, WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

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
});
test.afterAll(async () => {
	await khang.phone.throwAway();
	await ward.close();
});

const listKept = () =>
	khang.page.evaluate(async () => {
		const [name] = (await caches.keys()).filter((each) => each.startsWith('app-'));
		const requests = await (await caches.open(name!)).keys();
		return requests.map(({ url }) => new URL(url).pathname).sort();
	});

test('a phone in Vietnamese keeps exactly what is weighed', async () => {
	expect(await listKept()).toEqual(listPrecache(BUILD));
});

test('without network a picture that nothing reads is said to be unread, and English not to be there', async () => {
	await ward.stop();
	await khang.phone.setOffline(true);
	await khang.goToDoor('50');
	await khang.press('link', 'Thêm người');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', /^(Quét mã QR trên thẻ|Quét lại thẻ)/);
	// the camera looks, at whatever this browser holds before it
	await khang.see(/Đưa mã QR vào khung|Tối quá/);
	await khang.page.evaluate(() => {
		const stream = document.querySelector('video')?.srcObject;
		if (!(stream instanceof MediaStream)) throw new Error('no camera is on');
		stream.getVideoTracks()[0]!.dispatchEvent(new Event('ended'));
	});
	const file = khang.page.locator('input[type=file]');
	await file.setInputFiles({ name: 'trang.bmp', mimeType: 'image/bmp', buffer: encodeBmp(drawCard(null)) });
	await khang.see(/Không đọc được mã trong ảnh này/);
	await khang.press('button', 'Đóng');

	await khang.page.goto('/me');
	await khang.unlock();
	await khang.press('radio', 'English');
	await khang.see(/chưa tải được tiếng Anh/);
	await expect(khang.page.getByRole('link', { name: 'Hộ dân', exact: true })).toBeVisible();
	// guides are there, in Vietnamese
	await khang.press('link', 'Hướng dẫn', true);
	await expect(khang.page.locator('main a[href^="/guide/"]').first()).toBeVisible();
});

test('with a network English is fetched and kept, and is there without one', async () => {
	await ward.start();
	await khang.phone.setOffline(false);
	await khang.press('link', /Cá nhân|Me/, true);
	await khang.press('button', /Thử lại|Try again/);
	await khang.see('English is on this phone and works without network.');
	const last = (path: string) => path.includes('scan-last.worker');
	const english = listLater(`${BUILD}/client`).map((path) => `/${path}`);
	expect(await listKept()).toEqual([...listPrecache(BUILD), ...english.filter((path) => !last(path))].sort());

	await ward.stop();
	await khang.phone.setOffline(true);
	await khang.page.goto('/guide');
	await expect(khang.page.locator('html')).toHaveAttribute('lang', 'en');
	await khang.typePin();
	await khang.press('button', 'Unlock', true);
	await expect(khang.page.getByRole('link', { name: 'Doors', exact: true })).toBeVisible();
	await expect(khang.page.locator('main a[href^="/guide/"]').first()).toContainText(/[A-Za-z]{4}/);
	await expect(khang.page.locator('main a[href^="/guide/"]:not([lang])').first()).toBeVisible();
	await khang.page.screenshot({ path: 'tests/.tmp/screens/guides-english.png' });
});
