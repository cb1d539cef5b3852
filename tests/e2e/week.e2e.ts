// Scenario O8: a week without a network. Five volunteers, 400 visits; three of them work in real browsers, two on the same
// app's device without one. Four give out a sealed file, the fifth, who leads them, carries all of it to the ward. Each
// visit is there once, whatever else comes later by other ways.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openDevice, type Device } from '../../src/lib/device/device.ts';
import type { Result } from '../../src/lib/domain/problem.ts';
import { Browser as FakeBrowser, makeTools, PIN as FAKE_PIN } from '../fixtures/device.ts';
import { Staff, visitDoors, Volunteer } from './hands.ts';
import { makeFolder, Phone, WardServer } from './stage.ts';

const EACH = 80;
const DAY_MS = 24 * 3600_000;
/** The lease of the list ends with the seventh day: they come back on the last one. */
const WEEK_DAYS = 6;
const LEADER = 'Trần Thị Mận';
const IN_BROWSER = [LEADER, 'Lê Minh Khang', 'Đinh Công Thành'];
const WITHOUT = ['Người Thử Bốn', 'Người Thử Năm'];

let ward: WardServer;
let begun: number;
const people = new Map<string, Volunteer>();
const devices = new Map<string, { device: Device; pass(ms: number): void; setOffline(isOffline: boolean): void }>();

test.beforeAll(async () => {
	ward = await new WardServer().start();
});
test.afterAll(async () => {
	for (const { phone } of people.values()) await phone.throwAway();
	for (const { device } of devices.values()) await device.close();
	await ward.close();
});

