// A file brought to the desk: taken once, whoever signed it, and nothing of it where it is not for this ward.

import { createHash, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { writeRescue } from '../contract/rescue.ts';
import { eachEngine, joinPhone, KHANG, makeVisit, pullAll } from '../../../tests/fixtures/ward.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

eachEngine('a rescue file at the desk', (test) => {
	it('is taken once, whoever brings it, and the phone that wrote it hears so later', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries, person } = await makeVisit(test, phone);
		const sealed = await phone.seal(entries);
		const text = await writeRescue([await phone.bundle(sealed)], hash);
		expect(text).not.toMatch(/Đinh|000185/);
		const desk = await test.desk('son');
		expect(await desk.importRescue(text)).toEqual({
			ok: true,
			value: { entries: 2, taken: 2, known: 0, aside: 0 }
		});
		expect(await desk.importRescue(text)).toMatchObject({ value: { taken: 0, known: 2 } });
		expect((await phone.push(sealed)).body.res.map(({ s }) => s)).toEqual(['dup', 'dup']);
		const rows = await pullAll(phone);
		expect(rows.filter(({ id }) => id === person)).toHaveLength(1);
		const line = { act: 'rescue.import', actorName: desk.staff.name, subject: KHANG, reason: '2' };
		expect((await desk.listAudit()).filter(({ act }) => act === line.act)).toMatchObject([line, line]);
	});

	it('is refused whole where a part of it is cut, changed, readable or for another ward', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries, person } = await makeVisit(test, phone);
		const good = await phone.bundle(await phone.seal(entries));
		const text = await writeRescue([good], hash);
		const desk = await test.desk('son');
		const other = await phone.bundle(await phone.seal(entries), { ward: randomUUID() });
		const tried = [
			['nothing', 'rescue.foreign'],
			[text.slice(0, -9), 'rescue.damaged'],
			[text.replace('"n":1', '"n":7'), 'rescue.damaged'],
			[await writeRescue([good, other], hash), 'rescue.otherWard'],
			[await writeRescue([good, await phone.bundle(entries)], hash), 'rescue.foreign']
		] as const;
		for (const [brought, code] of tried) expect(await desk.importRescue(brought)).toMatchObject({ problem: { code } });
		expect((await pullAll(phone)).some(({ id }) => id === person)).toBe(false);
	});

	it('is kept aside where no phone of the ward has signed it', async () => {
		const phone = await joinPhone(test, KHANG);
		const other = await joinPhone(test, KHANG);
		const { entries, person } = await makeVisit(test, phone);
		const forged = { ...(await other.bundle(await phone.seal(entries))), device: phone.device, cid: phone.cid };
		const answer = await (await test.desk('son')).importRescue(await writeRescue([forged as never], hash));
		expect(answer).toMatchObject({ ok: true, value: { taken: 0, aside: 2 } });
		expect((await pullAll(phone)).some(({ id }) => id === person)).toBe(false);
	});
});
