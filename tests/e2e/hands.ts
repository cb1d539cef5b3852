// What people do with the app, tap by tap, in the words on the screen. Every tap of the volunteer is counted.

import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { Hand, type Name, type Role } from './hand.ts';
import { Phone, WardServer } from './stage.ts';

export { PIN } from './hand.ts';

/** A volunteer with a phone in one hand. */
export class Volunteer extends Hand {
	readonly phone: Phone;
	page!: Page;
	taps = 0;

	constructor(phone: Phone) {
		super();
		this.phone = phone;
	}

	async open(path = '/'): Promise<void> {
		this.page = await this.phone.open(path);
	}

	async press(role: Role, name: Name, exact = false): Promise<void> {
		const target = this.page.getByRole(role, { name, exact }).filter({ visible: true }).first();
		await this.act(target, role);
		this.taps++;
	}

	/** With a finger; other hands do it otherwise (keys.ts). */
	async act(target: Locator, role: Role): Promise<void> {
		if (role !== 'checkbox' && role !== 'radio') return target.click();
		// A forced press looks at nothing, so it must not come before a hand could have seen the screen.
		await target.evaluate(twoFrames);
		await target.check({ force: true });
	}

	async type(field: Locator, text: string): Promise<void> {
		await field.fill(text);
	}

	async fillIn(label: string, text: string): Promise<void> {
		await this.page.getByLabel(label).fill(text);
	}

	async see(text: Name): Promise<void> {
		await expect(this.page.getByText(text).filter({ visible: true }).first()).toBeVisible();
	}

	/** The service worker controls the page: everything for work without network is on the phone. */
	async waitUntilKept(): Promise<void> {
		await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	}

	/** From anywhere: a visit that was saved has no tabs below it, only the ways on. */
	async goToDoor(number: string): Promise<void> {
		for (const way of ['Về nhà này', 'Về danh sách']) {
			const link = this.page.getByRole('link', { name: way }).or(this.page.getByRole('button', { name: way }));
			if (await link.isVisible()) await this.act(link, 'link');
		}
		await this.press('link', 'Hộ dân', true);
		await this.press('link', new RegExp(`^${number} `));
		await expect(this.page.getByRole('heading', { level: 1, name: new RegExp(`Nhà ${number}`) })).toBeVisible();
	}

	async readStatus(): Promise<string> {
		return (await this.page.getByRole('link', { name: 'Xem việc gửi về phường' }).innerText()).replace(/\s+/g, ' ');
	}

	/** A press that leads nowhere, as one in some hundreds did on a crowded machine, is given again, and told. */
	async sendNow(): Promise<void> {
		const send = this.page.getByRole('button', { name: 'Gửi ngay' });
		for (let presses = 1; ; presses++) {
			await this.page.getByRole('link', { name: 'Xem việc gửi về phường' }).click();
			const isThere = await send.waitFor({ timeout: presses < 3 ? 7_000 : 20_000 }).then(
				() => true,
				() => false
			);
			if (isThere || presses === 3) break;
			console.log(`the press on the status line led nowhere, press ${presses}`);
		}
		await send.click();
	}
}

/**
 * Nobody home at `count` doors of the list on the screen, from the one at `from` on, through the app's own screens by a
 * script in the page: no finger is this quick. Resolves when each was said to be saved.
 */
export async function visitDoors(page: Page, count: number, from = 0): Promise<void> {
	await page.evaluate(
		async ([times, first]) => {
			const isSeen = (element: Element) => element.getClientRects().length > 0;
			const until = async <Found>(find: () => Found | undefined | null | false, what: string): Promise<Found> => {
				const deadline = performance.now() + 20_000;
				for (;;) {
					const found = find();
					if (found) return found;
					if (performance.now() > deadline) throw new Error(`never came: ${what}`);
					await new Promise((resolve) => setTimeout(resolve, 8));
				}
			};
			const button = (name: string) =>
				[...document.querySelectorAll('button')].findLast((one) => isSeen(one) && one.textContent.trim() === name);
			const press = async (name: string) => (await until(() => button(name), name)).click();
			const doors = () => [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="/doors/"]')].filter(isSeen);
			for (let time = first; time < first + times; time++) {
				const list = await until(() => location.pathname === '/doors' && doors().length > 3 && doors(), 'the list');
				const door = list.filter((link) => /^\/doors\/[0-9a-f-]{36}$/.test(link.pathname));
				const chosen = door[time % door.length]!;
				chosen.click();
				await until(() => location.pathname === chosen.pathname, 'the door');
				await press('Không gặp ai');
				await press('Lưu');
				await until(() => document.querySelector('dialog')?.textContent.includes('Đã lưu trên máy'), 'saved');
				await press('Về danh sách');
			}
		},
		[count, from] as const
	);
}

