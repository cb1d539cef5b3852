// When a whole phone talks to the ward, and what it says of it.

import { describe, expect, it } from 'vitest';
import { setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { PIN } from '../../../tests/fixtures/device.ts';
import { CODE } from '../../../tests/fixtures/ward-server.ts';

const stage = setStage();
const { open, join, until, unlock, door } = stage;

describe('sync', () => {
	it('keeps everything and says why while the ward does not answer, then goes on by itself', async () => {
		const device = open();
		await join(device);
		for (const [body, code] of [
			['<html>', 'net.notWard'],
			['500', 'net.busy']
		] as const) {
			stage.server.mood = () => ({ status: code === 'net.busy' ? 500 : 200, body });
			take(await device.createHousehold(door({ number: body })));
			await until(device, () => device.sync.problem?.code === code);
		}
		expect(device.sync.waiting).toBe(2);
		stage.server.mood = null;
		device.page.goOnline();
		await until(device, () => device.sync.waiting === 0 && device.sync.problem === null);
		expect(stage.server.ward.look().records).toHaveLength(2);
	});

	it('begins at once where the phone holds nothing yet, and after its list is shown where it holds one', async () => {
		const first = open();
		await until(first, () => first.phase.kind === 'new');
		take(await first.join(take(await first.lookAtInvitation(CODE)), stage.now, PIN));
		expect(first.sync.isRunning).toBe(true);
		take(await first.syncNow());
		take(await first.createHousehold(door()));
		await first.close();
		const second = open();
		await unlock(second);
		expect(second.sync.isRunning).toBe(false);
		await until(second, () => second.sync.waiting === 0);
	});

	it('asks for nothing while it is hidden, and as soon as it is seen', async () => {
		const device = open();
		await join(device);
		await until(device, () => !device.sync.isRunning);
		device.page.hide();
		take(await device.createHousehold(door()));
		const asked = stage.server.asked.length;
		device.page.goOnline();
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(stage.server.asked.length).toBe(asked);
		device.page.show();
		await until(device, () => device.sync.waiting === 0);
	});

	it('learns how far the clock is off', async () => {
		stage.server.skewMs = -3 * 3600_000;
		const device = open();
		await join(device);
		expect(Math.abs(device.sync.clockOffsetMs + 3 * 3600_000)).toBeLessThan(5000);
		take(await device.createHousehold(door()));
		take(await device.syncNow());
		expect(device.sync.waiting).toBe(0);
	});
});
