// Issue 7, "Learn": practice without network over made-up doors, through the screens of the real work. The real list is
// untouched, and not one byte of practice goes over the network, then or later.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { shot } from './guide-hands.ts';
import { meet, part, PIN, Volunteer, type Staff } from './hands.ts';
import type { WardServer } from './stage.ts';

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
const bar = () => khang.page.getByText('Đang tập dượt');
const card = () => khang.page.getByRole('complementary', { name: 'Gợi ý khi tập' });

async function look(name: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page: khang.page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	const width = await khang.page.evaluate(() => document.documentElement.scrollWidth);
	expect(width, 'nothing is wider than the phone').toBeLessThanOrEqual(360);
	await khang.page.screenshot({ path: shot(`practice-${name}`) });
}

async function countKept(): Promise<unknown> {
	return ['entry', 'record', 'aside'].map((table) => ward.readStore(`select count(*) as n from ${table}`)[0]?.n);
}

test('the first walk without network: nobody home, a visit with its guide, a card by hand; the real list is untouched', async () => {
	const before = await countKept();
	await khang.press('link', 'Hộ dân', true);
	const realDoors = await khang.page.locator('main a[href^="/doors/"]').allInnerTexts();
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
	await khang.press('button', /^Ở thường xuyên|^Có nhà|^Đang ở nhà/);
	if (await khang.page.getByText('Người dân đồng ý cho ghi thông tin?').isVisible()) {
		await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
		await khang.press('button', 'Tiếp tục');
	}
	await khang.page.waitForTimeout(500);
	await khang.page.screenshot({ path: shot('practice-x') });
});
