// What goes wrong at a door: a mistyped code, a forgotten PIN, no camera, a stranger's QR, a full phone, a network that
// answers nonsense, a wrong clock. Each must get a sentence that says what to do, and whatever was entered must be there
// afterwards: on the phone, and at the ward exactly once.

import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page, type Route } from '@playwright/test';
import { BANK_CODE, CARD_S07, VNEID_LIKE } from '../fixtures/cards.ts';
import { CHROMIUM_PATH, LAUNCH_ARGS } from '../playwright.config.ts';
import { part, Staff, Volunteer } from './hands.ts';
import { Phone, WardServer } from './stage.ts';

const HOUR_MS = 3600_000;
const WRONG_PIN = '11223399';
const SYNC = '**/api/v1/sync/*';

let ward: WardServer;
let huy: Staff;
let khang: Volunteer;
let usedCode: string;
let other: BrowserContext | null = null;

test.beforeAll(async ({ browser }) => {
	ward = await new WardServer().start();
	huy = await Staff.signIn(browser, ward, 'huy');
	khang = new Volunteer(new Phone(ward.origin));
	usedCode = await huy.invite('Lê Minh Khang');
	await khang.open();
	await khang.join(usedCode);
	await khang.waitUntilKept();
	await khang.phone.close();
});
test.afterEach(async () => {
	await other?.close();
	other = null;
	await khang.phone.close();
});
test.afterAll(() => part({ ward, huy, khang }));

async function openAt(path: string): Promise<void> {
	await khang.open(path);
	await khang.unlock();
}

/** The same phone without the camera that it usually has, or with one that it may not use. */
async function openWithCamera(path: string, args: readonly string[]): Promise<void> {
	await other?.close();
	other = await chromium.launchPersistentContext(join(khang.phone.profile, 'browser'), {
		...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
		args: [...LAUNCH_ARGS, ...args],
		viewport: { width: 360, height: 740 },
		isMobile: true,
		hasTouch: true,
		baseURL: ward.origin
	});
	other.setDefaultTimeout(20_000);
	khang.page = other.pages()[0] ?? (await other.newPage());
	await khang.page.goto(path);
	await khang.unlock();
}

/** As the ward has it, by its own list. */
async function countVisits(door: string): Promise<number> {
	await huy.page.goto('/ward/review?state=all');
	const names = await huy.page.getByRole('row').getByRole('link').allInnerTexts();
	return names.filter((name) => name.trim().startsWith(`${door} `)).length;
}

async function recordNobodyHome(door: string): Promise<void> {
	await khang.goToDoor(door);
	await khang.press('button', 'Không gặp ai');
	await khang.press('button', 'Lưu', true);
	await khang.see('Đã lưu trên máy');
	await khang.press('button', 'Về danh sách');
}

async function sendAll(): Promise<void> {
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
}

async function shiftClock(page: Page, hours: number): Promise<void> {
	await page.clock.install({ time: Date.now() + hours * HOUR_MS });
	await page.reload();
}

test('a first load that was cut off is no empty page: it says what to do', async ({ browser }) => {
	const page = await browser.newPage({ baseURL: ward.origin });
	await page.route('**/_app/**/*.js', (route) => route.abort());
	await page.goto('/');
	const said = page.getByText(/Đang tải ứng dụng…/);
	await expect(said).toHaveCSS('opacity', '1');
	await page.unroute('**/_app/**/*.js');
	await said.getByRole('link', { name: 'tải lại trang' }).click();
	await expect(page.getByLabel('Mã mời')).toBeVisible();
	await expect(said).toBeHidden();
	await page.close();
});

