// What takes away everything readable on a phone, and what stays: security.md 5.2, faults 22 and 46 to 49 of sync.md.

import { describe, expect, it, vi } from 'vitest';
import { setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { Browser, makeTools, PIN } from '../../../tests/fixtures/device.ts';
import { expectErased, fill, foresee, keepsSilent, sealToWard } from '../../../tests/fixtures/filled-phone.ts';
import { readProfiles, readRows } from '../../../tests/fixtures/phone-disk.ts';
import { CODE } from '../../../tests/fixtures/ward-server.ts';
import { newId } from '../../../tests/storage/samples.ts';
import type { VolunteerId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { problem } from '../domain/problem.ts';
import { openDevice, type Device } from './device.ts';
import { openDirectory } from './directory.ts';

const HOUR_MS = 3600_000;
const WRONG_PIN = '111222';

const stage = setStage();
const { open, reach, door } = stage;

async function guessWrong(device: Device, times: number): Promise<void> {
	for (let i = 0; i < times; i++) {
		await device.unlock(WRONG_PIN);
		stage.now += HOUR_MS;
	}
}

describe('ten wrong PINs (fault 48)', () => {
	it('erase what can be read, after the ninth still nothing; what is sealed to the ward stays', async () => {
		await fill(stage);
		const [profile] = await readProfiles(stage.browser);
		await sealToWard(stage, profile!);
		const { stays, waiting, lost } = await foresee(stage, profile!);
		const [device, other] = [open(), open()];
		await reach(device, 'locked');
		await reach(other, 'locked');
		await guessWrong(device, 9);
		expect(device.phase.kind).toBe('locked');
		expect((await readRows(stage.browser, `gocua-${profile!.id}`, 'record')).length).toBe(2);
		await guessWrong(device, 1);
		for (const tab of [device, other]) {
			await reach(tab, 'erased');
			expect(tab.phase).toEqual({ kind: 'erased', reason: 'wrongPins', waiting, lost });
			expect(await tab.unlock(PIN)).toMatchObject({ ok: false });
		}
		expect(stays.length).toBeGreaterThan(0);
		await expectErased(stage, profile!.id, stays);
		const again = open();
		await reach(again, 'erased');
	});

	it('are forgiven by the right one in between', async () => {
		await fill(stage);
		const device = open();
		await reach(device, 'locked');
		await guessWrong(device, 9);
		take(await device.unlock(PIN));
		await device.lock();
		await guessWrong(device, 1);
		expect(device.phase).toMatchObject({ kind: 'locked', wrongPins: 1 });
		stage.now += HOUR_MS;
		take(await device.unlock(PIN));
		expect(device.book.households.size).toBe(2);
	});

	it('count also when the tab was closed over the tenth', async () => {
		await fill(stage);
		const device = open();
		await reach(device, 'locked');
		await guessWrong(device, 9);
		await device.close();
		let isAsked = () => {};
		const asked = new Promise<void>((resolve) => (isAsked = resolve));
		const dying = openDevice(stage.toolsOf({ hashPin: () => (isAsked(), new Promise(() => {})) }));
		await reach(dying, 'locked');
		void dying.unlock(WRONG_PIN);
		await asked;
		await reach(open(), 'erased');
	});
});

describe('an erase that was cut off', () => {
	it('after the wraps reads nothing, and is finished by the next start', async () => {
		await fill(stage);
		const [profile] = await readProfiles(stage.browser);
		const { stays } = await foresee(stage, profile!);
		const directory = openDirectory(stage.browser.engine);
		await directory.retireCurrent(() => ({ at: stage.now, reason: 'revoked' }));
		directory.close();
		expect((await readRows(stage.browser, `gocua-${profile!.id}`, 'record')).length).toBe(2);
		expect((await readProfiles(stage.browser))[0]).toMatchObject({ wraps: [], retired: { isSwept: false } });
		await reach(open(), 'erased');
		await expectErased(stage, profile!.id, stays);
		expect((await readProfiles(stage.browser))[0]).toMatchObject({ retired: { isSwept: true, reason: 'revoked' } });
	});

	it('lets no tab that slept through it write', async () => {
		await fill(stage);
		const [profile] = await readProfiles(stage.browser);
		const { stays } = await foresee(stage, profile!);
		const asleep = open();
		await reach(asleep, 'locked');
		take(await asleep.unlock(PIN));
		const deaf = openDirectory(stage.browser.engine);
		await deaf.retireCurrent(() => ({ at: stage.now, reason: 'revoked' }));
		deaf.close();
		asleep.page.hide();
		// A start that says nothing to the others.
		const quiet = openDevice(makeTools(stage.browser, stage.server.origin, { page: new Browser().openPage() }));
		await reach(quiet, 'erased');
		await quiet.close();
		expect(await asleep.createHousehold(door({ lane: 'x' }))).toMatchObject({
			ok: false,
			problem: { code: 'vault.locked' }
		});
		await expectErased(stage, profile!.id, stays);
	});
});

describe('the ward withdraws the phone (faults 22, F007)', () => {
	it('erases at the first contact, in every tab', async () => {
		await fill(stage);
		const [profile] = await readProfiles(stage.browser);
		const { stays } = await foresee(stage, profile!);
		const [device, other] = [open(), open()];
		await reach(device, 'locked');
		await reach(other, 'locked');
		take(await device.unlock(PIN));
		take(await other.unlock(PIN));
		stage.server.isRevoked = true;
		stage.server.mood = null;
		await device.syncNow();
		for (const tab of [device, other]) {
			await reach(tab, 'erased');
			expect(tab.phase).toMatchObject({ reason: 'revoked' });
			expect(tab.book.households.size).toBe(0);
			expect(tab.me).toBeNull();
		}
		await expectErased(stage, profile!.id, stays);
	});

	it('erases a locked phone with nothing to send, when it is looked at next', async () => {
		await fill(stage);
		const device = open();
		await reach(device, 'locked');
		take(await device.unlock(PIN));
		stage.server.mood = null;
		take(await device.syncNow());
		await device.lock();
		await reach(device, 'locked');
		stage.server.isRevoked = true;
		// what looks after a locked phone is loaded first
		await vi.waitFor(
			() => {
				stage.now += LIMIT.knockAfterMs;
				device.page.hide();
				device.page.show();
				expect(device.phase).toMatchObject({ kind: 'erased', reason: 'revoked', waiting: 0 });
			},
			{ timeout: 5_000 }
		);
	});

	it('is not believed from anybody else', async () => {
		await fill(stage);
		const device = open();
		await reach(device, 'locked');
		const body = JSON.stringify({ problem: problem('net.revoked'), now: stage.now });
		stage.server.mood = () => ({ status: 403, type: 'application/json', body });
		take(await device.unlock(PIN));
		expect(await device.syncNow()).toMatchObject({ ok: false, problem: { code: 'net.notWard' } });
		expect(device.phase.kind).toBe('open');
		expect(device.book.households.size).toBe(2);
	});
});

describe('leaving and joining anew (faults 46, 47, 49)', () => {
	it('leaves an empty phone, and the sealed entries of who left', async () => {
		await fill(stage);
		const [profile] = await readProfiles(stage.browser);
		await sealToWard(stage, profile!);
		const { stays, waiting, lost } = await foresee(stage, profile!);
		const device = open();
		await reach(device, 'locked');
		expect(take(await device.countWaiting())).toEqual({ sealed: waiting, readable: lost, lost: 0 });
		take(await device.leave());
		expect(device.phase.kind).toBe('new');
		expect(take(await device.countWaiting())).toEqual({ sealed: 0, readable: 0, lost: 0 });
		await expectErased(stage, profile!.id, stays);
		await reach(open(), 'new');
	});

	it('after a forgotten PIN brings everything that the ward has, in a database of its own', async () => {
		await fill(stage);
		const [former] = await readProfiles(stage.browser);
		await sealToWard(stage, former!);
		const { stays } = await foresee(stage, former!);
		const [device, other] = [open(), open()];
		await reach(device, 'locked');
		await reach(other, 'locked');
		stage.server.inviteAnew();
		stage.server.mood = null;
		await stage.joinAnew(device);
		expect([...device.book.households.values()].map(({ lane }) => lane)).toContain('ngõ Riêng');
		await expectErased(stage, former!.id, stays);
		const directory = openDirectory(stage.browser.engine);
		expect(await directory.listFormer()).toMatchObject([
			{ id: former!.id, device: former!.device, retired: { at: stage.now, reason: 'replaced', isSwept: true } }
		]);
		expect((await directory.readCurrent())?.id).not.toBe(former!.id);
		directory.close();
		await device.lock();
		await reach(other, 'locked');
		take(await other.unlock(PIN));
	});

	it('as somebody else gives that one a database of their own, and the first one nothing to read', async () => {
		await fill(stage);
		const [former] = await readProfiles(stage.browser);
		await sealToWard(stage, former!);
		const { stays } = await foresee(stage, former!);
		const device = open();
		await reach(device, 'locked');
		const second = newId<VolunteerId>();
		stage.server.inviteAnew(second);
		stage.server.mood = null;
		await stage.joinAnew(device);
		expect(device.me?.volunteer.id).toBe(second);
		expect(device.sync.waiting).toBe(0);
		await expectErased(stage, former!.id, stays);
		expect(await readProfiles(stage.browser)).toHaveLength(2);
	});

	it('goes on from an erased phone', async () => {
		await fill(stage);
		const device = open();
		await reach(device, 'locked');
		await guessWrong(device, 10);
		await reach(device, 'erased');
		stage.server.inviteAnew();
		stage.server.mood = null;
		await stage.joinAnew(device);
		expect(device.phase.kind).toBe('open');
		expect(device.book.households.size).toBeGreaterThan(0);
	});

	it('touches nothing while the code is not taken', async () => {
		await fill(stage);
		const device = open();
		await reach(device, 'locked');
		const offer = take(await device.lookAtInvitation(CODE));
		stage.server.mood = (path) => (path === '/api/v1/join' ? 'cut' : keepsSilent(path));
		expect(await device.join(offer, stage.now, '908172')).toMatchObject({ ok: false });
		take(await device.unlock(PIN));
		expect(device.book.households.size).toBe(2);
	});
});
