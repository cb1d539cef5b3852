import { expect, test } from 'vitest';
import type { Effect, Guide, GuideStep } from '$lib/domain/content.ts';
import { makeDay } from '$lib/domain/day.ts';
import type { GuideState } from '$lib/domain/guide.ts';
import { Walk } from './walk.svelte.ts';

const DAY = makeDay(2026, 11, 20)!;
const EFFECTS: readonly Effect[] = [
	{ kind: 'ladder', state: 'l2Active', evidence: 'seenOnScreen' },
	{ kind: 'barrier', code: 'B4.1', change: 'opened' },
	{ kind: 'barrier', code: 'B4.1', change: 'closed' },
	{ kind: 'ladder', state: 'l2LoggedIn', evidence: 'seenOnScreen' }
];
const step = (id: string, rest: Partial<GuideStep>): GuideStep => ({
	id,
	title: id,
	who: 'resident',
	say: id,
	...rest
});
const guide: Guide = {
	id: 'G',
	title: 'G',
	summary: 'G',
	sources: [],
	checkedOn: DAY,
	validFrom: DAY,
	status: 'current',
	start: 'one',
	steps: [step('one', { next: 'end', effects: EFFECTS }), step('end', { stop: { outcome: 'success', reason: 'end' } })]
};

function openWalk(saved?: GuideState) {
	const states: GuideState[] = [];
	const walk = new Walk({
		guide,
		packVersion: 1,
		context: { state: 'l2Approved' },
		saved,
		onState: (state) => states.push(state)
	});
	return { walk, states };
}

test('saves after every change, and a second walk goes on from there', () => {
	const { walk, states } = openWalk();
	walk.take({ kind: 'neverAskSeen' });
	walk.take({ kind: 'answered', branch: 'no such branch' });
	walk.take({ kind: 'answered' });
	expect(states.map((state) => state.path.length)).toEqual([0, 1]);
	expect(openWalk(states.at(-1)).walk.step.id).toBe('end');
});

test('a barrier that came and went is one line', () => {
	const { walk } = openWalk();
	walk.take({ kind: 'answered' });
	expect(walk.proposals.map((line) => [line.first.kind, line.isSolved, line.effects.length])).toEqual([
		['ladder', false, 1],
		['barrier', true, 2],
		['ladder', false, 1]
	]);
});

test('hands over what is kept: nobody signs in to what was not activated', () => {
	const { walk } = openWalk();
	walk.take({ kind: 'answered' });
	expect(walk.confirm()?.effects).toEqual(EFFECTS);
	walk.keep(0, false);
	expect([walk.isKept(0), walk.isKept(1), walk.isKept(2)]).toEqual([false, true, false]);
	expect(walk.confirm()?.effects).toEqual(EFFECTS.slice(1, 3));
	walk.keep(0, true);
	expect([walk.isKept(0), walk.isKept(2)]).toEqual([true, false]);
	walk.keep(2, true);
	expect(walk.confirm()?.effects).toEqual(EFFECTS);
	walk.keep(0, false);
	walk.keep(2, true);
	expect(walk.confirm()?.effects).toEqual(EFFECTS);
});

test('has nothing to confirm before the end', () => {
	expect(openWalk().walk.confirm()).toBeNull();
});
