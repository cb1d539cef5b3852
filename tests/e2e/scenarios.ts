// Scenarios of the field-work notes, walked by whoever is handed in: a finger (job.e2e.ts, guide.e2e.ts), or keys alone
// with text at 200 % on a small phone (keys.e2e.ts). Each ends with its acceptance lines.

import { expect } from '@playwright/test';
import type { Guide } from './guide-hands.ts';
import type { Volunteer } from './hands.ts';

/** A brisk hand, one tap after the other, reading included. */
const TAP_S = 1.5;

/** Nobody home in two taps, and at most six with leaflet and the day to come back. Resolves with the taps that it took. */
export async function walkS02(khang: Volunteer): Promise<number> {
	await khang.goToDoor('12/5');
	khang.taps = 0;
	await khang.press('button', 'Không gặp ai');
	await khang.press('checkbox', /Đã để lại tờ rơi/);
	await khang.press('radio', /Chủ nhật/);
	await khang.press('button', 'Lưu', true);
	await khang.see('Đã lưu trên máy');
	return khang.taps;
}

/** A son away keeps his place on the list, his number is not taken from his mother. */
export async function walkS04(khang: Volunteer): Promise<void> {
	await khang.goToDoor('14');
	await khang.press('button', 'Bắt đầu thăm hộ');
	await khang.press('button', /Nguyễn Hữu Nghĩa/);
	await khang.press('button', 'Đi vắng');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await expect(khang.page.getByRole('checkbox', { name: /Đồng ý ghi số điện thoại/ })).toHaveCount(0);
	await khang.see(/Người vắng mặt chưa tự đồng ý/);
	await khang.press('button', 'Tiếp tục');
	await khang.press('button', /Vẫn như trước: Có thẻ, chưa có tài khoản/);
	await khang.press('button', /Người dân nói/);
	await khang.press('button', /Chưa xong, hẹn lại/);
	await khang.press('button', /Đi làm, học xa/);
	await khang.see(/Làm mức 2 tại Công an xã\/phường nơi đang ở/);
	await khang.press('button', 'Tiếp tục');
	await expect(khang.page.getByRole('radio', { name: /Dịp Tết, từ/ })).toBeChecked();
	await khang.press('button', 'Tiếp tục');
	await khang.press('button', 'Lưu lượt thăm');
	await khang.see('Đã lưu trên máy');
}

/** A couple on one phone: she stays approved, his success stays, the shared number is warned of. */
export async function walkS06(khang: Guide): Promise<void> {
	await khang.goToDoor('21');
	await khang.see('Bước tiếp: kích hoạt và đăng nhập');
	await khang.press('link', 'Thăm Trịnh Thị Hoa');
	await khang.press('checkbox', /Đồng ý cho ghi thông tin/);
	await khang.press('checkbox', /Đồng ý ghi số điện thoại/);
	await khang.type(khang.page.getByLabel(/Số điện thoại/).last(), '0999 000 061');
	await khang.press('button', 'Tiếp tục');
	await khang.passCard();
	await khang.press('button', /Vẫn như trước: Mức 2 đã duyệt/);
	await khang.walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu');
	await khang.expectSafe();
	await khang.walk(/còn 5 ngày/, /Màn hình giới thiệu/, /Chuyển sang kiểm tra thiết bị/);
	await khang.walk(/Máy này đang gắn với tài khoản người khác/);
	await khang.see('Máy đang gắn với tài khoản người khác');
	await khang.walk(/Dùng máy riêng, số riêng: chưa có sẵn/);
	await khang.see('Ghi lại những gì?');
	await khang.confirm();
	await khang.press('button', /Thấy trên máy người dân/);
	await khang.see(/Lâm Văn Phú/);
	await khang.see('Mức 2 đã duyệt, chưa kích hoạt');
	await khang.saveVisit();
	await khang.goToDoor('21');
	await expect(khang.cardOf('Lâm Văn Phú')).toContainText('Mức 2 đã đăng nhập');
	await expect(khang.cardOf('Trịnh Thị Hoa')).toContainText('Mức 2 đã duyệt, chưa kích hoạt');
	await expect(khang.cardOf('Trịnh Thị Hoa')).toContainText('Không có số điện thoại riêng');
}

