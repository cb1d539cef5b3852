// The figures of the desk, end to end: a campaign with targets, figures of the police that do not add up, the overview
// with the lists behind it, causes over time. Pictures at 1280 and 1920 are left in tests/.tmp/figures to be looked at.

import { expect, test } from '@playwright/test';
import { openWideAlbum } from './desk-look.ts';
import { Staff } from './hands.ts';
import { WardServer } from './stage.ts';

const { show, pathOf } = openWideAlbum('figures');

test.describe.configure({ mode: 'serial', timeout: 240_000 });

let ward: WardServer;
let son: Staff;
let huy: Staff;

test.beforeAll(async ({ browser }) => {
	ward = await new WardServer().start();
	son = await Staff.signIn(browser, ward, 'son');
	huy = await Staff.signIn(browser, ward, 'huy');
});
test.afterAll(async () => {
	await son.close();
	await huy.close();
	await ward.close();
});

/** The last days of this month, as the server's clock is today's. */
function thisMonth(): { from: string; to: string; today: string } {
	const now = new Date(Date.now() + 7 * 3600_000);
	const pad = (value: number) => String(value).padStart(2, '0');
	const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() + 1];
	const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
	const write = (date: number) => `${pad(date)}/${pad(month)}/${year}`;
	return { from: write(1), to: write(last), today: write(now.getUTCDate()) };
}

test('F089: the leader sets a campaign with targets, by keys alone; others read it', async () => {
	const { page } = son;
	const days = thisMonth();
	await page.goto('/ward/campaigns?new');
	await page.getByLabel('Tên đợt').focus();
	await page.keyboard.type('Cao điểm thử');
	await page.keyboard.press('Tab');
	await page.keyboard.type(days.to);
	await page.keyboard.press('Tab');
	await page.keyboard.type(days.from);
	await page.keyboard.press('Enter');
	await expect(page.getByText(/Các ngày chưa đúng thứ tự/)).toBeVisible();
	// what was typed is still there
	await expect(page.getByLabel('Tên đợt')).toHaveValue('Cao điểm thử');
	await page.getByLabel('Từ ngày').fill(days.from);
	await page.getByLabel('Đến ngày').fill(days.to);
	await page.getByLabel('Khu phố 3, Mức 1').fill('4');
	await page.getByLabel('Khu phố 3, Mức 2').fill('12');
	await page.getByLabel('Khu phố 4, Mức 2').fill('1.000');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toHaveText('Đã lưu.');
	await expect(page.getByLabel('Khu phố 4, Mức 2')).toHaveValue('1000');
	await show(page, 'campaigns');
	await huy.page.goto('/ward/campaigns');
	await expect(huy.page.getByLabel('Tên đợt')).toBeDisabled();
});

test('F092, F093: figures of the police stand beside the counted ones, and 119 + 1068 against 2352 is told', async () => {
	const { page } = huy;
	await page.goto('/ward/reported');
	for (const [level, count] of [
		['Mức 1', '119'],
		['Mức 2', '1068'],
		['Tổng', '2352']
	] as const) {
		await page.locator('select[name=area]').selectOption({ label: 'Cả phường' });
		await page.locator('select[name=level]').selectOption(level);
		await page.getByLabel('Tính đến ngày').fill(thisMonth().today);
		await page.getByLabel('Số', { exact: true }).fill(count);
		if (level === 'Mức 2') {
			await page.getByLabel('Trên tổng').fill('1273');
			await page.getByLabel('Tỷ lệ %').fill('83,89');
		}
		await page.getByLabel('Nguồn').fill('Công văn giả định 01');
		await page.getByRole('button', { name: 'Thêm số này' }).click();
		await expect(page.getByRole('status')).toHaveText('Đã thêm.');
	}
	await expect(page.getByText(/SUM_MISMATCH: .*119.*1\.068.*2\.352/)).toBeVisible();
	await expect(page.getByText(/RATE_DIFFERS: .*83,89/)).toBeVisible();
	await expect(page.getByRole('cell', { name: '83,90' })).toBeVisible();
	await show(page, 'reported');
});

