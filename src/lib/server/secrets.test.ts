// What lies on the disk: nothing that a thief of the files could use without the keys.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { joinPhone, KHANG, makeVisit, newId, openTestWard, type TestWard } from '../../../tests/fixtures/ward.ts';
import { DEMO_HOUSES } from './demo/people.ts';
import { readDemoPassword } from './demo/sign-in.ts';

let test: TestWard;
beforeEach(async () => void (test = await openTestWard()));
afterEach(() => test.close());

it('no personal number, code or password stands in a file of the store, and no other user may read one', async () => {
	const phone = await joinPhone(test, KHANG);
	const { entries, household } = await makeVisit(test, phone);
	const flag = { code: 'DF-02', field: 'personalId', onCard: '000185000177', onPaper: '000185000178', source: 'self' };
	await phone.push([
		...entries,
		phone.entry('visit.add', newId(test), { household, seenAt: 1, outcome: 'informed', flags: [flag] }),
		phone.entry('person.set', newId(test), { personalId: '000185000188' }),
		phone.entry('person.add', newId(test), { name: '', personalId: '000185000166' })
	]);
	const code = await test.invite(KHANG);
	const { dataDir } = test.config;
	const password = readDemoPassword(dataDir)!;
	const store = readdirSync(dataDir).filter((file) => file.startsWith('ward.sqlite'));
	expect(store).toContain('ward.sqlite-wal');
	const text = store.map((file) => readFileSync(join(dataDir, file), 'latin1')).join('');
	expect(text).toContain(household);
	expect(DEMO_HOUSES.flatMap((house) => house.people).filter((person) => person.number).length).toBeGreaterThan(15);
	expect(text.match(/000[0-9]{9}/)?.[0]).toBeUndefined();
	for (const secret of [code.slice(4), password]) expect(text.includes(secret)).toBe(false);
	for (const file of readdirSync(dataDir)) expect(statSync(join(dataDir, file)).mode & 0o777, file).toBe(0o600);
});
