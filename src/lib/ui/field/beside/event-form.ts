// What the form of an event holds while it is typed: texts alone, as the desk's form has them.

import { formatDay } from '$lib/domain/day.ts';
import { EVENT_COUNTS, type EventCount } from '$lib/domain/outreach.ts';
import type { ToldEvent } from '$lib/domain/told.ts';

export type TypedEvent = Record<'day' | 'area' | 'place' | 'channel' | 'topic' | 'materials' | EventCount, string>;

/** A form to begin with: of an event that was told, or of a new one on this day. */
export function typeEvent(event: ToldEvent | null, day: string): TypedEvent {
	const count = (name: EventCount) => (event ? String(event[name]) : '');
	return {
		day: event ? formatDay(event.day) : day,
		area: event?.area ?? '',
		place: event?.place ?? '',
		channel: event?.channel ?? '',
		topic: event?.topic ?? '',
		materials: event?.materials ?? '',
		...(Object.fromEntries(EVENT_COUNTS.map((name) => [name, count(name)])) as Record<EventCount, string>)
	};
}
