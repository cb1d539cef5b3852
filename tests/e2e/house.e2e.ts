// Issue 7 at the door, what a household and a shift need beside the visit: the drawing of a lane, who of the family helps,
// doors that nobody is sent to, what the ward aims at, an hour to report back, and what does not load.

import { expect, test, type Locator } from '@playwright/test';
import { meet, part, Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import type { WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

let ward: WardServer;
let huy: Staff;
let khang: Volunteer;

test.beforeAll(async ({ browser }) => {
	({ ward, huy, khang } = await meet(browser, (phone) => new Volunteer(phone)));
});
test.afterAll(() => part({ ward, huy, khang }));

const album = openAlbum('house');
const look = (name: string) => album.lookAtPhone(khang.page, name);

test('F021: a house is put on the drawing of its lane by a finger and by keys, without any leave to read the place', async () => {
	const { page } = khang;
	const readLeave = () => navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state);
	const before = await page.evaluate(readLeave);
	await page.evaluate(() => {
		for (const ask of ['getCurrentPosition', 'watchPosition'] as const)
			navigator.geolocation[ask] = () => Number(document.documentElement.classList.add('asked-for-the-place'));
	});
	await khang.goToDoor('23');
	await khang.press('button', 'Sơ đồ ngõ');
	const drawing = page.getByRole('img', { name: /^Sơ đồ ngõ, 0 nhà khác/ });
	await drawing.scrollIntoViewIfNeeded();
	const box = (await drawing.boundingBox())!;
	await drawing.click({ position: { x: (box.width * 1.5) / 7, y: (box.height * 6.5) / 10 } });
	await khang.see('Nhà 23: Bên trái, ô 4 từ đầu ngõ, lùi vào 2 ô');
	await page.getByRole('button', { name: 'Sang phải' }).focus();
	await page.keyboard.press('Enter');
	await khang.see('Nhà 23: Bên trái, ô 4 từ đầu ngõ');
	await look('sketch');
	await khang.press('button', 'Lưu chỗ này');
	await khang.see('Trên sơ đồ ngõ: Bên trái, ô 4 từ đầu ngõ');
	// who comes to the next house sees it
	await khang.goToDoor('27');
	await khang.press('button', 'Sơ đồ ngõ');
	await expect(page.getByRole('img', { name: /^Sơ đồ ngõ, 1 nhà khác/ })).toBeVisible();
	await page.getByText('Các nhà khác đã vẽ').click();
	await khang.see('Bên trái, ô 4 từ đầu ngõ: nhà 23');
	await look('sketch-others');
	await khang.press('button', 'Đóng');
	await seeAtDesk();
	await khang.goToDoor('23');
	await khang.press('button', 'Sơ đồ ngõ');
	await khang.press('button', 'Bỏ khỏi sơ đồ');
	await expect(page.getByText(/Trên sơ đồ ngõ/)).toHaveCount(0);
	expect(await page.locator('.asked-for-the-place').count()).toBe(0);
	expect(await page.evaluate(readLeave)).toBe(before);
});

test('F078: who of the household helps is one of them, asked, and no number goes with it', async () => {
	const { page } = khang;
	await addPerson('Nguyễn Thị Bà Thử', '1948');
	await addPerson('Nguyễn Văn Cháu Thử', '2006');
	await addPerson('Nguyễn Thị Bé Thử', '2019');
	await khang.press('link', 'Sửa thông tin Nguyễn Thị Bà Thử');
	await expect(page.getByRole('radio', { name: /Cháu Thử/ })).toBeVisible();
	await expect(page.getByRole('radio', { name: /Bé Thử/ }), 'no child is asked').toHaveCount(0);
	await expect(page.getByRole('radio', { name: /Bà Thử/ }), 'nobody helps themselves').toHaveCount(0);
	await khang.press('radio', /^Nguyễn Văn Cháu Thử, sinh 2006/);
	await khang.press('button', 'Lưu người này');
	await khang.see('Hỏi cả hai người rồi đánh dấu; không thì chọn “Không ghi ai”.');
	await look('helper');
	await khang.press('checkbox', /^Đã hỏi: Nguyễn Văn Cháu Thử đồng ý giúp/);
	await khang.press('button', 'Lưu người này');
	await khang.see('Người nhà giúp trên điện thoại: Nguyễn Văn Cháu Thử');
	await page.getByText('Người nhà giúp trên điện thoại').scrollIntoViewIfNeeded();
	await look('helped');
});

test('build 3: a target of the ward comes to the phone; what the ward has and what waits stand apart', async ({
	browser
}) => {
	const son = await Staff.signIn(browser, ward, 'son');
	await son.page.goto('/ward/campaigns?new');
	await son.page.getByLabel('Tên đợt').fill('Đợt thử tháng này');
	await son.page.getByLabel('Từ ngày').fill(dayFromNow(-3));
	await son.page.getByLabel('Đến ngày').fill(dayFromNow(9));
	await son.page.getByLabel('Khu phố 3, Mức 2').fill('40');
	await son.page.getByLabel('Khu phố 3, Mức 2').press('Enter');
	await expect(son.page.getByRole('status')).toHaveText('Đã lưu.');
	await son.close();
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await khang.press('link', 'Hôm nay', true);
	const aims = khang.page.getByRole('region', { name: 'Chỉ tiêu: Đợt thử tháng này' });
	await expect(aims).toContainText('Khu phố 3 · mức 2: cần 40 người');
	await expect(aims).toContainText('còn 9 ngày');
	await aims.scrollIntoViewIfNeeded();
	await look('aims');
});

test('what may still be taken back is said to be held, and not that nothing waits', async () => {
	const { page } = khang;
	await ward.stop();
	await khang.press('link', 'Hộ dân', true);
	await khang.press('button', 'Không gặp ai ở nhà 48 đường Bờ Sông');
	await page.getByRole('link', { name: 'Xem việc gửi về phường' }).click();
	await khang.see('1 lượt “không gặp ai” còn giữ lại để hoàn tác');
	await expect(page.getByText('Không còn gì chờ gửi')).toHaveCount(0);
	await look('held');
	await khang.see(/1 bản chờ gửi, từ/);
	await expect(page.getByText(/còn giữ lại để hoàn tác/)).toHaveCount(0);
	await ward.start();
});

test('F079: a door that the ward has closed stands in no walk, and no way leads to a visit there', async () => {
	const { page } = khang;
	await khang.press('link', 'Hôm nay', true);
	await khang.goToDoor('44');
	const path = new URL(page.url()).pathname;
	await huy.page.goto('/ward/areas');
	await huy.page.getByRole('link', { name: 'Ngõ của Khu phố 3' }).click();
	await huy.page.getByRole('link', { name: 'đường Bờ Sông' }).click();
	const callers = huy.page.getByLabel('Ai được đến nhà 44', { exact: true });
	await callers.selectOption('officer');
	await huy.page.getByRole('button', { name: 'Lưu: Ai được đến nhà 44' }).click();
	await expect(callers).toHaveValue('officer');
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await page.getByRole('link', { name: 'Hộ dân', exact: true }).click();
	await page.getByRole('searchbox').fill('44');
	await expect(page.getByRole('link', { name: /^44 / })).toHaveCount(0);
	await page.getByRole('searchbox').fill('');
	for (const way of [path, path.replace('/doors/', '/visit/')]) {
		await page.goto(way);
		await khang.unlock();
		await khang.see('Phường ghi: chỉ Công an khu vực đến nhà này.');
		await expect(page.getByRole('link', { name: /^Thăm / })).toHaveCount(0);
		for (const act of ['Bắt đầu thăm hộ', 'Không gặp ai', 'Tiếp tục', 'Sơ đồ ngõ'])
			await expect(page.getByRole('button', { name: act })).toHaveCount(0);
	}
	await look('closed');
});

test('build 4: an hour to report back reminds without a sound, also a locked phone, and ends by a press', async () => {
	const { page } = khang;
	await page.goto('/');
	await khang.unlock();
	const section = page.getByRole('region', { name: 'Hẹn giờ báo tin' });
	await section.getByRole('button', { name: 'Sau 30 phút' }).click();
	await expect(section).toContainText(/Báo tin lúc \d\d:\d\d, còn (30|31) phút/);
	await section.scrollIntoViewIfNeeded();
	await look('check-in');
	const keep = (pastMs: number) =>
		page.evaluate((past) => localStorage.setItem('go-cua.check-in', String(Date.now() - past)), pastMs);
	const read = () => page.evaluate(() => localStorage.getItem('go-cua.check-in'));
	expect(await read(), 'an instant and nothing else').toMatch(/^\d{13}$/);
	// as if the half hour had gone by
	await keep(60_000);
	await page.reload();
	const bar = page.getByRole('complementary', { name: 'Hẹn giờ báo tin' });
	await expect(bar, 'on the lock screen').toContainText(/Đến giờ báo tin/);
	await look('check-in-locked');
	await khang.unlock();
	await expect(bar).toBeVisible();
	await keep(12 * 60_000);
	await page.reload();
	await khang.unlock();
	await expect(bar).toContainText(/Quá giờ báo tin 1[23] phút. Gọi ngay cho người đi cùng./);
	await expect(page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible();
	await look('check-in-late');
	await bar.getByRole('button', { name: 'Đã báo, thôi hẹn' }).click();
	await expect(bar).toHaveCount(0);
	expect(await read()).toBeNull();
});

test('a part that cannot be loaded says so and comes when it is asked for again', async () => {
	const { page } = khang;
	// the file of the day's lower part is not among what the phone keeps, and there is no network to get it from
	const removed = await page.evaluate(async () => {
		let count = 0;
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				if (!request.url.includes('/_app/immutable/') || !request.url.endsWith('.js')) continue;
				const kept = await cache.match(request);
				if ((await kept?.text())?.includes('my-day') && (await cache.delete(request))) count += 1;
			}
		}
		return count;
	});
	expect(removed).toBe(1);
	const wire = await page.context().newCDPSession(page);
	await wire.send('Network.clearBrowserCache');
	await wire.detach();
	await khang.phone.setOffline(true);
	await page.goto('/');
	await khang.unlock();
	await khang.see('Phần này chưa tải được về máy. Những gì đã ghi vẫn còn nguyên.');
	await look('part-missing');
	await khang.phone.setOffline(false);
	await khang.press('button', 'Thử lại');
	await expect(page.getByRole('region', { name: 'Hẹn giờ báo tin' })).toBeVisible();
	await expect(page.getByText('Phần này chưa tải được về máy.')).toHaveCount(0);
});

