// Issue 7, "Learn": practice without network over made-up doors, through the screens of the real work. The real list is
// untouched, and not one byte of practice goes over the network, then or later.

import { expect, test, type Page } from '@playwright/test';
import { meet, part, Volunteer, type Staff } from './hands.ts';
import { openAlbum } from './look.ts';
import { Phone, type WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

let ward: WardServer;
let huy: Staff;
let khang: Volunteer;
/** Every request with what it brought, from the first page on. */
const sent: { readonly path: string; readonly body: string }[] = [];

test.beforeAll(async ({ browser }) => {
	({ ward, huy, khang } = await meet(browser, (phone) => new Volunteer(phone)));
	khang.page.context().on('request', (request) => {
		sent.push({ path: new URL(request.url()).pathname, body: request.postData() ?? '' });
	});
});
test.afterAll(() => part({ ward, huy, khang }));

const listDbs = (page: Page) =>
	page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort());
const bar = () => khang.page.locator('header').getByText('Tập dượt', { exact: true });
const card = () => khang.page.getByRole('complementary', { name: 'Gợi ý khi tập' });

const album = openAlbum('practice');
const look = (name: string, page = khang.page) => album.lookAtPhone(page, name);

/** What is over the whole screen, and hides the bar, says so itself. */
const saysPractice = () =>
	khang.page.evaluate(() => {
		const dialog = document.querySelector('dialog[open]')!;
		const mark = getComputedStyle(dialog, '::before');
		return mark.content === '"Tập dượt"' && parseFloat(mark.height) > 20 && parseFloat(mark.fontSize) >= 18;
	});

/** The walk list as it is shown. */
async function readDoors(): Promise<string[]> {
	await khang.press('link', 'Hộ dân', true);
	await expect(khang.page.getByRole('heading', { level: 1, name: 'Hộ dân' })).toBeVisible();
	const rows = await khang.page.locator('main a[href^="/doors/"]').allInnerTexts();
	return rows.map((row) => row.replace(/\s+/g, ' ').trim());
}

/** Rows of the ward's store, whatever it thinks of them. */
async function countKept(): Promise<unknown> {
	return ['entry', 'record', 'aside'].map((table) => ward.readStore(`select count(*) as n from ${table}`)[0]?.n);
}

