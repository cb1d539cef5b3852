// Every screen of the field app at 360x740 in both themes and every page of the desk at 1280x800: axe finds nothing
// serious, nothing is wider than the screen, and a picture of each is left in tests/.tmp/screens to be looked at.
// With PICTURES=1 the pictures of the README are drawn anew.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ROOT } from '../../src/ops/build.mjs';
import { CARD_S01 } from '../fixtures/cards.ts';
import { Staff, Volunteer } from './hands.ts';
import { lookAtPhone } from './phone-look.ts';
import { takePicture } from './picture.ts';
import { Phone, WardServer } from './stage.ts';

const SCREENS = join(ROOT, 'tests', '.tmp', 'screens');
const PICTURES = join(ROOT, 'docs', 'pictures');

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let ward: WardServer;
let khang: Volunteer;
let taken = 0;
/** Addresses of the field app that were looked at. */
const seen = new Set<string>();

/** Screens of the field app that an address leads to: address, name of the picture, a sign that it is there. */
const BY_ADDRESS: readonly (readonly [path: string, name: string, sign: string | RegExp])[] = [
	['/handbook/service', 'handbook-services', '25 dịch vụ công thiết yếu'],
	['/handbook/utility', 'handbook-utilities', 'Tài khoản mức 1'],
	['/handbook/faq', 'handbook-faq', 'Hỏi đáp'],
	['/handbook/scam', 'handbook-scam', /lừa/i],
	['/handbook/term', 'handbook-terms', /Căn cước/],
	['/handbook/video', 'handbook-videos', /phim|video/i],
	['/handbook/no-such-kind', 'handbook-kind-missing', /./],
	['/handbook/need', 'handbook-needs', 'Gia đình đang cần gì?'],
	['/handbook/contacts', 'handbook-contacts', 'Danh bạ'],
	['/handbook/read/nfc-where', 'article', 'NFC nằm ở đâu trên máy'],
	['/handbook/read/video-1', 'article-video', /Phim|phim/],
	['/handbook/read/no-such-article', 'article-missing', /./],
	['/handbook/leaflet', 'leaflet', 'VNeID: tài khoản của mình, mình giữ'],
	['/handbook/coach', 'coach', 'Tập quy tắc đặt mật khẩu'],
	['/guide/no-such-guide', 'guide-missing', /./],
	['/me/badge', 'badge-none', 'Chưa có thẻ'],
	['/me/box', 'box-empty', 'Chưa hỏi câu nào.'],
	['/me/beside', 'beside-none', 'Chưa ghi buổi nào.'],
	['/me/beside/help', 'help-none', 'Hôm nay chưa ghi ai.'],
	['/me/beside/new', 'event-new', 'Hình thức'],
	['/me/beside/no-such-event', 'event-missing', 'Không tìm thấy buổi này trên máy.'],
	['/doors/crew', 'crew-none', 'Một máy ghi cho nhiều người'],
	['/visit/no-such-door', 'visit-missing', /Không tìm thấy/],
	['/visit/fix/no-such-visit', 'fix-missing', /./]
];

test.beforeAll(async () => {
	rmSync(SCREENS, { recursive: true, force: true });
	mkdirSync(SCREENS, { recursive: true });
	ward = await new WardServer().start();
	khang = new Volunteer(new Phone(ward.origin));
	khang.phone.holdToCamera([{ text: CARD_S01, frames: 10 }]);
});
test.afterAll(async () => {
	console.log(`${taken} screens`);
	await khang.phone.throwAway();
	await ward.close();
});

