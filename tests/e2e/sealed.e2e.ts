// The sealed outbox in a real browser with a real ward: what was saved leaves a phone that stays locked, a visit can be
// recorded without the PIN, and a ward whose store was put back to an older copy gets everything again.

import { expect, test } from '@playwright/test';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { meet, part, type Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import { makeFolder, type WardServer } from './stage.ts';

const { lookAtPhone } = openAlbum('sealed');

let ward: WardServer;
let huy: Staff;
let khang: Volunteer;

test.beforeAll(async ({ browser }) => {
	({ ward, huy, khang } = await meet(browser, (phone) => new Volunteer(phone)));
	await khang.phone.close();
});
test.afterEach(() => khang.phone.close());
test.afterAll(() => part({ ward, huy, khang }));

async function recordNobodyHome(door: string): Promise<void> {
	await khang.goToDoor(door);
	await khang.press('button', 'Không gặp ai');
	await khang.press('button', 'Lưu', true);
	await khang.see('Đã lưu trên máy');
	await khang.press('button', 'Về danh sách');
}

/** Visits to this door, as the ward has them. */
async function countVisits(door: string): Promise<number> {
	await huy.page.goto('/ward/review?state=all');
	const names = await huy.page.getByRole('row').getByRole('link').allInnerTexts();
	return names.filter((name) => name.trim().startsWith(`${door} `)).length;
}

const isLocked = () => expect(khang.page.getByText('Nhập mã PIN để mở.')).toBeVisible();

test('what was saved without network reaches the ward from a phone that was locked and opened again', async () => {
	await khang.open('/doors');
	await khang.unlock();
	await khang.phone.setOffline(true);
	await recordNobodyHome('14');
	await khang.phone.close();
	await khang.open();
	await isLocked();
	await expect.poll(() => countVisits('14'), { timeout: 30_000 }).toBe(1);
	await isLocked();
	await khang.unlock();
	await expect.poll(() => khang.readStatus()).not.toContain('chờ gửi');
	expect(await countVisits('14')).toBe(1);
});

test('a visit is recorded and sent without the PIN; the phone shows it once the ward has it', async () => {
	await khang.open();
	await isLocked();
	await khang.press('button', 'Ghi một lượt khi đang khóa');
	await lookAtPhone(khang.page, 'capture');
	await khang.page.getByLabel('Số nhà').fill('991');
	await khang.page.getByLabel('Ngõ, hẻm, đường').fill('hẻm Thử');
	await khang.press('radio', 'Đã tuyên truyền');
	await khang.press('button', 'Lưu và niêm phong');
	await khang.see('Đã lưu trên máy, đã niêm phong');
	expect(await khang.page.getByLabel('Số nhà').inputValue()).toBe('');
	await expect.poll(() => countVisits('991'), { timeout: 30_000 }).toBe(1);
	await khang.press('button', 'Quay lại');
	await isLocked();
	await khang.unlock();
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await lookAtPhone(khang.page, 'send');
	await khang.page.goBack();
	await khang.goToDoor('991');
	await khang.see(/Đã tuyên truyền/);
});

test('a ward that was put back to an older copy of its store has everything again after the next sync', async () => {
	const copy = join(makeFolder('copy'), 'store');
	const storeFiles = () => readdirSync(ward.dataDir).filter((name) => name.startsWith('ward.sqlite'));
	await ward.stop();
	mkdirSync(copy);
	for (const name of storeFiles()) cpSync(join(ward.dataDir, name), join(copy, name));
	await ward.start();

	await khang.open('/doors');
	await khang.unlock();
	await recordNobodyHome('23');
	await recordNobodyHome('27');
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	expect([await countVisits('23'), await countVisits('27')]).toEqual([1, 1]);

	await ward.stop();
	for (const name of storeFiles()) rmSync(join(ward.dataDir, name));
	for (const name of readdirSync(copy)) cpSync(join(copy, name), join(ward.dataDir, name));
	await ward.start();
	expect([await countVisits('23'), await countVisits('27')]).toEqual([0, 0]);

	await khang.press('button', 'Gửi ngay');
	await expect
		.poll(async () => [await countVisits('23'), await countVisits('27')], { timeout: 30_000 })
		.toEqual([1, 1]);
	await khang.see('Không còn gì chờ gửi');
	expect(await countVisits('14')).toBe(1);
	rmSync(join(copy, '..'), { recursive: true });
});
