// A code of the ward becomes an open phone, or nothing at all.

import { describe, expect, it } from 'vitest';
import { setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { PIN } from '../../../tests/fixtures/device.ts';
import { CODE, VOLUNTEER_NAME, WARD_NAME } from '../../../tests/fixtures/ward-server.ts';

const stage = setStage();
const { open, join, until } = stage;

describe('joining', () => {
	it('ends open, knowing who works here, with a vault that the PIN opens', async () => {
		const device = open();
		expect(device.phase).toEqual({ kind: 'starting' });
		await join(device);
		expect(device.phase).toEqual({ kind: 'open' });
		expect(device.me).toMatchObject({ volunteer: { name: VOLUNTEER_NAME }, ward: { name: WARD_NAME } });
		expect(device.book.areas).toMatchObject([{ id: stage.server.area, assigned: true }]);
		await device.lock();
		expect(device.phase).toEqual({ kind: 'locked', wrongPins: 0, waitMs: 0 });
		expect(device.me).toBeNull();
		expect(device.book.areas).toEqual([]);
		take(await device.unlock(PIN));
		expect(device.me?.volunteer.name).toBe(VOLUNTEER_NAME);
	});

	it('refuses a code that is none without asking, a wrong one, and a weak PIN before the code is used up', async () => {
		const device = open();
		await until(device, () => device.phase.kind === 'new');
		expect(await device.lookAtInvitation('1234')).toMatchObject({ ok: false, problem: { code: 'join.badCode' } });
		expect(stage.server.asked).toHaveLength(0);
		expect(await device.lookAtInvitation('0000-KHEK-A000-0002')).toMatchObject({ problem: { code: 'join.badCode' } });
		const offer = take(await device.lookAtInvitation('gocua:0000-khek-a000-ooo1'));
		for (const [pin, code] of [
			['1234', 'pin.tooShort'],
			['123456', 'pin.tooEasy']
		] as const)
			expect(await device.join(offer, stage.now, pin)).toMatchObject({ ok: false, problem: { code } });
		expect(stage.server.asked.map(({ path }) => path)).toEqual(['/api/v1/join/look', '/api/v1/join/look']);
		expect(device.phase.kind).toBe('new');
	});

	it('is the same phone to the ward when the answer was lost and the app closed', async () => {
		const device = open();
		await until(device, () => device.phase.kind === 'new');
		const offer = take(await device.lookAtInvitation(CODE));
		stage.server.mood = (path) => (path === '/api/v1/join' ? 'cut' : null);
		expect(await device.join(offer, stage.now, PIN)).toMatchObject({ ok: false, problem: { code: 'net.offline' } });
		expect(device.phase.kind).toBe('new');
		await device.close();
		stage.server.mood = null;
		await join(open());
		const keys = stage.server.asked.filter(({ path }) => path === '/api/v1/join').map(({ body }) => JSON.parse(body));
		expect(keys[1]).toMatchObject({ cid: keys[0].cid, publicKey: keys[0].publicKey });
	});

	it('tells the other tabs', async () => {
		const [one, other] = [open(), open()];
		await join(one);
		await until(other, () => other.phase.kind === 'locked');
	});

	it('says so when the browser keeps nothing', async () => {
		const device = open({ engine: { indexedDB: undefined as never, IDBKeyRange: undefined as never } });
		await until(device, () => device.phase.kind !== 'starting');
		expect(device.phase).toMatchObject({ kind: 'broken', problem: { code: 'store.failed' } });
	});
});
