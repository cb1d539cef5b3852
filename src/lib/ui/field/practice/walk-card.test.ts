import { expect, test } from 'vitest';
import type { Book } from '$lib/device/device.ts';
import { practice } from '../../words/vi/practice.ts';
import { listDone, nextTask, sayNextTap, WALK_TASKS, type WalkTask } from './walk-card.ts';

const bookOf = (visits: readonly object[], people = 6) =>
	({
		visits: new Map(visits.map((visit, at) => [String(at), visit])),
		people: new Map(Array.from({ length: people }, (_, at) => [String(at), {}]))
	}) as unknown as Pick<Book, 'visits' | 'people'>;

test('a task is done by what was written down, in whatever way and order', () => {
	expect([...listDone(bookOf([]), 0, 6)]).toEqual([]);
	expect([...listDone(bookOf([]), 1, 6)]).toEqual(['away']);
	expect([...listDone(bookOf([{ outcome: 'nobodyHome' }]), 0, 6)]).toEqual(['away']);
	expect([...listDone(bookOf([{ outcome: 'informed', guides: [] }]), 0, 6)]).toEqual([]);
	expect([...listDone(bookOf([{ outcome: 'done', guides: [{}] }]), 0, 6)]).toEqual(['visit']);
	expect([...listDone(bookOf([], 7), 0, 6)]).toEqual(['card']);
	expect([...listDone(bookOf([{ outcome: 'notDone', cardBy: 'scan' }]), 0, 6)]).toEqual([]);
	expect([...listDone(bookOf([{ outcome: 'notDone', cardBy: 'manual' }]), 0, 6)]).toEqual(['card']);
});

test('what comes next is the first that is neither done nor skipped', () => {
	const set = (...tasks: WalkTask[]) => new Set(tasks);
	expect(nextTask(set(), set())).toBe('away');
	expect(nextTask(set('visit'), set('away'))).toBe('card');
	expect(nextTask(set(...WALK_TASKS), set())).toBeNull();
});

test('each place has its next tap, and none says what is not there', () => {
	const at = (task: WalkTask, path: string) => sayNextTap(task, path, practice);
	const door = '/doors/00000000-0000-7000-8000-000000000101';
	expect(at('away', '/doors')).toContain('nhà 2');
	expect(at('visit', '/doors')).toContain('nhà 4');
	expect(at('card', '/doors')).toContain('nhà 8');
	expect(at('away', door)).toBe(practice.walk.away.door);
	expect(at('visit', door)).toContain('Bắt đầu thăm hộ');
	expect(at('visit', '/visit/x')).toContain('Bắt đầu hướng dẫn');
	expect(at('card', `${door}/people/new`)).toContain('Trần Thị Tập');
	expect(at('card', '/visit/x')).toBe(practice.walk.toList);
	for (const path of ['/', '/guide', '/doors/new']) expect(at('away', path)).toBe(practice.walk.toDoors);
});
