// Backups: made under a working ward, put back into a stopped one, told to every phone. And the yearly key.

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReconcileAnswer } from '../sync/entry.ts';
import {
	eachEngine,
	joinPhone,
	KHANG,
	makeVisit,
	newId,
	openTestWard,
	pullAll,
	type TestWard
} from '../../../tests/fixtures/ward.ts';
import { backup, restore } from './backup.ts';
import { SqliteFile } from './db/sqlite-file.ts';
import { doctor, rotateSealKey } from './operator.ts';
import { readKeys } from './vault/keys.ts';
import { Vault } from './vault.ts';

const DAY = '2026-11-20';
let test: TestWard;
let env: Record<string, string>;
beforeEach(async () => {
	test = await openTestWard();
	env = { DATA_DIR: test.config.dataDir };
});
afterEach(() => test.close());

it('copies the store while the ward works, whole, for nobody else to read, and never over another copy', async () => {
	const phone = await joinPhone(test, KHANG);
	const { household, entries } = await makeVisit(test, phone);
	await phone.push(entries);
	const call = () => phone.entry('visit.add', newId(test), { household, seenAt: test.now(), outcome: 'nobodyHome' });
	const writes = Array.from({ length: 30 }, () => phone.push([call(), call()]));
	const said = await backup(env, {});
	expect((await Promise.all(writes)).flatMap(({ body }) => body.res.map(({ s }) => s))).toEqual(Array(60).fill('ok'));
	expect(said.join('\n')).toContain('keys.json');
	const folder = join(test.config.dataDir, 'backups');
	const [name, ...more] = readdirSync(folder);
	expect([name, more]).toEqual([expect.stringMatching(/^ward-\d{8}-\d{6}\.sqlite$/), []]);
	expect(statSync(join(folder, name!)).mode & 0o777).toBe(0o600);
	const copy = new SqliteFile(join(folder, name!), { readonly: true });
	expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
	const { seq } = copy.prepare('select seq from ward').get() as { seq: number };
	expect(copy.prepare('select count(*) as count, max(seq) as seq from change').get()).toEqual({ count: seq, seq });
	copy.close();
	expect((await doctor(env)).join('\n')).toContain(`the newest ${name} is whole`);
	await expect(backup(env, { to: join(folder, name!) })).rejects.toThrow('never written over');
	await expect(backup({ DATA_DIR: folder }, {})).rejects.toThrow('no store');
});

it('a sealed copy holds nothing to read, goes back by the keys alone, and by no others', async () => {
	const phone = await joinPhone(test, KHANG);
	const { household, entries } = await makeVisit(test, phone);
	await phone.push(entries);
	await backup(env, { sealed: '' });
	const folder = join(test.config.dataDir, 'backups');
	const [name, ...more] = readdirSync(folder);
	expect([name, more]).toEqual([expect.stringMatching(/^ward-\d{8}-\d{6}\.sqlite\.sealed$/), []]);
	const file = join(folder, name!);
	const bytes = readFileSync(file);
	expect([bytes.includes('SQLite format'), bytes.includes(household)]).toEqual([false, false]);
	expect((await doctor(env)).join('\n')).toContain(`the newest ${name} is whole`);
	expect(readdirSync(test.config.dataDir).filter((one) => one.startsWith('looking-'))).toEqual([]);

	const keys = readFileSync(join(test.config.dataDir, 'keys.json'));
	const elsewhere = join(test.config.dataDir, 'elsewhere');
	mkdirSync(elsewhere, { mode: 0o700 });
	readKeys({ dataDir: elsewhere, keys: null }, DAY);
	await expect(restore({ DATA_DIR: elsewhere }, { file })).rejects.toThrow('other keys');
	expect(readdirSync(elsewhere)).toEqual(['keys.json']);
	writeFileSync(join(elsewhere, 'keys.json'), keys, { mode: 0o600 });
	await restore({ DATA_DIR: elsewhere }, { file });
	const back = new SqliteFile(join(elsewhere, 'ward.sqlite'), { readonly: true });
	expect(back.prepare('select id from record where id = ?').get(household)).toEqual({ id: household });
	back.close();
	bytes[bytes.length - 1]! ^= 1;
	writeFileSync(file, bytes);
	await expect(doctor(env)).rejects.toThrow('is not whole');
});

