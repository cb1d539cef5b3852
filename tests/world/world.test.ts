import { describe, expect, it } from 'vitest';
import { MUTANTS, runSeed, runSeeds } from './run.ts';
import type { Tally } from './world.ts';

const SEEDS = 300;
const BLOCK = 25;
/** Seeds within which every planted fault must show. */
const MUTANT_SEEDS = 50;

const all: Tally = {};

describe('the world keeps its laws', () => {
	it.each(Array.from({ length: SEEDS / BLOCK }, (_, i) => i * BLOCK + 1))('seeds %i and on', async (from) => {
		const { first, tally } = await runSeeds(from, BLOCK);
		expect(first && { seed: first.seed, ...first.broken }).toBeNull();
		for (const [what, times] of Object.entries(tally)) all[what] = (all[what] ?? 0) + times;
	});

	it.each([
		...['act.door', 'act.amendDoor', 'act.person', 'act.amendPerson', 'act.visit', 'act.answer', 'act.poison'],
		...['act.strangerArea', 'act.reusedId', 'rounds', 'secondTab', 'stale', 'zombie', 'list', 'scope'],
		...['lostRequest', 'lostAnswer', 'gaveUp', 'captive', 'cutRequest', 'cutAnswer', 'doubled', 'reordered'],
		...['killed', 'killedBeforeCommit', 'killedAfterCommit', 'crash.beforeCommit', 'crash.afterCommit', 'clockJump'],
		...['tooLarge', 'disliked', 'ok', 'dup', 'merged', 'conflict', 'held', 'quar'],
		...['staff.approve', 'staff.return', 'staff.review.changedSince']
	])('%s happened', (what) => {
		expect(all[what] ?? 0).toBeGreaterThan(0);
	});

	it('the same seed gives the same world', async () => {
		expect(await runSeed(7)).toEqual(await runSeed(7));
	});
});

describe(`a planted fault shows within ${MUTANT_SEEDS} seeds`, () => {
	it.each(Object.keys(MUTANTS))('%s', async (mutant) => {
		const { first } = await runSeeds(1, MUTANT_SEEDS, mutant);
		expect(first?.broken).toBeTruthy();
	});
});