test('joining', async ({ browser }) => {
	const huy = await Staff.signIn(browser, ward, 'huy');
	const code = await huy.invite('Lê Minh Khang');
	await showPage(huy.page, 'desk-invitation');
	await huy.close();

	await khang.open();
	await show('join-code', 'Mã mời');
	await khang.page.getByLabel('Mã mời').fill('0000-AAAA');
	await khang.press('button', 'Kiểm tra mã');
	await show('join-code-short', /Mới có 8/);
	await khang.page.getByLabel('Mã mời').fill('0000-AAAA-0000-AAAA');
	await khang.press('button', 'Kiểm tra mã');
	await expect(khang.page.getByRole('alert')).toBeVisible();
	await show('join-code-wrong');
	await khang.press('button', 'Quét mã mời');
	await show('join-scan-refused', /Đây không phải mã mời/);
	await khang.press('button', 'Đóng');
	await khang.page.getByLabel('Mã mời').fill(code);
	await khang.press('button', 'Kiểm tra mã');
	await show('join-who', 'Anh/chị là Lê Minh Khang?');
	await khang.press('button', 'Đúng, là tôi');
	await khang.press('button', 'Cam kết');
	await show('join-pledge', /rồi mới tiếp tục được/);
	await khang.press('checkbox', 'Tôi đã đọc và cam kết');
	await khang.press('button', 'Cam kết');
	await khang.typePin('123456');
	await khang.press('button', 'Tiếp tục');
	await expect(khang.page.getByRole('alert')).toBeVisible();
	await show('join-pin-weak');
	for (let digit = 0; digit < 6; digit++) await khang.press('button', 'Xóa một số');
	await khang.typePin();
	await show('join-pin');
	await khang.press('button', 'Tiếp tục');
	await khang.typePin('123');
	await khang.press('button', 'Tiếp tục');
	await expect(khang.page.getByRole('alert')).toBeVisible();
	await show('join-pin-again');
	await khang.press('button', 'Đặt lại từ đầu');
	await khang.typePin();
	await khang.press('button', 'Tiếp tục');
	await khang.typePin();
	await khang.press('button', 'Tiếp tục');
	await show('join-ready', /Đã có \d+ hộ trên máy/);
	await khang.press('button', 'Bắt đầu');
	await khang.waitUntilKept();

	// iOS is told first to put the app on the home screen; `standalone` is what only its browser has
	const page = await browser.newPage({
		baseURL: ward.origin,
		viewport: { width: 360, height: 740 },
		isMobile: true,
		hasTouch: true
	});
	await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false }));
	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'Cài vào màn hình chính trước' })).toBeVisible();
	await showPhone(page, 'join-apple');
	await page.context().close();
});

