// The operator's tool: a real ward from nothing, keys that must fit, and a log that shows who touched it from outside.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { SqliteFile } from './db/sqlite-file.ts';
import { readDemoPassword } from './demo/sign-in.ts';
import { openWard } from './open.ts';
import { addStaff, addVolunteer, doctor, initWard } from './operator.ts';

let dataDir: string;
let env: Record<string, string>;
beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'gocua-operator-'));
	env = { DATA_DIR: dataDir, DEMO: '0' };
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const WARD = { ward: 'Phường Thử', name: 'Lưu Gia Khiêm', login: 'khiem', quarters: 'Khu phố 1, Khu phố 2' };

it('starts empty, says how to begin, and the first administrator signs in and invites', async () => {
	const empty = await openWard(readConfig(env));
	expect((await empty.describeStart()).join('\n')).toContain('npm run ward -- init');
	expect(await empty.listWards()).toEqual([]);
	const answer = await empty.signIn({ ward: null, username: 'a', password: 'b', address: '' });
	expect(answer).toMatchObject({ problem: { code: 'staff.badSignIn' } });
	await empty.close();

	const said = (await initWard(env, WARD)).join('\n');
	const password = /password (\S+)/.exec(said)![1]!;
	await addVolunteer(env, { name: 'Người Thử', quarters: 'khu pho 2' });
	const staff = (await addStaff(env, { name: 'Phan Thu Cúc', login: 'cuc', role: 'civilStatus' })).join('\n');
	expect(staff).toContain('civilStatus');

	const ward = await openWard(readConfig(env));
	const signedIn = await ward.signIn({ ward: null, username: 'khiem', password, address: '' });
	const desk = (await ward.openDesk(signedIn.ok ? signedIn.value.token : ''))!;
	expect((await desk.people.readAccount()).codeRequired, 'a ward of its own asks for a second step').toBe(true);
	const [volunteer] = await desk.listVolunteers();
	expect(volunteer).toMatchObject({ name: 'Người Thử', areas: ['Khu phố 2'] });
	expect((await desk.makeInvitation(volunteer!.id)).ok).toBe(true);
	expect((await ward.describeStart()).join('\n')).not.toContain('password');
	await ward.close();
	expect((await doctor(env)).join('\n')).toContain('store: ok');
});

it('names the option that is wrong', async () => {
	await expect(initWard(env, { ...WARD, ward: '' })).rejects.toThrow('--ward');
	await expect(addStaff(env, { name: 'x', login: 'y', role: 'leader' })).rejects.toThrow('init');
	await initWard(env, WARD);
	await expect(initWard(env, WARD)).rejects.toThrow('already');
	await expect(addStaff(env, { name: 'x', login: 'y', role: 'king' })).rejects.toThrow('--role takes one of');
	await expect(addStaff(env, { name: 'x', login: 'KHIÊM', role: 'leader' })).rejects.toThrow('--login');
	await expect(addVolunteer(env, { name: 'x', quarters: 'Khu phố 9' })).rejects.toThrow('Khu phố 1, Khu phố 2');
	await expect(addStaff(env, { name: 'x', login: 'y', role: 'leader', ward: 'Phường Khác' })).rejects.toThrow('--ward');
});

it('does not start with keys that are not the store’s', async () => {
	await (await openWard(readConfig({ DATA_DIR: dataDir }))).close();
	expect((await doctor(env)).join('\n')).toContain('log of');
	const keys = readFileSync(join(dataDir, 'keys.json'), 'utf8');
	rmSync(join(dataDir, 'keys.json'));
	await expect(doctor(env)).rejects.toThrow('keys.json');
	await expect(openWard(readConfig(env))).rejects.toThrow('keys are not the ones');
	await expect(openWard(readConfig({ ...env, GOCUA_KEYS: '{}' }))).rejects.toThrow('GOCUA_KEYS');
	writeFileSync(join(dataDir, 'keys.json'), 'not json');
	await expect(openWard(readConfig(env))).rejects.toThrow('keys.json');
	await (await openWard(readConfig({ ...env, GOCUA_KEYS: keys }))).close();
});

it.each([
	['a line that was taken away', 'delete from change where seq = 20'],
	['a version that was changed', 'update change set v = v + 1 where seq = 9'],
	['an entry that was swapped', `update entry set hash = 'x' where id = (select entry_id from change where seq = 5)`],
	['a store that was set back', 'delete from change where seq = (select max(seq) from change)']
])('sees %s', async (_what, sql) => {
	await (await openWard(readConfig({ DATA_DIR: dataDir }))).close();
	const db = new SqliteFile(join(dataDir, 'ward.sqlite'));
	db.exec(sql);
	db.close();
	await expect(doctor(env)).rejects.toThrow('changed from outside at step');
});

const line = (where: string) => `(select id from audit where seq > 0 order by seq ${where})`;

it.each([
	['a line that was changed', `update audit set reason = 'khác' where id = ${line('limit 1 offset 2')}`, 3],
	['a name that was put in', `update audit set actor_name = 'Ai đó' where id = ${line('limit 1 offset 1')}`, 2],
	['a line that was taken away', `delete from audit where id = ${line('limit 1 offset 2')}`, 3],
	['the last lines that were taken away', `delete from audit where id in ${line('desc limit 2')}`, 3],
	['a reason that was wiped', `update audit set reason = null where reason is not null`, 4],
	[
		'a chain that was cut and its head set back to what stood there then',
		`delete from audit where seq > 2;
		update audit_head set seq = 2, head = (select head from audit where seq = 2)`,
		3
	],
	['a chain that was wiped', `delete from audit; delete from audit_head`, 1]
])('sees in the audit %s', async (_what, sql, at) => {
	const ward = await openWard(readConfig({ DATA_DIR: dataDir }));
	const password = readDemoPassword(dataDir)!;
	const signedIn = await ward.signIn({ ward: null, username: 'huy', password, address: '' });
	const desk = (await ward.openDesk(signedIn.ok ? signedIn.value.token : ''))!;
	const [row] = (await desk.listHouseholds({ search: 'giang ha' })).rows;
	const door = (await desk.readHousehold(row!.household.id))!;
	const person = door.people.find((one) => one.idTail)!;
	expect((await desk.revealNumber(person.id, 'Đối chiếu hồ sơ')).ok).toBe(true);
	await ward.close();
	expect((await doctor(env)).join('\n')).toMatch(/audit of 4 lines whole/);
	const db = new SqliteFile(join(dataDir, 'ward.sqlite'));
	db.exec(sql);
	db.close();
	await expect(doctor(env)).rejects.toThrow(
		`The audit of Phường Hòa An (giả định) was changed from outside at line ${at}`
	);
});