test('the first walk without network: nobody home, a visit with its guide, a card by hand; the real list is untouched', async () => {
	const before = await countKept();
	const realDoors = await readDoors();
	expect(realDoors.length).toBeGreaterThan(3);
	await khang.phone.setOffline(true);
	const requests = sent.length;

	await khang.press('link', 'Hướng dẫn', true);
	await look('shelf');
	await khang.press('button', 'Tập thử 2 phút');
	await expect(bar()).toBeVisible();
	await expect(card()).toContainText('Việc 1/3');
	await khang.see('Ngõ Tập · 5 nhà còn lại');
	await look('list');

	await khang.press('button', 'Không gặp ai ở nhà 2 ngõ Tập');
	await expect(card()).toContainText('Việc 2/3');
	await khang.press('link', /^4 /);
	await expect(card()).toContainText('Bắt đầu thăm hộ');
	await look('door');
	await khang.press('button', 'Bắt đầu thăm hộ');
	await khang.press('button', /Lê Thị Mẫu/);
	await look('visit');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', 'Tiếp tục');
	await khang.press('button', /^Có thẻ còn hạn/);
	await khang.press('button', /Vẫn như trước: Mức 2 đã duyệt/);
	await khang.press('button', 'Bắt đầu hướng dẫn');
	await khang.press('button', 'Đã nói, bắt đầu');
	await look('guide');
	expect(await saysPractice()).toBe(true);
	for (const answer of [/còn 4 ngày/, /Màn hình giới thiệu/, /Chuyển sang kiểm tra thiết bị/, /Máy này chưa gắn/])
		await khang.press('button', answer);
	await khang.press('button', /máy hỏi passcode/);
	await khang.press('button', 'Làm xong, tiếp');
	await khang.press('button', 'Làm xong, tiếp');
	await khang.press('button', /Đã kích hoạt và đăng nhập được/);
	await khang.press('button', /Xác nhận \d mục/);
	await khang.press('button', 'Lưu lượt thăm');
	await khang.see('Đây là tập dượt: không gửi đi đâu, tập xong sẽ xóa.');
	await expect(khang.page.getByText('Sẽ gửi về phường khi có mạng.')).toHaveCount(0);
	await look('saved');

	await expect(card()).toContainText('Việc 3/3');
	await khang.press('link', 'Về nhà này');
	await khang.press('link', 'Hộ dân', true);
	await khang.press('link', /^8 /);
	await khang.press('link', 'Thêm người');
	await expect(card()).toContainText('Trần Thị Tập');
	await look('card');
	await khang.press('button', 'Quét mã QR trên thẻ');
	await khang.press('button', 'Không quét được? Nhập tay');
	expect(await saysPractice()).toBe(true);
	const typed = khang.page.getByRole('dialog');
	await typed.getByLabel('Họ và tên').fill('Trần Thị Tập');
	await typed.getByLabel('Năm', { exact: true }).fill('1992');
	await typed.getByRole('radio', { name: 'Nữ' }).check({ force: true });
	await typed.getByRole('button', { name: 'Dùng thông tin này' }).click();
	await khang.press('radio', /Đang ở nhà/);
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', 'Lưu người này');
	await expect(card()).toContainText('Xong ba việc');
	await expect(khang.page.getByText('Chờ gửi').filter({ visible: true })).toHaveCount(0);
	await look('over');

	// what is the real phone's own is not reached from here
	await khang.press('link', 'Hộ dân', true);
	await khang.press('link', 'Cá nhân', true);
	await khang.see('Phần này là của việc thật');
	await look('elsewhere');

	expect((await listDbs(khang.page)).filter((name) => name.startsWith('practice-'))).toHaveLength(1);
	await khang.press('button', 'Kết thúc');
	await expect(bar()).toBeHidden();
	await expect(khang.page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible();
	expect(await readDoors()).toEqual(realDoors);
	expect((await listDbs(khang.page)).filter((name) => name.startsWith('practice-'))).toEqual([]);

	await khang.phone.setOffline(false);
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	const brought = sent.slice(requests);
	expect(brought.map(({ path }) => path)).toContain('/api/v1/sync/pull');
	for (const { path, body } of brought) {
		for (const word of ['practice-', '00000000-0000-7', 'ngõ Tập', 'Trần Thị Tập', 'Lê Thị Mẫu'])
			expect(`${path} ${body}`).not.toContain(word);
		// a sealed body would hide them: there is no entry in any
		if (path === '/api/v1/sync/push') expect(JSON.parse(body).entries).toEqual([]);
	}
	expect(await countKept()).toEqual(before);
	expect(khang.phone.errors).toEqual([]);
});

test('a page that dies takes its practice along; the next one begins clean, also with text at 200 %', async () => {
	await khang.press('link', 'Hướng dẫn', true);
	await khang.press('button', 'Tập dượt với nhà giả');
	await khang.press('button', 'Không gặp ai ở nhà 2 ngõ Tập');
	await khang.page.reload();
	await khang.unlock();
	await expect(bar()).toBeHidden();
	await khang.press('link', 'Cá nhân', true);
	await khang.press('button', 'Tập dượt với nhà giả');
	await khang.see('Ngõ Tập · 5 nhà còn lại');
	await expect(card()).toHaveCount(0);
	expect((await listDbs(khang.page)).filter((name) => name.startsWith('practice-'))).toHaveLength(1);
	await khang.page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
	await look('large');
	await khang.press('button', 'Kết thúc');
	await expect(bar()).toBeHidden();
});

/** Takes the offer at the end of joining. */
class Newcomer extends Volunteer {
	override async press(...[role, name, exact]: Parameters<Volunteer['press']>): Promise<void> {
		if (name === 'Bắt đầu') await look('offer', this.page);
		await super.press(role, name === 'Bắt đầu' ? 'Tập thử 2 phút' : name, exact);
	}
}

test('the offer stands at the end of joining, and is not made again', async () => {
	const newcomer = new Newcomer(new Phone(ward.origin));
	await newcomer.open();
	await newcomer.join(await huy.invite('Lê Minh Khang'));
	await newcomer.see('Việc 1/3');
	await newcomer.press('button', 'Kết thúc');
	await expect(newcomer.page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible();
	await newcomer.page.reload();
	await newcomer.unlock();
	await expect(newcomer.page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible();
	await expect(newcomer.page.getByText('Tập thử 2 phút')).toHaveCount(0);
	await newcomer.phone.throwAway();
});
