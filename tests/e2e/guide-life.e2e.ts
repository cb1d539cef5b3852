// The life of content: a day that is moved, one word that staff change, and an edition that is broken on its way.

import { expect, test, type Page } from '@playwright/test';
import { Guide, shot } from './guide-hands.ts';
import { Staff } from './hands.ts';
import type { WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

let ward: WardServer;
let khang: Guide;

test.beforeAll(async ({ browser }) => {
	({ ward, khang } = await Guide.join(browser));
});
test.afterAll(async () => {
	await khang.phone.throwAway();
	await ward.close();
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
	const huy = await Staff.signIn(browser, ward, 'huy');
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
	await huy.page.screenshot({ path: shot('desk-preview') });
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
	await huy.page.screenshot({ path: shot('desk-content') });
	await khang.phone.context.unroute('**/api/v1/content');
	await khang.sendNow();
	await expect.poll(() => readEdition(page), { timeout: 20_000 }).not.toContain('Xem cả tin nhắn cũ.');
	await huy.close();
});

test('F060: staff add a film as a file; a phone plays it once it has a network', async ({ browser }) => {
	const { page } = khang;
	const huy = await Staff.signIn(browser, ward, 'huy');
	// with its scripts: the film goes in pieces that a page without them would not cut
	await huy.page.goto('/ward/content/book', { waitUntil: 'networkidle' });
	const topics = huy.page.getByLabel('Phim về việc gì');
	const topic = await topics.locator('option').first().getAttribute('value');
	await topics.selectOption(topic);
	const file = huy.page.getByLabel('Tệp phim', { exact: true });
	const send = huy.page.getByRole('button', { name: 'Tải lên' });
	await file.setInputFiles({ name: 'phim.mp4', mimeType: 'video/mp4', buffer: Buffer.from('MZ, no film at all') });
	await send.click();
	await expect(huy.page.getByText(/không phải phim MP4 hay WebM/)).toBeVisible();
	await file.setInputFiles({ name: 'phim.webm', mimeType: 'video/webm', buffer: await recordFilm(huy.page) });
	await send.click();
	await expect(huy.page.getByText(/^Đã tải lên/)).toBeVisible();
	await expect(huy.page.locator(`input[name="video:${topic}"]`)).toHaveValue(/^\/films\/[0-9a-f]{32}\.webm$/);
	await huy.page.screenshot({ path: shot('desk-book') });
	await huy.page.getByRole('button', { name: 'Lưu và công bố danh bạ' }).click();
	await expect(huy.page.getByText('Đã lưu. Máy nhận khi gửi về lần tới.')).toBeVisible();
	await huy.close();

	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await expect.poll(() => readKept(page, 'book'), { timeout: 30_000 }).toContain('/films/');
	await khang.phone.setOffline(true);
	await page.goto(`/handbook/read/${topic}`);
	await khang.unlock();
	await khang.press('button', /Mở phim/);
	await khang.see(/Xem phim cần mạng/);
	await khang.phone.setOffline(false);
	await khang.press('button', 'Thử lại');
	const film = page.locator('video');
	await expect.poll(() => film.evaluate((one: HTMLVideoElement) => one.videoWidth)).toBe(320);
});

/** A film of a second, of a square that moves. */
async function recordFilm(page: Page): Promise<Buffer> {
	const bytes = await page.evaluate(async () => {
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [320, 240];
		const pen = canvas.getContext('2d')!;
		const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm' });
		const pieces: Blob[] = [];
		recorder.ondataavailable = ({ data }) => pieces.push(data);
		const ended = new Promise((resolve) => (recorder.onstop = resolve));
		recorder.start();
		for (let at = 0; at < 10; at++) {
			pen.fillStyle = `hsl(${at * 36} 80% 50%)`;
			pen.fillRect(at * 20, 40, 60, 60);
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		recorder.stop();
		await ended;
		return [...new Uint8Array(await new Blob(pieces).arrayBuffer())];
	});
	return Buffer.from(bytes);
}

/** What the phone holds of the ward's content under this name, as text. */
function readKept(page: Page, name: string): Promise<string> {
	return page.evaluate(
		async (key) => (await (await (await caches.open('gocua-content')).match(`/content/${key}`))?.text()) ?? '',
		name
	);
}

/** What the phone holds of the first step of P5, read where it lies. */
function readEdition(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const answer = await (await caches.open('gocua-content')).match('/content/vi');
		const held = (await answer?.json()) as { pack: { guides: { id: string; steps: { say: string }[] }[] } } | undefined;
		return held?.pack.guides.find((guide) => guide.id === 'P5')?.steps[0]?.say ?? '';
	});
}
