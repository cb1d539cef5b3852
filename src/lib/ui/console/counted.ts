// Numbers of lists that the server counts no further than somebody reads.

import { LIMIT } from '$lib/domain/limit.ts';
import { formatNumber } from '../words.ts';

/** `137`, or `more than 1,000` where counting stopped. */
export function formatCounted(
	{ moreThan }: { readonly moreThan: (count: string) => string },
	count: number,
	hasMore: boolean = count > LIMIT.countedRows
): string {
	const shown = formatNumber(Math.min(count, LIMIT.countedRows));
	return hasMore ? moreThan(shown) : shown;
}

/** The same in as little room as a menu has: `1.000+`. */
export function formatBadge(count: number): string {
	return count > LIMIT.countedRows ? `${formatNumber(LIMIT.countedRows)}+` : formatNumber(count);
}
