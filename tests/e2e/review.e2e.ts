// Review at the desk: twenty visits by keys alone, what is plain together, and two people at the same visit.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { AreaId, EntryId, RecordId, WardId } from '../../src/lib/domain/id.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { KyselyWardTx } from '../../src/lib/server/db/ward-store.ts';
import { makeWardTools, newId, openSite } from '../../src/lib/server/site.ts';
import type { Fields, Table } from '../../src/lib/sync/record.ts';
import { writeFromWard } from '../../src/lib/sync/ward.ts';
import { Staff } from './hands.ts';
import { WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

const SHOTS = join(import.meta.dirname, '..', '.tmp', 'screens');
const MINUTE_MS = 60_000;
const ITEMS = 20;
/** Words that no other person of the demo ward has in the name. */
const BY_KEYS = 'Bànphím';
const TOGETHER = 'Cùnglúc';

const ward = new WardServer();
let huy: Staff;

interface Planted {
	readonly name: string;
	readonly note?: string;
}

/** Visits that wait, about people of their own behind the doors that the demo ward has. */
async function plant(dataDir: string, all: readonly Planted[]): Promise<void> {
	const site = await openSite(readConfig({ DATA_DIR: dataDir }));
	try {
		const { db } = site.store;
		const volunteer = await db
			.selectFrom('volunteer')
			.selectAll()
			.where('name', '=', 'Lê Minh Khang')
			.executeTakeFirstOrThrow();
		const doors = await db
			.selectFrom('household_row as h')
			.innerJoin('area as a', 'a.id', 'h.area_id')
			.select(['h.id', 'h.area_id'])
			.where('a.name', '=', 'Khu phố 3')
			.orderBy('h.walk')
			.execute();
		const id = volunteer.ward_id as WardId;
		const now = site.clock();
		await site.store.transact(async (trx) => {
			const tx = new KyselyWardTx(trx, id, now);
			const tools = makeWardTools(site, id, now);
			for (const [i, { name, note }] of all.entries()) {
				const door = doors[i % doors.length]!;
				const write = async (table: Table, fields: Fields) => {
					const record = newId<RecordId>(site);
					const area = door.area_id as AreaId;
					const input = { table, id: record, area, fields, entry: newId<EntryId>(site), kind: 'ward.list' };
					await writeFromWard(tx, input, volunteer.id, tools);
					return record;
				};
				const person = await write('person', {
					household: door.id,
					name,
					birth: '1975',
					sex: 'female',
					presence: 'home'
				});
				await write('visit', {
					household: door.id,
					person,
					seenAt: now - (i + 1) * 10 * MINUTE_MS,
					outcome: 'done',
					by: volunteer.id,
					...(note ? { note } : {})
				});
			}
		});
	} finally {
		await site.store.close();
	}
}

test.beforeAll(async ({ browser }) => {
	mkdirSync(SHOTS, { recursive: true });
	await ward.start();
	await ward.stop();
	await plant(ward.dataDir, [
		...Array.from({ length: ITEMS }, (_, i) => ({ name: `Bùi ${BY_KEYS} ${String.fromCharCode(65 + i)}` })),
		...['Một', 'Hai', 'Ba'].map((name) => ({ name: `Ngô ${TOGETHER} ${name}` })),
		{ name: `Ngô ${TOGETHER} Bốn`, note: 'Chủ nhà hẹn tối mai' }
	]);
	await ward.start();
	huy = await Staff.signIn(browser, ward, 'huy');
});
test.afterAll(async () => {
	await huy.close();
	await ward.close();
});

async function look(page: Page, name: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
	await page.screenshot({ path: join(SHOTS, `desk-${name}-1280.png`), fullPage: true });
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow, `${name} is not moved sideways`).toBeLessThanOrEqual(0);
}

const countByState = (word: string) =>
	Object.fromEntries(
		ward
			.readStore(
				`select v.review_state as state, count(*) as count from visit_row v join person_row p on p.id = v.person_id
				where p.search like '%${word}%' group by v.review_state`
			)
			.map((row) => [row['state'], row['count']])
	);

