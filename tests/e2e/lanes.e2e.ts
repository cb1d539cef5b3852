// Lanes end to end (features F010, F020): the desk finds an area by its old name, orders a lane by drag and by keyboard,
// closes a door and lends a side; the phone walks it so, puts doors in order without a network, adds one between two, and
// is told when the lane is over; the desk sees the phone's order. Pictures are left in tests/.tmp/lanes.

import { expect, test, type Locator, type Page } from '@playwright/test';
import { meet, part, type Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import type { WardServer } from './stage.ts';

const { look, lookAtPhone } = openAlbum('lanes');
const RIVER = 'đường Bờ Sông';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let ward: WardServer;
let huy: Staff;
let khang: Volunteer;

test.beforeAll(async ({ browser }) => {
	({ ward, huy, khang } = await meet(browser, (phone) => new Volunteer(phone)));
});
test.afterAll(() => part({ ward, huy, khang }));

/** As a hand does it: down on one, along, up on the other. Both must fit on the screen. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
	await from.scrollIntoViewIfNeeded();
	const [start, end] = [await from.boundingBox(), await to.boundingBox()];
	await page.mouse.move(start!.x + start!.width / 2, start!.y + start!.height / 2);
	await page.mouse.down();
	await page.mouse.move(end!.x + end!.width / 2, end!.y + end!.height / 2, { steps: 8 });
	await page.mouse.up();
}

const deskDoors = () =>
	huy.page
		.getByRole('list', { name: `Các nhà · ${RIVER}` })
		.locator('li .door a')
		.allInnerTexts();
const orderOnPhone = () =>
	khang.page
		.getByRole('list', { name: `Các nhà của ${RIVER} theo thứ tự đi` })
		.locator('strong')
		.allInnerTexts();
const walkOnPhone = async () =>
	(await khang.page.getByRole('list', { name: 'Danh sách nhà theo thứ tự đi' }).locator('strong').allInnerTexts())
		.filter((name) => name.includes(RIVER))
		.map((name) => name.split(' ')[0]!);

async function openLane(): Promise<void> {
	await huy.page.goto('/ward/areas');
	await huy.page.getByRole('link', { name: 'Ngõ của Khu phố 3' }).click();
	await huy.page.getByRole('link', { name: RIVER }).click();
	await expect(huy.page.getByRole('heading', { name: `Các nhà · ${RIVER}` })).toBeVisible();
}

test('F010: the old name of an area finds the new one', async () => {
	const { page } = huy;
	await page.goto('/ward/households');
	await page.getByRole('link', { name: 'Địa bàn và ngõ' }).click();
	await look(page, 'areas');
	await page.getByLabel('Tìm theo tên mới hoặc tên cũ').fill('ap dinh');
	await page.getByRole('button', { name: 'Tìm' }).click();
	await expect(page.getByRole('row')).toHaveCount(2);
	await expect(page.getByRole('row').filter({ hasText: 'Khu phố 3' })).toContainText('tên cũ: Ấp Đình');
});

test('F020: the desk orders a lane by sides, by dragging and by keyboard, and closes a door', async () => {
	const { page } = huy;
	await openLane();
	await page.getByLabel('Cách đi ngõ này').selectOption('sides');
	await page.getByRole('button', { name: 'Lưu cách đi' }).click();
	await expect(page.getByRole('status')).toHaveText('Đã lưu.');
	const sides = await deskDoors();
	const numbers = sides.map(Number);
	const turn = numbers.findIndex((number) => number % 2 === 0);
	expect(numbers.slice(0, turn)).toEqual(numbers.filter((number) => number % 2 === 1).sort((a, b) => a - b));
	expect(numbers.slice(turn)).toEqual(numbers.filter((number) => number % 2 === 0).sort((a, b) => b - a));

	// dragging needs the page's scripts, which the buttons do without
	await page.waitForLoadState('networkidle');
	const rows = page.getByRole('list', { name: `Các nhà · ${RIVER}` }).getByRole('listitem');
	await drag(page, rows.filter({ hasText: '40' }).locator('.grip'), rows.filter({ hasText: '23' }).locator('.grip'));
	const dragged = sides.filter((number) => number !== '40').toSpliced(1, 0, '40');
	await expect.poll(deskDoors).toEqual(dragged);

	const down = page.getByRole('button', { name: 'Đưa 40 xuống' });
	await down.focus();
	await page.keyboard.press('Enter');
	const moved = sides.filter((number) => number !== '40').toSpliced(2, 0, '40');
	await expect.poll(deskDoors).toEqual(moved);
	await expect(down).toBeFocused();

	await page.getByLabel('Ai được đến nhà 52', { exact: true }).selectOption('officer');
	await page.getByRole('button', { name: 'Lưu: Ai được đến nhà 52' }).click();
	await expect(page.getByLabel('Ai được đến nhà 52', { exact: true })).toHaveValue('officer');
	await openLane();
	await look(page, 'lane');
	await page.setViewportSize({ width: 1920, height: 1000 });
	await look(page, 'lane-wide');

	await khang.sendNow();
	await khang.press('link', 'Hộ dân', true);
	await expect.poll(walkOnPhone).toEqual(moved.filter((number) => number !== '52'));
	await lookAtPhone(khang.page, 'walk');
});

test('F020: without a network the phone puts doors in order and adds one between two; the desk gets both', async () => {
	const { page } = khang;
	await ward.stop();
	await khang.press('button', 'Xếp thứ tự nhà');
	await khang.see('Thứ tự mới lưu ngay trên máy');
	const start = await orderOnPhone();
	expect(start.length).toBeGreaterThan(5);
	await khang.press('button', `Đưa nhà 31 ${RIVER} lên`);
	const at = start.indexOf('31');
	const up = start.filter((number) => number !== '31').toSpliced(at - 1, 0, '31');
	await expect.poll(orderOnPhone).toEqual(up);
	await expect(page.getByRole('button', { name: `Đưa nhà 31 ${RIVER} lên` })).toBeFocused();

	// the sign is dragged with a finger's travel, and the row lands where it was let go
	const grips = page.locator('li .grip');
	await drag(page, grips.nth(0), grips.nth(2));
	const dragged = up.slice(1).toSpliced(2, 0, up[0]!);
	await expect.poll(orderOnPhone).toEqual(dragged);
	await lookAtPhone(page, 'order');

	await khang.press('link', `Thêm nhà ngay sau nhà ${dragged[0]} ${RIVER}`);
	await khang.see(`Nhà mới đứng ngay sau nhà ${dragged[0]} ${RIVER}.`);
	await page.getByLabel('Số nhà').fill('nhà mái tôn');
	await page.getByLabel('Cổng khóa, chưa vào được').check();
	await lookAtPhone(page, 'add');
	await khang.press('button', 'Lưu nhà này');
	await khang.see('Lần trước cổng khóa.');
	await khang.press('link', 'Hộ dân', true);
	const walk = [dragged[0]!, 'nhà', ...dragged.slice(1)];
	await expect.poll(walkOnPhone).toEqual(walk);

	await ward.start();
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await openLane();
	const seen = (await deskDoors()).filter((number) => number !== '52').map((number) => number.split(' ')[0]!);
	expect(seen).toEqual(walk);
});

test('a side is lent after a look at what it does; the lane is told to be over when nothing is left of it', async () => {
	const { page } = huy;
	await openLane();
	await page.getByLabel('Giao cho').selectOption({ label: 'Trần Thị Mận' });
	await page.getByRole('combobox', { name: 'Phần' }).selectOption('even');
	const year = new Date().getFullYear() + 1;
	await page.getByLabel('Đến hết ngày').fill(`01/01/${year}`);
	await page.getByRole('button', { name: 'Xem trước' }).click();
	await expect(page.getByRole('heading', { name: /Nếu giao cho Trần Thị Mận: Bên số chẵn/ })).toBeVisible();
	await look(page, 'hold');
	await page.getByRole('button', { name: 'Giao như trên' }).click();
	await expect(page.getByRole('status')).toHaveText('Đã lưu.');

	await khang.sendNow();
	await khang.press('link', 'Hộ dân', true);
	await expect(khang.page.getByRole('listitem').filter({ hasText: `44 ${RIVER}` })).toContainText('Trần Thị Mận đi');
	const mine = khang.page.getByRole('button', { name: new RegExp(`^Không gặp ai ở nhà .* ${RIVER}$`) });
	for (let left = await mine.count(); left > 0; left--) await mine.first().click();
	await expect(khang.page.getByText(`Xong ${RIVER}`)).toBeVisible({ timeout: 20_000 });
	await lookAtPhone(khang.page, 'lane-done');
});
