// The week for which the ward lends a phone its records, and what is left of them after it.

import { describe, expect, it } from 'vitest';
import { setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { PIN } from '../../../tests/fixtures/device.ts';
import { fill } from '../../../tests/fixtures/filled-phone.ts';
import { readProfiles, readRows } from '../../../tests/fixtures/phone-disk.ts';
import { LIMIT } from '../domain/limit.ts';
import type { OutboxRow } from './db.ts';

const stage = setStage();
const { open, reach } = stage;

describe('a week without the ward', () => {
	it('takes its records off the phone before the PIN; what is unsent stays and the rest comes again', async () => {
		await fill(stage);
		const [profile] = await readProfiles(stage.browser);
		stage.now += LIMIT.leaseMs;
		stage.server.mood = () => ({ status: 503, body: '' });
		const device = open();
		await reach(device, 'locked');
		await expect.poll(() => readRows(stage.browser, `gocua-${profile!.id}`, 'record')).toHaveLength(1);
		take(await device.unlock(PIN));
		expect([...device.book.households.values()].map(({ lane }) => lane)).toEqual(['hẻm Bí Mật']);
		expect(device.sync).toMatchObject({ waiting: 1, received: 0 });
		expect(await device.readDraft('form')).not.toBeNull();
		const closed = (await readRows<OutboxRow>(stage.browser, `gocua-${profile!.id}`, 'outbox')).filter(
			(row) => row.state === 'closed'
		);
		expect(closed.map(({ c }) => c.length)).toEqual([0]);
		stage.server.mood = null;
		stage.server.skewMs = LIMIT.leaseMs;
		take(await device.syncNow());
		expect(device.sync).toMatchObject({ waiting: 0, received: 2 });
		expect(device.book.households.size).toBe(2);
	});

	it('is not over a moment before', async () => {
		await fill(stage);
		const [profile] = await readProfiles(stage.browser);
		const { lastSuccessAt } = (await readRows<any>(stage.browser, `gocua-${profile!.id}`, 'meta')).find(
			({ k }) => k === 'state'
		).value;
		stage.now = lastSuccessAt + LIMIT.leaseMs - 1;
		const device = open();
		await reach(device, 'locked');
		take(await device.unlock(PIN));
		expect(device.book.households.size).toBe(2);
	});
});
