import { describe, expect, it } from 'vitest';
import type { Birth } from './birth.ts';
import { BARRIER_CODES, type BarrierCode } from './catalogue/barriers.ts';
import { addDays, makeDay, type Day } from './day.ts';
import { LADDER_STATES, type LadderState, type Standing } from './ladder.ts';
import { decideNextStep, findGuardianState, NEXT_GUIDES, STEP_REASONS, type StepGround } from './next-step.ts';

const TODAY = makeDay(2026, 11, 20)!;

function stands(state: LadderState, approvedOn?: Day): Standing {
	return { state, on: TODAY, evidence: 'seenOnScreen', observer: 'v', ...(approvedOn ? { approvedOn } : {}) };
}

function ground(changes: Partial<StepGround['person']>, rest: Partial<StepGround> = {}): StepGround {
	return { person: { birth: '1985' as Birth, presence: 'home', ...changes }, today: TODAY, ...rest };
}

const step = (changes: Partial<StepGround['person']>, rest: Partial<StepGround> = {}) =>
	decideNextStep(ground(changes, rest));

describe('the next best step', () => {
	it.each([
		['hasCard', 'P0-readiness', 'checkPhone'],
		['appAccount', 'P4-level2', 'levelTwo'],
		['noCard', 'P4-level2', 'cardFirst'],
		['cardExpired', 'P4-level2', 'cardFirst'],
		['cardInProgress', null, 'waitForCard'],
		['l1Submitted', null, 'waitForNotice'],
		['l2Submitted', null, 'waitForNotice'],
		['l1Approved', 'P5', 'approved'],
		['l2Approved', 'P5', 'approved'],
		['l1Active', 'P5', 'loginOnce'],
		['l2Active', 'P5', 'loginOnce'],
		['l1LoggedIn', 'P4-level2', 'levelTwo'],
		['l2Booked', 'P4-level2', 'booked'],
		['l2LoggedIn', null, 'done'],
		['locked', 'P15-lock', 'locked'],
		['deviceLost', 'P15-new-phone', 'deviceLost'],
		['notEligible', 'guardianship', 'dependent'],
		['moved', null, 'gone'],
		['deceased', null, 'gone'],
		['refused', null, 'refused'],
		['unknown', null, 'askState']
	] as const)('from %s: %s, because %s', (state, guide, reason) => {
		expect(step({ standing: stands(state) })).toMatchObject({ guide, reason });
	});

	it('has an answer for every state, barrier and age, of the closed lists', () => {
		for (const state of LADDER_STATES)
			for (const barrier of [undefined, ...BARRIER_CODES])
				for (const birth of ['1950', '2015', '2024'] as Birth[]) {
					const found = step({ birth, standing: stands(state), ...(barrier ? { barriers: [barrier] } : {}) });
					expect(STEP_REASONS).toContain(found.reason);
					if (found.guide) expect(NEXT_GUIDES).toContain(found.guide);
				}
	});

	it('counts the days for activation, and says when they are over (F040)', () => {
		expect(step({ standing: stands('l2Approved', addDays(TODAY, -3)) })).toMatchObject({ guide: 'P5', daysLeft: 4 });
		expect(step({ standing: stands('l2Approved', addDays(TODAY, -8)) })).toEqual({ guide: 'P5', reason: 'overdue' });
	});

	it.each([
		['B4.5', 'P15-forgot-password'],
		['B4.6', 'P15-forgot-passcode'],
		['B4.7', 'P15-new-phone'],
		['B4.8', 'P15-lock'],
		['B3.3', 'P15-change-number'],
		['B3.2', 'sim-verification'],
		['B3.5', 'sim-verification']
	] as const)('%s is helped by %s before the ladder goes on', (barrier, guide) => {
		const barriers: BarrierCode[] = ['B6.1', barrier];
		expect(step({ standing: stands('l1Active'), barriers })).toEqual({ guide, reason: 'barrier', barrier });
	});

	it('nothing holds up who has arrived', () => {
		expect(step({ standing: stands('l2LoggedIn'), barriers: ['B4.5'] })).toEqual({ guide: null, reason: 'done' });
	});

	it('a phone decides between trying here and the desk', () => {
		const standing = stands('hasCard');
		expect(step({ standing }, { phone: { smartphone: false } })).toMatchObject({
			guide: 'P4-level2',
			reason: 'noPhone'
		});
		expect(step({ standing, barriers: ['B2.1'] })).toMatchObject({ guide: 'P4-level2', reason: 'noPhone' });
		expect(step({ standing, barriers: ['B2.7'] })).toMatchObject({ guide: 'P0-readiness', reason: 'phoneNotReady' });
		expect(step({ standing }, { phone: { smartphone: true } })).toMatchObject({
			guide: 'P4-level2',
			reason: 'levelTwo'
		});
	});

	it('a card that is no more comes before the account', () => {
		for (const card of ['expired', 'lost', 'none', 'oldIdOnly'] as const)
			expect(step({ standing: stands('hasCard'), card })).toMatchObject({ guide: 'P4-level2', reason: 'cardFirst' });
	});

	it('S11: a child waits for the level 2 of whoever speaks for it', () => {
		const birth = '2017' as Birth;
		expect(step({ birth }, { guardian: 'l1LoggedIn' })).toEqual({
			guide: 'child-6-13',
			reason: 'childGuardianFirst'
		});
		expect(step({ birth }, { guardian: 'l2LoggedIn' })).toEqual({ guide: 'child-6-13', reason: 'child' });
		expect(step({ birth: '2024' as Birth })).toMatchObject({ guide: 'child-under-6' });
		expect(step({ birth })).toEqual({ guide: 'child-6-13', reason: 'childGuardianFirst' });
	});

	it('S14: who has no papers is promised no account', () => {
		expect(step({ birth: '1956' as Birth, barriers: ['B5.3'] })).toEqual({
			guide: null,
			reason: 'noPapers',
			barrier: 'B5.3'
		});
	});
});

it('who speaks for a child is the grown-up who has come furthest', () => {
	const mother = { birth: '1995' as Birth, presence: 'home', standing: stands('l1LoggedIn') } as const;
	const father = { birth: '1990' as Birth, presence: 'away', standing: stands('l2LoggedIn') } as const;
	const child = { birth: '2017' as Birth, presence: 'home', standing: stands('notEligible') } as const;
	expect(findGuardianState([child, mother, father], TODAY)).toBe('l2LoggedIn');
	expect(findGuardianState([child, mother], TODAY)).toBe('l1LoggedIn');
	expect(findGuardianState([child], TODAY)).toBeUndefined();
});