test('F090: the overview tells what does not add up, and a figure leads to the list behind it', async () => {
	const { page } = huy;
	await page.goto('/ward');
	await expect(page.getByText(/SUM_MISMATCH/)).toBeVisible();
	await expect(page.getByText('Cao điểm thử')).toBeVisible();
	const quarter = page.getByRole('row').filter({ hasText: 'Khu phố 3' }).getByRole('cell');
	await expect(quarter.nth(2), 'registered').toHaveText('21');
	await expect(quarter.nth(6), 'success, with both denominators').toContainText(/^3\s.*14,29 %.*15,79 %/);
	await expect(page.getByText(/4 trên 16|\d+ trên 16, /)).toBeVisible();
	await page.getByText('Xem dạng bảng').click();
	await page.getByText('Theo khu phố', { exact: true }).last().click();
	await show(page, 'overview');
	await page.emulateMedia({ media: 'print' });
	await page.screenshot({ path: pathOf('overview-print'), fullPage: true });
	await page.emulateMedia({ media: 'screen' });

	const waiting = await page.getByRole('link', { name: /^\d+ chờ duyệt$/ }).textContent();
	await page.getByRole('link', { name: /^\d+ chờ duyệt$/ }).click();
	await expect(page.getByText(`${Number.parseInt(waiting!)} lượt`, { exact: true })).toBeVisible();
	await page.goto('/ward');
	await page.getByText('Theo mã, với các lượt thăm').click();
	const code = page.getByRole('link', { name: /^B\d\.\d$/ }).first();
	const name = (await code.textContent())!;
	await code.click();
	await expect(page).toHaveURL(new RegExp(`code=${name.replace('.', '\\.')}`));
	await expect(page.getByLabel('Mã vướng mắc, cờ')).toHaveValue(name);
	await page.goto('/ward');
	// one click from what was issued to who is not activated, with the quarter chosen
	await page.locator('tbody tr').first().getByRole('link').nth(2).click();
	await expect(page).toHaveURL(/\/ward\/lists\?area=.*kind=notActivated/);
	await expect(page.locator('select[name=kind]')).toHaveValue('notActivated');
});

test('F096: causes over time say what the overview says, by quarter and by cause', async () => {
	const { page } = huy;
	await page.goto('/ward');
	await page.getByRole('link', { name: 'Xem thay đổi theo thời gian' }).click();
	await expect(page.getByRole('heading', { name: 'Nguyên nhân theo thời gian', exact: true })).toBeVisible();
	const table = (name: RegExp) => page.getByRole('region', { name });
	const sums = async (rows: string[]) => {
		const numbers = await Promise.all(
			rows.map((name) =>
				table(/^Theo khu phố/)
					.getByRole('row')
					.filter({ hasText: name })
					.locator('.sum')
					.innerText()
			)
		);
		return numbers.map(Number);
	};
	const [third, fourth, whole] = await sums(['Khu phố 3', 'Khu phố 4', 'Cả phường']);
	expect(whole).toBeGreaterThan(0);
	expect(third! + fourth!).toBe(whole);
	await show(page, 'causes');
	await page.getByLabel('Nơi xem').selectOption({ label: 'Khu phố 4' });
	await page.getByLabel('Nhóm nguyên nhân').selectOption({ index: 2 });
	await page.getByRole('button', { name: 'Xem', exact: true }).click();
	await expect(page.getByRole('heading', { name: `Khu phố 4: ${fourth} lượt gặp` })).toBeVisible();
	await expect(page.getByRole('heading', { name: /^Theo khu phố: C2 · / })).toBeVisible();
	await expect(
		table(/^Khu phố 4: /)
			.getByRole('row')
			.filter({ hasText: 'Tất cả' })
			.locator('.sum')
	).toHaveText(String(fourth));
	await show(page, 'causes-chosen');
});

test('F003: whoever is confined to a quarter sees its figures and no other', async ({ browser }) => {
	const khiem = await Staff.signIn(browser, ward, 'khiem');
	await khiem.page.goto('/ward/staff');
	const row = khiem.page.getByRole('row').filter({ hasText: 'tuyet' });
	await row.getByText('Đổi vai trò', { exact: true }).click();
	await row.getByLabel('Khu phố 4').check();
	await row.getByRole('button', { name: 'Lưu' }).click();
	await expect(khiem.page.getByText('Đã đổi vai trò.', { exact: false })).toBeVisible();
	await khiem.close();

	const tuyet = await Staff.signIn(browser, ward, 'tuyet');
	const { page } = tuyet;
	await expect(page.getByRole('rowheader', { name: 'Khu phố 4' }).first()).toBeVisible();
	await expect(page.getByRole('rowheader', { name: 'Tất cả địa bàn được xem' }).first()).toBeVisible();
	await show(page, 'confined-overview');
	for (const path of ['/ward', '/ward/campaigns', '/ward/reported', '/ward/lists']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		expect(await page.locator('main').innerText(), path).not.toMatch(/Khu phố 3|SUM_MISMATCH/);
	}
	await show(page, 'confined-lists');
	await page.goto('/ward/campaigns');
	await show(page, 'confined-campaigns');
	await page.goto('/ward/reports');
	await expect(page.getByText('Báo cáo là của cả phường', { exact: false })).toBeVisible();
	await tuyet.close();
});