test('join: no network, a mistyped, a malformed and a used code; what was typed stays', async () => {
	const man = new Volunteer(new Phone(ward.origin));
	try {
		const code = await huy.invite('Trần Thị Mận');
		await man.open();
		const field = man.page.getByLabel('Mã mời');
		await expect(field).toBeVisible();
		const tryCode = async (typed: string, said: RegExp) => {
			await field.fill(typed);
			await man.press('button', 'Kiểm tra mã');
			await man.see(said);
			await expect(field).toHaveValue(typed);
		};
		await man.phone.setOffline(true);
		await tryCode(code, /Chưa có mạng. Bật Wi-Fi/);
		await man.phone.setOffline(false);
		await tryCode(code.slice(0, 9), /đủ 16 ký tự. Mới có 8/);
		await tryCode(`${code.slice(0, -1)}U`, /Mã mời chưa đúng. Xem lại 16 ký tự/);
		await tryCode(code.slice(0, -4) + [...code.slice(-4)].reverse().join(''), /Mã mời chưa đúng. Xem lại 16 ký tự/);
		await tryCode(usedCode, /Mã mời này đã dùng rồi. Nhờ cán bộ phường/);

		// the ward has used the code up, but the answer is lost; then there is no network at all: PIN and pledge stay
		let joins = 0;
		await man.page.route('**/api/v1/join', async (route) => {
			if (joins++ === 0) await route.fetch();
			await route.abort();
		});
		await field.fill(code.toLowerCase());
		await man.press('button', 'Kiểm tra mã');
		await man.press('button', 'Đúng, là tôi');
		await man.press('button', 'Cam kết');
		await man.see(/Đánh dấu “Tôi đã đọc/);
		await man.press('checkbox', 'Tôi đã đọc và cam kết');
		await man.press('button', 'Cam kết');
		await man.typePin('123456');
		await man.press('button', 'Tiếp tục');
		await man.see(/Mã PIN này dễ đoán/);
		await man.typePin();
		await man.press('button', 'Tiếp tục');
		await man.typePin(WRONG_PIN);
		await man.press('button', 'Tiếp tục');
		await man.see(/Hai lần nhập chưa giống nhau/);
		await man.typePin();
		await man.press('button', 'Tiếp tục');
		for (let turn = 0; turn < 2; turn++) {
			await expect(man.page.getByRole('heading', { name: 'Chưa vào được' })).toBeVisible();
			await man.see(/Chưa có mạng. Bật Wi-Fi/);
			expect(joins).toBe(turn + 1);
			if (turn === 1) await man.page.unroute('**/api/v1/join');
			await man.press('button', 'Thử lại');
		}
		await man.see(/Đã có \d+ hộ trên máy/);
	} finally {
		await man.phone.throwAway();
	}
});

test('wrong PIN: the fifth costs a minute, the sixth five, a reload gains nothing', async () => {
	await khang.open('/doors');
	const { page } = khang;
	await page.clock.install();
	await page.reload();
	for (const left of [/Còn 4 lần/, /Còn 3 lần/, /Còn 2 lần/, /Sai một lần nữa thì phải chờ/]) {
		await khang.unlock(WRONG_PIN);
		await khang.see(left);
	}
	await khang.unlock(WRONG_PIN);
	const wait = page.getByText(/Sai nhiều lần. Chờ \d+:\d\d rồi nhập lại/);
	await expect(wait).toContainText(/Chờ (1:00|0:5\d)/);
	await page.reload();
	await expect(wait).toContainText(/Chờ 0:[3-5]\d/);
	await expect(page.getByRole('button', { name: '1', exact: true })).toBeDisabled();
	const before = await wait.innerText();
	await expect(wait, 'it counts down').not.toHaveText(before);

	await page.clock.fastForward(60_000);
	await expect(wait).toBeHidden();
	await khang.unlock(WRONG_PIN);
	await expect(wait).toContainText(/Chờ (5:00|4:5\d)/);
	await page.clock.fastForward(5 * 60_000);
	await expect(wait).toBeHidden();
	await khang.unlock();
	await expect(page.getByRole('heading', { name: 'Hộ dân' })).toBeVisible();
	// the right one forgives the wrong ones
	await page.reload();
	await khang.unlock(WRONG_PIN);
	await khang.see(/Còn 4 lần/);
});

