// The sealed outbox of a whole phone, on its way to the ward while nothing on the phone can be read: locked, shut out, left
// or carried by another one.

import { expect, it, vi } from 'vitest';
import { offline, setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { PIN } from '../../../tests/fixtures/device.ts';
import { readOutbox, readProfile } from '../../../tests/fixtures/phone-disk.ts';
import { CODE } from '../../../tests/fixtures/ward-server.ts';
import { newId } from '../../../tests/storage/samples.ts';
import { sendFormer, sendSealed } from './courier.ts';
import { openLink } from './link.ts';
import { makeDeviceKeys } from './vault.ts';

const stage = setStage();
const { open, join, reachSlowly: reach, door } = stage;
const arrived = () => stage.server.ward.look().entries.map(({ entry }) => entry.p['number']);

it('leaves while the phone is locked, after a restart, too, and is settled at the next unlock', async () => {
	const device = open();
	await join(device);
	stage.server.mood = offline;
	const household = take(await device.createHousehold(door({ number: '7' })));
	await device.lock();
	await device.close();
	const later = open({ unitRandom: () => 0 });
	await reach(later, 'locked');
	stage.server.mood = null;
	later.page.goOnline();
	await vi.waitFor(() => expect(arrived()).toEqual(['7']), { timeout: 5_000 });
	await vi.waitFor(async () => expect((await readOutbox(stage.browser))[0]!.state).toBe('closed'));
	expect(later.phase.kind).toBe('locked');
	take(await later.unlock(PIN));
	take(await later.syncNow());
	expect(later.book.stateOf(household)).toEqual({ state: 'received', receipt: 1 });
	expect(later.sync).toMatchObject({ waiting: 0, received: 1, problem: null });
	expect(stage.server.ward.look().changes).toHaveLength(1);
});

it('is deposited by a phone that was shut out, and only the ward’s own proof shuts it out', async () => {
	const device = open();
	await join(device);
	stage.server.mood = offline;
	take(await device.createHousehold(door({ number: '7' })));
	const refusal = JSON.stringify({ problem: { code: 'net.revoked', retry: false }, proof: 'x'.repeat(86) });
	stage.server.mood = () => ({ status: 403, type: 'application/json', headers: { 'x-ward-sync': '1' }, body: refusal });
	expect(await device.syncNow()).toMatchObject({ ok: false, problem: { code: 'net.unauthorized' } });
	expect(device.book.households.size).toBe(1);
	stage.server.mood = null;
	stage.server.isRevoked = true;
	expect(await device.syncNow()).toMatchObject({ ok: false, problem: { code: 'net.revoked' } });
	await device.close();
	expect(await sendSealed(await readProfile(stage.browser), stage.toolsOf())).toMatchObject({
		ok: false,
		problem: { code: 'net.revoked' }
	});
	expect((await readOutbox(stage.browser)).map(({ state }) => state)).toEqual(['closed']);
	expect(stage.server.ward.look()).toMatchObject({ records: [], asides: [{ why: 'entry.deposited' }] });
});

it('is carried by another phone where the ward takes nothing more from its writer, whole and signed', async () => {
	const device = open();
	await join(device);
	stage.server.mood = offline;
	take(await device.createHousehold(door({ number: '7' })));
	await device.close();
	stage.server.mood = null;
	const profile = await readProfile(stage.browser);
	const [row] = await readOutbox(stage.browser);
	const { keys } = await makeDeviceKeys();
	const wardKey = () => stage.server.keys.keys.sign;
	const carrier = openLink(stage.toolsOf(), {
		ward: stage.server.wardId,
		device: stage.server.device,
		key: profile.keys.signing,
		clockOffsetMs: 0,
		wardKey
	});
	// Its own key is not known to the ward (any more).
	const former = { ...profile, keys: { ...profile.keys, signing: keys.signing } };
	const sent = await sendFormer(former, carrier, stage.toolsOf());
	carrier.close();
	expect(sent).toMatchObject({ ok: true });
	const { bundle } = JSON.parse(stage.server.asked.findLast(({ path }) => path.endsWith('/carry'))!.body);
	expect(bundle).toMatchObject({ device: profile.device, entries: [{ id: row!.id, body: { alg: 'hpke' } }] });
	expect((await readOutbox(stage.browser)).map(({ state }) => state)).toEqual(['closed']);
	expect(stage.server.ward.look().entries).toHaveLength(1);
});

it.each(['/carry', '/reconcile'])(
	'leaves with the next good round where %s was out of reach when somebody else opened the phone',
	async (blocked) => {
		const first = open();
		await join(first);
		take(await first.createHousehold(door({ number: '6' })));
		take(await first.syncNow());
		stage.server.mood = offline;
		take(await first.createHousehold(door({ number: '7' })));
		take(await first.leave());
		stage.server.inviteAnew(newId());
		stage.server.mood = (path) => (path.endsWith(blocked) ? offline() : null);
		await reach(first, 'new');
		take(await first.join(take(await first.lookAtInvitation(CODE)), stage.now, PIN));
		await vi.waitFor(() => expect(stage.server.asked.some(({ path }) => path.endsWith(blocked))).toBe(true));
		expect(arrived()).toEqual(['6']);
		stage.server.mood = null;
		take(await first.syncNow());
		await vi.waitFor(() => expect(arrived()).toEqual(['6', '7']), { timeout: 5_000 });
		// Seen off: no round asks for it any more.
		take(await first.syncNow());
		const before = stage.server.asked.length;
		take(await first.syncNow());
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(stage.server.asked.slice(before).map(({ path }) => path)).toEqual(['/api/v1/sync/pull']);
	}
);