/** The desk draws what the phone did: all of the lane, and the one door marked. */
async function seeAtDesk(): Promise<void> {
	const { page } = huy;
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await page.goto('/ward/areas');
	await page.getByRole('link', { name: 'Ngõ của Khu phố 3' }).click();
	await page.getByRole('link', { name: 'đường Bờ Sông' }).click();
	const lane = page.getByRole('img', { name: 'Sơ đồ ngõ, 1 nhà đã vẽ' });
	expect(await findSquare(lane, '23')).toEqual({ x: 2, y: 3 });
	await expect(page.getByText('Bên trái, ô 4 từ đầu ngõ: nhà 23')).toBeVisible();
	await album.look(page, 'sketch-lane-desk');
	await page.getByRole('link', { name: '23', exact: true }).click();
	const door = page.getByRole('img', { name: 'Nhà 23: Bên trái, ô 4 từ đầu ngõ' });
	expect(await findSquare(door, '23')).toEqual({ x: 2, y: 3 });
	await album.look(page, 'sketch-desk');
	await page.emulateMedia({ colorScheme: 'dark' });
	await album.look(page, 'sketch-desk-dark');
	await page.emulateMedia({ colorScheme: null, media: 'print' });
	await expect(door).toBeVisible();
	await page.emulateMedia({ media: null });
}

/** In which square of a drawing, seven by ten from its lower left corner, a number is written. */
async function findSquare(drawing: Locator, number: string): Promise<{ x: number; y: number }> {
	const whole = (await drawing.boundingBox())!;
	const text = (await drawing.getByText(number, { exact: true }).boundingBox())!;
	const across = (text.x + text.width / 2 - whole.x) / whole.width;
	const down = (text.y + text.height / 2 - whole.y) / whole.height;
	return { x: Math.floor(across * 7), y: 9 - Math.floor(down * 10) };
}

async function addPerson(name: string, birth: string): Promise<void> {
	await khang.press('link', '+ Thêm người');
	await khang.press('checkbox', /đồng ý cho ghi/i);
	await khang.page.getByLabel('Họ và tên').fill(name);
	await khang.page.getByLabel('Năm sinh hoặc ngày sinh').fill(birth);
	await khang.press('radio', 'Nữ');
	await khang.press('radio', 'Đang ở nhà');
	await khang.press('button', 'Lưu người này');
	await expect(khang.page.getByRole('heading', { level: 3, name })).toBeVisible();
}

/** `05/09/2026`, as the desk wants a day. */
function dayFromNow(days: number): string {
	return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now() + days * 86_400_000);
}
