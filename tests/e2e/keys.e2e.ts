// Issue 7, show b: the scenarios of the field-work notes with their acceptance lines once more, at 360x640 with text at
// 200 %, by keys alone, without network and without a ward.

import { expect, test } from '@playwright/test';
import { meet } from './hands.ts';
import { KeysAlone } from './keys.ts';
import { walkS02, walkS04, walkS06, walkS11, walkS13, walkS17 } from './scenarios.ts';
import type { WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial', timeout: 400_000 });

let ward: WardServer;
let khang: KeysAlone;

test.beforeAll(async ({ browser }) => {
	const cast = await meet(browser, (phone) => new KeysAlone(phone));
	await cast.huy.close();
	({ ward, khang } = cast);
	await ward.stop();
	await khang.phone.setOffline(true);
	await khang.page.setViewportSize({ width: 360, height: 640 });
	await khang.press('link', 'Cá nhân', true);
	await khang.press('radio', '200 %');
	const px = await khang.page.evaluate(() => getComputedStyle(document.body).fontSize);
	expect(px, 'text of twice the usual size').toBe('36px');
});
test.afterAll(async () => {
	await khang.phone.throwAway();
	await ward.close();
});
test.beforeEach(() => void (khang.keys = 0));
test.afterEach(({}, { title }) => {
	console.log(`${title}: ${khang.keys} keys`);
	expect(khang.widest, 'nothing is wider than the phone').toBeLessThanOrEqual(360);
});

test('S02 by keys at 200 %', async () => void (await walkS02(khang)));
test('S04 by keys at 200 %', () => walkS04(khang));
test('S06 by keys at 200 %', () => walkS06(khang));
test('S11 by keys at 200 %', () => walkS11(khang));
test('S13 by keys at 200 %', () => walkS13(khang));
test('S17 by keys at 200 %', () => walkS17(khang));
