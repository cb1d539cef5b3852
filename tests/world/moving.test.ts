// A volunteer who moves from one ward to another of the same server, with the same phone: what was not sent goes to the
// ward that it is about, sealed as it lies; the new ward gets none of it and the phone nothing of the old ward's to read.
// The whole phone, the real handlers, both databases; on PostgreSQL behind the wall between wards.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AreaId, StaffId, VolunteerId, WardId } from '../../src/lib/domain/id.ts';
import { LIMIT } from '../../src/lib/domain/limit.ts';
import type { Result } from '../../src/lib/domain/problem.ts';
import { openDevice, type Device } from '../../src/lib/device/device.ts';
import { openDirectory } from '../../src/lib/device/directory.ts';
import { openSealedDb } from '../../src/lib/device/sealed-db.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { readDemoPassword } from '../../src/lib/server/demo/sign-in.ts';
import { writeInvitation } from '../../src/lib/server/invite.ts';
import { addVolunteer, initWard } from '../../src/lib/server/operator.ts';
import { openSite } from '../../src/lib/server/site.ts';
import type { Desk } from '../../src/lib/server/ward-desk.ts';
import { Browser, makeTools, PIN } from '../fixtures/device.ts';
import { eachEngine, KHANG } from '../fixtures/ward.ts';
import { ORIGIN, openWardFetch, type OnTheWay } from '../fixtures/ward-fetch.ts';

const OTHER = 'Phường Mới Đến';
const DAY = 24 * 3600_000;

