import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPracticeDevice } from '../../../../../tests/fixtures/practice-device.ts';
import { practiceDoor } from '$lib/device/practice-lane.ts';
import type { FieldDevice } from '../device.svelte.ts';
import { Doors } from './doors.svelte.ts';
import { Several } from './several.svelte.ts';

let device: FieldDevice;
let close: () => Promise<void>;
let doors: Doors;
let several: Several;

beforeEach(async () => {
	({ device, close } = await openPracticeDevice());
	doors = new Doors(device);
	several = new Several(device, doors);
	several.start();
});
afterEach(() => close());

const rowOf = (number: string) => doors.walk.find((row) => row.household.number === number)!;
const visitsAt = (number: string) => device.book.visitsOf(practiceDoor(number)).length;

test('nobody home at several doors in one press, taken back together without a trace', async () => {
	for (const number of ['2', '6', '8']) several.toggle(rowOf(number));
	several.toggle(rowOf('6')); // not this one after all
	expect(several.count).toBe(2);
	expect(await several.noteAway()).toBeNull();
	expect([several.isChoosing, several.count, several.back]).toEqual([false, 0, 2]);
	expect([...device.noted.keys()].sort()).toEqual([practiceDoor('2'), practiceDoor('8')].sort());
	expect(await several.takeBack()).toBe(2);
	expect([device.noted.size, several.back, visitsAt('2'), visitsAt('8')]).toEqual([0, 0, 0, 0]);
});

test('a second press at once notes nothing twice', async () => {
	several.toggle(rowOf('2'));
	const presses = await Promise.all([several.noteAway(), several.noteAway()]);
	expect(presses).toEqual([null, null]);
	expect(device.noted.size).toBe(1);
});

test('what is shown is chosen at once; a door that was just noted, or is done for today, is not', async () => {
	await doors.noteAway(practiceDoor('4'));
	await device.recordVisit({
		household: practiceDoor('8'),
		seenAt: device.now,
		outcome: 'refused',
		refusedCount: 1
	});
	doors.typed = '6';
	several.chooseAll(doors.shown);
	expect([several.count, several.has(practiceDoor('6')), several.has(practiceDoor('6/1'))]).toEqual([2, true, true]);
	doors.typed = '';
	several.chooseAll(doors.shown);
	expect([several.has(practiceDoor('4')), several.has(practiceDoor('8')), several.count]).toEqual([false, false, 3]);
	several.stop();
	expect([several.count, several.isChoosing, device.noted.size]).toEqual([0, false, 1]);
});