it('puts a copy back, keeps what was there, tells the phones, and gets back what they retained', async () => {
	const phone = await joinPhone(test, KHANG);
	const { entries: early } = await makeVisit(test, phone);
	await phone.push(early);
	const file = join(test.config.dataDir, 'copy.sqlite');
	await backup(env, { to: file });
	const { entries: late, person } = await makeVisit(test, phone, '000185000198');
	const { epoch, wm } = (await phone.push(late)).body;
	await expect(restore(env, { file })).rejects.toThrow('stop it first');
	expect((await phone.pull(0, { epoch, wm })).body.epoch).toBe(epoch);
	let said: readonly string[] = [];
	await test.reopen(async () => void (said = await restore(env, { file })));
	expect(said.join('\n')).toContain(`${late.length} fewer than before`);
	const kept = readdirSync(test.config.dataDir).filter((one) => one.includes('.before-'));
	expect(kept).toHaveLength(1);
	expect(existsSync(join(test.config.dataDir, 'restoring'))).toBe(false);

	const told = await phone.pull(0, { epoch, wm });
	expect(told.body.epoch).not.toBe(epoch);
	const now = { epoch: told.body.epoch, wm: told.body.wm };
	const ids = [...early, ...late].map(({ id }) => id);
	expect((await phone.ask<ReconcileAnswer>('reconcile', { ...now, ids })).body.missing).toEqual(
		late.map(({ id }) => id)
	);
	await phone.push(late, now);
	expect((await pullAll(phone)).some((row) => row.id === person)).toBe(true);
	const desk = await test.desk('huy');
	expect(await desk.listIncidents()).toMatchObject([{ kind: 'restore', count: late.length }]);
	expect((await desk.listAudit()).filter(({ act }) => act === 'ward.restore')).toHaveLength(1);
	expect((await doctor(env)).join('\n')).toContain('1 incidents, the last one restore');
});

it('puts nothing back that is no whole store of this ward', async () => {
	const { dataDir } = test.config;
	const file = join(dataDir, 'copy.sqlite');
	await backup(env, { to: file });
	const before = (await test.ward.checkHealth()).epoch;
	const text = join(dataDir, 'text.sqlite');
	writeFileSync(text, 'not a database, only words');
	const strange = join(dataDir, 'strange.sqlite');
	const other = new SqliteFile(strange);
	other.exec('create table cats (name text)');
	other.close();
	const cut = join(dataDir, 'cut.sqlite');
	writeFileSync(cut, readFileSync(file).subarray(0, 40_000));
	const keys = readFileSync(join(dataDir, 'keys.json'), 'utf8');
	await test.reopen(async () => {
		await expect(restore(env, { file: join(dataDir, 'nothing') })).rejects.toThrow('There is no file');
		for (const bad of [text, strange, cut])
			await expect(restore(env, { file: bad })).rejects.toThrow('cannot be put back');
		const swapped = JSON.stringify({ ...JSON.parse(keys), mac: Buffer.alloc(32, 1).toString('base64') });
		await expect(restore({ ...env, GOCUA_KEYS: swapped }, { file })).rejects.toThrow('keys are not the ones');
	});
	expect((await test.ward.checkHealth()).epoch).toBe(before);
});