test('today, doors and people', async () => {
	await expect(khang.page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible();
	await khang.see(/còn 4 ngày để kích hoạt/);
	await expect.poll(() => khang.readStatus()).not.toContain('đang');
	await show('today');
	await khang.press('button', 'Cảnh giác');
	await show('shield');
	await khang.press('button', 'Đóng');

	await khang.press('link', 'Hộ dân', true);
	await expect(khang.page.getByRole('searchbox')).toBeVisible();
	await show('doors');
	await khang.press('button', /^Chưa đến/);
	await show('doors-filtered');
	await khang.press('button', /^Tất cả/);
	await khang.page.getByRole('searchbox').fill('le');
	await show('doors-search', /kết quả/);
	await khang.page.getByRole('searchbox').fill('qqqq');
	await show('doors-no-result', /Không tìm thấy/);
	await khang.page.getByRole('searchbox').fill('');
	await khang.press('button', 'Không gặp ai ở nhà 48 đường Bờ Sông');
	await show('doors-noted', /vắng · đã lưu trên máy/);
	await khang.goToDoor('23');
	await khang.press('button', 'Không gặp ai');
	await khang.press('radio', 'Chọn ngày khác');
	await show('nobody-home');
	await khang.press('radio', /Chủ nhật/);
	await khang.press('button', 'Lưu', true);
	await show('nobody-home-saved', 'Đã lưu trên máy');
	await khang.press('button', 'Về danh sách');

	await khang.press('link', 'Thêm nhà');
	await show('household-form', 'Như ghi trên cửa');
	await khang.press('button', 'Lưu nhà này');
	await show('household-form-problem');
	await khang.press('link', 'Quay lại');
	await khang.goToDoor('27');
	await show('household');
	await khang.goToDoor('40');
	await show('household-many');
	await khang.press('link', 'Sửa thông tin nhà');
	await show('household-amend', 'Như ghi trên cửa');
	await khang.goToDoor('12/3');
	await show('household-alone');
	await khang.press('link', 'Sửa thông tin Ngô Thị Sen');
	await show('person-amend', /Số định danh ••••/);
	await khang.press('link', 'Quay lại');
	await khang.press('link', 'Thêm người');
	await khang.press('button', 'Lưu người này');
	await show('person-form-problem', 'Lưu người này');
	await khang.press('checkbox', /Đồng ý cho ghi/);
	await khang.press('button', 'Quét mã QR trên thẻ');
	await khang.see(/Đã lấy số từ thẻ/);
	await khang.press('checkbox', /Đồng ý ghi số điện thoại/);
	await khang.page.getByText('Thêm: quan hệ, thẻ').click();
	await khang.press('radio', 'Đang ở nhà');
	await show('person-form-scanned');
	await khang.press('button', 'Lưu người này');
	await show('person-twin', 'Có thể đã có trong sổ');
	await khang.page.goto('/doors/no-such-door');
	await khang.unlock();
	await show('household-missing', /Không tìm thấy nhà này/);
});

test('a visit with card, guide and result', async () => {
	await khang.goToDoor('12/3');
	await khang.press('link', 'Thăm Ngô Thị Sen');
	await khang.press('button', 'Tiếp tục');
	await show('visit-consent', /Chưa đánh dấu/);
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', 'Tiếp tục');
	await show('visit-card', 'Thẻ căn cước của người này');
	await holdDecoder(khang.page, async () => {
		await khang.press('button', 'Quét mã QR trên thẻ');
		await khang.see(/Đưa mã QR vào khung/);
		await expect
			.poll(() => khang.page.evaluate(() => document.querySelector('video')?.videoWidth ?? 0))
			.toBeGreaterThan(0);
		await show('scan');
		await drawPicture(khang.page, 'scan');
		await khang.press('button', 'Không quét được? Nhập tay');
		await show('card-by-hand', 'Nhập tay theo thẻ');
		await khang.page.getByLabel('Số định danh (12 số)').fill('000094000701');
		await khang.page.getByLabel('Họ và tên').fill('Ngô Thị Sen');
		await khang.page.getByLabel('Ngày', { exact: true }).fill('32');
		await khang.page.getByLabel('Năm', { exact: true }).fill('1985');
		await khang.press('radio', 'Nữ');
		await khang.press('button', 'Dùng thông tin này');
		await show('card-by-hand-problem');
		await khang.page.getByLabel('Ngày', { exact: true }).fill('');
		await khang.see('Số định danh lệch giới tính.');
		await show('card-by-hand-warned');
		await khang.press('button', 'Đóng');
	});
	await khang.press('button', 'Quét mã QR trên thẻ');
	await show('visit-standing', 'Tài khoản VNeID đang ở đâu?');
	await khang.press('button', /Vẫn như trước: Mức 2 đã duyệt/);
	await show('visit-guide', 'Làm ngay bây giờ?');
	await khang.press('button', 'Bắt đầu hướng dẫn');
	await show('guide-never-ask', 'Đã nói, bắt đầu');
	await khang.press('button', 'Đã nói, bắt đầu');
	await show('guide-notice', 'Tìm tin nhắn phê duyệt');
	await khang.press('button', /còn 4 ngày/);
	await show('guide-open', 'Mở VNeID, bấm kích hoạt');
	await khang.press('button', /Màn hình giới thiệu/);
	await show('guide-request', 'Nhập số định danh và số điện thoại');
	await khang.press('button', /Chuyển sang kiểm tra thiết bị/);
	await show('guide-device', /Máy này chưa gắn/);
	await khang.press('button', /Máy này chưa gắn với tài khoản nào/);
	await show('guide-code', 'Mã còn hiệu lực');
	await khang.press('button', 'Người dân đọc');
	await show('guide-resident');
	await khang.page.getByRole('dialog', { name: 'Người dân đọc' }).getByRole('button').click();
	await khang.press('button', /máy hỏi passcode/);
	await show('guide-passcode', 'Đặt passcode đúng 6 chữ số');
	await khang.press('button', 'Làm xong, tiếp');
	await show('guide-questions', 'Chọn 2 câu hỏi bảo mật');
	await khang.press('button', 'Làm xong, tiếp');
	await show('guide-login', 'Đăng nhập một lần');
	await khang.press('button', /Đã kích hoạt và đăng nhập được/);
	await show('guide-end', 'Ghi lại những gì?');
	await khang.press('button', /Xác nhận \d mục/);
	await show('visit-summary', 'Xem lại rồi lưu');
	await khang.page.getByLabel(/Ghi chú/).fill('mã OTP 482913');
	await khang.press('button', 'Lưu lượt thăm');
	await show('visit-summary-note', /có vẻ chứa mã OTP/);
	await khang.page.getByLabel(/Ghi chú/).fill('');
	await khang.press('button', 'Lưu lượt thăm');
	await show('visit-saved', 'Đã lưu trên máy');
	await khang.press('button', 'Phiếu cho người dân');
	await show('visit-slip', 'Hôm nay đã làm');
	await khang.press('button', 'Đóng');
});

test('visits that end otherwise', async () => {
	await khang.goToDoor('14');
	await khang.press('button', 'Bắt đầu thăm hộ');
	await show('visit-who', 'Lượt này ghi cho ai?');
	await khang.press('button', /Nguyễn Hữu Nghĩa/);
	await show('visit-presence', 'Có ở nhà không?');
	await khang.press('button', 'Đi vắng');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.page.getByText('Lời nói với người dân').click();
	await show('visit-consent-away');
	await khang.press('button', 'Tiếp tục');
	await khang.press('button', /Vẫn như trước: Có thẻ, chưa có tài khoản/);
	await show('visit-evidence', 'Biết từ đâu?');
	await khang.press('button', /Người dân nói/);
	await show('visit-outcome', 'Kết quả lượt này');
	await khang.press('button', /Chưa xong, hẹn lại/);
	await khang.press('button', /Đi làm, học xa/);
	await show('visit-barriers', 'Lý do chính');
	await khang.press('button', 'Tiếp tục');
	await show('visit-next', 'Bước tiếp theo?');
	await khang.press('button', 'Tiếp tục');
	await khang.press('button', 'Lưu lượt thăm');
	await show('visit-saved-more-people', 'Đã lưu trên máy');

	await khang.goToDoor('23');
	await khang.press('link', 'Thăm Phùng Thị Mơ');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('checkbox', /Đồng ý ghi số điện thoại/);
	await khang.page
		.getByLabel(/Số điện thoại/)
		.last()
		.fill('12');
	await khang.press('button', 'Tiếp tục');
	await show('visit-consent-phone');
	await khang.page
		.getByLabel(/Số điện thoại/)
		.last()
		.fill('');
	await khang.press('button', 'Tiếp tục');
	await khang.press('button', 'Quét mã QR trên thẻ');
	await show('visit-card-other', /Thẻ vừa quét là của người khác/);
	await khang.press('button', /^Có thẻ còn hạn/);
	await khang.press('button', 'Có thẻ, chưa có tài khoản');
	await khang.press('button', /Thấy trên máy người dân/);
	await show('visit-guide-readiness', 'Kiểm tra trước khi làm');
	await khang.press('button', 'Hướng dẫn khác');
	await show('visit-guide-picker', 'Chọn hướng dẫn');
	await khang.press('button', 'Đóng');
	await khang.press('button', 'Hôm nay chưa làm');
	await khang.press('button', /Chuyển cơ quan/);
	await khang.page.getByText('Thẻ, giấy tờ').click();
	await khang.press('button', /Không đạt/);
	await show('visit-barriers-more', 'Lý do chính');
	await khang.press('button', 'Tiếp tục');
	await khang.press('checkbox', 'Thông tin sai lệch');
	await khang.press('radio', 'Ngày sinh');
	await show('visit-flags');
	await khang.press('button', 'Báo 1 mục');
	await khang.press('radio', 'Hẹn gặp tại phường');
	await show('visit-next-appointment');
	await khang.press('radio', /Chuyển Công an/);
	await khang.press('button', 'Tiếp tục');
	await show('visit-summary-long', 'Xem lại rồi lưu');

	await khang.page.goto('/doors');
	await khang.unlock();
	await khang.goToDoor('12/5');
	await khang.press('button', 'Bắt đầu thăm hộ');
	await khang.press('button', /Thêm người đang vắng/);
	await khang.press('button', 'Đi vắng');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('button', 'Tiếp tục');
	await khang.press('button', 'Tiếp tục');
	await show('visit-person-problem');
	await khang.page.goto('/doors');
	await khang.unlock();
	await khang.goToDoor('12/5');
	await show('household-begun', 'Có một lượt thăm chưa xong ở nhà này.');
	await khang.press('button', 'Bỏ lượt dở');
	await show('household-drop', 'Bỏ lượt thăm chưa xong?');
	await khang.press('button', 'Thôi');
	await khang.press('link', 'Thăm Hồ Thị Nga');
	await show('visit-other', /Đang có lượt thăm dở/);
	await khang.press('button', 'Bỏ lượt dở, bắt đầu mới');
	await khang.press('button', 'Không đồng ý');
	await show('visit-unnamed', 'Ghi lượt này không có tên');
	await khang.page.goto('/doors');
	await khang.unlock();
});

test('sending, guides, settings, lock', async () => {
	await khang.phone.setOffline(true);
	await khang.goToDoor('12/5');
	await khang.press('button', 'Không gặp ai');
	await khang.press('button', 'Lưu', true);
	await khang.see('Đã lưu trên máy');
	await khang.press('button', 'Về danh sách');
	await khang.page.getByRole('link', { name: 'Xem việc gửi về phường' }).click();
	await show('sync-waiting', /1 bản chờ gửi/);
	await khang.press('button', 'Gửi ngay');
	await expect.poll(() => khang.readStatus()).not.toContain('đang');
	await show('sync-offline');
	await khang.phone.setOffline(false);
	await khang.press('button', 'Gửi ngay');
	await show('sync-done', 'Không còn gì chờ gửi');
	await khang.press('link', 'Hướng dẫn', true);
	await show('guide-list', 'Kích hoạt tài khoản VNeID');
	await khang.press('link', /^Kích hoạt tài khoản VNeID/);
	await show('guide-alone', 'Đã nói, bắt đầu');
	await khang.press('button', 'Đóng');
	await khang.press('link', 'Cá nhân', true);
	await show('me', 'Về ứng dụng');
	await khang.press('radio', '150 %');
	await khang.press('link', 'Hôm nay', true);
	await show('today-large', /Hộ: .* đã đến/);
	await khang.press('link', 'Cá nhân', true);
	await khang.press('radio', '100 %');
	await khang.press('button', 'Khóa ngay');
	await show('lock', 'Nhập mã PIN để mở.');
	await khang.unlock('11223399');
	await show('lock-wrong', /Mã PIN chưa đúng/);
	for (let tries = 2; tries <= 5; tries++) {
		await khang.unlock('11223399');
		await expect(khang.page.getByRole('button', { name: 'Đang mở…' })).toHaveCount(0);
		if (await khang.page.getByText(/Sai nhiều lần/).isVisible()) break;
	}
	await show('lock-wait', /Sai nhiều lần/);
	const other = await khang.phone.context.newPage();
	await other.goto('/no-such-page');
	await expect(other.getByRole('link', { name: 'Về Hôm nay' })).toBeVisible();
	await showPhone(other, 'error');
	await other.close();
});

test('the desk, and a visit that comes back', async ({ browser }) => {
	const stranger = await browser.newPage({
		baseURL: ward.origin,
		viewport: { width: 1280, height: 800 },
		isMobile: false
	});
	await stranger.goto('/ward');
	await showPage(stranger, 'desk-sign-in');
	await stranger.getByLabel('Tên đăng nhập').fill('huy');
	await stranger.getByLabel('Mật khẩu').fill('not this one');
	await stranger.getByRole('button', { name: 'Đăng nhập' }).click();
	await expect(stranger.getByRole('alert')).toBeVisible();
	await showPage(stranger, 'desk-sign-in-wrong');
	await stranger.context().close();

	const huy = await Staff.signIn(browser, ward, 'huy');
	const { page } = huy;
	await showPage(page, 'desk-overview');
	await page.goto('/ward/content');
	await showPage(page, 'desk-content');
	await page.goto('/ward/content/vi/article/nfc-where');
	await page.getByRole('button', { name: 'Xem trước' }).click();
	await expect(page.getByText('Không có lỗi, có thể công bố.')).toBeVisible();
	await showPage(page, 'desk-content-item');
	await page.goto('/ward/content/book');
	await showPage(page, 'desk-content-book');
	await page.goto('/ward/review');
	await showPage(page, 'desk-review');
	await page.goto('/ward/review?q=qqqq');
	await showPage(page, 'desk-review-empty');
	await huy.openVisit(/12\/3/);
	await showPage(page, 'desk-sheet');
	await drawPicture(page, 'desk');
	await huy.openVisit(/14 ngõ/);
	await page.getByRole('button', { name: /^Trả lại/ }).click();
	await expect(page.getByLabel('Cần sửa gì')).toBeVisible();
	await showPage(page, 'desk-return');
	await huy.openVisit(/14 ngõ/);
	await huy.sendBack('Người: Năm sinh hoặc ngày sinh', 'Danh sách ghi năm khác. Xem lại trên thẻ giúp phường.');
	await showPage(page, 'desk-returned');

	await waitForLock(khang);
	await khang.sendNow();
	await khang.press('link', 'Hôm nay', true);
	await show('today-returned', /Danh sách ghi năm khác/);
	await drawPicture(khang.page, 'today');
	await khang.press('link', /Danh sách ghi năm khác/);
	await show('fix', 'Mục cần sửa: Năm sinh hoặc ngày sinh');
	await khang.press('button', 'Đã sửa, gửi lại');
	await show('fix-unchanged', /Chưa đổi gì/);
	await khang.page.getByRole('textbox', { name: 'Năm sinh hoặc ngày sinh' }).fill('1977');
	await khang.press('button', 'Đã sửa, gửi lại');
	await show('fix-saved', /Đã lưu trên máy/);
	await khang.sendNow();
	await show('sync-receipts', 'Không còn gì chờ gửi');
	await khang.goToDoor('21');
	await show('household-next');
	await drawPicture(khang.page, 'visit');

	await huy.openVisit(/14 ngõ/);
	await expect(page.getByText('Đã sửa, chờ xem lại').filter({ visible: true }).first()).toBeVisible();
	await showPage(page, 'desk-difference');
	await page.getByText(/^Lịch sử/).click();
	await showPage(page, 'desk-history');
	await huy.openVisit(/12\/3/);
	await page.getByText('Xem đủ số định danh').first().click();
	await page.getByLabel('Lý do xem').fill('Đối chiếu với giấy khai sinh');
	await showPage(page, 'desk-reveal');
	await page.getByRole('button', { name: 'Xem đủ số định danh' }).click();
	await expect(page.getByTestId('whole-number')).toBeVisible();
	await huy.approve();
	await showPage(page, 'desk-approved');
	await page.goto('/ward/households');
	await showPage(page, 'desk-households');
	await page.getByRole('link', { name: '14 ngõ Đình' }).click();
	await expect(page.getByRole('heading', { name: 'Người trong nhà' })).toBeVisible();
	await showPage(page, 'desk-household');
	await page.goto('/ward/volunteers');
	await showPage(page, 'desk-volunteers');
	await page.goto('/ward/audit');
	await showPage(page, 'desk-audit');
	await page.goto('/ward/households/no-such-house');
	await expect(page.getByRole('link', { name: 'Về trang Tổng quan' })).toBeVisible();
	await showPage(page, 'desk-error');
	await huy.close();
});

test('what an address leads to', async () => {
	for (const [path, name, sign] of BY_ADDRESS) {
		await goTo(khang.page, path);
		await show(name, sign);
	}
});

test('every address of the field app was looked at', () => {
	const isSeen = (route: string) => {
		const path = new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`);
		return [...seen].some((address) => path.test(address));
	};
	const routes = listRoutes();
	expect(routes.length).toBeGreaterThan(20);
	expect(routes.filter((route) => !isSeen(route))).toEqual([]);
});

/** Follows a link within the app: an address that is loaded anew would ask for the PIN. */
async function goTo(page: Page, path: string): Promise<void> {
	await page.evaluate((href) => {
		const link = Object.assign(document.createElement('a'), { href });
		document.querySelector('main')!.append(link);
		link.click();
		link.remove();
	}, path);
	await page.waitForURL((url) => url.pathname === path);
}

/** Addresses of the field app as its folders say them, `[name]` for what stands in its place. */
function listRoutes(folder = join(ROOT, 'src', 'routes', '(field)'), path = ''): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((part) =>
		part.isDirectory()
			? listRoutes(join(folder, part.name), `${path}/${part.name}`)
			: part.name === '+page.svelte'
				? [path || '/']
				: []
	);
}

/** `sign` is what tells that the screen is there. */
async function show(name: string, sign?: string | RegExp): Promise<void> {
	if (sign !== undefined) await khang.see(sign);
	await showPhone(khang.page, name);
}

/** A screen of the field app. */
async function showPhone(page: Page, name: string): Promise<void> {
	seen.add(new URL(page.url()).pathname);
	await lookAtPhone(page, name, join(SCREENS, `${String(++taken).padStart(2, '0')}-${name}`));
}

/** A page of the desk. */
async function showPage(page: Page, name: string): Promise<void> {
	const file = join(SCREENS, `${String(++taken).padStart(2, '0')}-${name}`);
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	// with its styles: a page of the server's can be looked at before they have come
	await page.waitForLoadState('load');
	await expectNoneTooWide(page, name);
	await page.evaluate(() => scrollTo(0, 0));
	await page.screenshot({ path: `${file}.png`, scale: 'css', fullPage: true });
	await expectAccessible(new AxeBuilder({ page }), name);
}

async function expectAccessible(axe: AxeBuilder, name: string): Promise<void> {
	// without a second page, which would hide the one that is looked at
	const { violations } = await axe.setLegacyMode().analyze();
	const serious = violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, help, nodes }) =>
			nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`)
		);
	expect.soft(serious, `axe on ${name}`).toEqual([]);
}

async function expectNoneTooWide(page: Page, name: string): Promise<void> {
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect.soft(wide, `wider than the screen: ${name}`).toBeLessThanOrEqual(1);
}

/** While this runs the camera shows a card that nobody decodes, as in the moment before. */
async function holdDecoder(page: Page, run: () => Promise<void>): Promise<void> {
	await page.evaluate(() => {
		const { postMessage } = Worker.prototype;
		Reflect.set(globalThis, 'heldPostMessage', postMessage);
		Worker.prototype.postMessage = () => undefined;
	});
	await run();
	await page.evaluate(() => {
		Worker.prototype.postMessage = Reflect.get(globalThis, 'heldPostMessage') as typeof Worker.prototype.postMessage;
	});
}

/** Waits out the lock's delay and unlocks. */
async function waitForLock(volunteer: Volunteer): Promise<void> {
	await expect(volunteer.page.getByText(/Sai nhiều lần/)).toHaveCount(0, { timeout: 90_000 });
	await volunteer.unlock();
}

/** A picture of the README. */
async function drawPicture(page: Page, name: string): Promise<void> {
	if (!process.env.PICTURES) return;
	mkdirSync(PICTURES, { recursive: true });
	writeFileSync(join(PICTURES, `${name}.png`), await takePicture(page));
}
