// The scam shield: one tap from everywhere, also before anybody has joined or unlocked (feature F062), and a scam that is
// going on while the door is open (scenario S16); all of it without network and without a ward.

import { expect, test } from '@playwright/test';
import { Guide, shot } from './guide-hands.ts';
import { Staff } from './hands.ts';
import { Phone, WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

let ward: WardServer;
let khang: Guide;

test.beforeAll(async () => {
	ward = await new WardServer().start();
	khang = new Guide(new Phone(ward.origin));
	await khang.open();
	await khang.waitUntilKept();
	// whatever was kept is kept whole: the steps are read where there is no network
	await khang.see('Mã mời');
});
test.afterAll(async () => {
	await khang.phone.throwAway();
	await ward.close();
});

/** One tap, and the words are there; its steps are walked to their end, and what lies below is as it was. */
async function useShield(below: string | RegExp): Promise<void> {
	khang.taps = 0;
	await khang.press('button', 'Cảnh giác');
	await khang.see(/Không làm theo, không cài tệp họ gửi/);
	expect(khang.taps).toBe(1);
	await khang.press('button', /làm từng bước/);
	await khang.walk('Đã nói, bắt đầu', 'Đã cài tệp, ứng dụng lạ');
	await khang.see(/chế độ máy bay/);
	await expect(khang.player.getByRole('textbox')).toHaveCount(0);
	await khang.walk('Làm xong, tiếp', 'Làm xong, tiếp', 'Làm xong, tiếp');
	await khang.see('Ra Công an ngay');
	await khang.press('button', /Khóa tài khoản VNeID/);
	await expect(khang.page.getByText('Đã nói, bắt đầu')).toBeVisible();
	await khang.press('button', 'Đóng');
	await khang.see(below);
}

test('F062: before joining, with no network at all', async () => {
	await ward.stop();
	await khang.phone.setOffline(true);
	await khang.look('join');
	await useShield('Mã mời');
	await ward.start();
	await khang.phone.setOffline(false);
});

test('F062: on every screen of joining', async ({ browser }) => {
	const { page } = khang;
	const shield = page.getByRole('button', { name: 'Cảnh giác' });
	const huy = await Staff.signIn(browser, ward, 'huy');
	const code = await huy.invite('Lê Minh Khang');
	await huy.close();
	await page.getByLabel('Mã mời').fill(code);
	await khang.press('button', 'Kiểm tra mã');
	await khang.see('Đúng, là tôi');
	await expect(shield).toBeVisible();
	await khang.press('button', 'Đúng, là tôi');
	await khang.press('checkbox', 'Tôi đã đọc và cam kết');
	await expect(shield).toBeVisible();
	await khang.look('join-pledge');
	await khang.press('button', 'Cam kết');
	await khang.typePin();
	await expect(shield).toBeVisible();
	await khang.look('join-pin');
	await khang.press('button', 'Tiếp tục');
	await khang.typePin();
	await khang.press('button', 'Tiếp tục');
	await khang.see(/Đã có \d+ hộ trên máy/);
	await expect(shield).toBeVisible();
	await khang.press('button', 'Bắt đầu');
});

test('F062: on the lock screen, with no network; the lock stays closed', async () => {
	const { page } = khang;
	await ward.stop();
	await khang.phone.setOffline(true);
	await page.reload();
	await khang.see('Mở khóa');
	await khang.look('lock');
	await useShield('Mở khóa');
	await page.screenshot({ path: shot('lock-after') });
	await khang.unlock();
	await khang.see('Hôm nay');
});

test('S16: a scam call: the shield in one tap, its steps in the visit, the police tomorrow, no bank number', async () => {
	const { page } = khang;
	await khang.goToDoor('48');
	await khang.press('link', 'Thăm Tống Thị Cẩm');
	khang.taps = 0;
	await khang.press('button', 'Cảnh giác');
	await khang.see(/Không làm theo, không cài tệp họ gửi/);
	expect(khang.taps).toBe(1);
	await khang.press('button', /làm từng bước/);
	await khang.walk('Đã nói, bắt đầu');
	// installed already: cut the connection, the bank from another phone, delete nothing, the police, the number on paper
	await khang.walk('Đã cài tệp, ứng dụng lạ');
	await khang.see(/chế độ máy bay/);
	await khang.see(/Chưa xóa gì/);
	await khang.walk('Làm xong, tiếp');
	await khang.see(/máy của người nhà/);
	await khang.walk('Làm xong, tiếp');
	await khang.see(/số đã gọi đến/);
	await khang.walk('Làm xong, tiếp');
	await khang.see('Ra Công an ngay');
	await khang.walk('Lùi', 'Lùi', 'Lùi', 'Lùi');
	// not installed yet: hang up, stop
	await khang.walk(/Đang nghe điện thoại/);
	await khang.see('Cúp máy');
	await khang.expectSafe();
	await khang.walk('Làm xong, tiếp', 'Chưa làm gì');
	await khang.see('Chưa mất gì');
	await khang.see('Chuyển Công an xã/phường');
	await khang.confirm();
	await khang.agree();
	await khang.passCard();
	await khang.press('button', /^Có thẻ, chưa có tài khoản/);
	await khang.press('button', /Người dân nói/);
	await khang.press('button', 'Hôm nay chưa làm');
	await khang.see('Xem lại rồi lưu');
	await khang.see('Cảnh báo lừa đảo');
	await khang.see(/Chuyển Công an xã\/phường · .*mai/i);
	await khang.see('Cảnh sát khu vực hỏi thăm');
	await page.getByLabel(/Ghi chú/).fill('họ đòi chuyển vào số tài khoản 1903555000111');
	await khang.press('button', 'Lưu lượt thăm');
	await expect(page.getByRole('alert').filter({ visible: true }).first()).toBeVisible();
	await page.getByLabel(/Ghi chú/).fill('');
	await khang.saveVisit();
	await khang.see('Cảnh báo lừa đảo');

	// the next day it stands among the tasks, with who is asked
	await page.clock.setFixedTime(Date.now() + 86_400_000);
	await page.goto('/');
	await khang.unlock();
	const task = page.getByRole('link').filter({ hasText: 'Tống Thị Cẩm' });
	await expect(task).toContainText('Cảnh báo lừa đảo: Cảnh sát khu vực hỏi thăm');
	await expect(task).toContainText('Chuyển Công an xã/phường');
	await page.clock.setSystemTime(new Date());
	await page.goto('/');
	await khang.unlock();
});

test('S16: the leader counts it, and the police find the day', async ({ browser }) => {
	await ward.start();
	await khang.phone.setOffline(false);
	const huy = await Staff.signIn(browser, ward, 'huy');
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await huy.openVisit(/48 /);
	await expect(huy.page.getByText(/Cảnh báo lừa đảo/).first()).toBeVisible();
	await expect(huy.page.getByText(/Chuyển Công an xã\/phường · \d\d\/\d\d\/\d{4}/).first()).toBeVisible();
	await huy.page.goto('/ward');
	await expect(huy.page.getByText('1 lượt cảnh báo lừa đảo')).toBeVisible();
	await huy.close();
});
