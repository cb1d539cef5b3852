// What the lock screen may say about the next wrong PIN.

import { waitAfterWrongPins } from '$lib/domain/lock.ts';

/** How many more wrong PINs until there is a (longer) wait: 1 when already the next one costs time. */
export function countTriesLeft(wrongPins: number): number {
	let tries = 1;
	while (waitAfterWrongPins(wrongPins + tries) === 0) tries++;
	return tries;
}
