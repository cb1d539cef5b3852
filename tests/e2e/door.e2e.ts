// At the door with one hand: nobody home in one tap, taken back for a moment, and never lost.

import { expect, test } from '@playwright/test';
import { meet, part, type Staff, Volunteer } from './hands.ts';
import type { WardServer } from './stage.ts';
import { expectTaps } from './taps.ts';

let ward: WardServer;
let huy: Staff;
let khang: Volunteer;

test.beforeAll(async ({ browser }) => {
	({ ward, huy, khang } = await meet(browser, (phone) => new Volunteer(phone)));
	// a locked phone sends what is sealed as soon as it can: nobody is there to take it
	await ward.stop();
	await khang.press('link', 'Hộ dân', true);
});
test.afterAll(() => part({ ward, huy, khang }));

const rowOf = (door: string) => khang.page.getByRole('listitem').filter({ hasText: door });
const noted = 'vắng · đã lưu trên máy';

test('nobody home takes one tap on the list, and the next door is there within a second', async () => {
	khang.taps = 0;
	const tappedAt = Date.now();
	await khang.press('button', 'Không gặp ai ở nhà 23 đường Bờ Sông');
	await expect(rowOf('23 đường Bờ Sông')).toContainText(noted);
	await expect(khang.page.getByRole('button', { name: 'Không gặp ai ở nhà 27 đường Bờ Sông' })).toBeVisible();
	console.log(`next door after ${Date.now() - tappedAt} ms`);
	expectTaps('nobodyHome', khang.taps);
	await expect(rowOf('23 đường Bờ Sông')).toContainText('không gặp ai', { timeout: 15_000 });
	await expect.poll(() => khang.readStatus()).toContain('1 chờ gửi');
});

test('a second tap at once changes nothing; "undo" within five seconds leaves no trace', async () => {
	const { page } = khang;
	const door = '27 đường Bờ Sông';
	await page.getByRole('button', { name: `Không gặp ai ở nhà ${door}` }).dblclick();
	await expect(rowOf(door)).toContainText(noted);
	await page.waitForTimeout(700);
	await khang.press('button', `Hoàn tác ở nhà ${door}`);
	await expect(rowOf(door)).toContainText('chưa đến');
	await expect(page.getByText(`Đã hoàn tác ở nhà ${door}.`)).toBeAttached();
	await page.reload();
	await khang.unlock();
	await expect(rowOf(door)).toContainText('chưa đến');
	// a round that begins with the opening shows as under way until it has met nobody
	await expect.poll(() => khang.readStatus()).toContain('1 chờ gửi');
});

test('a phone that dies right after the tap has the visit when it is opened again; the ward has each once', async () => {
	await khang.press('button', 'Không gặp ai ở nhà 48 đường Bờ Sông');
	await expect(rowOf('48 đường Bờ Sông')).toContainText(noted);
	await khang.phone.kill();
	await khang.open('/doors');
	await khang.unlock();
	await expect(rowOf('48 đường Bờ Sông')).toContainText('không gặp ai');
	await expect.poll(() => khang.readStatus()).toContain('2 chờ gửi');
	await ward.start();
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
	await huy.page.goto('/ward/review?state=all');
	const names = await huy.page.getByRole('row').getByRole('link').allInnerTexts();
	for (const [door, visits] of [
		['23 ', 1],
		['27 ', 0],
		['48 ', 1]
	] as const)
		expect(names.filter((name) => name.trim().startsWith(door))).toHaveLength(visits);
});
