// One seed of the world, or many: for the tests and for `npm run sim`.

import { MUTANTS } from './mutants.ts';
import { shrink } from './shrink.ts';
import { World, type Outcome, type Tally } from './world.ts';

export const STEPS = 250;

const ALL_STEPS = Array.from({ length: STEPS }, (_, i) => i);

export { MUTANTS };

/** Seeds that once broke a law, with the steps that it took then. */
export const PINNED: readonly { seed: number; law: string; why: string; steps: readonly number[] }[] = [
	{
		seed: 5,
		law: 'P3',
		why: 'a record that a restored ward had lost for good stayed on the phones that knew it',
		steps: [151, 156, 173, 183, 187]
	},
	{
		seed: 2227,
		law: 'P7',
		why: 'a copy that was forgotten by a comparison, because the door had left while an entry waited, counted as gone back',
		steps: [1, 2, 3, 48, 49, 50, 51, 65, 159, 163, 164, 172, 173, 174]
	},
	{
		seed: 3883,
		law: 'P1',
		why: 'an entry under the id of another, written by a tab that died right after its commit, did not count as such',
		steps: [26, 46, 49, 51, 52, 53, 54, 55, 59, 64, 65, 68, 69, 218, 247, 248]
	},
	{
		seed: 9878,
		law: 'P3',
		why: 'what a round that began under the lock had closed after the unlock was shown until the next unlock',
		steps: [25, 26, 27, 36, 37, 39, 84, 85, 92, 93, 94, 95, 141, 144, 150, 151, 161]
	}
];

/** The world of one seed from its first fault to its last law. The same seed gives the same outcome. */
export async function runSeed(seed: number, mutant?: string, steps: readonly number[] = ALL_STEPS): Promise<Outcome> {
	if (mutant !== undefined && !Object.hasOwn(MUTANTS, mutant)) throw new Error(`no mutant is called ${mutant}`);
	return new World(seed, mutant === undefined ? {} : MUTANTS[mutant]).run(steps);
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

/** The same law broken with as few steps as possible. */
export async function shrinkSeed(broken: Outcome, mutant?: string): Promise<Outcome> {
	let smallest = broken;
	await shrink(broken.steps, async (steps) => {
		const outcome = await runSeed(broken.seed, mutant, steps);
		const isSame = outcome.broken !== null && outcome.broken.law === broken.broken?.law;
		if (isSame) smallest = outcome;
		return isSame;
	});
	return smallest;
}
