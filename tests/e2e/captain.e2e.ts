// Walking together (issue 7, build 1): one phone records for several, each with a letter; a lane is cut between two; half
// of a lane goes from one phone to another by pictures without a network, and the ward counts everything once. Pictures
// are left in tests/.tmp/captain.

import { expect, test } from '@playwright/test';
import { Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import { Phone, WardServer } from './stage.ts';

const { lookAtPhone: look, pathOf } = openAlbum('captain');
const RIVER = 'đường Bờ Sông';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let ward: WardServer;
let huy: Staff;
let khang: Volunteer;
let man: Volunteer;
const films: { side: number; luma: string }[] = [];

test.beforeAll(async ({ browser }) => {
	test.setTimeout(180_000);
	ward = await new WardServer().start();
	huy = await Staff.signIn(browser, ward, 'huy');
	[khang, man] = [new Volunteer(new Phone(ward.origin)), new Volunteer(new Phone(ward.origin))];
	await joinAs(khang, 'Lê Minh Khang');
	await joinAs(man, 'Trần Thị Mận');
});
test.afterAll(async () => {
	await khang.phone.throwAway();
	await man.phone.throwAway();
	await huy.close();
	await ward.close();
});

/** Joined, with everything on the phone, and from then on without a network. */
async function joinAs(who: Volunteer, name: string): Promise<void> {
	const code = await huy.invite(name);
	await who.open();
	await who.join(code);
	await who.waitUntilKept();
	await who.phone.setOffline(true);
}

async function goTogether(who: Volunteer): Promise<void> {
	await who.press('link', 'Hộ dân', true);
	await who.press('link', 'Đi cùng nhau');
	await expect(who.page.getByRole('heading', { level: 1, name: 'Đi cùng nhau' })).toBeVisible();
}

const rowOf = (who: Volunteer, door: string) =>
	who.page
		.getByRole('listitem')
		.filter({ has: who.page.getByRole('link', { name: new RegExp(`(^|: |\\s)${door} ${RIVER}`) }) });

async function chooseRiver(who: Volunteer): Promise<void> {
	await who.page.getByRole('combobox', { name: 'Ngõ', exact: true }).selectOption({ label: RIVER });
}

test('a crew has letters; a tap says who is at this door, and each visit tells it', async () => {
	const { page } = khang;
	await goTogether(khang);
	await khang.press('button', 'Lập nhóm');
	await expect(page.getByRole('textbox', { name: 'Người A' })).toHaveValue('Lê Minh Khang');
	await khang.press('button', 'Bắt đầu đi');
	// nobody is called nothing, and a number is no name
	await expect(page.getByRole('alert')).toBeVisible();
	await page.getByRole('textbox', { name: 'Người B' }).fill('Bác Tư 0999 000 012');
	await khang.press('button', 'Bắt đầu đi');
	await expect(page.getByRole('alert')).toBeVisible();
	await page.getByRole('textbox', { name: 'Người B' }).fill('Bác Tư');
	await khang.press('button', 'Thêm người');
	await page.getByRole('textbox', { name: 'Người C' }).fill('Cô Sáu');
	await look(page, 'form');
	await khang.press('button', 'Bắt đầu đi');
	await khang.see('Hôm nay theo từng người');
	await look(page, 'crew');

	await khang.press('link', 'Hộ dân', true);
	const bar = page.getByRole('region', { name: 'Ai đang gõ cửa' });
	await expect(bar.getByRole('button', { name: 'A · Lê Minh Khang' })).toHaveAttribute('aria-pressed', 'true');
	await look(page, 'list');
	await khang.goToDoor('44');
	const before = khang.taps;
	await khang.press('button', 'B · Bác Tư');
	expect(khang.taps - before, 'one tap says who is at the door').toBe(1);
	await expect(bar.getByRole('button', { name: 'B · Bác Tư' })).toHaveAttribute('aria-pressed', 'true');
	await look(page, 'door');
	await khang.press('button', 'Không gặp ai');
	await khang.press('button', 'Lưu', true);
	await khang.see('Đã lưu trên máy');
	await khang.press('button', 'Về danh sách');
	// two doors at once: C at another one, and 44 stays with B
	await khang.goToDoor('27');
	await khang.press('button', 'C · Cô Sáu');
	await khang.press('button', 'Không gặp ai');
	await khang.press('button', 'Lưu', true);
	await khang.see('Đã lưu trên máy');
	await khang.press('button', 'Về danh sách');
	await khang.goToDoor('44');
	await expect(bar.getByRole('button', { name: 'B · Bác Tư' })).toHaveAttribute('aria-pressed', 'true');
	await khang.see('người đi: B · Bác Tư');
	// in a visit, too, with the steps above it
	await khang.press('button', 'Bắt đầu thăm hộ');
	await expect(bar.getByRole('button', { name: 'B · Bác Tư' })).toHaveAttribute('aria-pressed', 'true');
	await look(page, 'visit');
	await page.goBack();

	await goTogether(khang);
	await expect(page.getByRole('listitem').filter({ hasText: 'Bác Tư' })).toContainText(/Nhà\s*1/);
	await expect(page.getByRole('listitem').filter({ hasText: 'Cô Sáu' })).toContainText(/Không gặp\s*1/);
	await khang.see('Cả nhóm: 2 lượt, 2 nhà.');
});

test('a lane is cut between two letters, and the list says whose a door is', async () => {
	const { page } = khang;
	await chooseRiver(khang);
	await khang.press('radio', 'Bên lẻ, bên chẵn');
	await khang.press('button', 'Bên lẻ: giao cho A · Lê Minh Khang');
	await khang.see('Bên lẻ: A · Lê Minh Khang đi.');
	await khang.press('button', 'Bên chẵn: giao cho B · Bác Tư');
	await khang.see('Bên chẵn: B · Bác Tư đi.');
	await look(page, 'split');
	await khang.press('radio', 'Cắt ở một nhà');
	await khang.see(/Từ đầu ngõ đến trước nhà/);
	await look(page, 'split-door');
	await khang.press('link', 'Hộ dân', true);
	await expect(rowOf(khang, '44')).toContainText('B');
	await expect(rowOf(khang, '27')).toContainText('A');
	// one tap on the list goes to the letter of the door
	await khang.goToDoor('27');
	await expect(page.getByRole('button', { name: 'A · Lê Minh Khang' })).toHaveAttribute('aria-pressed', 'true');
});

test('half of the lane goes to another phone by pictures, without a network', async () => {
	const { page } = khang;
	await goTogether(khang);
	await chooseRiver(khang);
	await khang.press('radio', 'Bên lẻ, bên chẵn');
	await khang.press('button', 'Bên chẵn: bàn giao sang máy khác');
	await khang.see(/nhà. Đã chiếu/);
	await page.waitForTimeout(600);
	await look(page, 'show');
	const canvas = page.locator('dialog canvas');
	for (let shot = 0; shot < 8; shot++) {
		films.push(
			await canvas.evaluate((shown: HTMLCanvasElement) => {
				const { width, height } = shown;
				const { data } = shown.getContext('2d')!.getImageData(0, 0, width, height);
				let luma = '';
				for (let at = 0; at < data.length; at += 4) luma += data[at]! > 127 ? '1' : '0';
				return { side: width, luma };
			})
		);
		await page.waitForTimeout(400);
	}
	await khang.press('button', 'Dừng chiếu');
	await khang.see('Máy kia đã báo nhận chưa?');

	await man.phone.close();
	man.phone.holdScreenToCamera(films);
	await man.open('/doors');
	await man.unlock();
	await man.phone.setOffline(true);
	await goTogether(man);
	await look(man.page, 'take');
	await man.press('button', 'Nhận ngõ từ máy khác');
	await man.see(new RegExp(`Đã nhận \\d+ nhà · ${RIVER}. Báo máy kia bấm Đã nhận.`));
	await look(man.page, 'taken');
	await man.press('button', 'Xong');
	await man.see(/từ Lê Minh Khang/);
	await look(man.page, 'took');

	await khang.press('button', 'Đã nhận');
	await khang.see(new RegExp(`Đã bàn giao \\d+ nhà · ${RIVER}`));
	await khang.press('link', 'Hộ dân', true);
	await expect(rowOf(khang, '44')).toContainText('máy khác đi');
	await expect(rowOf(khang, '27')).not.toContainText('máy khác đi');
	await look(page, 'given');
	// what the first phone did, the second one has heard of, though the ward has not
	await man.press('link', 'Hộ dân', true);
	await expect(rowOf(man, '44')).toContainText('Lê Minh Khang đã gõ cửa hôm nay');
	await look(man.page, 'walks');
});

test('the ward has each visit once, and knows who knocked', async () => {
	await man.goToDoor('52');
	await man.press('button', 'Không gặp ai');
	await man.press('button', 'Lưu', true);
	await man.see('Đã lưu trên máy');
	await man.press('button', 'Về danh sách');
	for (const who of [khang, man]) {
		await who.phone.setOffline(false);
		await who.sendNow();
		await who.see('Không còn gì chờ gửi');
	}
	await man.press('button', 'Gửi ngay');
	await man.see('Không còn gì chờ gửi');
	await huy.page.goto('/ward/review?state=open');
	const names = await huy.page.getByRole('row').getByRole('link').allInnerTexts();
	for (const door of ['27', '44', '52'])
		expect(
			names.filter((name) => name.trim().startsWith(`${door} ${RIVER}`)),
			door
		).toHaveLength(1);
	await huy.openVisit(new RegExp(`44 ${RIVER}`));
	await expect(huy.page.getByText('B · Bác Tư')).toBeVisible();
	await huy.page.screenshot({ path: pathOf('desk') });
});

test('the shift ends with what each letter did', async () => {
	const { page } = khang;
	await goTogether(khang);
	await khang.press('button', 'Kết thúc ca');
	await page.getByRole('alertdialog').getByRole('button', { name: 'Kết thúc ca' }).click();
	await khang.see(/Tổng kết ca \d\d:\d\d đến \d\d:\d\d/);
	await expect(page.getByRole('listitem').filter({ hasText: 'Bác Tư' })).toContainText(/Nhà\s*1/);
	await khang.see('Cả nhóm: 2 lượt, 2 nhà.');
	await look(page, 'summary');
	await khang.press('link', 'Hôm nay', true);
	await khang.see(/Tổng kết ca/);
	await expect(page.getByRole('region', { name: 'Ai đang gõ cửa' })).toHaveCount(0);
	await look(page, 'today');
	// locked and opened again it is still there
	await page.reload();
	await khang.unlock();
	await khang.see(/Tổng kết ca/);
	const broken = khang.phone.errors.concat(man.phone.errors);
	expect(broken.filter((text) => !/ERR_INTERNET|Failed to load/.test(text))).toEqual([]);
});

test('a phone of another quarter films the same pictures and gets nothing', async () => {
	const thanh = new Volunteer(new Phone(ward.origin));
	thanh.phone.holdScreenToCamera(films);
	try {
		await joinAs(thanh, 'Đinh Công Thành');
		await goTogether(thanh);
		await thanh.press('button', 'Nhận ngõ từ máy khác');
		await thanh.see(/chưa được phường giao/);
		await look(thanh.page, 'refused');
	} finally {
		await thanh.phone.throwAway();
	}
});
