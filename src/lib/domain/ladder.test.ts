import { describe, expect, it } from 'vitest';
import { addDays, type Day } from './day.ts';
import {
	decideCountdown,
	decideStep,
	isActivated,
	isIssued,
	isSuccess,
	LADDER_STATES,
	type LadderState,
	type Standing
} from './ladder.ts';

const TODAY = '2026-11-20' as Day;

describe('steps on the ladder (digest n.1)', () => {
	const table: [LadderState, LadderState, 'same' | 'legal' | 'jump'][] = [
		['l2Approved', 'l2Approved', 'same'],
		['l2Approved', 'l2Active', 'legal'],
		// one visit may activate and log in
		['l2Approved', 'l2LoggedIn', 'legal'],
		['hasCard', 'l1LoggedIn', 'legal'],
		['l1LoggedIn', 'l2Submitted', 'legal'],
		['unknown', 'l2LoggedIn', 'legal'],
		['l2LoggedIn', 'locked', 'legal'],
		['locked', 'l2LoggedIn', 'legal'],
		['noCard', 'l2LoggedIn', 'legal'],
		['l2LoggedIn', 'l1Active', 'jump'],
		['l2Active', 'hasCard', 'jump'],
		['deceased', 'l2Active', 'jump'],
		['l1Approved', 'noCard', 'jump']
	];
	it.each(table)('%s to %s is %s', (from, to, step) => expect(decideStep(from, to)).toBe(step));

	it('answers for every pair of states', () => {
		for (const from of LADDER_STATES) {
			for (const to of LADDER_STATES) expect(['same', 'legal', 'jump']).toContain(decideStep(from, to));
		}
	});

	it('counts success inside activated inside issued', () => {
		for (const state of LADDER_STATES) {
			if (isSuccess(state)) expect(isActivated(state)).toBe(true);
			if (isActivated(state)) expect(isIssued(state)).toBe(true);
		}
		expect(LADDER_STATES.filter(isSuccess)).toEqual(['l1LoggedIn', 'l2LoggedIn']);
	});
});

describe('the seven days for activation (F040)', () => {
	const approved = (daysAgo: number, state: LadderState = 'l2Approved'): Standing => ({
		state,
		on: TODAY,
		evidence: 'policeList',
		observer: 'ward',
		approvedOn: addDays(TODAY, -daysAgo)
	});
	it.each([
		[0, 7, 'running'],
		// scenario S01: SMS of 17/11 read on 20/11 leaves four days
		[3, 4, 'running'],
		[4, 3, 'running'],
		[5, 2, 'remind'],
		[7, 0, 'remind'],
		[8, -1, 'over']
	] as const)('%i days after the notice %i days are left: %s', (daysAgo, daysLeft, stage) => {
		expect(decideCountdown(approved(daysAgo), TODAY)).toMatchObject({ daysLeft, stage });
	});
	it('runs only while something waits for activation', () => {
		expect(decideCountdown(approved(3, 'l2Active'), TODAY)).toBeNull();
		expect(decideCountdown({ ...approved(3), approvedOn: undefined as unknown as Day }, TODAY)).toBeNull();
		expect(decideCountdown(null, TODAY)).toBeNull();
	});
});