/** A member of ward staff at the desk. */
export class Staff {
	readonly page: Page;
	readonly #ward: WardServer;

	private constructor(page: Page, ward: WardServer) {
		this.page = page;
		this.#ward = ward;
	}

	static async signIn(browser: Browser, ward: WardServer, username: string): Promise<Staff> {
		const context = await browser.newContext({
			baseURL: ward.origin,
			viewport: { width: 1280, height: 800 },
			isMobile: false
		});
		const staff = new Staff(await context.newPage(), ward);
		await staff.page.goto('/ward');
		await staff.page.getByLabel('Tên đăng nhập').fill(username);
		await staff.page.getByLabel('Mật khẩu').fill(ward.readDemoPassword());
		await staff.page.getByRole('button', { name: 'Đăng nhập' }).click();
		await expect(staff.page.getByRole('heading', { name: 'Tổng quan' })).toBeVisible();
		return staff;
	}

	async invite(name: string): Promise<string> {
		await this.page.goto('/ward/volunteers');
		await this.page.getByRole('button', { name: `Tạo mã mời: ${name}` }).click();
		return this.page.getByTestId('join-code').innerText();
	}

	/** Opens the visit to this door in the list of what waits. */
	async openVisit(door: RegExp, state = 'open'): Promise<void> {
		await this.page.goto(`/ward/review?state=${state}`);
		await this.page.getByRole('row').filter({ hasText: door }).getByRole('link').first().click();
		await expect(this.page.getByRole('heading', { level: 2, name: door })).toBeVisible();
	}

	async approve(): Promise<void> {
		await this.page.getByRole('button', { name: /^Duyệt/ }).click();
		await expect(this.page.getByText('Đã duyệt.', { exact: true })).toBeVisible();
	}

	async sendBack(field: string, comment: string): Promise<void> {
		await this.page.getByRole('button', { name: /^Trả lại/ }).click();
		await this.page.getByLabel('Mục cần sửa').selectOption({ label: field });
		await this.page.getByLabel('Cần sửa gì').fill(comment);
		await this.page.getByRole('button', { name: 'Gửi trả lại' }).click();
		await expect(this.page.getByText('Đã trả lại', { exact: false }).first()).toBeVisible();
	}

	async close(): Promise<void> {
		await this.page.context().close();
	}

	get origin(): string {
		return this.#ward.origin;
	}
}

/** A demo ward, area police at its desk, and a phone of its third quarter that has joined and holds everything. */
export interface Cast<One extends Volunteer = Volunteer> {
	readonly ward: WardServer;
	readonly huy: Staff;
	readonly khang: One;
}

/** Starts all three; the phone is open. `make` puts it into somebody's hand. */
export async function meet<One extends Volunteer>(browser: Browser, make: (phone: Phone) => One): Promise<Cast<One>> {
	const ward = await new WardServer().start();
	const huy = await Staff.signIn(browser, ward, 'huy');
	const khang = make(new Phone(ward.origin));
	const code = await huy.invite('Lê Minh Khang');
	await khang.open();
	await khang.join(code);
	await khang.waitUntilKept();
	return { ward, huy, khang };
}

/** Ends all three and leaves nothing of them on the disk. */
export async function part({ ward, huy, khang }: Cast): Promise<void> {
	await khang.phone.throwAway();
	await huy.close();
	await ward.close();
}

function twoFrames(): Promise<void> {
	return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