test('camera refused or absent: why, and the card by hand; 11 digits are not a number', async () => {
	await openWithCamera('/doors', []);
	await khang.goToDoor('50');
	await khang.press('link', 'Thêm người');
	await khang.press('button', 'Quét mã QR trên thẻ');
	await khang.see(/Không tìm thấy camera trên máy này. Hãy nhập tay/);
	await expect(khang.page.getByRole('button', { name: 'Không quét được? Nhập tay' })).toBeVisible();

	await openWithCamera('/doors', ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny']);
	const { page } = khang;
	await khang.goToDoor('50');
	await khang.press('link', 'Thêm người');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', 'Quét mã QR trên thẻ');
	await khang.see(/Máy chưa cho phép dùng camera. Mở phần cài đặt/);
	await khang.press('button', 'Thử lại');
	await khang.see(/Máy chưa cho phép dùng camera. Mở phần cài đặt/);
	await khang.press('button', 'Không quét được? Nhập tay');
	const card = page.getByRole('dialog');
	const number = card.getByLabel('Số định danh (12 số)');
	await card.getByLabel('Họ và tên').fill('Đào Thị Thử');
	await card.getByLabel('Năm', { exact: true }).fill('1990');
	await card.getByRole('radio', { name: 'Nữ' }).check();
	for (const wrong of ['00019000050', '0001900005001', '00019000O501']) {
		await number.fill(wrong);
		await khang.press('button', 'Dùng thông tin này');
		await khang.see(/Số định danh có đúng 12 chữ số/);
		await expect(number).toHaveValue(wrong);
		await expect(card.getByLabel('Họ và tên')).toHaveValue('Đào Thị Thử');
	}
	await number.fill('000190000501');
	await khang.press('button', 'Dùng thông tin này');
	await khang.see(/Đã lấy số từ thẻ: .*0501/);
	await expect(page.getByLabel('Họ và tên')).toHaveValue('Đào Thị Thử');
	await khang.press('radio', 'Đang ở nhà');
	await khang.press('button', 'Lưu người này');
	await expect(page.getByRole('heading', { level: 1, name: /Nhà 50/ })).toBeVisible();
	await khang.see('Đào Thị Thử');
	await sendAll();
	await huy.page.goto('/ward/households?q=Dao Thi Thu');
	await expect(huy.page.getByRole('row').filter({ hasText: /^\s*50 / })).toHaveCount(1);
});

test('a QR of a shop, a bank, VNeID: each refused with its reason, nothing kept, then the card itself is read', async () => {
	const foreign = [
		{ text: 'https://example.org/khuyen-mai?ma=1', said: /Đây là mã mở trang web, không phải mã trên thẻ căn cước/ },
		{ text: BANK_CODE, said: /Đây là mã ngân hàng, không phải mã trên thẻ căn cước/ },
		{ text: VNEID_LIKE, said: /Mã VNeID chỉ để xuất trình cho cơ quan, không quét vào đây/ }
	];
	const show = (text: string) => khang.phone.holdToCamera([{ text, frames: 4 }]);
	show(foreign[0]!.text);
	await openAt('/doors');
	await khang.goToDoor('52');
	await khang.press('link', 'Thêm người');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	for (const { text, said } of foreign) {
		show(text); // the camera takes its film anew each time that it is opened
		await khang.press('button', 'Quét mã QR trên thẻ');
		await khang.see(said);
		await khang.press('button', 'Đóng');
		await expect(khang.page.getByLabel('Họ và tên')).toHaveValue('');
	}
	show(CARD_S07.replace('000194000701', '000194000752').replace('Phùng Thị Mơ', 'Phùng Thị Thử'));
	await khang.press('button', 'Quét mã QR trên thẻ');
	await khang.see(/Đã lấy số từ thẻ: .*0752/);
	await expect(khang.page.getByLabel('Họ và tên')).toHaveValue('Phùng Thị Thử');
	await khang.press('radio', 'Đang ở nhà');
	await khang.press('button', 'Lưu người này');
	await khang.see('Phùng Thị Thử');
	await sendAll();
	await huy.page.goto('/ward/households?q=Phung Thi Thu');
	await expect(huy.page.getByRole('row').filter({ hasText: /^\s*52 / })).toHaveCount(1);
});

test('a person half filled in, the phone locks itself: after the PIN the form is as it was', async () => {
	await khang.open('/doors');
	const { page } = khang;
	await page.clock.install();
	await page.reload();
	await khang.unlock();
	await khang.goToDoor('44');
	await khang.press('link', 'Thêm người');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	const name = page.getByLabel('Họ và tên');
	await name.fill('Lại Văn Nửa Chừng');
	await page.getByLabel('Năm sinh hoặc ngày sinh').fill('31/02/1985');
	await khang.press('radio', 'Nam');
	await khang.press('button', 'Lưu người này');
	await khang.see(/Ngày hoặc giờ chưa đúng. Viết như|Ngày sinh chưa đúng/);
	await page.clock.runFor(1000);
	await page.clock.fastForward(6 * 60_000);
	await khang.see('Nhập mã PIN để mở.');
	await khang.unlock();
	await khang.see('Lấy lại phần đang nhập dở.');
	await expect(name).toHaveValue('Lại Văn Nửa Chừng');
	await expect(page.getByLabel('Năm sinh hoặc ngày sinh')).toHaveValue('31/02/1985');
	await expect(page.getByRole('radio', { name: 'Nam' })).toBeChecked();
	await expect(page.getByRole('checkbox', { name: /Đồng ý cho ghi thông tin/ })).toBeChecked();
	await page.getByLabel('Năm sinh hoặc ngày sinh').fill('28/02/1985');
	await khang.press('radio', 'Đang ở nhà');
	await khang.press('button', 'Lưu người này');
	await khang.see('Lại Văn Nửa Chừng');
	await expect(page.getByRole('heading', { level: 1, name: /Nhà 44/ })).toBeVisible();
	await sendAll();
	await huy.page.goto('/ward/households?q=Nua Chung');
	await expect(huy.page.getByRole('row').filter({ hasText: /^\s*44 / })).toHaveCount(1);
});

test('a visit left in the middle, browser closed, opened again without network: goes on at the same question', async () => {
	await openAt('/doors');
	await khang.goToDoor('48');
	await khang.press('link', 'Thăm Tống Thị Cẩm');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', 'Tiếp tục');
	await khang.press('button', /^Có thẻ còn hạn/);
	await khang.press('button', 'Có thẻ, chưa có tài khoản');
	await khang.see('Biết từ đâu?');
	await khang.phone.close();

	await khang.open('/doors');
	await khang.phone.setOffline(true);
	await khang.page.reload();
	await khang.unlock();
	await khang.goToDoor('48');
	await khang.see(/Có một lượt thăm chưa xong ở nhà này/);
	await khang.press('button', 'Làm tiếp lượt thăm dở');
	await khang.see('Biết từ đâu?');
	await khang.press('button', /Người dân nói/);
	await khang.press('button', 'Hôm nay chưa làm');
	await khang.press('button', /Đã tuyên truyền/);
	await khang.press('radio', /Không hẹn/);
	await khang.press('button', 'Tiếp tục');
	await khang.press('button', 'Lưu lượt thăm');
	await khang.see('Đã lưu trên máy');
	await khang.goToDoor('48');
	await expect(khang.page.getByText(/Có một lượt thăm chưa xong/)).toBeHidden();
	await khang.see(/Đã tuyên truyền/);
	await khang.phone.setOffline(false);
	await sendAll();
	expect(await countVisits('48')).toBe(1);
});

/** Fills what the browser lends this site, down to less than a record; answers how to make room again. */
async function fillDisk(page: Page): Promise<() => Promise<void>> {
	await page.evaluate(async () => {
		const opening = indexedDB.open('photos', 1);
		opening.onupgradeneeded = () => opening.result.createObjectStore('photo', { autoIncrement: true });
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error ?? new Error('cannot open'));
		});
		const put = (bytes: number) =>
			new Promise<boolean>((resolve) => {
				const tx = db.transaction('photo', 'readwrite', { durability: 'strict' });
				tx.objectStore('photo').put(crypto.getRandomValues(new Uint8Array(bytes)));
				tx.oncomplete = () => resolve(true);
				tx.onabort = () => resolve(false);
			});
		for (const bytes of [65_536, 16_384, 4_096, 1_024, 128, 16]) while (await put(bytes));
		db.close();
	});
	return () =>
		page.evaluate(
			() =>
				new Promise<void>((resolve, reject) => {
					const removing = indexedDB.deleteDatabase('photos');
					removing.onsuccess = () => resolve();
					removing.onerror = () => reject(removing.error ?? new Error('cannot delete'));
				})
		);
}

