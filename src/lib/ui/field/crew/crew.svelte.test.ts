// Who is at the door, as the screens hear of it, over the doors of practice: the real device and store, without a ward.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openPracticeDevice } from '../../../../../tests/fixtures/practice-device.ts';
import { makeCrew, type Crew } from '$lib/domain/crew.ts';
import { LIMIT } from '$lib/domain/limit.ts';
import { knockerAt, noteRelay, postDoors, startCrew, switchKnocker } from '$lib/domain/shift.ts';
import { Doors } from '../doors/doors.svelte.ts';
import { Several } from '../doors/several.svelte.ts';
import { doorOf } from './door-of.ts';

type Opened = Awaited<ReturnType<typeof openPracticeDevice>>;
let opened: Opened;
let device: Opened['device'];

beforeEach(async () => {
	opened = await openPracticeDevice();
	device = opened.device;
});
afterEach(() => opened.close());

function crewOf(...names: string[]): Crew {
	const made = makeCrew(names, device.now);
	if ('problem' in made) throw new Error(made.problem.code);
	return made.crew;
}

it('a switch holds at once, and a door keeps who was said to be at it', async () => {
	const [first, second] = device.book.walkOn(device.today).map(({ household }) => household.id);
	await device.changeShift((shift) => startCrew(shift, crewOf('Khang', 'Bác Tư')));
	const said = () => [first, second].map((door) => knockerAt(device.shift, door!)?.letter);
	expect(said()).toEqual(['A', 'A']);
	await device.changeShift((shift) => switchKnocker(shift, 'B', first!));
	expect(said()).toEqual(['B', 'B']);
	await device.changeShift((shift) => switchKnocker(shift, 'A', second!));
	expect(said()).toEqual(['B', 'A']);
});

it('one tap on the list, and many doors at once, go to the letter of each door', async () => {
	const doors = new Doors(device);
	const several = new Several(device, doors);
	const ids = doors.walk.map(({ household }) => household.id);
	await device.changeShift((shift) =>
		postDoors(startCrew(shift, crewOf('Khang', 'Bác Tư', 'Cô Sáu')), ids.slice(0, 2), 'C')
	);
	several.start();
	several.chooseAll(doors.walk);
	const { count } = several;
	expect(count).toBeGreaterThan(2);
	expect(await several.noteAway()).toBeNull();
	await vi.waitFor(
		() => {
			const said = [...device.book.visits.values()].filter(({ knocker }) => knocker);
			expect(said).toHaveLength(count);
			for (const { household, knocker } of said)
				expect(knocker?.letter).toBe(ids.slice(0, 2).includes(household) ? 'C' : 'A');
		},
		{ timeout: LIMIT.takeBackMs + 5_000 }
	);
}, 15_000);

it('a lane that was given on leaves the walk of the list, and is found under what others walk', async () => {
	const doors = new Doors(device);
	const before = doors.left;
	const row = doors.walk[0]!;
	const { id, area, lane } = row.household;
	const relay = { id: 'r', area, lane, from: 'Khang', madeAt: device.now, doors: [{ id, state: 'left' as const }] };
	await device.changeShift((shift) => noteRelay(shift, 'given', relay));
	expect(doors.left).toBe(before - 1);
	doors.filter = 'others';
	expect(doors.shown.map(({ household }) => household.id)).toEqual([id]);
	expect(doors.after(doors.walk.at(-1)!.household.id)?.household.id).not.toBe(id);
});

it('the door of a screen stands in its address, and nowhere else', () => {
	const id = '01a1fb9e-0680-7a9b-9093-fe111eb3134e';
	expect([`/doors/${id}`, `/doors/${id}/people/new`, `/visit/${id}`].map(doorOf)).toEqual([id, id, id]);
	expect(['/', '/doors', '/doors/crew', '/doors/new', `/visit/fix/${id}`, `/guide/${id}`].map(doorOf)).toEqual(
		Array(6).fill(null)
	);
});
