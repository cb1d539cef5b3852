// Which two results stand large under the thumb: what the ladder points at, and what is said most often instead of it.

import { OUTCOMES, type Outcome } from '$lib/domain/visit.ts';

/** What else is likely where the ladder proposes this. */
const INSTEAD: Record<Outcome, Outcome> = {
	done: 'notDone',
	activatedOnly: 'notDone',
	notDone: 'referred',
	referred: 'notDone',
	refused: 'notDone',
	informed: 'notDone',
	nobodyHome: 'notDone'
};

/** The two main results, the proposed one first, and the others; nobody home is no result of a visit to somebody. */
export function splitOutcomes(proposed: Outcome): { readonly main: [Outcome, Outcome]; readonly others: Outcome[] } {
	const main: [Outcome, Outcome] = [proposed, INSTEAD[proposed]];
	return { main, others: OUTCOMES.filter((each) => each !== 'nobodyHome' && !main.includes(each)) };
}