test('a full phone: nothing is called saved, nothing is lost, and after making room the same save goes through', async () => {
	// before anything of the app has looked how much room there is: the browser remembers that for a while
	await khang.open('/icon.svg');
	const { page } = khang;
	const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Storage.overrideQuotaForOrigin', { origin: ward.origin, quotaSize: usage + 1_000_000 });
	await page.goto('/doors');
	await khang.unlock();
	await khang.phone.setOffline(true);

	await khang.goToDoor('27');
	await khang.press('button', 'Không gặp ai');
	await khang.press('checkbox', /Đã để lại tờ rơi/);
	await khang.press('radio', /Chủ nhật/);
	let makeRoom = await fillDisk(page);
	await khang.press('button', 'Lưu', true);
	await khang.see(/Máy hết chỗ trống nên chưa lưu được. Xóa bớt ảnh hoặc ứng dụng rồi bấm lại/);
	await expect(page.getByText('Đã lưu trên máy')).toBeHidden();
	await expect(page.getByRole('checkbox', { name: /Đã để lại tờ rơi/ })).toBeChecked();
	await expect(page.getByRole('radio', { name: /Chủ nhật/ })).toBeChecked();
	await makeRoom();
	await khang.press('button', 'Lưu', true);
	await khang.see('Đã lưu trên máy');
	await khang.press('button', 'Về danh sách');

	// a person who is added and visited in one go is two saves: neither is lost, neither doubled
	await khang.goToDoor('27');
	await khang.press('button', 'Bắt đầu thăm hộ');
	await khang.press('button', /Thêm người đang vắng/);
	await khang.press('button', 'Đi vắng');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', 'Tiếp tục');
	await page.getByLabel('Họ và tên').fill('Tạ Văn Đầy');
	await page.getByLabel('Năm sinh hoặc ngày sinh').fill('1999');
	await khang.press('radio', 'Nam');
	await khang.press('button', 'Tiếp tục');
	await khang.press('button', /^Có thẻ còn hạn/);
	await khang.press('button', 'Có thẻ, chưa có tài khoản');
	await khang.press('button', /Người dân nói/);
	await khang.press('button', /Đã tuyên truyền/);
	await khang.press('radio', /Không hẹn/);
	await khang.press('button', 'Tiếp tục');
	const note = page.getByLabel(/Ghi chú/);
	await note.fill('Về dịp Tết');
	makeRoom = await fillDisk(page);
	await khang.press('button', 'Lưu lượt thăm');
	await khang.see(/Máy hết chỗ trống nên chưa lưu được/);
	// the last screen is made by now; nobody may find it
	await expect(page.getByText('Đã lưu trên máy')).toHaveCount(0);
	await expect(note).toHaveValue('Về dịp Tết');
	await makeRoom();
	await khang.press('button', 'Lưu lượt thăm');
	await khang.see('Đã lưu trên máy');

	await khang.goToDoor('27');
	await expect(page.getByText('Tạ Văn Đầy').first()).toBeVisible();
	await khang.phone.setOffline(false);
	await sendAll();
	await huy.page.goto('/ward/review?state=open');
	const rows = huy.page.getByRole('row').filter({ hasText: /^\s*27 / });
	await expect(rows).toHaveCount(2);
	await expect(rows.filter({ hasText: 'Tạ Văn Đầy' })).toHaveCount(1);
});

