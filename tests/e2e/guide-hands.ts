// A volunteer who walks guides: what the tests of guides share, tap by tap.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';
import { ROOT } from '../../src/ops/build.mjs';
import { meet, Volunteer } from './hands.ts';
import { lookAtPhone } from './phone-look.ts';
import type { WardServer } from './stage.ts';

const SHOTS = join(ROOT, 'tests', '.tmp', 'guide');

/** Where a picture for human eyes lands. */
export function shot(name: string): string {
	mkdirSync(SHOTS, { recursive: true });
	return join(SHOTS, `${name}.png`);
}

export class Guide extends Volunteer {
	/** A ward, and Khang of its third quarter with a phone that has joined and holds everything. */
	static async join(browser: Browser): Promise<{ ward: WardServer; khang: Guide }> {
		const { ward, huy, khang } = await meet(browser, (phone) => new Guide(phone));
		await huy.close();
		return { ward, khang };
	}

	get player() {
		return this.page.locator('section.player');
	}

	/** The card of a person behind the door. */
	cardOf(name: string) {
		return this.page.getByRole('article').filter({ has: this.page.getByRole('heading', { level: 3, name }) });
	}

	/** Each answer in the words of its button. */
	async walk(...answers: (string | RegExp)[]): Promise<void> {
		for (const answer of answers) await this.press('button', answer);
	}

	/** What must hold on any screen of a guide: nothing to type into, and the shield one tap away. */
	async expectSafe(): Promise<void> {
		await expect(this.player.getByRole('textbox'), 'nowhere to type anything').toHaveCount(0);
		await expect(this.page.getByRole('button', { name: 'Cảnh giác' }).first()).toBeVisible();
	}

	/** Somebody who agrees to be written down. */
	async agree(): Promise<void> {
		await this.press('checkbox', /Đồng ý cho ghi thông tin/);
		await this.press('button', 'Tiếp tục');
	}

	/** The question about the card, where it comes. */
	async passCard(answer: RegExp = /^Có thẻ còn hạn/): Promise<void> {
		const asked = this.page.getByText('Thẻ căn cước của người này');
		const state = this.page.getByText('Tài khoản VNeID đang ở đâu?');
		await expect(asked.or(state).first()).toBeVisible();
		if (await asked.isVisible()) await this.press('button', answer);
	}

	/** Another guide than the one that is proposed, by its name. */
	async pickGuide(title: string): Promise<void> {
		await this.press('button', 'Hướng dẫn khác');
		await this.press('button', title);
		await this.walk('Đã nói, bắt đầu');
	}

	/** What a guide proposes is taken over. */
	async confirm(): Promise<void> {
		await this.press('button', /Xác nhận \d mục/);
	}

	async saveVisit(): Promise<void> {
		await this.press('button', 'Lưu lượt thăm');
		await this.see('Đã lưu trên máy');
	}

	/** Through the questions that a guide leaves open, to the summary; then saved. */
	async finishVisit(): Promise<void> {
		await this.toSummary();
		await this.saveVisit();
	}

	/** Whatever is asked on the way gets the plainest answer: what was known, a valid card, nothing more today. */
	async toSummary(): Promise<void> {
		const { page } = this;
		const isThere = (role: 'button' | 'radio', name: RegExp) => page.getByRole(role, { name }).first().isVisible();
		// the door's page has headings of its own, which stand until the visit's are there
		await expect(page.getByRole('heading', { level: 1, name: /^Thăm nhà/ })).toBeVisible();
		for (let left = 12; left > 0; left--) {
			const title = page.getByRole('heading', { level: 2 }).first();
			await expect(title).toBeVisible();
			const text = await title.innerText();
			if (/Xem lại rồi lưu/.test(text)) return;
			if (/Có ở nhà không/.test(text)) await this.press('button', /^Đang ở nhà|^Có ở nhà|^Có nhà/);
			else if (/đồng ý cho ghi/.test(text)) await this.agree();
			else if (/Thẻ căn cước/.test(text)) await this.press('button', /^Có thẻ còn hạn/);
			else if (/Tài khoản VNeID/.test(text)) {
				const isKnown = await isThere('button', /^Vẫn như trước: /);
				await this.press('button', isKnown ? /^Vẫn như trước: / : /^Có thẻ, chưa có tài khoản/);
			} else if (/Làm ngay bây giờ/.test(text)) await this.press('button', 'Hôm nay chưa làm');
			else if (/Biết từ đâu/.test(text)) await this.press('button', /Người dân nói/);
			else if (/Kết quả lượt này/.test(text)) await this.press('button', /Chưa xong, hẹn lại/);
			else if (/Vì sao chưa xong/.test(text)) await this.press('button', 'Chưa rõ lý do');
			else if (/Bước tiếp theo/.test(text)) {
				if (await isThere('radio', /Ngày mai|Thứ|Chủ nhật/)) await this.press('radio', /Ngày mai|Thứ|Chủ nhật/);
				else if (await page.getByRole('button', { name: 'Tiếp tục' }).isDisabled())
					await this.press('radio', 'Không hẹn');
				await this.press('button', 'Tiếp tục');
			} else await this.press('button', /Tiếp tục|Báo \d mục|Không báo/);
		}
		throw new Error('the summary did not come');
	}

	/** What a printer gets: the number of sheets, their size in millimetres, and the file to look at. */
	async print(name: string): Promise<{ sheets: number; mm: readonly number[] }> {
		const path = shot(name).replace(/png$/, 'pdf');
		const pdf = (await this.page.pdf({ path, preferCSSPageSize: true })).toString('latin1');
		const box = /\/MediaBox\s*\[\s*([\d.\s]+)\]/.exec(pdf)?.[1]?.trim().split(/\s+/).map(Number) ?? [];
		await this.page.emulateMedia({ media: 'print' });
		await this.page.screenshot({ path: shot(`${name}-print`), fullPage: true, scale: 'css' });
		await this.page.emulateMedia({ media: null });
		return {
			sheets: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
			mm: box.slice(2).map((pt) => Math.round((pt / 72) * 25.4))
		};
	}

	/** A screen in both themes and with large text. */
	async look(name: string): Promise<void> {
		await lookAtPhone(this.page, name, shot(name).replace(/\.png$/, ''));
	}
}

/** Tab to a button and press Enter, as somebody without a finger does. */
export async function pressByKeys(page: Page, name: string | RegExp): Promise<void> {
	const target = page.getByRole('button', { name }).filter({ visible: true }).first();
	await expect(target).toBeVisible();
	for (let tabs = 0; tabs < 60; tabs++) {
		if (await target.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
	}
	throw new Error(`no Tab reaches ${name}`);
}
