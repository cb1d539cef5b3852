// Every way through joining, against a device that answers as it is told.

import { expect, test } from 'vitest';
import type { JoinOffer } from '$lib/device/device.ts';
import { fail, succeed, type Result } from '$lib/domain/problem.ts';
import { Join, type JoinDevice } from './join.svelte.ts';

const NOW = Date.UTC(2026, 10, 20, 1, 0);
const CODE = '0000-AAAA-1111-BBBB';
const OFFER: JoinOffer = {
	code: CODE,
	wardName: 'Phường Hòa An (giả định)',
	volunteerName: 'Lê Minh Khang',
	areas: ['Khu phố 3'],
	expiresAt: NOW + 600_000
};

function makeDevice() {
	const asked: unknown[][] = [];
	const device = {
		now: NOW,
		look: succeed(OFFER) as Result<JoinOffer>,
		joined: succeed(undefined) as Result<void>,
		asked,
		lookAtInvitation: async (code: string) => (asked.push(['look', code]), device.look),
		join: async (offer: JoinOffer, at: number, pin: string) => (
			asked.push(['join', offer.volunteerName, at, pin]),
			device.joined
		),
		readPersistence: async () => 'kept' as const
	};
	return device satisfies JoinDevice;
}

function typePin(join: Join, pin: string) {
	for (const digit of pin) join.addDigit(digit);
}

async function reachPin(join: Join) {
	join.type(CODE);
	await join.look();
	await join.confirm();
	join.pledge();
}

test('a code that is too short is not sent, and stays', async () => {
	const device = makeDevice();
	const join = new Join(device);
	join.type('0000-AAAA');
	await join.look();
	expect(join.isShort).toBe(true);
	expect(join.codeChars).toBe(8);
	expect(device.asked).toEqual([]);
	expect(join.code).toBe('0000-AAAA');
});

test.each(['join.badCode', 'join.used', 'join.expired', 'join.tooMany', 'net.offline', 'net.notWard'] as const)(
	'%s is told and the code stays in its field',
	async (code) => {
		const device = makeDevice();
		device.look = fail(code);
		const join = new Join(device);
		join.type(CODE);
		await join.look();
		expect(join.step).toBe('code');
		expect(join.problem?.code).toBe(code);
		expect(join.code).toBe(CODE);
		join.type(`${CODE.slice(0, -1)}C`);
		expect(join.problem).toBeNull();
	}
);

test('code, name, pledge, PIN twice: then the device joins with all four', async () => {
	const device = makeDevice();
	const join = new Join(device);
	await reachPin(join);
	typePin(join, '13572468');
	join.setPin();
	expect(join.step).toBe('pinAgain');
	typePin(join, '13572468');
	await join.repeatPin();
	expect(device.asked).toEqual([
		['look', CODE],
		['join', 'Lê Minh Khang', NOW, '13572468']
	]);
	expect(join.step).toBe('ready');
	expect(join.persistence).toBe('kept');
	expect(join.isGoingOn).toBe(true);
	expect(join.pin + join.pinAgain).toBe('');
	join.finish();
	expect(join.isGoingOn).toBe(false);
	expect(join.hasPledged).toBe(false);
});

test('nothing is joined before the pledge', async () => {
	const device = makeDevice();
	const join = new Join(device);
	join.type(CODE);
	await join.look();
	await join.make();
	expect(device.asked).toEqual([['look', CODE]]);
});

test('a short PIN may be added to, an easy one is thrown away', async () => {
	const join = new Join(makeDevice());
	await reachPin(join);
	typePin(join, '1357');
	join.setPin();
	expect(join.problem?.code).toBe('pin.tooShort');
	expect(join.pin).toBe('1357');
	typePin(join, '24');
	join.startPinOver();
	typePin(join, '123456');
	join.setPin();
	expect(join.problem?.code).toBe('pin.tooEasy');
	expect(join.pin).toBe('');
	expect(join.step).toBe('pin');
});

test('two different PINs: the second is asked again, the first stays', async () => {
	const device = makeDevice();
	const join = new Join(device);
	await reachPin(join);
	typePin(join, '13572468');
	join.setPin();
	typePin(join, '13572469');
	await join.repeatPin();
	expect(join.problem?.code).toBe('pin.mismatch');
	expect(join.step).toBe('pinAgain');
	expect(join.pin).toBe('13572468');
	join.eraseDigit();
	typePin(join, '13572468');
	await join.repeatPin();
	expect(join.step).toBe('ready');
});

test('a failed try keeps pledge and PIN: once more with the same code, or with another one', async () => {
	const device = makeDevice();
	const join = new Join(device);
	await reachPin(join);
	typePin(join, '13572468');
	join.setPin();
	typePin(join, '13572468');
	device.joined = fail('net.timeout');
	await join.repeatPin();
	expect(join.step).toBe('making');
	expect(join.problem?.code).toBe('net.timeout');

	device.joined = fail('join.used');
	await join.make();
	expect(join.problem?.code).toBe('join.used');

	device.joined = succeed(undefined);
	join.askCode();
	join.type('0000-AAAA-1111-CCCC');
	await join.look();
	await join.confirm();
	expect(join.step).toBe('ready');
});

test('an invitation for somebody else asks for pledge and PIN anew', async () => {
	const device = makeDevice();
	const join = new Join(device);
	await reachPin(join);
	typePin(join, '13572468');
	device.look = succeed({ ...OFFER, volunteerName: 'Trần Thị Mận' });
	join.askCode();
	await join.look();
	expect(join.hasPledged).toBe(false);
	expect(join.pin).toBe('');
	await join.confirm();
	expect(join.step).toBe('pledge');
});

test('back goes one step, and loses nothing', async () => {
	const join = new Join(makeDevice());
	await reachPin(join);
	typePin(join, '1357');
	const steps = [join.step];
	for (let i = 0; i < 3; i++) {
		join.goBack();
		steps.push(join.step);
	}
	expect(steps).toEqual(['pin', 'pledge', 'who', 'code']);
	expect(join.code).toBe(CODE);
	expect(join.pin).toBe('1357');
});