/** The newborn leads to services 9 and 15, the child waits for the mother. */
export async function walkS11(khang: Guide): Promise<void> {
	await khang.goToDoor('31');
	await expect(khang.cardOf('Mai Ngọc Diễm')).toContainText('làm mức 2 tại Công an xã/phường');
	await expect(khang.cardOf('Mai Gia Bảo')).toContainText('Người giám hộ cần có mức 2 trước');
	await expect(khang.cardOf('Mai An Nhiên')).toContainText('trẻ dưới 6 tuổi');

	// the child: it ends where the mother has to begin
	await khang.press('link', 'Thăm Mai Gia Bảo');
	await khang.agree();
	await khang.passCard(/Chưa có thẻ/);
	await khang.press('button', /Vẫn như trước: Chưa đủ điều kiện/);
	await khang.see('Người giám hộ cần có mức 2 trước.');
	await khang.walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu', /^Có$/, 'Đồng ý', 'Mới có mức 1');
	await khang.see('Người đại diện làm mức 2 trước');
	await khang.confirm();
	await khang.finishVisit();

	// the mother: level 2 at the police, with the list of papers
	await khang.goToDoor('31');
	await khang.press('link', 'Thăm Mai Ngọc Diễm');
	await khang.passCard();
	await khang.press('button', /Vẫn như trước: Mức 1 đã đăng nhập/);
	await khang.walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu', 'Tự đến được', 'Có thẻ còn hạn', 'Làm xong, tiếp');
	await khang.walk('Hẹn ngày ra Công an');
	await khang.see(/Mang theo:/);
	await khang.confirm();
	await khang.finishVisit();
	await khang.press('button', 'Phiếu cho người dân');
	const slip = khang.page.getByRole('dialog');
	await expect(slip).toContainText('Mang theo');
	await expect(slip).toContainText('Rút lại đồng ý');
	await expect(slip, 'a slip that lies about names nobody').not.toContainText('Diễm');
	await khang.act(slip.getByRole('button', { name: 'Đóng' }), 'button');

	// the baby: no birth registration yet
	await khang.goToDoor('31');
	await khang.press('link', 'Thăm Mai An Nhiên');
	await khang.agree();
	await khang.passCard(/Chưa có thẻ/);
	await khang.press('button', /Chưa đủ điều kiện/);
	await khang.press('button', /Người dân nói/);
	await khang.walk('Bắt đầu hướng dẫn', 'Đã nói, bắt đầu', /Chưa/);
	await khang.see('Trẻ chưa khai sinh');
	await khang.confirm();
	await khang.toSummary();
	await khang.see(/Chuyển Tư pháp/);
	await khang.saveVisit();

	await khang.goToDoor('31');
	await khang.press('link', 'Hướng dẫn', true);
	await khang.press('link', 'Tìm dịch vụ theo nhu cầu');
	await khang.type(khang.page.getByRole('searchbox'), 'em be moi sinh');
	const need = khang.page.getByRole('listitem').filter({ hasText: 'Em bé mới sinh' });
	await expect(need.getByRole('link')).toHaveText([/^9\. /, /^15\. /]);
}

