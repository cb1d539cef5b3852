// Somebody stands between the phone and the ward and shows a certificate that nobody trusts. Whatever it would answer, it
// is never heard, and it hears nothing.

import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeCertificate } from '../../../tests/fixtures/certificate.ts';
import { take } from '../../../tests/fixtures/device-stage.ts';
import { Browser, makeTools, PIN } from '../../../tests/fixtures/device.ts';
import { CODE, WardServer } from '../../../tests/fixtures/ward-server.ts';
import { openDevice, type Device } from './device.ts';

const DAY_MS = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY_MS);

let ward: WardServer;
let device: Device;
/** Where the phone's requests end up. */
let origin: string;

beforeEach(async () => {
	ward = await WardServer.open();
	origin = ward.origin;
	const toWhoever: typeof fetch = (address, init) => fetch(String(address).replace(ward.origin, origin), init);
	device = openDevice(makeTools(new Browser(), ward.origin, { fetch: toWhoever }));
	await vi.waitFor(() => expect(device.phase.kind).toBe('new'));
	take(await device.join(take(await device.lookAtInvitation(CODE)), Date.now(), PIN));
	take(await device.syncNow());
});
afterEach(async () => {
	await device.close();
	await ward.close();
});

const STRANGERS = {
	'signed by itself': () => createServer(makeCertificate('127.0.0.1', day(-1), day(90)), lie),
	'of another name': () => createServer(makeCertificate('ward.example.vn', day(-1), day(90)), lie),
	'over, as it looks to a clock that is years ahead': () =>
		createServer(makeCertificate('127.0.0.1', day(-90), day(-1)), lie),
	'not begun, as it looks to a clock that is years behind': () =>
		createServer(makeCertificate('127.0.0.1', day(30), day(90)), lie),
	'none at all: the line is not encrypted where it should be': () => createHttpServer(lie)
};

let heard: string[] = [];

/** Takes everything, as a ward would. */
function lie({ url }: IncomingMessage, response: ServerResponse): void {
	heard.push(url ?? '');
	const answer = { epoch: 'x', wm: 'x', now: Date.now(), res: [], rows: [], cur: 0, more: false };
	response.writeHead(200, { 'content-type': 'application/json', 'x-ward-sync': '1' }).end(JSON.stringify(answer));
}

/** Whoever does not mind the certificate gets an answer. */
function askCarelessly(address: string): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const asking = request(address, { rejectUnauthorized: false }, (answer) => {
			answer.resume();
			resolve(answer.statusCode);
		});
		asking.on('error', reject).end();
	});
}

it.each(Object.keys(STRANGERS) as (keyof typeof STRANGERS)[])(
	'fault 20: a certificate that is %s counts as no network, and nothing is lost',
	async (kind) => {
		const stranger = STRANGERS[kind]();
		await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
		origin = `https://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
		if (!kind.startsWith('none')) expect(await askCarelessly(origin)).toBe(200);
		heard = [];
		take(await device.createHousehold({ area: ward.area, lane: 'ngõ Thử', number: '1', kind: 'ordinary' }));
		expect(await device.syncNow()).toMatchObject({ ok: false, problem: { code: 'net.offline' } });
		expect(heard).toEqual([]);
		expect(device.sync).toMatchObject({ waiting: 1, problem: { code: 'net.offline' } });
		expect(ward.ward.look().entries).toEqual([]);

		origin = ward.origin;
		take(await device.syncNow());
		expect(device.sync).toMatchObject({ waiting: 0, problem: null });
		expect(ward.ward.look().entries).toHaveLength(1);
		stranger.closeAllConnections();
		await new Promise((resolve) => stranger.close(resolve));
	}
);
