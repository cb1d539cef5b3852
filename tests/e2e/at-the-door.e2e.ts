// Issue 7 at the door, on a phone of 360x640 without network and without a ward: several doors at once, a whole
// household, a boarding house's list, the day's own work, bad input, and what is new. Each screen is looked at by axe.

import { expect, test } from '@playwright/test';
import { Guide } from './guide-hands.ts';
import { openAlbum } from './look.ts';
import type { WardServer } from './stage.ts';
import { expectTaps } from './taps.ts';

test.describe.configure({ mode: 'serial' });

let ward: WardServer;
let khang: Guide;

test.beforeAll(async ({ browser }) => {
	({ ward, khang } = await Guide.join(browser));
	await ward.stop();
	await khang.phone.setOffline(true);
	await khang.page.setViewportSize({ width: 360, height: 640 });
});
test.afterAll(async () => {
	await khang.phone.throwAway();
	await ward.close();
});

const album = openAlbum('at-the-door');
const look = (name: string) => album.lookAtPhone(khang.page, name);

test('nobody home on a whole floor in three taps, and all of it taken back', async () => {
	const { page } = khang;
	await khang.press('link', 'Hộ dân', true);
	await page.getByRole('searchbox').fill('bo song');
	const doors = page.getByRole('listitem').filter({ hasText: 'Bờ Sông' });
	const count = await doors.count();
	expect(count).toBeGreaterThan(2);
	khang.taps = 0;
	await khang.press('button', 'Chọn nhiều nhà');
	await khang.press('button', /^Chọn cả \d+ nhà/);
	await look('several');
	const chosen = await page.getByRole('checkbox', { checked: true }).count();
	await khang.press('button', `Không gặp ai (${chosen})`);
	expectTaps('severalDoors', khang.taps);
	await expect(page.getByText('vắng · đã lưu trên máy')).toHaveCount(chosen);
	await khang.press('button', `Hoàn tác cả ${chosen} nhà`);
	await expect(page.getByText('vắng · đã lưu trên máy')).toHaveCount(0);
	await expect(page.getByText(`Đã hoàn tác ở ${chosen} nhà.`)).toBeAttached();
	// one door alone, by keys, and this time it stays
	await khang.press('button', 'Chọn nhiều nhà');
	await page.getByRole('checkbox', { disabled: false }).first().focus();
	await page.keyboard.press('Space');
	await page.getByRole('button', { name: 'Không gặp ai (1)' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText('vắng · đã lưu trên máy')).toHaveCount(1);
	await page.getByRole('searchbox').fill('');
});

test('a whole household is informed in four taps', async () => {
	await khang.goToDoor('52');
	khang.taps = 0;
	await khang.press('button', 'Bắt đầu thăm hộ');
	await look('who');
	await khang.press('button', /^Chỉ tuyên truyền/);
	await khang.press('button', 'Tiếp tục');
	await khang.saveVisit();
	expectTaps('wholeHousehold', khang.taps);
});

test('a double tap answers one question, the two likely results are large, a swapped date is offered back', async () => {
	const { page } = khang;
	await khang.goToDoor('14');
	await khang.press('button', 'Bắt đầu thăm hộ');
	// the second half of the double tap finds nothing to press in the question that came
	const answer = page.getByRole('button', { name: /Nguyễn Hữu Nghĩa/ });
	await expect(answer).toBeVisible();
	await page.waitForTimeout(500);
	const box = (await answer.boundingBox())!;
	await page.mouse.click(box.x + 60, box.y + 30, { clickCount: 2, delay: 20 });
	await expect(page.getByRole('heading', { level: 2, name: 'Có ở nhà không?' })).toBeVisible();
	const isTarget = () =>
		page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest('button') !== null, [
			box.x + 60,
			box.y + 30
		] as const);
	await expect.poll(isTarget, 'an answer stands where the finger was').toBe(true);
	await expect(page.getByRole('heading', { level: 2, name: 'Có ở nhà không?' })).toBeVisible();
	await khang.press('button', 'Đang ở nhà');
	await khang.agree();
	await khang.passCard();
	await khang.press('button', /Vẫn như trước: /);
	await khang.press('button', 'Hôm nay chưa làm');
	await khang.press('button', /Người dân nói/);
	await expect(page.getByRole('heading', { level: 2, name: 'Kết quả lượt này' })).toBeVisible();
	const proposed = page.getByRole('button', { name: /^Chưa xong, hẹn lại/ });
	const thumb = (await proposed.boundingBox())!;
	expect(thumb.y, 'in the lower half, where the thumb is').toBeGreaterThan(320);
	expect([thumb.height >= 56, thumb.width > 300]).toEqual([true, true]);
	await look('outcome');
	await proposed.click();
	await expect(page.getByRole('heading', { level: 2, name: 'Vì sao chưa xong?' })).toBeVisible();
	await page.goBack();
});

