// What is said of unsent entries before everything readable is erased.

import type { Waiting } from '$lib/device/device.ts';
import { formatNumber } from '../../words.ts';

interface WaitingWords {
	readonly lost: (count: string) => string;
	readonly sealed: (count: string) => string;
	readonly none: string;
}

/** First what would be lost, then what stays. */
export function sayWaiting({ sealed, readable }: Pick<Waiting, 'sealed' | 'readable'>, words: WaitingWords): string {
	const said = [
		...(readable > 0 ? [words.lost(formatNumber(readable))] : []),
		...(sealed > 0 ? [words.sealed(formatNumber(sealed))] : [])
	];
	return said.length > 0 ? said.join(' ') : words.none;
}
