// One seed of the world, or many: for the tests and for `npm run sim`.

import { MUTANTS } from './mutants.ts';
import { World, type Outcome, type Tally } from './world.ts';

export const STEPS = 250;

export { MUTANTS };

/** The world of one seed from its first fault to its last law. The same seed gives the same outcome. */
export async function runSeed(seed: number, mutant?: string): Promise<Outcome> {
	if (mutant !== undefined && !Object.hasOwn(MUTANTS, mutant)) throw new Error(`no mutant is called ${mutant}`);
	return new World(seed, mutant === undefined ? {} : MUTANTS[mutant]).run(STEPS);
}

/** Runs seeds until one breaks a law; the tally is that of all together. */
export async function runSeeds(
	from: number,
	count: number,
	mutant?: string
): Promise<{ first: Outcome | null; tally: Tally }> {
	const tally: Tally = {};
	for (let seed = from; seed < from + count; seed++) {
		const outcome = await runSeed(seed, mutant);
		for (const [what, times] of Object.entries(outcome.tally)) tally[what] = (tally[what] ?? 0) + times;
		if (outcome.broken) return { first: outcome, tally };
	}
	return { first: null, tally };
}