test('a full phone that locks itself meanwhile: the form waits for room, and so does the PIN', async () => {
	await khang.open('/icon.svg');
	const { page } = khang;
	await page.clock.install();
	const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Storage.overrideQuotaForOrigin', { origin: ward.origin, quotaSize: usage + 1_000_000 });
	await page.goto('/doors');
	await khang.unlock();
	await khang.goToDoor('12/5');
	await khang.press('link', 'Thêm người');
	const makeRoom = await fillDisk(page);
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await page.getByLabel('Họ và tên').fill('Bùi Thị Chật');
	await page.getByLabel('Năm sinh hoặc ngày sinh').fill('2001');
	await khang.press('radio', 'Nữ');
	await khang.press('radio', 'Đang ở nhà');
	await khang.press('button', 'Lưu người này');
	await khang.see(/Máy hết chỗ trống nên chưa lưu được/);
	// told to make room, the person leaves the app for a while
	await page.clock.runFor(1000);
	await page.clock.fastForward(6 * 60_000);
	await khang.see('Nhập mã PIN để mở.');
	await khang.unlock();
	await khang.see(/Máy hết chỗ trống/);
	await makeRoom();
	await khang.unlock();
	await expect(page.getByLabel('Họ và tên')).toHaveValue('Bùi Thị Chật');
	await expect(page.getByLabel('Năm sinh hoặc ngày sinh')).toHaveValue('2001');
	await khang.press('button', 'Lưu người này');
	await expect(page.getByRole('heading', { level: 1, name: /Nhà 12\/5/ })).toBeVisible();
	await khang.see('Bùi Thị Chật');
	await sendAll();
	await huy.page.goto('/ward/households?q=Bui Thi Chat');
	await expect(huy.page.getByRole('row').filter({ hasText: /^\s*12\/5 / })).toHaveCount(1);
});

