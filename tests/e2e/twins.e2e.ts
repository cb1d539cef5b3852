// Two records of one person: found at the desk, merged by a person's word, seen on the phone, and taken apart again.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { meet, part, Volunteer, type Cast } from './hands.ts';

test.describe.configure({ mode: 'serial' });

const NAME = 'Đào Thị Trùng';
const BORN = '15/03/1990';

let cast: Cast;
test.beforeAll(async ({ browser }) => {
	cast = await meet(browser, (phone) => new Volunteer(phone));
});
test.afterAll(() => part(cast));

async function addPerson(door: string): Promise<void> {
	const { khang } = cast;
	await khang.goToDoor(door);
	await khang.press('link', 'Thêm người');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.page.getByLabel('Họ và tên').fill(NAME);
	await khang.page.getByLabel('Năm sinh hoặc ngày sinh').fill(BORN);
	await khang.press('radio', 'Nữ');
	await khang.press('radio', 'Đang ở nhà');
	const other = khang.page.getByRole('button', { name: 'Người khác, vẫn thêm' });
	await khang.press('button', 'Lưu người này');
	await expect(other.or(khang.page.getByRole('heading', { level: 1, name: new RegExp(`Nhà ${door}`) }))).toBeVisible();
	if (await other.isVisible()) await other.click();
	await khang.see(NAME);
}

/** At how many of the two doors the phone shows that name, once everything was sent and fetched. */
async function countOnPhone(): Promise<number> {
	const { khang } = cast;
	await khang.sendNow();
	await khang.see('Đã gửi xong.');
	let shown = 0;
	for (const door of ['50', '52']) {
		await khang.goToDoor(door);
		shown += await khang.page.getByText(NAME).filter({ visible: true }).count();
	}
	return shown;
}

test('are said at the desk, merged by a press, gone from the phone, and there again after the undo', async () => {
	const { huy } = cast;
	await addPerson('50');
	await addPerson('52');
	expect(await countOnPhone()).toBe(2);

	await huy.page.goto('/ward/twins');
	const card = huy.page.locator('article').filter({ hasText: NAME });
	await expect(card).toHaveCount(1);
	await expect(card).toContainText('Cùng họ tên và ngày sinh');
	const { violations } = await new AxeBuilder({ page: huy.page }).analyze();
	expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
	await huy.page.screenshot({ path: 'tests/.tmp/screens/desk-twins.png', fullPage: true });
	await card.getByRole('button', { name: 'Gộp làm một' }).click();
	await expect(huy.page.getByText('Đã gộp. Máy của tình nguyện viên sẽ thấy khi có mạng.')).toBeVisible();
	await expect(card).toHaveCount(0);
	await huy.page.screenshot({ path: 'tests/.tmp/screens/desk-twins-merged.png', fullPage: true });
	expect(await countOnPhone()).toBe(1);

	await huy.page.getByRole('button', { name: new RegExp(`^Hoàn tác: ${NAME}`) }).click();
	await expect(huy.page.getByText('Đã hoàn tác.')).toBeVisible();
	await expect(card).toHaveCount(1);
	expect(await countOnPhone()).toBe(2);

	await card.getByRole('button', { name: 'Là hai người khác nhau' }).click();
	await expect(huy.page.getByText('Đã ghi là hai người khác nhau.')).toBeVisible();
	await expect(card).toHaveCount(0);
	await huy.page.reload();
	await expect(card).toHaveCount(0);
});