function take<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.at ?? ''}`);
	return result.value;
}

function addVolunteer(name: string): void {
	const args = ['src/ops/ward.mjs', 'add-volunteer', '--name', name, '--quarters', 'Khu phố 3, Khu phố 4'];
	const env = { ...process.env, DATABASE_URL: '', DATA_DIR: ward.dataDir };
	execFileSync(process.execPath, args, { env, stdio: 'pipe' });
}

/** The app's device with a clock and a network of the test's. */
async function joinWithoutBrowser(name: string, code: string): Promise<void> {
	let aheadMs = 0;
	let isOffline = false;
	const device = openDevice(
		makeTools(new FakeBrowser(), ward.origin, {
			clock: () => Date.now() + aheadMs,
			fetch: (...request) => (isOffline ? Promise.reject(new TypeError('no network')) : fetch(...request))
		})
	);
	devices.set(name, { device, pass: (ms) => (aheadMs += ms), setOffline: (value) => (isOffline = value) });
	const offer = take(await device.lookAtInvitation(code));
	take(await device.join(offer, Date.now(), FAKE_PIN));
	await expect.poll(() => device.book.households.size).toBeGreaterThan(10);
}

async function exportFile(who: Volunteer): Promise<string> {
	await who.page.getByRole('link', { name: 'Xem việc gửi về phường' }).click();
	await who.press('button', 'Không có mạng? Nhờ máy khác mang hộ');
	const download = who.page.waitForEvent('download');
	await who.press('button', 'Tạo tệp để gửi');
	const path = join(makeFolder('week'), (await download).suggestedFilename());
	await (await download).saveAs(path);
	await who.see(`Đã tạo 1 tệp với ${EACH} bản ghi.`);
	return path;
}

/** Visits in the ward's store by who made them. */
function countVisits(): Map<string, number> {
	const rows = ward.readStore(
		`select v.name, count(*) as visits, count(distinct r.id) as ids
		from visit_row r join volunteer v on v.ward_id = r.ward_id and v.id = r.volunteer_id group by v.name`
	);
	for (const { visits, ids } of rows) expect(visits).toBe(ids);
	return new Map(rows.map(({ name, visits }) => [String(name), Number(visits)]));
}

test('O8: a week without a network: 400 visits of five volunteers reach the ward by one of them, each once', async ({
	browser
}) => {
	test.setTimeout(600_000);
	begun = Date.now();
	for (const name of WITHOUT) addVolunteer(name);
	const huy = await Staff.signIn(browser, ward, 'huy');
	for (const name of IN_BROWSER) {
		const who = new Volunteer(new Phone(ward.origin));
		people.set(name, who);
		await who.open();
		await who.join(await huy.invite(name));
		await who.waitUntilKept();
		await who.phone.setOffline(true);
	}
	for (const name of WITHOUT) await joinWithoutBrowser(name, await huy.invite(name));
	await huy.close();
	await ward.stop();
	const before = countVisits();

	const started = Date.now();
	for (const { device, pass, setOffline } of devices.values()) {
		setOffline(true);
		const doors = [...device.book.households.keys()];
		for (let visit = 0; visit < EACH; visit++) {
			take(
				await device.recordVisit({ household: doors[visit % doors.length]!, seenAt: Date.now(), outcome: 'nobodyHome' })
			);
			// the vault locks itself over night
			if (visit % (EACH / WEEK_DAYS) < 1) pass(60_000);
		}
	}
	await Promise.all(
		[...people.values()].map(async (who) => {
			await who.press('link', 'Hộ dân', true);
			await visitDoors(who.page, EACH / 2);
			await who.page.clock.setFixedTime(Date.now() + WEEK_DAYS * DAY_MS);
			await who.page.goto('/doors');
			await who.unlock();
			await visitDoors(who.page, EACH / 2);
			await expect.poll(() => who.readStatus()).toContain(`${EACH} chờ gửi`);
		})
	);
	const written = Date.now();

	const leader = people.get(LEADER)!;
	const files: string[] = [];
	for (const [name, who] of people) if (name !== LEADER) files.push(await exportFile(who));
	const texts = files.map((path) => readFileSync(path, 'utf8'));
	for (const { device } of devices.values()) {
		const given = take(await device.exportUnsent());
		expect(given).toMatchObject({ entries: EACH, unsealed: 0 });
		texts.push(...given.files);
	}
	expect(texts).toHaveLength(4);
	for (const text of texts) expect(text).not.toMatch(/nobodyHome|outcome|household":/);

	const later = { NODE_OPTIONS: `--import ${new URL('../fixtures/later.mjs', import.meta.url).href}` };
	await ward.start({ ...later, CLOCK_AHEAD_MS: String(WEEK_DAYS * DAY_MS) });
	await leader.page.getByRole('link', { name: 'Xem việc gửi về phường' }).click();
	await leader.press('button', 'Không có mạng? Nhờ máy khác mang hộ');
	for (const [at, text] of texts.entries()) {
		const file = { name: `nho-gui-${at}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) };
		await leader.page.getByLabel('Nhận tệp của máy khác').setInputFiles(file);
		await leader.see(`Đang mang hộ ${EACH * (at + 1)} bản ghi của máy khác, sẽ gửi khi có mạng`);
	}
	await leader.page.screenshot({ path: 'tests/.tmp/screens/week-carrying.png' });
	await leader.phone.setOffline(false);
	await leader.press('button', 'Gửi ngay');
	await leader.see(`Đã gửi giúp ${EACH * 4} bản ghi của máy khác`);
	await leader.see('Không còn gì chờ gửi');
	const carried = Date.now();
	await ward.stop();
	const added = () => new Map([...countVisits()].map(([name, count]) => [name, count - (before.get(name) ?? 0)]));
	const once = new Map([...IN_BROWSER, ...WITHOUT].map((name) => [name, EACH]));
	expect(sorted(added())).toEqual(sorted(once));

	// the same again, by the desk and by the writers themselves: nothing is doubled
	await ward.start({ ...later, CLOCK_AHEAD_MS: String(WEEK_DAYS * DAY_MS) });
	const again = await Staff.signIn(browser, ward, 'huy');
	await again.page.goto('/ward/rescue');
	await again.page.getByLabel('Tệp từ máy của tình nguyện viên').setInputFiles(files[0]!);
	await again.page.getByRole('button', { name: 'Nhận tệp' }).click();
	await expect(again.page.getByText(`${EACH} bản phường đã có từ trước.`)).toBeVisible();
	await again.close();
	for (const [name, who] of people) {
		if (name === LEADER) continue;
		await who.phone.setOffline(false);
		await who.press('button', 'Gửi ngay');
		await who.see('Không còn gì chờ gửi');
	}
	for (const { device, pass, setOffline } of devices.values()) {
		setOffline(false);
		pass(WEEK_DAYS * DAY_MS);
		take(await device.unlock(FAKE_PIN));
		await expect.poll(async () => (await device.syncNow(), device.sync.waiting), { timeout: 30_000 }).toBe(0);
	}
	await ward.stop();
	expect(sorted(added())).toEqual(sorted(once));
	const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
	console.log(
		`O8: ${EACH * 5} visits; joined in ${seconds(begun, started)} s, written in ${seconds(started, written)} s, ` +
			`carried in ${seconds(written, carried)} s, all in ${seconds(begun, Date.now())} s`
	);
});

function sorted(counts: ReadonlyMap<string, number>): [string, number][] {
	return [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
}
