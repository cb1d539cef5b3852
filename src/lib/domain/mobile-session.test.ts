import { describe, expect, it } from 'vitest';
import { makeChance } from '../../../tests/fixtures/made-ward.ts';
import { parseDay, type Day } from './day.ts';
import type { MobileSessionId, VisitId } from './id.ts';
import { checkSession, fillSlots, listSlots, type MobileSession, type Wish } from './mobile-session.ts';
import { listItems, parseSessionForm } from './session-form.ts';

const DAY = parseDay('2026-12-05') as Day;
const SESSION: MobileSession = {
	id: '' as MobileSessionId,
	place: 'Nhà văn hóa',
	area: null,
	day: DAY,
	from: '08:00',
	to: '09:10',
	slotMinutes: 20,
	perSlot: 1
};
const wish = (visit: string, at: string | null = null, on: Day | null = DAY): Wish => ({
	visit: visit as VisitId,
	on,
	at
});

describe('F076 slots of a mobile session', () => {
	it('a slot that would end after the session is none', () => {
		expect(listSlots(SESSION)).toEqual(['08:00', '08:20', '08:40']);
		expect(listSlots({ ...SESSION, to: '08:19' })).toEqual([]);
	});

	it('whoever agreed on an hour of this day gets it, or the next free one; the others fill up from the front', () => {
		const wishes = [wish('a'), wish('b', '08:25'), wish('c', '08:30'), wish('d', '09:00', parseDay('2026-12-01'))];
		expect(fillSlots(SESSION, [], wishes)).toEqual({
			placed: [
				{ visit: 'b', at: '08:20' },
				{ visit: 'c', at: '08:40' },
				{ visit: 'a', at: '08:00' }
			],
			left: ['d']
		});
	});

	it('whoever came too late for the agreed hour gets what is left before it', () => {
		expect(fillSlots(SESSION, [{ at: '08:40' }], [wish('a', '08:45')]).placed).toEqual([{ visit: 'a', at: '08:00' }]);
	});

	it('no slot is given twice, nobody is left while one is free, and nobody has two', () => {
		for (let seed = 1; seed <= 300; seed++) {
			const chance = makeChance(seed);
			const session = { ...SESSION, to: '12:00', slotMinutes: 5 + chance.below(40), perSlot: 1 + chance.below(3) };
			const slots = listSlots(session);
			const taken = Array.from({ length: chance.below(slots.length) }, () => ({ at: chance.pick(slots) }));
			const roomOf = (at: string) => Math.max(0, session.perSlot - taken.filter((one) => one.at === at).length);
			const wishes = Array.from({ length: chance.below(60) }, (_, at) =>
				wish(String(at), chance.is(0.5) ? `0${8 + chance.below(2)}:${10 + chance.below(50)}` : null)
			);
			const { placed, left } = fillSlots(session, taken, wishes);
			for (const at of slots) expect(placed.filter((one) => one.at === at).length).toBeLessThanOrEqual(roomOf(at));
			const room = slots.reduce((sum, at) => sum + roomOf(at), 0);
			expect(placed.length, `seed ${seed}`).toBe(Math.min(room, wishes.length));
			expect(new Set([...placed.map(({ visit }) => visit), ...left]).size).toBe(wishes.length);
		}
	});
});

it.each([
	['place', { place: ' ' }],
	['place', { place: 'Mật khẩu là 123456' }],
	['day', { day: '04/12/2026' }],
	['day', { day: '31/11/2026' }],
	['from', { from: '8h' }],
	['to', { to: '08:00' }],
	['slotMinutes', { slotMinutes: '4' }],
	['slotMinutes', { slotMinutes: '' }],
	['slotMinutes', { slotMinutes: '90' }],
	['perSlot', { perSlot: '1.5' }]
])('a session with an odd %s is refused', (at, odd) => {
	const typed = {
		place: 'Nhà văn hóa',
		day: '05/12/2026',
		from: '08:00',
		to: '09:00',
		slotMinutes: '15',
		perSlot: '2'
	};
	expect(checkSession(parseSessionForm(typed), DAY)).toEqual([]);
	expect(parseSessionForm({ ...typed, from: ' 8:00' }).from).toBe('08:00');
	expect(checkSession(parseSessionForm({ ...typed, ...odd }), DAY)[0]).toMatchObject({ at });
});

it('what was ticked is read once, and what is no id is of nobody', () => {
	const id = '019ac2f0-1111-7000-8000-000000000001';
	expect(listItems([id, 'x', id])).toEqual([id]);
	expect(listItems(['x'])).toEqual(['']);
});