/** Answers that are no acknowledgement, with what the phone must say about each. */
const FAULTS: readonly { title: string; answer: (route: Route) => Promise<void>; said: RegExp; waitMs?: number }[] = [
	{
		title: "a captive portal's page, 200",
		answer: (route) =>
			route.fulfill({ status: 200, contentType: 'text/html', body: '<title>Wi-Fi miễn phí</title>Đăng nhập' }),
		said: /Mạng này không dẫn đến máy chủ của phường. Nếu là Wi-Fi cần đăng nhập/
	},
	{
		title: 'JSON of a stranger, 200',
		answer: (route) => route.fulfill({ json: { res: [], ok: true } }),
		said: /Mạng này không dẫn đến máy chủ của phường/
	},
	{
		title: '500',
		answer: (route) => route.fulfill({ status: 500, body: 'oops' }),
		said: /Máy chủ của phường đang bận/
	},
	{
		title: "the ward's 401",
		answer: (route) =>
			route.fulfill({
				status: 401,
				headers: { 'x-ward-sync': '1' },
				json: { problem: { code: 'net.unauthorized', retry: false } }
			}),
		said: /Phường chưa nhận ra máy này. Việc đã ghi vẫn còn/
	},
	{
		title: "a proxy's 413",
		answer: (route) => route.fulfill({ status: 413, contentType: 'text/html', body: 'too large' }),
		said: /Gói gửi lớn quá. Ứng dụng sẽ chia nhỏ và gửi lại/
	},
	{
		title: "a proxy's 413 on the way up alone",
		answer: (route) =>
			route.request().url().endsWith('/push') ? route.fulfill({ status: 413, body: '' }) : route.continue(),
		said: /Có bản ghi chưa gửi được/
	},
	{
		title: 'no connection',
		answer: (route) => route.abort('connectionrefused'),
		said: /Chưa có mạng. Việc đã ghi vẫn nằm trên máy/
	},
	{
		title: 'no answer at all',
		answer: () => Promise.resolve(),
		said: /Mạng chậm quá. Bấm lại khi mạng khỏe hơn/,
		waitMs: 20_000
	},
	{
		title: 'the true answer, cut in half: the ward has taken it',
		answer: async (route) => {
			const response = await route.fetch();
			const text = await response.text();
			await route.fulfill({ response, body: text.slice(0, text.length / 2) });
		},
		said: /Mạng này không dẫn đến máy chủ của phường/
	}
];

