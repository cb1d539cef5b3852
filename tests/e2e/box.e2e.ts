// The box of difficulties with phones and a desk (feature F098): asked without a network, refused where it names somebody,
// answered by one of two who sit at the desk, read without a network after the next exchange and over a restart, and shown
// to volunteers of another quarter without who asked. Pictures are left in tests/.tmp/box.

import { expect, test, type Page } from '@playwright/test';
import { meet, part, Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import { Phone, type WardServer } from './stage.ts';

const { look, lookAtPhone } = openAlbum('box');
const ASKED = 'Dãy trọ cuối ngõ chỉ có người sau giờ làm, hẹn giờ nào?';
const OTHER = 'Máy của cụ không có NFC thì hẹn ở đâu?';
const ANSWER = 'Đến sau 17 giờ, ban quản lý đã biết.';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let ward: WardServer;
let huy: Staff;
let cuc: Staff;
let khang: Volunteer;
let thanh: Volunteer;

test.beforeAll(async ({ browser }) => {
	({ ward, huy, khang } = await meet(browser, (phone) => new Volunteer(phone)));
	cuc = await Staff.signIn(browser, ward, 'cuc');
	thanh = new Volunteer(new Phone(ward.origin));
	const code = await huy.invite('Đinh Công Thành');
	await thanh.open();
	await thanh.join(code);
});
test.afterAll(async () => {
	await cuc.close();
	await thanh.phone.throwAway();
	await part({ ward, huy, khang });
});

async function openBox(volunteer: Volunteer): Promise<void> {
	await volunteer.press('link', 'Cá nhân', true);
	await volunteer.press('link', 'Khó khăn khi làm việc: hỏi phường');
	await expect(volunteer.page.getByRole('heading', { level: 1, name: 'Hỏi phường' })).toBeVisible();
}

const mine = (volunteer: Volunteer) => volunteer.page.getByRole('region', { name: 'Câu hỏi của tôi' });
const common = (volunteer: Volunteer) => volunteer.page.getByRole('region', { name: 'Nhiều người cùng hỏi' });

async function exchange(volunteer: Volunteer): Promise<void> {
	await volunteer.sendNow();
	await volunteer.see('Đã gửi xong.');
}

test('F098: asked without a network; what names somebody is refused where it is typed', async () => {
	await openBox(khang);
	await khang.phone.setOffline(true);
	const text = khang.page.getByLabel('Khó khăn của anh/chị');
	await khang.type(text, 'Bà số 000150000017 không đăng nhập được');
	await khang.see('Ghi chú có số định danh.');
	await lookAtPhone(khang.page, 'refused');
	await khang.type(text, 'Gọi 0999 000 001 hỏi giúp');
	await khang.press('button', 'Gửi phường');
	await khang.see('Có số điện thoại trong đoạn này.');
	await expect(mine(khang)).toContainText('Chưa hỏi câu nào.');

	// a half-typed question outlives the lock
	await khang.type(text, ASKED);
	await khang.page.waitForTimeout(600);
	await khang.press('link', 'Cá nhân', true);
	await khang.press('button', 'Khóa ngay');
	await khang.unlock();
	await openBox(khang);
	await expect(text).toHaveValue(ASKED);
	await khang.press('button', 'Gửi phường');
	await khang.see('Đã lưu trên máy. Gửi phường khi có mạng.');
	await khang.type(text, OTHER);
	await khang.press('button', 'Gửi phường');
	await expect(mine(khang).getByRole('listitem')).toHaveCount(2);
	await expect(mine(khang)).toContainText('Chờ gửi');
	await lookAtPhone(khang.page, 'asked');
});

test('F098: the desk reads both, one of two answers, and who was slower is told', async () => {
	await khang.phone.setOffline(false);
	await exchange(khang);
	await khang.see('Câu hỏi gửi phường');
	await huy.page.goto('/ward/difficulties');
	await cuc.page.goto('/ward/difficulties');
	const asked = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });
	await expect(asked(huy.page, ASKED)).toContainText('Lê Minh Khang, Khu phố 3');
	await expect(huy.page.getByRole('navigation', { name: 'Chuyển tiếp' })).toContainText('Khó khăn');
	await look(huy.page, 'desk');
	await asked(huy.page, ASKED).getByRole('textbox').fill('Gọi bà 000150000017');
	await asked(huy.page, ASKED).getByRole('button', { name: 'Gửi trả lời' }).click();
	await expect(huy.page.getByRole('alert')).toBeVisible();
	await expect(asked(huy.page, ASKED).getByRole('textbox')).toHaveValue('Gọi bà 000150000017');
	await asked(huy.page, ASKED).getByRole('textbox').fill(ANSWER);
	await asked(huy.page, ASKED).getByRole('button', { name: 'Gửi trả lời' }).click();
	await expect(huy.page.getByRole('status')).toContainText('Đã ghi câu trả lời.');
	await expect(asked(huy.page, ASKED)).toHaveCount(0);

	await asked(cuc.page, ASKED).getByRole('textbox').fill('Câu chậm hơn');
	await asked(cuc.page, ASKED).getByRole('button', { name: 'Gửi trả lời' }).click();
	await expect(cuc.page.getByRole('alert')).toBeVisible();

	await huy.page.getByLabel('Tình trạng').selectOption('answered');
	await huy.page.getByRole('button', { name: 'Lọc', exact: true }).click();
	await expect(asked(huy.page, ASKED)).toContainText(ANSWER);
	await look(huy.page, 'answered');
});

