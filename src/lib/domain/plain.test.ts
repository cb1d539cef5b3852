import { describe, expect, it } from 'vitest';
import type { Day } from './day.ts';
import type { HouseholdId, StaffId, VisitId } from './id.ts';
import { LADDER_STATES, decideStep, type LadderState } from './ladder.ts';
import { LIMIT } from './limit.ts';
import { DOUBTS, listDoubts, type Around, type Doubt } from './plain.ts';
import { REVIEW_STATES } from './review.ts';
import { OUTCOMES, type Visit } from './visit.ts';

const NOON = Date.UTC(2026, 10, 20, 5);
const HOME = 'h1' as HouseholdId;
const visit = (changes: Partial<Visit> = {}): Visit => ({
	id: 'v1' as VisitId,
	household: HOME,
	seenAt: NOON,
	outcome: 'done',
	review: { state: 'waiting' },
	...changes
});
const around = (changes: Partial<Around> = {}): Around => ({
	receivedAt: NOON + 1000,
	hasConflict: false,
	others: [],
	...changes
});
const standing = (state: LadderState, reason?: string) => ({
	state,
	on: '2026-11-20' as Day,
	evidence: 'seenOnScreen' as const,
	observer: 'x',
	...(reason ? { reason } : {})
});
const other = (seenAt: number, household = 'h2') => ({ household: household as HouseholdId, seenAt });

it('a first visit that raises nothing is plain, whatever came of it', () => {
	for (const outcome of OUTCOMES) expect(listDoubts(visit({ outcome }), around()), outcome).toEqual([]);
	const { review: _, ...bare } = visit();
	expect(listDoubts(bare, around())).toEqual([]);
});

describe('each doubt alone', () => {
	const flags = [{ code: 'DF-02' }] as unknown as NonNullable<Visit['flags']>;
	const cases: readonly (readonly [Doubt, Partial<Visit>, Partial<Around>])[] = [
		['decided', { review: { state: 'waiting', decidedAt: 1, by: 'huy' as StaffId } }, {}],
		['flag', { flags }, {}],
		['jump', { before: 'l2LoggedIn', standing: standing('noCard') }, {}],
		['text', { note: 'Chủ nhà hẹn tối' }, {}],
		['text', { before: 'hasCard', standing: standing('l1Submitted', 'Bác nói vậy') }, {}],
		['conflict', {}, { hasConflict: true }],
		['clock', {}, { receivedAt: NOON - LIMIT.clockSkewMs - 1 }],
		['clock', {}, { receivedAt: NOON + LIMIT.plainAgeMs + 1 }],
		['pace', {}, { others: [other(NOON + LIMIT.plainPaceMs - 1)] }],
		['pace', {}, { others: [other(NOON - LIMIT.plainPaceMs + 1)] }]
	];
	it.each(cases)('%s', (doubt, changes, more) => {
		expect(listDoubts(visit(changes), around(more))).toEqual([doubt]);
	});

	it('leaves none of them out', () => {
		expect(new Set(cases.map(([doubt]) => doubt))).toEqual(new Set(DOUBTS));
	});
});

it('every state but the first pass is decided', () => {
	for (const state of REVIEW_STATES)
		expect(listDoubts(visit({ review: { state } }), around())).toEqual(state === 'waiting' ? [] : ['decided']);
});

it('a jump is in doubt also with its reason, and no other step is', () => {
	for (const before of LADDER_STATES)
		for (const state of LADDER_STATES) {
			const found = listDoubts(visit({ before, standing: standing(state) }), around());
			expect(found, `${before} ${state}`).toEqual(decideStep(before, state) === 'jump' ? ['jump'] : []);
		}
	expect(listDoubts(visit({ before: 'l2LoggedIn', standing: standing('noCard', 'Có giấy') }), around())).toEqual([
		'jump',
		'text'
	]);
});

it('what is just within the bounds is plain: the clock, the age, the next door, the same door', () => {
	for (const more of [
		{ receivedAt: NOON - LIMIT.clockSkewMs },
		{ receivedAt: NOON + LIMIT.plainAgeMs },
		{ others: [other(NOON + LIMIT.plainPaceMs), other(NOON - LIMIT.plainPaceMs)] },
		{ others: [other(NOON, HOME)] }
	])
		expect(listDoubts(visit({ note: ' ', flags: [] }), around(more))).toEqual([]);
});

it('tells all doubts, in one order', () => {
	const all = visit({
		before: 'l2LoggedIn',
		standing: standing('noCard', 'Có giấy'),
		note: 'x',
		review: { state: 'corrected' }
	});
	const more = around({ hasConflict: true, receivedAt: NOON - 3600_000, others: [other(NOON)] });
	expect(listDoubts(all, more)).toEqual(['decided', 'jump', 'text', 'conflict', 'clock', 'pace']);
});
