// One phone, two tabs: one book, one lock, nothing doubled. And a browser that is killed right after "Đã lưu trên máy":
// what the screen called saved is there when the phone is opened again.

import { expect, test, type Page } from '@playwright/test';
import { meet, part, type Staff, Volunteer } from './hands.ts';
import type { WardServer } from './stage.ts';

let ward: WardServer;
let huy: Staff;
let khang: Volunteer;

test.beforeAll(async ({ browser }) => {
	({ ward, huy, khang } = await meet(browser, (phone) => new Volunteer(phone)));
	await khang.phone.close();
});
test.afterEach(() => khang.phone.close());
test.afterAll(() => part({ ward, huy, khang }));

/** The same volunteer in another tab of the same phone. */
async function openTab(): Promise<Volunteer> {
	const tab = new Volunteer(khang.phone);
	tab.page = await khang.phone.context.newPage();
	await tab.page.goto('/doors');
	return tab;
}

async function recordNobodyHome(tab: Volunteer, door: string): Promise<void> {
	await tab.page.bringToFront();
	await tab.goToDoor(door);
	await tab.press('button', 'Không gặp ai');
	await tab.press('button', 'Lưu', true);
	await tab.see('Đã lưu trên máy');
	await tab.press('button', 'Về danh sách');
}

/** Visits to each of these doors, as the ward has them, by its own list. */
async function countVisits(...doors: string[]): Promise<number[]> {
	await huy.page.goto('/ward/review?state=all');
	const names = await huy.page.getByRole('row').getByRole('link').allInnerTexts();
	return doors.map((door) => names.filter((name) => name.trim().startsWith(`${door} `)).length);
}

const isLocked = (page: Page) => expect(page.getByText('Nhập mã PIN để mở.')).toBeVisible();

test('what one tab saves the other shows; both save without network, one sends, nothing is doubled', async () => {
	await khang.open('/doors');
	await khang.unlock();
	const second = await openTab();
	await second.unlock();
	await khang.phone.setOffline(true);

	await second.goToDoor('14');
	await recordNobodyHome(khang, '14');
	await second.page.bringToFront();
	await second.see(/Không gặp ai/);
	await expect.poll(() => second.readStatus()).toContain('1 chờ gửi');

	await recordNobodyHome(second, '23');
	await recordNobodyHome(khang, '27');
	// the same door in both: two knocks are two visits, whoever saves last
	await recordNobodyHome(second, '44');
	await recordNobodyHome(khang, '44');
	await expect.poll(() => khang.readStatus()).toContain('5 chờ gửi');
	await expect.poll(() => second.readStatus()).toContain('5 chờ gửi');

	await khang.phone.setOffline(false);
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await expect.poll(() => second.readStatus()).not.toContain('chờ gửi');
	await second.page.bringToFront();
	await second.sendNow();
	await second.see('Đã gửi xong.');
	expect(await countVisits('14', '23', '27', '44')).toEqual([1, 1, 1, 2]);
});

test('both tabs at once: what both save in the same moment is all there', async () => {
	await khang.open('/doors');
	await khang.unlock();
	const second = await openTab();
	await second.unlock();
	await khang.phone.setOffline(true);
	for (const [tab, door] of [
		[khang, '50'],
		[second, '52']
	] as const) {
		await tab.page.bringToFront();
		await tab.goToDoor(door);
		await tab.press('button', 'Không gặp ai');
	}
	const save = (tab: Volunteer) => tab.page.getByRole('button', { name: 'Lưu', exact: true });
	await Promise.all([save(khang).dispatchEvent('click'), save(second).dispatchEvent('click')]);
	await khang.see('Đã lưu trên máy');
	await second.see('Đã lưu trên máy');
	await khang.phone.setOffline(false);
	await khang.page.bringToFront();
	await khang.press('button', 'Về danh sách');
	await Promise.all([khang.sendNow(), second.page.reload()]);
	await khang.see('Không còn gì chờ gửi');
	expect(await countVisits('50', '52')).toEqual([1, 1]);
});

test('a lock in one tab locks the other; a half-typed form there comes back after the PIN', async () => {
	await khang.open('/doors');
	await khang.unlock();
	const second = await openTab();
	await second.unlock();
	await second.goToDoor('48');
	await second.press('link', 'Thêm người');
	await second.page.getByLabel('Họ và tên').fill('Hà Thị Hai Thẻ');
	await second.page.waitForTimeout(600);

	await khang.page.bringToFront();
	await khang.press('link', 'Cá nhân', true);
	await khang.press('button', 'Khóa ngay');
	await isLocked(khang.page);
	await second.page.bringToFront();
	await isLocked(second.page);
	await expect(second.page.getByText('Hà Thị Hai Thẻ')).toBeHidden();
	await second.unlock();
	await expect(second.page.getByLabel('Họ và tên')).toHaveValue('Hà Thị Hai Thẻ');
	// opening is each tab's own: a PIN typed in one shows nothing in the other
	await khang.page.bringToFront();
	await isLocked(khang.page);
});

/** Fifty by hand: `KILLS=50 npx playwright test ... tabs.e2e`; each starts a browser, and types the PIN. */
const KILLS = Number(process.env.KILLS ?? 10);

test(`the browser is killed right after a confirmed save, ${KILLS} times: each one is there, and once`, async () => {
	test.setTimeout(120_000 + KILLS * 20_000);
	const doors = ['14', '23', '27', '44', '50'];
	const [knocker] = ward.readStore(`select id from volunteer where name = 'Lê Minh Khang'`);
	const countOwn = () => {
		const [row] = ward.readStore(
			`select count(*) as visits, count(distinct id) as ids from visit_row where volunteer_id = '${String(knocker?.id)}'`
		);
		expect(row?.visits).toBe(row?.ids);
		return Number(row?.visits);
	};
	const before = countOwn();
	const started = Date.now();
	// a locked phone sends what is sealed as soon as it can: nobody is there to take it
	await ward.stop();
	for (let saved = 0; saved < KILLS; saved++) {
		await khang.open('/doors');
		await khang.phone.setOffline(true);
		await khang.unlock();
		if (saved > 0) await expect.poll(() => khang.readStatus()).toMatch(new RegExp(`(^|\\D)${saved} chờ gửi`));
		await khang.goToDoor(doors[saved % doors.length]!);
		if (saved % 2 === 0) {
			await khang.press('button', 'Bắt đầu thăm hộ');
			await khang.press('button', /Chỉ tuyên truyền/);
			await khang.press('checkbox', /Đã đưa tờ rơi/);
			await khang.press('button', 'Tiếp tục');
			await khang.press('button', 'Lưu lượt thăm');
		} else {
			await khang.press('button', 'Không gặp ai');
			await khang.press('checkbox', /Đã để lại tờ rơi/);
			await khang.press('button', 'Lưu', true);
		}
		await khang.see('Đã lưu trên máy');
		await khang.phone.kill();
	}
	console.log(`${KILLS} kills in ${((Date.now() - started) / 1000).toFixed(0)} s`);
	await ward.start();
	await khang.open('/doors');
	await khang.unlock();
	for (const door of doors) {
		await khang.goToDoor(door);
		await khang.see(/đã để lại tờ rơi/);
		// else it would be saved, and counted, once more
		await khang.see('Bắt đầu thăm hộ');
	}
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	expect(countOwn()).toBe(before + KILLS);
});
