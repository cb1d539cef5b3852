// How the desk writes an instant.

import { dayAt, formatClock, formatDay } from '$lib/domain/day.ts';

/** `26/11/2026 14:05`. */
export function writeMoment(instant: number): string {
	return `${formatDay(dayAt(instant))} ${formatClock(instant)}`;
}
