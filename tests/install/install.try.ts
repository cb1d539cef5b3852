// Issue 8, show c: docs/install.md followed word for word on an empty Debian, with HTTPS; a phone joins and works; a backup
// is made; the phone sends more; the machine is lost; another one is put up from the sticks; the phone brings what the
// backup lacks. Nothing is missing and nothing is there twice.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { SqliteFile } from '../../src/lib/server/db/sqlite-file.ts';
import { visitDoors, Volunteer } from '../e2e/hands.ts';
import { Phone } from '../e2e/stage.ts';
import { showCode } from '../fixtures/code-app.ts';
import { closeRoom, Machine, makeRoom, runInRoom, type Room } from './machine.ts';
import { fillIn, FIRST_MACHINE, NEXT_MACHINE, ONTO_STICKS, readSteps, SETTINGS } from './steps.ts';

test.describe.configure({ mode: 'serial' });

const ROOT = join(import.meta.dirname, '../..');
const STEPS = readSteps(readFileSync(join(ROOT, 'docs/install.md'), 'utf8'));
/** What an office fills in; the rest of the settings stays as the page has it. */
const REPOSITORY = '/srv/go-cua.git';
const NAME = /^NAME=(\S+)/m.exec(STEPS.get(SETTINGS)!)![1]!;
const ORIGIN = `https://${NAME}`;
const OWN_PASSWORD = 'bon chu de nho';
const DOORS = 12;
const [BEFORE, AFTER, UNSENT] = [3, 4, 2];

let room: Room;
let machine: Machine;
let khang: Volunteer;
let known: Held;
let password = '';
/** In the administrator's authenticator app. */
let secret = '';
const minutes = new Map<string, number>();

test.beforeAll(() => {
	room = makeRoom(process.env['TRY_DIR']!, process.env['TRY_NETWORK']!, NAME);
});
test.afterAll(async () => {
	await khang?.phone.throwAway();
	machine?.halt();
	// for whoever wants to look at a machine on which a step has failed
	if (!process.env['TRY_KEEP']) {
		machine?.lose();
		if (room) closeRoom(room);
	}
	for (const [name, value] of minutes) console.log(`  ${value.toFixed(1)} min  ${name}`);
});

interface Held {
	/** Every entry that the ward has taken, by its id. */
	readonly entries: readonly string[];
	/** Every record with what stands in it, by table and id. */
	readonly records: ReadonlyMap<string, string>;
	readonly visits: number;
	readonly epoch: string;
}

/** What lies in the ward's store. */
function readStore(): Held {
	const db = new SqliteFile(machine.path('var/lib/go-cua/ward.sqlite'), { readonly: true });
	try {
		const all = <Row>(sql: string) => db.prepare(sql).all() as Row[];
		const records = all<{ tbl: string; id: string; body: string }>(
			'select tbl, id, body from record where deleted = 0'
		);
		return {
			entries: all<{ id: string }>("select id from entry where json_extract(verdict, '$.s') = 'ok' order by id").map(
				({ id }) => id
			),
			records: new Map(records.map(({ tbl, id, body }) => [`${tbl} ${id}`, body])),
			visits: records.filter(({ tbl }) => tbl === 'visit').length,
			epoch: all<{ epoch: string }>('select epoch from ward')[0]!.epoch
		};
	} finally {
		db.close();
	}
}

/** Types the steps of the page, one after the other, and keeps how long each took. */
function follow(names: readonly string[], whose: string, between: (name: string) => void = () => {}): string {
	const settings = fillIn(STEPS.get(SETTINGS)!, { REPOSITORY });
	let said = '';
	for (const name of names) {
		const took = machine.once(name, () => (said = machine.type(`${settings}${STEPS.get(name)!}`)));
		between(name);
		minutes.set(`${whose}: ${name}`, took);
		console.log(`  ${took.toFixed(1)} min  ${whose}: ${name}`);
	}
	return said;
}

/** All that the page took on one machine. */
function addUp(whose: string): number {
	return [...minutes].filter(([name]) => name.startsWith(`${whose}: `)).reduce((sum, [, value]) => sum + value, 0);
}

