import { describe, expect, it } from 'vitest';
import type { Effect, StopOutcome } from './content.ts';
import type { Day } from './day.ts';
import type { GuideResult } from './guide.ts';
import { LADDER_STATES, isSuccess } from './ladder.ts';
import { openBarriers, proposeBarriers, proposeFlags, proposeFromGuide, proposeReceivers } from './proposal.ts';

const today = '2026-11-20' as Day;

function makeResult(outcome: StopOutcome, effects: Effect[], more: Partial<GuideResult> = {}): GuideResult {
	return { guide: 'P5', packVersion: 1, ended: 'done', outcome, effects, ticks: [], ...more };
}

describe('from a guide to a visit', () => {
	it('takes the last state, and a barrier that came and went in the same visit (S01)', () => {
		const proposal = proposeFromGuide(
			makeResult(
				'success',
				[
					{ kind: 'ladder', state: 'l2Active', evidence: 'seenOnScreen' },
					{ kind: 'barrier', code: 'B4.1', change: 'opened' },
					{ kind: 'barrier', code: 'B4.1', change: 'closed' },
					{ kind: 'ladder', state: 'l2LoggedIn', evidence: 'seenOnScreen' }
				],
				{ approvedOn: '2026-11-17' as Day }
			),
			{ state: 'l2Approved', barriers: ['B3.1'] },
			today
		);
		expect(proposal).toEqual({
			standing: { state: 'l2LoggedIn', evidence: 'seenOnScreen' },
			approvedOn: '2026-11-17',
			met: ['B4.1'],
			solved: ['B4.1', 'B3.1'],
			flags: [],
			outcome: 'done',
			next: { kind: 'none' }
		});
	});

	it('keeps the state where the guide saw none, and refers (S06: own SIM first)', () => {
		const proposal = proposeFromGuide(
			makeResult('referred', [
				{ kind: 'barrier', code: 'B2.8', change: 'opened' },
				{ kind: 'barrier', code: 'B3.1', change: 'opened' },
				{ kind: 'referral', receiver: 'wardPolice', words: 'Đổi số' },
				{ kind: 'task', words: 'Xem lại', afterDays: 3 }
			]),
			{ state: 'l2Approved', barriers: [] },
			today
		);
		expect(proposal.standing).toBeUndefined();
		expect(proposal.met).toEqual(['B3.1', 'B2.8']);
		expect(proposal.outcome).toBe('referred');
		expect(proposal.next).toEqual({ kind: 'referral', receiver: 'wardPolice', on: '2026-11-23' });
	});

	it('opens a barrier again that came back after it was solved', () => {
		const { met, solved } = proposeFromGuide(
			makeResult('later', [
				{ kind: 'barrier', code: 'B2.8', change: 'opened' },
				{ kind: 'barrier', code: 'B2.8', change: 'closed' },
				{ kind: 'barrier', code: 'B2.8', change: 'opened' },
				{ kind: 'task', words: 'Đến lại', afterDays: 2 }
			]),
			{ state: 'l2Approved', barriers: [] },
			today
		);
		expect(met).toEqual(['B2.8']);
		expect(solved).toEqual([]);
	});

	it('proposes an outcome for every way to end', () => {
		const outcome = (stop: StopOutcome, state?: 'l2Active') =>
			proposeFromGuide(
				makeResult(stop, state ? [{ kind: 'ladder', state, evidence: 'seenOnScreen' }] : []),
				{ state: 'l2Approved', barriers: [] },
				today
			).outcome;
		expect(outcome('partial', 'l2Active')).toBe('activatedOnly');
		expect(outcome('later')).toBe('notDone');
		expect(outcome('declined')).toBe('refused');
		expect(outcome('referred')).toBe('referred');
	});
});

describe('barriers of a person', () => {
	it('stay open until they are solved, the newest first, never more than three', () => {
		expect(openBarriers(['B3.1', 'B4.2'], ['B4.1'], ['B4.2'], 'l2Approved')).toEqual(['B4.1', 'B3.1']);
		expect(openBarriers(['B3.1', 'B4.2', 'B2.1'], ['B4.1'], [], 'l2Approved')).toHaveLength(3);
	});

	it('are gone with success', () => {
		for (const state of LADDER_STATES.filter(isSuccess)) expect(openBarriers(['B3.1'], [], [], state)).toEqual([]);
	});

	it('are proposed from what is known already', () => {
		expect(proposeBarriers({ presence: 'away' }, 'unknown', false)).toEqual(['B1.1']);
		expect(proposeBarriers({ presence: 'home', card: 'expired' }, 'cardExpired', false)).toEqual(['B5.1']);
		expect(proposeBarriers({ presence: 'home' }, 'l2Approved', false)).toEqual(['B4.1']);
		expect(proposeBarriers({ presence: 'home' }, 'l2Approved', true)).toEqual(['B4.3']);
		expect(proposeBarriers(null, 'l2LoggedIn', false)).toEqual([]);
	});
});

describe('flags, receivers and the guide', () => {
	it('follow digest f and g', () => {
		expect(proposeFlags(['B2.4', 'B5.2'], 'home')).toEqual(['DF-02']);
		expect(proposeFlags(['B1.2'], 'unclear')).toEqual(['DF-05', 'DF-06']);
		expect(proposeFlags([], 'deceased')).toEqual(['DF-04']);
		expect(proposeReceivers(['B5.2', 'B3.1'])).toEqual(['wardPolice', 'civilStatus', 'carrier']);
		expect(proposeReceivers(['B4.1'])).toEqual([]);
	});
});
