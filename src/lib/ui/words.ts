// How numbers and instants are written for people (feature F109). The sentences stand in words/vi and words/en, one
// file per part; how a component reads them is told in language.svelte.ts.

import { dayAt, formatClock, formatDay, type Day } from '../domain/day.ts';

/** 1.234,56 as Vietnam writes it; at most two digits after the comma. */
export function formatNumber(value: number): string {
	const rounded = Math.round(Math.abs(value) * 100) / 100;
	const [whole = '0', part] = String(rounded).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
	return (value < 0 && rounded > 0 ? '-' : '') + grouped + (part ? `,${part}` : '');
}

/** `08:15` today, `19/11 08:15` this year, `19/11/2025 08:15` before. */
export function formatMoment(instantMs: number, today: Day): string {
	const day = dayAt(instantMs);
	if (day === today) return formatClock(instantMs);
	const date = formatDay(day);
	return `${day.slice(0, 4) === today.slice(0, 4) ? date.slice(0, 5) : date} ${formatClock(instantMs)}`;
}

/** `1:05` or `59:00`: minutes and seconds that are left, rounded up. */
export function formatWait(waitMs: number): string {
	const seconds = Math.ceil(waitMs / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
