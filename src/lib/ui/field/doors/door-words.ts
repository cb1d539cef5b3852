// A door's state in words, the same on the list, on the door's page and for screen readers.

import type { Day } from '$lib/domain/day.ts';
import type { Door } from '$lib/domain/task.ts';
import { formatNumber } from '$lib/ui/words.ts';
import type { DoorsWords } from '$lib/ui/words/vi/doors.ts';
import { sayWhen } from './when.ts';

export function sayDoor(door: Door, today: Day, words: DoorsWords): string {
	const { states } = words;
	switch (door.state) {
		case 'partly': {
			const left = door.people - door.successes;
			return left > 0 ? states.partly(formatNumber(left)) : states.visited;
		}
		case 'revisit': {
			if (!door.on) return states.visited;
			const when = sayWhen(door.on, door.at, today, words.when);
			return door.isLate ? states.late(when) : states.revisit(when);
		}
		default:
			return states[door.state];
	}
}
