// What the administrator is told of the server, and that it is the same as what programs are told.

import { mkdirSync, truncateSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, makeVisit } from '../../../tests/fixtures/ward.ts';
import { backup } from './backup.ts';

const DAY = 24 * 3600_000;
const HERE = { address: '127.0.0.1', isForwarded: false, token: null };

eachEngine('the status page', (test, engine) => {
	const read = async () => (await (await test.desk('khiem')).readStatus())!;

	it('is for the administrator alone', async () => {
		for (const name of ['huy', 'cuc', 'son', 'tuyet']) {
			const desk = await test.desk(name);
			expect(await desk.readStatus()).toBeNull();
			expect(await desk.checkLogs()).toMatchObject({ ok: false, problem: { code: 'staff.notAllowed' } });
		}
		expect(await read()).not.toBeNull();
	});

	it('shows queues, phones and disk as /metrics does', async () => {
		const phone = await joinPhone(test, KHANG);
		await phone.push((await makeVisit(test, phone)).entries);
		test.pass(4 * DAY);
		const status = await read();
		const metrics = (await test.ward.readMetrics(HERE))!;
		const sum = (name: string) =>
			metrics
				.split('\n')
				.filter((line) => line.startsWith(name))
				.reduce((total, line) => total + Number(line.split(' ').at(-1)), 0);
		for (const { name, count, oldest } of status.queues) {
			expect(count).toBe(sum(`gocua_queue_length{queue="${name}"`));
			if (oldest !== null) expect((status.now - oldest) / 1000).toBe(sum(`gocua_queue_age_seconds{queue="${name}"`));
		}
		expect(status.queues.find(({ name }) => name === 'visit')!.count).toBeGreaterThan(0);
		expect(status.phones).toMatchObject({ count: sum('gocua_phones{'), silent: 1 });
		expect(sum('gocua_phones_silent{')).toBe(1);
		expect((status.now - status.phones.quietest!) / 1000).toBe(sum('gocua_phone_lag_seconds'));
		expect(status.phones.versions.reduce((all, { count }) => all + count, 0)).toBe(status.phones.count);
		expect(status.disk!.totalBytes).toBeGreaterThanOrEqual(status.disk!.freeBytes);
		expect(sum('gocua_disk_free_bytes')).toBeGreaterThan(0);
		// nobody is named
		expect(JSON.stringify(status)).not.toMatch(/Khang|Thử|Khu phố/);
	});

	it('says where the store lies, and whether the database keeps wards apart', async () => {
		const { lights, ...status } = await read();
		expect(status).toMatchObject({ engine, version: 'test', aheadMs: 0 });
		// the tests work as the role that owns nothing
		expect(lights).toMatchObject({ store: 'good', keys: 'good', wall: 'good', clock: 'good' });
	});

	it('tells a clock that was set back behind what was written', async () => {
		const phone = await joinPhone(test, KHANG);
		test.pass(DAY);
		await phone.push((await makeVisit(test, phone)).entries);
		test.pass(-DAY / 2);
		const status = await read();
		expect(status.lights.clock).toBe('bad');
		expect(status.aheadMs).toBeGreaterThan(DAY / 3);
	});

	it('tells a key that is more than a year old', async () => {
		test.pass(400 * DAY);
		expect((await read()).lights.keys).toBe('look');
	});

	it('reads the logs through, and finds a line that was changed from outside', async () => {
		const phone = await joinPhone(test, KHANG);
		await phone.push((await makeVisit(test, phone)).entries);
		const khiem = await test.desk('khiem');
		const whole = await khiem.checkLogs();
		expect(whole).toMatchObject({ ok: true, value: { logBrokenAt: null, auditBrokenAt: null } });
		await test.changeStore(`update audit set act = 'ward.init' where act = 'device.join'`);
		const broken = await khiem.checkLogs();
		expect(broken.ok && broken.value.auditBrokenAt).toBeGreaterThan(0);
		for (let tries = 2; tries < 10; tries++) expect((await khiem.checkLogs()).ok).toBe(true);
		expect(await khiem.checkLogs()).toMatchObject({ ok: false, problem: { code: 'net.busy' } });
	});

	it('knows the newest backup, its age, and whether it is whole', async () => {
		const env = { DATA_DIR: test.config.dataDir, DATABASE_URL: test.config.databaseUrl ?? '' };
		if (engine === 'postgres') {
			expect(await read()).toMatchObject({ backup: null, lights: { backup: 'unknown' } });
			return;
		}
		expect(await read()).toMatchObject({ backup: null, lights: { backup: 'bad' } });
		await backup(env, {});
		const folder = join(test.config.dataDir, 'backups');
		mkdirSync(folder, { recursive: true });
		const path = join(folder, readdirSync(folder)[0]!);
		const stamp = (at: number) => utimesSync(path, at / 1000, at / 1000);
		stamp(test.now() - 3600_000);
		expect(await read()).toMatchObject({ backup: { count: 1, damage: null }, lights: { backup: 'good' } });
		expect(await test.ward.readMetrics(HERE)).toMatch(/^gocua_backup_whole 1$/m);
		stamp(test.now() - 3 * DAY);
		expect((await read()).lights.backup).toBe('look');
		stamp(test.now());
		await test.reopen(async () => truncateSync(path, 5_000));
		expect(await read()).toMatchObject({ lights: { backup: 'bad' } });
	});
});
