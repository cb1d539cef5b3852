// A phone that is set to another zone, or to one with summer time: what it writes are instants, and its days are the ward's.

import { afterEach, expect, it, vi } from 'vitest';
import { take } from '../../../tests/fixtures/device-stage.ts';
import { Browser, makeTools, PIN } from '../../../tests/fixtures/device.ts';
import { CODE, WardServer } from '../../../tests/fixtures/ward-server.ts';
import { addDays, dayAt, daysBetween, formatClock, parseTypedDay, weekdayOf, type Day } from '../domain/day.ts';
import type { HouseholdId } from '../domain/id.ts';
import { decideCountdown } from '../domain/ladder.ts';
import { openDevice, type Device } from './device.ts';

const HOUR_MS = 3600_000;
/** Often enough that the phone does not lock itself. */
const STEP_MS = 3 * 60_000;
/** The hours around which these zones put their clocks forward or back in 2026. */
const SWITCHES = ['2026-03-08T07:00:00Z', '2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-11-01T06:00:00Z'];
const ZONES = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Europe/London', 'Pacific/Chatham', 'Asia/Kathmandu'];

const zoneBefore = process.env['TZ'];
const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
	if (zoneBefore === undefined) delete process.env['TZ'];
	else process.env['TZ'] = zoneBefore;
	for (const one of opened.splice(0).reverse()) await one.close();
});

/** What is worked out from instants and days, half-hour by half-hour through each switch. */
function workOut(): unknown[] {
	return SWITCHES.flatMap((text) =>
		Array.from({ length: 96 }, (_, i) => {
			const at = Date.parse(text) + (i - 48) * (HOUR_MS / 2);
			const day = dayAt(at);
			const standing = {
				state: 'l2Approved',
				on: day,
				approvedOn: addDays(day, -3),
				evidence: 'declared',
				observer: 'v'
			};
			return [
				...[day, formatClock(at), weekdayOf(day), addDays(day, 30), daysBetween('2026-01-01' as Day, day)],
				...[parseTypedDay('1/11/2026'), decideCountdown(standing as never, day)]
			];
		})
	);
}

it('fault 11: days and hours are the same in every zone, also while clocks are put forward or back', () => {
	const found = ZONES.map((zone) => {
		process.env['TZ'] = zone;
		return { offset: new Date(SWITCHES[0]!).getTimezoneOffset(), said: JSON.stringify(workOut()) };
	});
	// The zones did change, or this shows nothing.
	expect(new Set(found.map(({ offset }) => offset)).size).toBe(ZONES.length);
	expect(new Set(found.map(({ said }) => said)).size).toBe(1);
});

it.each(SWITCHES)(
	'fault 11: saves go on through the switch of %s and a flight home; times rise, instants stay',
	async (text) => {
		const ward = await WardServer.open();
		opened.push(ward);
		let now = Date.parse(text) - 6 * STEP_MS;
		ward.skewMs = now - Date.now();
		process.env['TZ'] = 'America/New_York';
		const device: Device = openDevice(makeTools(new Browser(), ward.origin, { clock: () => now }));
		opened.push(device);
		await vi.waitFor(() => expect(device.phase.kind).toBe('new'));
		take(await device.join(take(await device.lookAtInvitation(CODE)), now, PIN));
		take(await device.syncNow());
		const draft = { area: ward.area, lane: 'ngõ Thử', number: '1', kind: 'ordinary' } as const;
		const household: HouseholdId = take(await device.createHousehold(draft));
		const seen: number[] = [];
		for (let i = 0; i < 12; i++) {
			if (i === 4) process.env['TZ'] = 'Europe/London';
			if (i === 8) process.env['TZ'] = 'Asia/Ho_Chi_Minh';
			now += STEP_MS;
			device.noteActivity();
			seen.push(now);
			take(await device.recordVisit({ household, seenAt: now, outcome: 'nobodyHome' }));
		}
		ward.skewMs = now - Date.now();
		take(await device.syncNow());
		const { entries } = ward.ward.look();
		const visits = entries.map(({ entry }) => entry).filter(({ k }) => k === 'visit.add');
		expect(visits.map(({ p }) => p['seenAt'])).toEqual(seen);
		const times = visits.map(({ t }) => t);
		expect(times).toEqual(times.toSorted());
		expect(new Set(times).size).toBe(times.length);
		expect([...device.book.visits.values()].map(({ seenAt }) => seenAt).toSorted()).toEqual(seen);
	}
);