eachEngine('a restore by other means', (engine) => {
	it('is declared without a file', async () => {
		const phone = await joinPhone(engine, KHANG);
		const { epoch } = (await phone.pull(0)).body;
		const { databaseUrl, dataDir } = engine.config;
		const place = { DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
		if (databaseUrl) {
			expect((await backup(place, {})).join('\n')).toContain('pg_dump');
			await expect(restore(place, { file: 'x' })).rejects.toThrow('pg_restore');
		}
		expect((await restore(place, {})).join('\n')).toContain('a new history begins');
		expect((await phone.pull(0)).body.epoch).not.toBe(epoch);
		expect(await (await engine.desk('huy')).listIncidents()).toMatchObject([{ kind: 'restore', count: null }]);
	});
});

it('completes the keys of an earlier version, keeps the old seal keys when it makes the yearly one', async () => {
	const path = join(test.config.dataDir, 'keys.json');
	const phone = await joinPhone(test, KHANG);
	const { entries } = await makeVisit(test, phone);
	const sealed = await phone.seal(entries);
	const before = JSON.parse(readFileSync(path, 'utf8'));
	const { epoch, wm } = (await phone.pull(0)).body;
	await test.reopen(async () => {
		expect((await rotateSealKey(env)).join('\n')).toContain('Start the ward again');
	});
	const after = JSON.parse(readFileSync(path, 'utf8'));
	expect(after.seal).toEqual([expect.anything(), ...before.seal]);
	expect({ ...after, seal: before.seal }).toEqual(before);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	// what was sealed to the old key still opens; the new one comes with the scope; the history stands
	expect((await phone.push(sealed, { epoch, wm })).body.res.map(({ s }) => s)).toEqual(['ok', 'ok']);
	const { scope } = (await phone.pull(0, { epoch, wm })).body;
	expect(scope?.keys.seal.kid).toBe(after.seal[0].kid);
	expect(scope?.keys.sign).toBe(phone.keys?.sign);
	expect((await phone.pull(0, { epoch, wm, scope: scope!.hash })).body.scope).toBeUndefined();

	const { seal: _, sign: __, ...old } = before;
	await test.reopen(async () => writeFileSync(path, JSON.stringify({ ...old, version: 1 })));
	const completed = JSON.parse(readFileSync(path, 'utf8'));
	expect(completed).toMatchObject({ ...old, version: 2, seal: [{ kid: expect.any(String) }] });
	expect((await phone.pull(0, { epoch, wm })).body.epoch).toBe(epoch);
});

it('says which key is missing, and hands the whole over where they do not lie in a file', async () => {
	const path = join(test.config.dataDir, 'keys.json');
	const whole = JSON.parse(readFileSync(path, 'utf8'));
	const { seal, sign, ...old } = whole;
	const read = (keys: object) => readKeys({ dataDir: '/nowhere', keys: JSON.stringify(keys) }, DAY);
	const bad = [
		{ ...old, version: 1 },
		{ ...whole, seal: [] },
		{ ...whole, seal: [seal[0], seal[0]] },
		{ ...whole, seal: [{ ...seal[0], kid: 'a b' }] },
		{ ...whole, seal: [{ ...seal[0], secret: 'AAAA' }] },
		{ ...whole, seal: [{ ...seal[0], secret: Buffer.alloc(32).toString('base64') }] },
		{ ...whole, seal: [null] },
		{ ...whole, sign: Buffer.alloc(32, 0xff).toString('base64') },
		{ ...whole, mac: '' },
		[]
	];
	for (const keys of bad) expect(() => read(keys)).toThrow('GOCUA_KEYS');
	const printed = await rotateSealKey({ ...env, GOCUA_KEYS: JSON.stringify({ ...old, version: 1 }) });
	const made = readKeys({ dataDir: '/nowhere', keys: printed.at(-1)! }, DAY);
	expect(made.seal).toHaveLength(1);
	expect(new Vault(made).checkOf('w')).toBe(new Vault(read(whole)).checkOf('w'));
	expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(whole);
	expect(sign).toBe(whole.sign);
	await expect(rotateSealKey({ DATA_DIR: join(test.config.dataDir, newId(test)) })).rejects.toThrow(
		'npm start makes it'
	);
});