test('F098: the answer is on the phone without a network, over a restart, until the ward says otherwise', async () => {
	await exchange(khang);
	await khang.press('link', 'Hôm nay', true);
	await khang.press('link', 'Phường đã trả lời 1 câu hỏi');
	await expect(mine(khang)).toContainText(ANSWER);
	await khang.phone.close();
	await khang.open();
	await khang.phone.setOffline(true);
	await khang.page.reload();
	await khang.unlock();
	await openBox(khang);
	await expect(mine(khang)).toContainText(ANSWER);
	await expect(mine(khang)).toContainText('Phường chưa trả lời.');
	await lookAtPhone(khang.page, 'answer');
	await khang.phone.setOffline(false);
});

test('F098: shown to the whole ward, another quarter reads it without who asked; the asker alone had it before', async () => {
	await exchange(thanh);
	await openBox(thanh);
	await expect(thanh.page.getByText(ASKED)).toHaveCount(0);
	await huy.page.goto('/ward/difficulties?state=answered');
	const row = huy.page.getByRole('listitem').filter({ hasText: ASKED });
	await row.getByText('Sửa câu trả lời').click();
	const audience = row.getByLabel('Ai được đọc');
	const whole = await audience.locator('option').nth(1).innerText();
	await audience.selectOption({ index: 1 });
	await row.getByRole('button', { name: 'Gửi trả lời' }).click();
	await expect(huy.page.getByRole('status')).toContainText('Đã ghi câu trả lời.');
	expect(whole).toContain('Mọi tình nguyện viên ở');
	await expect(row).toContainText('Trả lời chung cho');

	await exchange(thanh);
	await thanh.phone.setOffline(true);
	await openBox(thanh);
	await expect(common(thanh)).toContainText(ASKED);
	await expect(common(thanh)).toContainText(ANSWER);
	await expect(thanh.page.getByText('Lê Minh Khang')).toHaveCount(0);
	await lookAtPhone(thanh.page, 'common');
	await thanh.phone.setOffline(false);
	// who asked has it once
	await exchange(khang);
	await openBox(khang);
	await expect(khang.page.getByText(ASKED)).toHaveCount(1);

	await huy.page.goto('/ward/audit');
	await expect(huy.page.getByRole('row').filter({ hasText: 'Trả lời khó khăn của tình nguyện viên' })).toHaveCount(2);
});
