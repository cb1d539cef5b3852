// The first walk: three tasks over the practice lane, and what to tap next. Which one is on is read from the book, so that
// a task may be done in any way and in any order; where it is done is read from the address.

import type { Book } from '$lib/device/device.ts';
import type { PracticeWords } from '../../words/vi/practice.ts';

export const WALK_TASKS = ['away', 'visit', 'card'] as const;
export type WalkTask = (typeof WALK_TASKS)[number];

/** Numbers of the doors that the cards name (device/practice-lane.ts). */
const DOORS: Readonly<Record<WalkTask, string>> = { away: '2', visit: '4', card: '8' };
/** Who is typed in: nobody. */
const NEWCOMER = { name: 'Trần Thị Tập', year: '1992' };

/** Tasks that are done. `peopleBefore`: how many the lane had at the beginning. */
export function listDone(
	book: Pick<Book, 'visits' | 'people'>,
	notedCount: number,
	peopleBefore: number
): ReadonlySet<WalkTask> {
	const visits = [...book.visits.values()];
	const done = new Set<WalkTask>();
	if (notedCount > 0 || visits.some(({ outcome }) => outcome === 'nobodyHome')) done.add('away');
	if (visits.some(({ guides }) => (guides?.length ?? 0) > 0)) done.add('visit');
	if (book.people.size > peopleBefore || visits.some(({ cardBy }) => cardBy === 'manual')) done.add('card');
	return done;
}

/** The first task that is neither done nor skipped; null when all are. */
export function nextTask(done: ReadonlySet<WalkTask>, skipped: ReadonlySet<WalkTask>): WalkTask | null {
	return WALK_TASKS.find((task) => !done.has(task) && !skipped.has(task)) ?? null;
}

/** What to tap next for a task at an address. */
export function sayNextTap(task: WalkTask, path: string, { walk }: Pick<PracticeWords, 'walk'>): string {
	if (path === '/doors') return walk[task].list(DOORS[task]);
	if (task === 'card') {
		if (/^\/doors\/[^/]+\/people\/new$/.test(path)) return walk.card.form(NEWCOMER.name, NEWCOMER.year);
	} else if (task === 'visit' && path.startsWith('/visit/')) return walk.visit.visit;
	// "new" is the form of a door that is added
	if (/^\/doors\/(?!new$)[^/]+$/.test(path)) return walk[task].door;
	return path.startsWith('/visit/') ? walk.toList : walk.toDoors;
}