/** Without systemd "switch on and start now" switches on; what the units say is then started here. */
function startWhatIsOn(name: string): void {
	const service = name === 'start' ? 'go-cua' : name === 'https-lan' ? 'caddy' : null;
	if (!service) return;
	const left = machine.start(service);
	console.log(`  ${service} runs by its unit; not carried out by the script: ${left.join(', ') || 'nothing'}`);
	const address = service === 'caddy' ? `http://${NAME}/root.crt` : 'http://127.0.0.1:3000/healthz';
	runInRoom(room, 'curl', [
		'-fsS',
		'--retry',
		'60',
		'--retry-delay',
		'1',
		'--retry-all-errors',
		'-o',
		'/dev/null',
		address
	]);
}

/** What a phone's owner does with http://NAME/root.crt; the browser keeps what it trusts in a store of certificates. */
function trustAuthority(): void {
	const file = join(room.folder, 'phone', 'root.crt');
	const store = `sql:${join(room.folder, 'phone', '.pki', 'nssdb')}`;
	runInRoom(room, 'mkdir', ['-p', store.slice(4)]);
	runInRoom(room, 'curl', ['-fsS', '-o', file, `http://${NAME}/root.crt`]);
	runInRoom(room, 'certutil', ['-d', store, '-N', '--empty-password']);
	runInRoom(room, 'certutil', ['-d', store, '-A', '-t', 'C,,', '-n', NAME, '-i', file]);
}

async function signIn(browser: Browser, word: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: ORIGIN, viewport: { width: 1280, height: 800 } });
	const page = await context.newPage();
	await page.goto('/ward');
	await page.getByLabel('Tên đăng nhập').fill('nguyen.a');
	await page.getByLabel('Mật khẩu').fill(word);
	await page.getByRole('button', { name: 'Đăng nhập' }).click();
	return page;
}

test('an empty Debian is there', () => {
	machine = Machine.make(room, 'first', ROOT);
	machine.fitNetwork();
});

test('the page is followed word for word up to a ward with a volunteer, over HTTPS', () => {
	follow(FIRST_MACHINE.slice(0, -1), 'first machine', startWhatIsOn);
	const said = follow(['ward'], 'first machine');
	minutes.set('first machine, all of the page up to the first sign-in', addUp('first machine'));
	password = /nguyen\.a with the password (\S+)/.exec(said)![1]!;
	expect(machine.look('go-cua').uid, 'no root').toBeGreaterThan(0);
	const log = machine.journal;
	expect(log).toContain('The store is empty');
	expect(log, 'no secret in the journal').not.toContain(password);
});

test('a phone that does not trust the ward’s authority is not let in, one that does is', async () => {
	khang = new Volunteer(new Phone(ORIGIN));
	await expect(khang.open()).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
	await khang.phone.close();
	trustAuthority();
	await khang.open();
	await expect(khang.page.getByLabel('Mã mời')).toBeVisible();
	expect(await khang.page.evaluate(() => [isSecureContext, location.origin])).toEqual([true, ORIGIN]);
});

