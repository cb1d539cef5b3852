// What opens a phone and what locks it, in one tab and in all of them.

import { describe, expect, it } from 'vitest';
import { setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { PIN } from '../../../tests/fixtures/device.ts';
import { openDevice } from './device.ts';

const MINUTE_MS = 60_000;

const stage = setStage();
const { open, join, until, unlock, door } = stage;

describe('the PIN', () => {
	it('has to wait longer after each wrong one from the fifth on, also after the app was closed', async () => {
		const first = open();
		await join(first);
		await first.close();
		const device = open();
		await until(device, () => device.phase.kind === 'locked');
		for (let wrong = 1; wrong <= 4; wrong++) {
			expect(await device.unlock('111222')).toMatchObject({ ok: false, problem: { code: 'pin.wrong' } });
			expect(device.phase).toEqual({ kind: 'locked', wrongPins: wrong, waitMs: 0 });
		}
		for (const [wrongPins, minutes] of [
			[5, 1],
			[6, 5],
			[7, 15],
			[8, 60],
			[9, 60]
		] as const) {
			expect(await device.unlock('111222')).toMatchObject({
				problem: { code: 'pin.wrong', waitMs: minutes * MINUTE_MS }
			});
			expect(device.phase).toEqual({ kind: 'locked', wrongPins, waitMs: minutes * MINUTE_MS });
			stage.now += minutes * MINUTE_MS - 1;
			// The right one is not even tried, here or in a tab that was opened anew.
			for (const tab of [device, open()]) {
				await until(tab, () => tab.phase.kind === 'locked');
				expect(await tab.unlock(PIN)).toMatchObject({ ok: false, problem: { code: 'pin.wait', waitMs: 1 } });
			}
			stage.now += 1;
		}
		take(await device.unlock(PIN));
		await device.lock();
		expect(device.phase).toEqual({ kind: 'locked', wrongPins: 0, waitMs: 0 });
	});

	it('counts an attempt that was cut off', async () => {
		const first = open();
		await join(first);
		await first.close();
		let isAsked = () => {};
		const asked = new Promise<void>((resolve) => (isAsked = resolve));
		const dying = openDevice(
			stage.toolsOf({
				hashPin: () => {
					isAsked();
					return new Promise(() => {});
				}
			})
		);
		await until(dying, () => dying.phase.kind === 'locked');
		void dying.unlock('111222');
		await asked;
		const device = open();
		await until(device, () => device.phase.kind === 'locked');
		expect(device.phase).toMatchObject({ wrongPins: 1 });
	});

	it('is not counted as wrong when it could not be tried', async () => {
		const first = open();
		await join(first);
		await first.close();
		const device = open({ hashPin: () => Promise.reject(new RangeError('no memory')) });
		await until(device, () => device.phase.kind === 'locked');
		expect(await device.unlock(PIN)).toMatchObject({ ok: false, problem: { code: 'store.failed' } });
		await unlock(open());
	});
});

describe('locking', () => {
	it('on demand locks every tab and leaves nothing to read', async () => {
		const [one, other] = [open(), open()];
		await join(one);
		await unlock(other);
		const household = take(await one.createHousehold(door()));
		await one.lock();
		for (const tab of [one, other]) {
			await until(tab, () => tab.phase.kind === 'locked');
			expect(tab.book.households.size).toBe(0);
			expect(tab.me).toBeNull();
			expect(await tab.createHousehold(door())).toMatchObject({ ok: false, problem: { code: 'vault.locked' } });
			expect(await tab.syncNow()).toMatchObject({ ok: false, problem: { code: 'vault.locked' } });
			await expect(tab.writeDraft('a', 1)).rejects.toMatchObject({ problem: { code: 'vault.locked' } });
		}
		take(await one.unlock(PIN));
		expect(one.book.households.has(household)).toBe(true);
		expect(other.phase.kind).toBe('locked');
	});

	it('finishes a save that is under way', async () => {
		const device = open();
		await join(device);
		const saved = device.createHousehold(door());
		await device.lock();
		const household = take(await saved);
		take(await device.unlock(PIN));
		expect(device.book.households.has(household)).toBe(true);
	});

	it('comes by itself after 2 minutes hidden, seen at the return at the latest', async () => {
		const device = open();
		await join(device);
		device.page.hide();
		stage.now += 2 * MINUTE_MS - 1;
		device.page.show();
		expect(device.phase.kind).toBe('open');
		device.page.hide();
		stage.now += 2 * MINUTE_MS;
		device.page.show();
		expect(device.phase.kind).toBe('locked');
	});

	it('comes by itself after 5 minutes without a touch', async () => {
		const device = open();
		await join(device);
		stage.now += 5 * MINUTE_MS - 1;
		device.noteActivity();
		stage.now += 5 * MINUTE_MS - 1;
		device.noteActivity();
		expect(device.phase.kind).toBe('open');
		stage.now += 5 * MINUTE_MS;
		device.noteActivity();
		expect(device.phase.kind).toBe('locked');
	});
});