test('S13, F018: six tenants on one page within four minutes by hand, each with a consent of their own', async () => {
	const { page } = khang;
	await khang.goToDoor('40');
	khang.taps = 0;
	await khang.press('link', 'Ghi danh sách người ở');
	const people = ['Phạm Văn Sáu', 'Lò Thị Bảy', 'Trịnh Văn Tám', 'Mạc Thị Chín', 'Tô Văn Mười', 'Cù Thị Một'];
	let typed = 0;
	for (const [at, name] of people.entries()) {
		if (at > 0) await khang.press('button', '+ Thêm người');
		await page.getByLabel('Họ và tên').fill(name);
		await page.getByLabel('Năm sinh hoặc ngày sinh').fill(at === 1 ? '05/14/1999' : '1999');
		typed += name.length + 4;
		if (at === 1) {
			await khang.see('Ngày và tháng có thể bị đổi chỗ');
			await look('tenants-swapped');
			await khang.press('button', 'Đổi thành 14/05/1999');
		}
		await khang.press('radio', at % 2 ? 'Nữ' : 'Nam');
		await khang.press('radio', at < 2 ? 'Chưa đăng ký' : 'Đã đăng ký');
		if (at !== 3) await khang.press('checkbox', 'Người này đồng ý cho ghi');
	}
	await look('tenants');
	await khang.press('button', 'Lưu 6 người');
	await khang.see('1 dòng còn thiếu. Chưa lưu dòng nào.');
	await look('tenants-lack');
	await khang.press('checkbox', 'Người này đồng ý cho ghi');
	// a phone that is closed in the middle has the list again
	await page.waitForTimeout(600);
	await page.reload();
	await khang.unlock();
	await khang.press('button', 'Lưu 6 người');
	await khang.see('Đã lưu trên máy 6 người');
	await look('tenants-saved');
	// two letters a second, a tap in 1.5: slower than anybody who types names all evening
	const byHandS = khang.taps * 1.5 + typed / 2;
	console.log(`F018: 6 tenants, ${khang.taps} taps, ${typed} letters: ${byHandS} s by hand`);
	expect(byHandS).toBeLessThanOrEqual(240);
	await khang.press('link', 'Về nhà này');
	for (const name of people) await khang.see(name);
	await khang.press('link', 'Hôm nay', true);
});

test('the day: my own work by my own hours, what the ward has and what waits apart', async () => {
	const { page } = khang;
	const mine = page.getByRole('region', { name: 'Việc của tôi hôm nay' });
	await expect(mine).toContainText('Còn chờ trên máy');
	await expect(mine.getByRole('listitem').first()).toContainText(/\d\d:\d\d/);
	await mine.scrollIntoViewIfNeeded();
	await look('mine');
});

test('what is new is told once after an update, on the day’s screen only, and found again', async () => {
	const { page } = khang;
	const told = page.getByText('Xem lại lúc nào cũng được trong mục Cá nhân.');
	await expect(told, 'a phone that has just begun is told nothing').toHaveCount(0);
	// as on a phone that knew the edition before
	await page.evaluate(() => localStorage.setItem('go-cua.news', '1'));
	await khang.goToDoor('12/5');
	await page.reload();
	await khang.unlock();
	await expect(page.getByRole('heading', { level: 1, name: /Nhà 12\/5/ })).toBeVisible();
	await expect(told, 'never at a door').toHaveCount(0);
	await page.goto('/');
	await khang.unlock();
	await expect(told).toBeVisible();
	await look('news');
	await khang.press('button', 'Đã xem');
	await expect(told).toHaveCount(0);
	await page.reload();
	await khang.unlock();
	await expect(page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible();
	await page.waitForTimeout(500);
	await expect(told).toHaveCount(0);
	await khang.press('link', 'Cá nhân', true);
	await expect(page.getByRole('heading', { level: 2, name: 'Có gì mới' })).toBeVisible();
	await khang.press('button', 'Xem các bản trước');
	await khang.see('Tập dượt với các nhà bịa sẵn');
});