test('the first administrator signs in, chooses a password, brings in a list and makes a code; the phone joins', async ({
	browser
}) => {
	const from = Date.now();
	const page = await signIn(browser, password);
	await page.getByLabel('Mật khẩu hiện nay').fill(password);
	await page.getByLabel('Mật khẩu mới', { exact: true }).fill(OWN_PASSWORD);
	await page.getByLabel('Nhập lại mật khẩu mới').fill(OWN_PASSWORD);
	await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
	await expect(page.getByText('Đã đổi mật khẩu.')).toBeVisible();
	// a ward's desk asks for a second step from the beginning
	await page.goto('/ward/account');
	await page.getByRole('button', { name: 'Bật mã sáu số' }).click();
	secret = await page.getByTestId('secret').innerText();
	await page.getByLabel('Sáu số đang hiện trên điện thoại').fill(showCode(secret));
	await page.getByRole('button', { name: 'Xác nhận' }).click();
	await expect(page.getByTestId('papers').getByRole('listitem')).toHaveCount(8);

	const rows = Array.from(
		{ length: DOORS },
		(_, at) => `Khu phố 1;ngõ Thử;${at + 1};Ngườithử Số ${at};14/05/${1950 + at};Nam;`
	);
	const list = ['Khu phố;Ngõ;Số nhà;Họ và tên;Ngày sinh;Giới tính;Số CCCD', ...rows].join('\r\n');
	await page.goto('/ward/import');
	await page
		.getByLabel('Tệp danh sách')
		.setInputFiles({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
	await page.getByRole('button', { name: 'Đọc tệp' }).click();
	await page.getByRole('button', { name: 'Chạy thử' }).click();
	await page.getByRole('button', { name: 'Nhập', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();

	await page.goto('/ward/volunteers');
	await page.getByRole('button', { name: 'Tạo mã mời: Trần Thị B' }).click();
	await khang.join(await page.getByTestId('join-code').innerText());
	await khang.waitUntilKept();
	minutes.set('desk and phone: password, list, code, joined', (Date.now() - from) / 60_000);
	await page.context().close();
});

/** At so many doors nobody is home. */
async function visit(count: number, from: number): Promise<void> {
	await khang.press('link', 'Hộ dân', true);
	await visitDoors(khang.page, count, from);
}

async function send(): Promise<void> {
	await khang.sendNow();
	await khang.see('Không còn gì chờ gửi');
}

test('visits are sent, the safe and the stick are filled, more visits are sent after that', async () => {
	await visit(BEFORE, 0);
	await send();
	const doctor = follow(ONTO_STICKS, 'first machine');
	expect(doctor).toMatch(/backups: 1, the newest \S+ is whole/);
	expect(doctor).toContain('store: ok');
	await visit(AFTER, BEFORE);
	await send();
	known = readStore();
	expect(known.visits).toBe(BEFORE + AFTER);
	await khang.phone.setOffline(true);
	await visit(UNSENT, BEFORE + AFTER);
	const { peakMb } = machine.look('go-cua');
	console.log(`  the service held ${peakMb} MB at most; its unit allows 600`);
	expect(peakMb).toBeLessThan(600);
});

test('the machine is lost; another one is put up by the page and lacks what came after the backup', async () => {
	machine.lose();
	await khang.phone.close();
	machine = Machine.make(room, 'second', ROOT);
	machine.fitNetwork();
	const names = NEXT_MACHINE;
	const before = names.indexOf('start');
	follow(names.slice(0, before), 'second machine', startWhatIsOn);
	const restored = readStore();
	expect(restored.visits, 'the backup alone').toBe(BEFORE);
	expect(restored.entries.length).toBeLessThan(known.entries.length);
	expect(restored.epoch, 'the restore tells the phones').not.toBe(known.epoch);
	follow(names.slice(before), 'second machine', startWhatIsOn);
	minutes.set('second machine, all of the page', addUp('second machine'));
});

test('the phone finds the new machine by its name, trusts it, and brings what is missing by itself', async ({
	browser
}) => {
	const from = Date.now();
	await khang.open();
	await khang.unlock();
	await expect.poll(() => readStore().visits, { timeout: 180_000 }).toBe(BEFORE + AFTER + UNSENT);
	minutes.set('the phone: from its opening until nothing is missing', (Date.now() - from) / 60_000);
	await expect.poll(() => khang.readStatus(), { timeout: 60_000 }).not.toContain('chờ gửi');

	const held = readStore();
	expect(
		known.entries.filter((id) => !held.entries.includes(id)),
		'nothing is missing'
	).toEqual([]);
	expect(held.entries.length, 'nothing is there twice').toBe(known.entries.length + UNSENT);
	expect([...known.records.keys()].filter((id) => !held.records.has(id))).toEqual([]);
	expect(held.records.size).toBe(known.records.size + UNSENT);
	const visits = [...known.records].filter(([id]) => id.startsWith('visit '));
	for (const [id, body] of visits) expect(JSON.parse(held.records.get(id)!)).toEqual(JSON.parse(body));

	const page = await signIn(browser, OWN_PASSWORD);
	await page.getByLabel('Mã').fill(showCode(secret));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Tổng quan' })).toBeVisible();
	await page.goto('/ward/review?state=open');
	await expect(page.getByRole('row').filter({ hasText: 'ngõ Thử' })).toHaveCount(BEFORE + AFTER + UNSENT);
	await page.context().close();
	const doctor = machine.type('sudo go-cua doctor');
	console.log(doctor.replaceAll(/^/gm, '  '));
	expect(doctor).toContain('1 incidents, the last one restore');
	expect(doctor).toContain('store: ok');
});