function take<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.at ?? ''}`);
	return result.value;
}

eachEngine('a volunteer who moves', (test) => {
	let browser: Browser;
	let device: Device;
	let way: OnTheWay;
	let former: WardId;
	let other: WardId;

	beforeEach(async () => {
		browser = new Browser();
		way = () => null;
		const passing: OnTheWay = (path) => way(path);
		const tools = { clock: test.now, fetch: openWardFetch(test, [], passing) };
		device = openDevice(makeTools(browser, ORIGIN, tools));
		const env = envOf();
		await initWard(env, { ward: OTHER, quarters: 'Khu phố 9', name: 'Người Quản Trị', login: 'quantri' });
		await addVolunteer(env, { ward: OTHER, name: KHANG, quarters: 'Khu phố 9' });
		const wards = await test.ward.listWards();
		other = wards.find(({ name }) => name === OTHER)!.id;
		former = wards.find(({ id }) => id !== other)!.id;
		await vi.waitFor(() => expect(device.phase.kind).toBe('new'));
		const huy = await deskOf('huy');
		const khang = (await huy.listVolunteers()).find(({ name }) => name === KHANG)!;
		await join(take(await huy.makeInvitation(khang.id)).code);
		expect(take(await device.syncNow())).toBeUndefined();
	});
	afterEach(() => device.close());

	/** Of the demo's staff; two wards live here, so that the ward is named. */
	async function deskOf(username: string): Promise<Desk> {
		const password = readDemoPassword(test.config.dataDir)!;
		const { token } = take(await test.ward.signIn({ ward: former, username, password, address: '10.0.0.1' }));
		return (await test.ward.openDesk(token))!;
	}

	const envOf = () => ({
		DATA_DIR: test.config.dataDir,
		...(test.config.databaseUrl ? { DATABASE_URL: test.config.databaseUrl } : {})
	});

	async function withStore<Value>(work: (site: Awaited<ReturnType<typeof openSite>>) => Promise<Value>) {
		const site = await openSite(readConfig(envOf()), { clock: test.now });
		try {
			return await work(site);
		} finally {
			await site.store.close();
		}
	}

	async function join(code: string): Promise<void> {
		take(await device.join(take(await device.lookAtInvitation(code)), test.now(), PIN));
	}

	/** The other ward's invitation for the same person, who is somebody else to it. */
	const inviteThere = () =>
		withStore(async (site) => {
			const { id } = await site.store.db
				.selectFrom('volunteer')
				.select('id')
				.where('ward_id', '=', other)
				.executeTakeFirstOrThrow();
			const actor = { id: other as string as StaffId, name: 'Người Quản Trị' };
			return take(await writeInvitation(site, other, id as VolunteerId, actor)).code;
		});

	/** Doors that somebody wrote, by the ward that has them, and what is kept aside. */
	const look = () =>
		withStore(async ({ store }) => {
			const doors = await store.db
				.selectFrom('record')
				.select('ward_id')
				.where('tbl', '=', 'household')
				.where('body', 'like', '%ngõ Chưa Gửi%')
				.execute();
			const asides = await store.db.selectFrom('aside').select(['ward_id', 'why']).execute();
			return {
				doors: doors.map(({ ward_id }) => ward_id),
				asides: asides.filter((row) => row.why.startsWith('entry.'))
			};
		});

	/** A door written where there is no network. */
	async function writeUnsent(): Promise<void> {
		way = () => 'lostRequest';
		const { area } = [...device.book.households.values()][0]!;
		const door = { area: area as AreaId, lane: 'ngõ Chưa Gửi', number: '7', kind: 'ordinary' } as const;
		take(await device.createHousehold(door));
		await device.lock();
	}

	async function readUnsent(): Promise<readonly string[]> {
		const directory = openDirectory(browser.engine);
		const states: string[] = [];
		for (const { id } of await directory.listFormer()) {
			const db = openSealedDb(id, browser.engine);
			states.push(...(await db.readOutbox()).outbox.map(({ state }) => state));
			db.close();
		}
		directory.close();
		return states;
	}

	it('brings what was not sent to the ward that it is about, and reads the list of the new one alone', async () => {
		const before = device.book.households.size;
		expect(before).toBeGreaterThan(0);
		await writeUnsent();
		way = () => null;
		await join(await inviteThere());
		expect(device.me!.ward).toEqual({ id: other, name: OTHER });
		expect(device.book.households.size).toBe(0);
		await vi.waitFor(
			async () => {
				await device.syncNow();
				expect(await look()).toEqual({ doors: [former], asides: [] });
			},
			{ timeout: 20_000, interval: 300 }
		);
		expect(await readUnsent()).toEqual(['closed']);
		expect(device.sync.waiting).toBe(0);

		// what is written from now on is the new ward's
		way = () => null;
		const area = (await withStore(({ store }) =>
			store.db
				.selectFrom('area')
				.select('id')
				.where('ward_id', '=', other)
				.where('kind', '=', 'quarter')
				.executeTakeFirstOrThrow()
		)) as { id: AreaId };
		take(await device.createHousehold({ area: area.id, lane: 'ngõ Chưa Gửi', number: '8', kind: 'ordinary' }));
		take(await device.syncNow());
		expect((await look()).doors.toSorted()).toEqual([former, other].toSorted());
	});

	it('has it kept aside there where the ward had let them go meanwhile; the badge and the list end', async () => {
		await writeUnsent();
		const huy = await deskOf('huy');
		const { id } = (await huy.listVolunteers()).find(({ name }) => name === KHANG)!;
		take(await huy.letGo(id, true));
		expect((await huy.listVolunteers()).map(({ name }) => name)).not.toContain(KHANG);
		expect(await huy.letGo(id, true)).toMatchObject({ ok: false, problem: { code: 'desk.notOpen' } });
		expect(await (await deskOf('tuyet')).letGo(id, true)).toMatchObject({
			ok: false,
			problem: { code: 'staff.notAllowed' }
		});
		expect((await huy.makeInvitation(id)).ok).toBe(false);
		test.pass(2 * DAY);
		way = () => null;
		await join(await inviteThere());
		await vi.waitFor(
			async () => {
				await device.syncNow();
				expect(await look()).toEqual({ doors: [], asides: [{ ward_id: former, why: 'entry.deposited' }] });
			},
			{ timeout: 20_000, interval: 300 }
		);
		expect(await readUnsent()).toEqual(['closed']);
		// staff there take it up like anything that came late
		const page = await (await deskOf('huy')).listAsides({ state: 'open' });
		expect(page.rows).toHaveLength(1);
	});

	it('keeps it on the phone, sealed, where the old ward takes nothing any more; the new one never gets it', async () => {
		await writeUnsent();
		const huy = await deskOf('huy');
		take(await huy.letGo((await huy.listVolunteers()).find(({ name }) => name === KHANG)!.id, true));
		test.pass(LIMIT.depositLifeMs + DAY);
		way = () => null;
		await join(await inviteThere());
		for (let round = 0; round < 3; round++) {
			take(await device.syncNow());
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
		expect(await look()).toEqual({ doors: [], asides: [] });
		expect(await readUnsent()).not.toContain('closed');
		expect(await readUnsent()).toHaveLength(1);
		expect(device.phase.kind).toBe('open');
	});
});
