// Rescue without a network (issue 3, build 6): what only one phone holds goes by file or from its screen to another one's
// camera, or by file to the desk, and the ward has it once, however many ways it came.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Staff, Volunteer } from './hands.ts';
import { openAlbum } from './look.ts';
import { makeFolder, Phone, WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

let ward: WardServer;
let huy: Staff;
let writer: Volunteer;
let carrier: Volunteer;
let filePath: string;

test.beforeAll(async ({ browser }) => {
	test.setTimeout(120_000);
	ward = await new WardServer().start();
	huy = await Staff.signIn(browser, ward, 'huy');
	[writer, carrier] = [new Volunteer(new Phone(ward.origin)), new Volunteer(new Phone(ward.origin))];
	for (const one of [writer, carrier]) {
		const code = await huy.invite('Lê Minh Khang');
		await one.open();
		await one.join(code);
		await one.waitUntilKept();
	}
	await writer.phone.setOffline(true);
	await carrier.phone.setOffline(true);
});
test.afterAll(async () => {
	await writer.phone.throwAway();
	await carrier.phone.throwAway();
	await huy.close();
	await ward.close();
});

async function recordNobodyHome(door: string): Promise<void> {
	await writer.goToDoor(door);
	await writer.press('button', 'Không gặp ai');
	await writer.press('button', 'Lưu', true);
	await writer.see('Đã lưu trên máy');
	await writer.press('button', 'Về danh sách');
}

async function openRescue(who: Volunteer): Promise<void> {
	await who.page.getByRole('link', { name: 'Xem việc gửi về phường' }).click();
	await who.press('button', 'Không có mạng? Nhờ máy khác mang hộ');
}

/** Visits to this door, as the ward lists them. */
async function countVisits(door: string): Promise<number> {
	await huy.page.goto('/ward/review?state=all');
	const names = await huy.page.getByRole('row').getByRole('link').allInnerTexts();
	return names.filter((name) => name.trim().startsWith(`${door} `)).length;
}

const { look, lookAtPhone } = openAlbum('rescue');

test('a file from a phone without network goes with another one, and the ward has the visit once', async () => {
	await recordNobodyHome('14');
	await openRescue(writer);
	await writer.page.getByRole('button', { name: 'Quét màn hình máy khác' }).scrollIntoViewIfNeeded();
	await lookAtPhone(writer.page, 'panel');
	// no share sheet here: a download
	const download = writer.page.waitForEvent('download');
	await writer.press('button', 'Tạo tệp để gửi');
	filePath = join(makeFolder('rescue'), (await download).suggestedFilename());
	await (await download).saveAs(filePath);
	await writer.see('Đã tạo 1 tệp với 1 bản ghi.');
	expect(readFileSync(filePath, 'utf8')).not.toMatch(/nobodyHome|outcome|household":/);

	await openRescue(carrier);
	await carrier.page.getByLabel('Nhận tệp của máy khác').setInputFiles({
		name: 'anh.txt',
		mimeType: 'text/plain',
		buffer: Buffer.from('không phải tệp nhờ gửi')
	});
	await carrier.see(/Đây không phải tệp nhờ gửi/);
	await carrier.page.getByLabel('Nhận tệp của máy khác').setInputFiles(filePath);
	await carrier.see('Đã nhận 1 bản ghi. Máy này sẽ gửi về phường khi có mạng.');
	await carrier.see('Đang mang hộ 1 bản ghi của máy khác, sẽ gửi khi có mạng');
	await lookAtPhone(carrier.page, 'carrying');
	expect(await countVisits('14')).toBe(0);

	await carrier.phone.setOffline(false);
	await carrier.press('button', 'Gửi ngay');
	await carrier.see('Đã gửi giúp 1 bản ghi của máy khác');
	expect(await countVisits('14')).toBe(1);
});

test('the same file at the desk changes nothing, and says so; a cut one is refused', async () => {
	await huy.page.goto('/ward/volunteers');
	await huy.page.getByRole('link', { name: 'Nhận tệp nhờ gửi' }).click();
	await huy.page.getByLabel('Tệp từ máy của tình nguyện viên').setInputFiles(filePath);
	await huy.page.getByRole('button', { name: 'Nhận tệp' }).click();
	await expect(huy.page.getByText('1 bản phường đã có từ trước.')).toBeVisible();
	await look(huy.page, 'desk');
	await huy.page.getByLabel('Tệp từ máy của tình nguyện viên').setInputFiles({
		name: 'nho-gui-1.txt',
		mimeType: 'text/plain',
		buffer: readFileSync(filePath).subarray(0, -40)
	});
	await huy.page.getByRole('button', { name: 'Nhận tệp' }).click();
	await expect(huy.page.getByText(/Tệp bị cắt hoặc bị sửa/)).toBeVisible();
	await huy.page.goto('/ward/audit');
	await expect(huy.page.getByText('Nhận tệp nhờ gửi').first()).toBeVisible();
	expect(await countVisits('14')).toBe(1);
});

test('from screen to camera: a row of pictures with gaps, then the writer itself sends, and nothing is doubled', async () => {
	test.setTimeout(120_000);
	await writer.press('link', 'Hộ dân', true);
	await recordNobodyHome('23');
	await openRescue(writer);
	await writer.press('button', 'Cho máy khác quét màn hình');
	await writer.see(/bản ghi. Đã chiếu/);
	// the sheet has come up
	await writer.page.waitForTimeout(600);
	await lookAtPhone(writer.page, 'show');
	// what a camera before this screen sees: pixels of the picture, taken now and then
	const canvas = writer.page.locator('dialog canvas');
	const films: { side: number; luma: string }[] = [];
	for (let shot = 0; shot < 14; shot++) {
		films.push(
			await canvas.evaluate((shown: HTMLCanvasElement) => {
				const { width, height } = shown;
				const { data } = shown.getContext('2d')!.getImageData(0, 0, width, height);
				let luma = '';
				for (let at = 0; at < data.length; at += 4) luma += data[at]! > 127 ? '1' : '0';
				return { side: width, luma };
			})
		);
		await writer.page.waitForTimeout(400);
	}
	await writer.press('button', 'Dừng chiếu');

	await carrier.phone.close();
	carrier.phone.holdScreenToCamera(films);
	await carrier.open('/sync');
	await carrier.unlock();
	await carrier.phone.setOffline(true);
	await openRescue(carrier);
	await carrier.press('button', 'Quét màn hình máy khác');
	await carrier.see(/Đã nhận [2-9] bản ghi. Máy này sẽ gửi về phường khi có mạng./);
	await lookAtPhone(carrier.page, 'filmed');
	await carrier.press('button', 'Xong');
	await carrier.phone.setOffline(false);
	await carrier.press('button', 'Gửi ngay');
	await carrier.see(/Đã gửi giúp \d bản ghi của máy khác/);
	expect(await countVisits('23')).toBe(1);

	await writer.phone.setOffline(false);
	await writer.press('button', 'Gửi ngay');
	await writer.see('Không còn gì chờ gửi');
	expect(await countVisits('14')).toBe(1);
	expect(await countVisits('23')).toBe(1);
	expect(
		writer.phone.errors.concat(carrier.phone.errors).filter((text) => !/ERR_INTERNET|Failed to load/.test(text))
	).toEqual([]);
});
