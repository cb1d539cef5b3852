// What the lock screen may say about the next wrong PIN.

import { mustErase, waitAfterWrongPins } from '$lib/domain/lock.ts';

/** How many more wrong PINs until there is a (longer) wait: 1 when already the next one costs time. */
export function countTriesLeft(wrongPins: number): number {
	let tries = 1;
	while (waitAfterWrongPins(wrongPins + tries) === 0) tries++;
	return tries;
}

/** How many more wrong PINs until everything readable is erased. */
export function countTriesBeforeErase(wrongPins: number): number {
	let tries = 1;
	while (!mustErase(wrongPins + tries)) tries++;
	return tries;
}