test('a network that answers nonsense: told by its kind, all of it waits, and arrives exactly once', async () => {
	await khang.open('/doors');
	const { page } = khang;
	await page.clock.install();
	await page.reload();
	await khang.unlock();
	await expect.poll(() => khang.readStatus()).not.toContain('đang');
	let answer: (route: Route) => Promise<void> = (route) => route.abort();
	let asked = 0;
	await page.route(SYNC, async (route) => {
		asked++;
		await answer(route).catch(() => undefined); // the phone may have given up on it
	});
	await recordNobodyHome('14');
	await recordNobodyHome('23');
	await page.getByRole('link', { name: 'Xem việc gửi về phường' }).click();
	for (const fault of FAULTS) {
		await test.step(fault.title, async () => {
			await expect(page.getByRole('button', { name: 'Gửi ngay' })).toBeVisible();
			answer = fault.answer;
			const before = asked;
			await khang.press('button', 'Gửi ngay');
			await expect.poll(() => asked).toBeGreaterThan(before);
			await expect(async () => {
				// what is given no answer is tried once more, with less
				if (fault.waitMs) await page.clock.fastForward(fault.waitMs);
				await expect(page.getByText(fault.said)).toBeVisible({ timeout: 2_000 });
			}).toPass({ timeout: 30_000 });
			await khang.see(/2 bản chờ gửi/);
			await expect.poll(() => khang.readStatus()).toContain('2 chờ gửi');
		});
	}
	await page.unroute(SYNC);
	await khang.press('button', 'Gửi ngay');
	await khang.see('Không còn gì chờ gửi');
	expect([await countVisits('14'), await countVisits('23')]).toEqual([1, 1]);
});

test('a clock wrong by seven hours: joins, says so, and its visits arrive', async () => {
	const thanh = new Volunteer(new Phone(ward.origin));
	try {
		await thanh.open();
		await shiftClock(thanh.page, 7);
		await thanh.join(await huy.invite('Đinh Công Thành'));
		await thanh.see(/Đồng hồ của máy lệch (419|420|421) phút so với phường. Hãy bật giờ tự động/);
		const at = async (hours: number, door: string) => {
			if (hours !== 7) {
				await thanh.phone.close();
				await thanh.open('/doors');
				await shiftClock(thanh.page, hours);
				await thanh.unlock();
			}
			const before = await countVisits(door);
			await thanh.goToDoor(door);
			await thanh.press('button', 'Không gặp ai');
			await thanh.press('button', 'Lưu', true);
			await thanh.see('Đã lưu trên máy');
			await thanh.press('button', 'Về danh sách');
			await thanh.sendNow();
			await thanh.see('Không còn gì chờ gửi');
			await expect(thanh.page.getByText(/đang được phường kiểm tra/)).toBeHidden();
			expect(await countVisits(door)).toBe(before + 1);
		};
		await at(7, '11');
		await at(-7, '15');
		await thanh.see(/Đồng hồ của máy lệch (419|420|421) phút/);
		await at(0, '18A');
		await expect(thanh.page.getByText(/Đồng hồ của máy lệch/)).toBeHidden();
	} finally {
		await thanh.phone.throwAway();
	}
});

test('join: too many tries; the typed code stays, the right one has to wait as well', async () => {
	const man = new Volunteer(new Phone(ward.origin));
	try {
		const code = await huy.invite('Trần Thị Mận');
		await man.open();
		const field = man.page.getByLabel('Mã mời');
		const tooMany = man.page.getByText(/Đã thử nhiều lần quá. Chờ 15 phút/);
		const wrong = man.page.getByText(/Mã mời chưa đúng/);
		for (let turn = 0; turn < 11 && !(await tooMany.isVisible()); turn++) {
			await field.fill(`0000-0000-0000-00${String(10 + turn)}`);
			await man.press('button', 'Kiểm tra mã');
			await expect(wrong.or(tooMany)).toBeVisible();
		}
		await expect(tooMany).toBeVisible();
		await field.fill(code);
		await man.press('button', 'Kiểm tra mã');
		await expect(tooMany).toBeVisible();
		await expect(field).toHaveValue(code);
	} finally {
		await man.phone.throwAway();
	}
});