/** A boarding house: six tenants in four minutes, two without registration, the owner; neutral words. */
export async function walkS13(khang: Guide): Promise<void> {
	const { page } = khang;
	khang.taps = 0;
	const from = Date.now();
	for (const [name, way] of [
		['Lý Văn Tài', 'Người thuê, ở nhờ tự khai'],
		['Ksor H’Nga', 'Người này ít nói tiếng Việt']
	] as const) {
		await khang.goToDoor('40');
		await khang.press('link', `Thăm ${name}`);
		await khang.agree();
		await khang.passCard();
		await khang.press('button', /^Có thẻ, chưa có tài khoản/);
		await khang.press('button', /Thấy trên máy người dân/);
		await khang.pickGuide('Đăng ký tạm trú');
		const said = [await khang.player.innerText()];
		await khang.walk(way);
		while (!(await page.getByRole('button', { name: 'Chưa có mức 2' }).isVisible())) {
			said.push(await khang.player.innerText());
			await khang.walk('Làm xong, tiếp');
		}
		said.push(await khang.player.innerText());
		await khang.walk('Chưa có mức 2');
		said.push(await khang.player.innerText());
		expect(said.join('\n')).toContain('theo quy định');
		expect(said.join('\n'), 'no threat').not.toMatch(/phạt|triệu đồng|bắt buộc|cưỡng chế/i);
		expect(said.join('\n'), 'level 2 first, and the police for both').toMatch(/mức 2/);
		await khang.see('Ở đây nhưng chưa đăng ký tạm trú');
		await khang.see(/Làm mức 2, nộp hồ sơ/);
		await khang.confirm();
		await khang.toSummary();
		await khang.see(/Ở đây nhưng chưa đăng ký tạm trú → Chuyển Công an/);
		await khang.see(/Hẹn.*Công an|Công an.*hẹn|Lịch hẹn|Hẹn ra/i);
		await khang.saveVisit();
	}
	// the other four are registered: what they have is noted, and no flag is raised
	for (const name of ['Lê Văn Vũ', 'Trần Thị An', 'Huỳnh Văn Tấn', 'Đặng Thị Lài']) {
		await khang.goToDoor('40');
		await khang.press('link', `Thăm ${name}`);
		await khang.finishVisit();
	}
	const spentS = (Date.now() - from) / 1000;
	const byHandS = khang.taps * TAP_S;
	console.log(`S13: 6 rows, ${khang.taps} taps, no field: ${byHandS} s by hand, ${Math.round(spentS)} s by machine`);
	expect(byHandS).toBeLessThanOrEqual(240);
	expect(spentS).toBeLessThanOrEqual(240);

	await khang.goToDoor('40');
	await expect(khang.cardOf('Ksor H’Nga')).toContainText('Rào cản ngôn ngữ, chữ viết');
	// the owner: shown how she registers her tenants, and no flag about her
	await khang.press('link', 'Thăm Kiều Thị Bông');
	await khang.passCard();
	await khang.press('button', /Vẫn như trước: /);
	await khang.pickGuide('Đăng ký tạm trú');
	await khang.walk(/Chủ nhà trọ/, /Khai tạm trú cho người thuê/, /Chưa có mức 2/);
	await khang.see('Chủ nhà ra Công an xã/phường');
	await expect(khang.player).not.toContainText('chưa đăng ký tạm trú');
	// and for guests of a few days she goes straight on to the other guide
	await khang.press('button', /Thông báo lưu trú/);
	await khang.walk('Đã nói, bắt đầu');
	await khang.see('Ai đến ở, ở đâu?');
	await khang.press('button', 'Đóng');
	await khang.toSummary();
	await khang.see('Không báo gì');
	await khang.saveVisit();
}

/** Refuses to be written down: informed, counted, no name, and a slip all the same. */
export async function walkS17(khang: Guide): Promise<void> {
	await khang.goToDoor('50');
	await khang.press('button', 'Bắt đầu thăm hộ');
	await expect(khang.page.getByRole('checkbox', { checked: true })).toHaveCount(0);
	await khang.press('button', /Từ chối ghi tên/);
	await expect(khang.page.getByRole('textbox')).toHaveCount(0);
	const more = khang.page.getByRole('button', { name: 'Thêm một người' });
	if ((await khang.page.getByRole('status').or(khang.page.locator('output')).first().innerText()) === '0')
		await khang.act(more, 'button');
	await khang.press('checkbox', /Đã đưa tờ rơi/);
	await khang.press('checkbox', /tự ra quầy/);
	await khang.press('button', 'Tiếp tục');
	await khang.saveVisit();
	await khang.press('button', 'Phiếu cho người dân');
	await expect(khang.page.getByRole('dialog')).toContainText('không ghi thông tin cá nhân nào');
	expect(await khang.print('slip')).toEqual({ sheets: 1, mm: [148, 210] });
	await khang.act(khang.page.getByRole('dialog').getByRole('button', { name: 'Đóng' }), 'button');
	await khang.goToDoor('50');
	await khang.see('Chưa ghi ai');
}