test('keyboard-only review of 20 items: next, approve, return, correct, and no pointer at all', async () => {
	const { page } = huy;
	await page.goto(`/ward/review?q=${encodeURIComponent(BY_KEYS)}`);
	await expect(page.getByText(`${ITEMS} lượt`, { exact: true })).toBeVisible();
	// what the server wrote takes no key before its scripts are there
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => {
		const heard = globalThis as { pointers?: number };
		heard.pointers = 0;
		for (const name of ['pointerdown', 'mousedown', 'touchstart', 'wheel'])
			addEventListener(name, () => heard.pointers!++, true);
	});
	const title = page.getByRole('article').getByRole('heading', { level: 2 });
	let presses = 0;
	const press = async (key: string) => {
		await page.keyboard.press(key);
		presses++;
	};
	await press('j');
	const seen = new Set<string>();
	for (let i = 0; i < ITEMS; i++) {
		await expect(title).toContainText(BY_KEYS);
		const here = await title.innerText();
		expect(seen.has(here), `${here} comes once`).toBe(false);
		seen.add(here);
		if (i === 1) {
			// on, back again, and nothing was decided
			await press('j');
			await expect(title).not.toHaveText(here);
			await press('k');
			await expect(title).toHaveText(here);
			// opened by mistake: Escape gives the keys back
			await press('r');
			await expect(page.getByLabel('Mục cần sửa')).toBeFocused();
			await press('Escape');
			await expect(page.getByLabel('Cần sửa gì')).toBeHidden();
		}
		if (i % 5 === 2) {
			await press('r');
			await expect(page.getByLabel('Mục cần sửa')).toBeFocused();
			await press('Tab');
			// letters of a sentence are no keys
			await page.keyboard.type('Xem lại giúp phường: ja, ra, ca.');
			if (i === 2) await look(page, 'review-return-keys');
			await press('Tab');
			await press('Enter');
		} else {
			if (i % 5 === 3) {
				await press('c');
				await expect(page.getByLabel('Mục cần sửa')).toBeFocused();
				await press('ArrowDown');
				await press('Tab');
				await page.keyboard.type('1980');
				if (i === 3) await look(page, 'review-correct-keys');
				await press('Tab');
				await press('Enter');
				await expect(page.getByText('Đã sửa. Lượt này vẫn chờ duyệt.')).toBeVisible();
				await expect(title).toHaveText(here);
			}
			await press('a');
		}
		if (i + 1 < ITEMS) await expect(title).not.toHaveText(here);
		if (i === 4) await look(page, 'review-next');
	}
	await expect(title).toBeHidden();
	await expect(page.getByText('0 lượt', { exact: true })).toBeVisible();
	await expect(page.getByText('Đã duyệt.', { exact: true })).toBeVisible();
	await look(page, 'review-done');
	expect(await page.evaluate(() => (globalThis as { pointers?: number }).pointers)).toBe(0);
	expect(seen.size).toBe(ITEMS);
	expect(countByState('banphim')).toEqual({ approved: 16, returned: 4 });
	expect(
		ward.readStore(
			`select count(*) as count from record where body like '%"birth":"1980"%${BY_KEYS}%' or body like '%${BY_KEYS}%"birth":"1980"%'`
		)
	).toEqual([{ count: 4 }]);
	console.log(`20 visits with ${presses} presses, sentences and years not counted`);
});

test('what is plain goes together: the number before, a line each, what has a note stays', async ({ browser }) => {
	const { page } = huy;
	await page.goto(`/ward/review?q=${encodeURIComponent(TOGETHER)}`);
	await expect(page.getByText('rõ ràng', { exact: true })).toHaveCount(3);
	await page.getByText('Duyệt cùng lúc 3 lượt rõ ràng trên trang này').click();
	await look(page, 'review-plain');

	// somebody else decides one of them while the page is open
	const cuc = await Staff.signIn(browser, ward, 'cuc');
	await cuc.page.goto(`/ward/review?q=${encodeURIComponent(`${TOGETHER} Hai`)}`);
	await cuc.page.getByRole('row').getByRole('link').first().click();
	await cuc.approve();
	await page.getByRole('button', { name: 'Duyệt 3 lượt' }).click();
	await expect(page.getByText('Đã duyệt 2 lượt.')).toBeVisible();
	await expect(page.getByText(/^Còn 1 lượt chưa duyệt/)).toBeVisible();
	await expect(page.getByText('1 lượt', { exact: true })).toBeVisible();
	await look(page, 'review-plain-done');
	expect(countByState('cunglúc'.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual({ approved: 3, waiting: 1 });

	// and one visit that two have open: the second is told
	await page.getByRole('row').getByRole('link').first().click();
	await expect(page.getByRole('button', { name: /^Duyệt \(a\)/ })).toBeVisible();
	await cuc.page.goto(`/ward/review?q=${encodeURIComponent(`${TOGETHER} Bốn`)}`);
	await cuc.page.getByRole('row').getByRole('link').first().click();
	await cuc.approve();
	await page.keyboard.press('a');
	await expect(page.getByRole('alert')).toBeVisible();
	// and sees what the first made of it
	await expect(page.getByRole('article').getByText('Phan Thu Cúc').first()).toBeVisible();
	await expect(page.getByRole('button', { name: /^Duyệt \(a\)/ })).toBeHidden();
	await look(page, 'review-faster');
	await page.goto('/ward/audit');
	await expect(page.getByRole('cell', { name: 'Duyệt cùng lúc lượt thăm rõ ràng' })).toHaveCount(2);
	await cuc.close();
});
