import { afterEach, describe, expect, it } from 'vitest';
import { RealWorld } from './real-lane.ts';

const SEEDS = 10;
const STEPS = 40;
const WAIT_MS = 240_000;

const all: Record<string, number> = {};
let world: RealWorld | null = null;
afterEach(async () => {
	await world?.close();
	world = null;
});

describe('the world keeps its laws with whole phones, the real handlers and SQLite', () => {
	it.each(Array.from({ length: SEEDS }, (_, i) => i + 1))(
		'seed %i',
		async (seed) => {
			world = await RealWorld.open(seed);
			expect(await world.run(STEPS)).toBeNull();
			for (const [what, times] of Object.entries(world.tally)) all[what] = (all[what] ?? 0) + times;
		},
		WAIT_MS
	);

	it.each([
		'entries',
		'lostRequest',
		'lostAnswer',
		'outage',
		'backup',
		'travelBack',
		'lock',
		'capture',
		'reopen',
		'night'
	])('%s happened', (what) => {
		expect(all[what] ?? 0).toBeGreaterThan(0);
	});
});
