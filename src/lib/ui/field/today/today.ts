// The day's work as the screen shows it: tasks joined with the names that they need, and the figures of the area.

import { isOpenToAll, nameDoor, type Household } from '$lib/domain/household.ts';
import type { Day } from '$lib/domain/day.ts';
import type { Person } from '$lib/domain/person.ts';
import { listTasks, listVisitsOn, type DueKind, type Task } from '$lib/domain/task.ts';
import type { Visit } from '$lib/domain/visit.ts';
import type { Book } from '$lib/device/device.ts';

interface Row {
	/** Unique among the rows of a day. */
	readonly key: string;
	readonly href: string;
	readonly door: string;
	readonly person?: string;
}

export type ReturnedRow = Row & { readonly visit: Visit };
export type CountdownRow = Row & Pick<Task & { kind: 'countdown' }, 'countdown'>;
export type DueRow = Row & Pick<Task & { kind: DueKind }, 'kind' | 'on' | 'at' | 'isLate'> & { readonly visit: Visit };

export interface DayWork {
	readonly returned: readonly ReturnedRow[];
	readonly countdowns: readonly CountdownRow[];
	readonly due: readonly DueRow[];
}

/** Tasks whose household is on this phone, in the order of `listTasks`. */
export function listWork(book: Book, today: Day): DayWork {
	const returned: ReturnedRow[] = [];
	const countdowns: CountdownRow[] = [];
	const due: DueRow[] = [];
	const records = {
		households: [...book.households.values()],
		people: [...book.people.values()],
		visits: [...book.visits.values()]
	};
	for (const task of listTasks(records, today)) {
		const household = book.households.get(task.household);
		if (!household) continue; // the ward took the area away; the task went with it
		// what the ward sent back can be mended from afar; to a closed door nobody is sent
		if (task.kind !== 'returned' && !isOpenToAll(household)) continue;
		const names = nameRow(household, task.person === undefined ? undefined : book.people.get(task.person));
		if (task.kind === 'returned') {
			const visit = book.visits.get(task.visit);
			if (visit) returned.push({ ...names, key: task.visit, href: `/visit/fix/${task.visit}`, visit });
		} else if (task.kind === 'countdown') {
			countdowns.push({ ...names, key: task.person, href: `/doors/${task.household}`, countdown: task.countdown });
		} else {
			const { kind, on, at, isLate } = task;
			const visit = book.visits.get(task.visit);
			if (visit) due.push({ ...names, key: task.visit, href: `/doors/${task.household}`, kind, on, at, isLate, visit });
		}
	}
	return { returned, countdowns, due };
}

function nameRow(household: Household, person: Person | undefined) {
	return { door: nameDoor(household), ...(person === undefined ? {} : { person: person.name }) };
}

export interface DoorFigures {
	readonly all: number;
	/** Doors where somebody knocked, whatever came of it. */
	readonly seen: number;
	readonly done: number;
	readonly visitsToday: number;
}

export function countDoors(book: Book, today: Day): DoorFigures {
	const walk = book.walkOn(today);
	const seen = walk.filter((row) => row.visits.length > 0).length;
	const done = walk.filter((row) => row.door.state === 'done').length;
	return { all: walk.length, seen, done, visitsToday: listVisitsOn([...book.visits.values()], today).length };
}
