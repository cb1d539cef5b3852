// What each guide proposes at its ends: the scenarios of the digest, as far as a guide carries them.

import { describe, expect, it } from 'vitest';
import { answer, effectsOf, NOTICE_ON, walkGuide } from '../../tests/fixtures/guide-walk.ts';
import type { GuideContext } from '../lib/domain/content.ts';
import { advanceGuide, currentStep, openGuide } from '../lib/domain/guide.ts';
import type { LadderState } from '../lib/domain/ladder.ts';
import { NO_SCAM_END } from '../lib/domain/visit.ts';
import { readPack } from './packs.ts';

const walk = (state: LadderState, ...branches: string[]) => walkGuide('P5', { state }, ...branches);

describe('P5, activation', () => {
	it('S01: message not noticed, R3, D1, signed in', () => {
		const result = walk('l2Approved', 'in-time', 'intro', 'R3', 'D1', 'passcode', 'in');
		expect(result).toMatchObject({ outcome: 'success', ended: 'done', approvedOn: NOTICE_ON });
		expect(effectsOf(result)).toEqual([
			'l2Active seenOnScreen',
			'B4.1 opened',
			'B4.1 closed',
			'l2LoggedIn seenOnScreen'
		]);
	});

	it('level 1 rises on its own ladder, with a password for who had no account', () => {
		const result = walk('l1Approved', 'day-unknown', 'login', 'R3', 'D1', 'password', 'in');
		expect(effectsOf(result)).toEqual([
			'l1Active seenOnScreen',
			'B4.1 opened',
			'B4.1 closed',
			'l1LoggedIn seenOnScreen'
		]);
		expect(result.approvedOn).toBeUndefined();
	});

	it('asks for the level where nobody knew it', () => {
		const result = walk('unknown', 'in-time', 'intro', 'R3', 'D1', 'passcode', 'in', 'level-2');
		expect(effectsOf(result)).toEqual([
			'B4.1 opened',
			'B4.1 closed',
			'l2Active seenOnScreen',
			'l2LoggedIn seenOnScreen'
		]);
	});

	it('activated but not signed in is only activated', () => {
		const result = walk('l2Approved', 'in-time', 'intro', 'R3', 'D1', 'passcode', 'not-yet');
		expect(result.outcome).toBe('partial');
		expect(effectsOf(result)).toContain('l2Active seenOnScreen');
		expect(effectsOf(result).join()).not.toContain('LoggedIn');
	});

	it('over 7 days: B4.3, to the police', () => {
		const result = walk('l2Approved', 'overdue');
		expect(result.outcome).toBe('referred');
		expect(effectsOf(result)).toEqual(['B4.3 opened', 'referral wardPolice']);
	});

	it('R1: app account only, registration comes first', () => {
		const result = walk('hasCard', 'in-time', 'intro', 'R1', 'never');
		expect(effectsOf(result)).toEqual(['appAccount seenOnScreen']);
		expect(result.follow).toBe('P4-level2');
		expect(effectsOf(walk('l2Submitted', 'in-time', 'intro', 'R1', 'never'))).toEqual([]);
		expect(effectsOf(walk('l2Submitted', 'in-time', 'intro', 'R1', 'waiting'))).toEqual(['B4.2 opened', 'task 7']);
	});

	it('R2: goes to signing in, or to the forgotten password', () => {
		expect(effectsOf(walk('l2Approved', 'in-time', 'intro', 'R2', 'in'))).toEqual([
			'l2Active seenOnScreen',
			'l2LoggedIn seenOnScreen'
		]);
		const forgot = walk('l2Approved', 'in-time', 'intro', 'R2', 'forgot');
		expect(effectsOf(forgot)).toEqual(['l2Active seenOnScreen', 'B4.5 opened']);
		expect(forgot.follow).toBe('P15-forgot-password');
		expect(walk('l2Active', 'in-time', 'intro', 'R2', 'old-device').follow).toBe('P15-new-phone');
	});

	it('S06: D2, own number and own phone; her account stays approved', () => {
		const result = walk('l2Approved', 'in-time', 'intro', 'R3', 'D2', 'own');
		expect(effectsOf(result)).toEqual(['B2.8 opened', 'B3.1 opened', 'referral wardPolice', 'task 3']);
		expect(result.outcome).toBe('referred');
	});

	it('D2: the other person signs out, then it goes on', () => {
		const result = walk('l2Approved', 'in-time', 'intro', 'R3', 'D2', 'sign-out', 'R3', 'D1', 'passcode', 'in');
		expect(effectsOf(result).slice(0, 2)).toEqual(['B2.8 opened', 'B2.8 closed']);
		expect(result.outcome).toBe('success');
		expect(result.ticks).toEqual(['sign-out/agreed', 'sign-out/unlinked']);
	});

	it('no code by message: each cause has its code', () => {
		const missing = (cause: string) => effectsOf(walk('l2Approved', 'in-time', 'intro', 'R3', 'D1', 'none', cause));
		expect(missing('changed')).toContain('B3.3 opened');
		expect(missing('other-owner')).toContain('B3.2 opened');
		expect(missing('restricted')).toContain('B3.5 opened');
		expect(missing('shared')).toContain('B3.1 opened');
		expect(missing('no-network')).toContain('B2.6 opened');
	});
});

describe('the other guides', () => {
	it('F030: what is missing becomes barrier codes, at most three', () => {
		const ready = walkGuide('P0-readiness', { state: 'unknown' }, ...READY, 'own');
		expect(ready).toMatchObject({ outcome: 'success', follow: 'P1-install' });
		expect(effectsOf(ready)).toEqual(['hasCard seenOnScreen']);
		const lacking = walkGuide(
			'P0-readiness',
			{ state: 'hasCard', age: 40 },
			...['valid', 'own', 'fits', 'room', 'online', 'blurred', 'no-nfc', 'other']
		);
		expect(effectsOf(lacking)).toEqual(['B2.3 opened', 'B2.5 opened', 'B3.2 opened', 'referral carrier', 'task 3']);
	});

	it('F030: children, dependents and foreigners are led away by what is known, without a question', () => {
		const ended = (context: Partial<GuideContext>) =>
			walkGuide('P0-readiness', { state: 'unknown', ...context }).follow;
		expect(ended({ age: 5 })).toBe('child-under-6');
		expect(ended({ age: 13 })).toBe('child-6-13');
		expect(ended({ age: 40, groups: ['dependent'] })).toBe('guardianship');
		expect(ended({ age: 30, groups: ['foreigner'] })).toBe('foreigners');
	});

	it('S07, F036: the QR fails, the data differ twice: B2.4, B5.2 and DF-02, to the police', () => {
		const result = walkGuide(
			'P2-app-account',
			{ state: 'hasCard' },
			'all',
			'form',
			'frame',
			'failed',
			'fail',
			'fixed',
			'fail'
		);
		expect(result).toMatchObject({ outcome: 'referred', ended: 'mismatch' });
		expect(effectsOf(result)).toEqual(['B2.4 opened', 'B5.2 opened', 'DF-02', 'referral wardPolice']);
	});

	it('F035 to F038: installing, an app account, level 1, level 2', () => {
		expect(walkGuide('P1-install', { state: 'hasCard' }, 'ios', 'installed', 'right').outcome).toBe('success');
		expect(walkGuide('P1-install', { state: 'hasCard' }, 'link').follow).toBe('P16-scam');
		const account = walkGuide(
			'P2-app-account',
			{ state: 'hasCard' },
			'all',
			'form',
			'frame',
			'filled',
			'pass',
			'right',
			'in'
		);
		expect(effectsOf(account)).toEqual(['appAccount seenOnScreen']);
		const level1 = walkGuide('P3-level1', { state: 'appAccount' }, 'level-1', 'menu', 'qr', 'read', 'right', 'done');
		expect(effectsOf(level1)).toEqual(['l1Submitted seenOnScreen', 'task 7']);
		const booked = walkGuide('P4-level2', { state: 'appAccount' }, 'self', 'valid', 'app', 'booked');
		expect(effectsOf(booked)).toEqual(['l2Booked seenOnScreen', 'appointment wardPolice']);
		expect(effectsOf(walkGuide('P4-level2', { state: 'l2Booked' }, 'done', 'signed'))).toEqual([
			'l2Submitted declared',
			'task 7'
		]);
		expect(effectsOf(walkGuide('P4-level2', { state: 'hasCard' }, 'away'))).toEqual(['B1.1 opened']);
	});

	it('S09: new phone without NFC, a borrowed one: nothing is done before it is unlinked', () => {
		const pack = readPack('vi');
		const guide = pack.guides.find((row) => row.id === 'P15-new-phone')!;
		let at = openGuide(guide, pack, { state: 'deviceLost' });
		for (const branch of ['gone', 'no-nfc', 'yes', 'active', 'in']) at = answer(guide, at, branch);
		expect(currentStep(guide, at).id).toBe('unlink');
		expect(advanceGuide(guide, at, { kind: 'answered' })).toBe(at);
		const result = walkGuide(
			'P15-new-phone',
			{ state: 'deviceLost' },
			'gone',
			'no-nfc',
			'yes',
			'active',
			'in',
			'level-2'
		);
		expect(result.ticks).toEqual(['unlink/unlinked', 'unlink/signed-out', 'unlink/returned']);
		expect(effectsOf(result)).toEqual([
			'B4.7 opened',
			'B2.5 opened',
			'B2.5 closed',
			'B4.7 closed',
			'l2LoggedIn seenOnScreen'
		]);
		const failed = walkGuide('P15-new-phone', { state: 'deviceLost' }, 'gone', 'no-nfc', 'yes', 'failed');
		expect(failed.ticks).toEqual(['unlink-failed/unlinked', 'unlink-failed/returned']);
	});

	it('F045, F046: password, passcode and number are three walks', () => {
		const password = walkGuide(
			'P15-forgot-password',
			{ state: 'l2Active' },
			'password',
			'asked',
			'right',
			'right',
			'in'
		);
		expect(effectsOf(password)).toEqual(['B4.5 opened', 'B4.5 closed', 'l2LoggedIn seenOnScreen']);
		const passcode = walkGuide('P15-forgot-passcode', { state: 'l2LoggedIn' }, 'in', 'asked', 'right', 'set');
		expect(effectsOf(passcode)).toEqual(['B4.6 opened', 'B4.6 closed']);
		const number = (way: string, ...more: string[]) =>
			walkGuide('P15-change-number', { state: 'l2LoggedIn' }, 'own', way, ...more);
		expect(number('yes', 'code', 'right').outcome).toBe('success');
		expect(effectsOf(number('no'))).toContain('referral wardPolice');
	});

	it('S11: the child waits for the mother, the baby for its birth certificate', () => {
		const child = walkGuide('child-6-13', { state: 'unknown', age: 9 }, 'yes', 'yes', 'level-1');
		expect(effectsOf(child)).toEqual(['notEligible declared', 'task 7']);
		expect(child.follow).toBe('P4-level2');
		expect(effectsOf(walkGuide('child-under-6', { state: 'unknown', age: 0 }, 'no'))).toEqual([
			'DF-16',
			'referral civilStatus'
		]);
		const newborn = readPack('vi').articles.find((row) => row.id === 'need-newborn');
		expect(newborn?.facts?.services).toEqual(['service-birth-reg', 'service-bundle-birth']);
	});

	it('S13: a tenant without registration: DF-07, and no threat in the words', () => {
		const result = walkGuide('P10-temporary-residence', { state: 'hasCard' }, 'language', 'no');
		expect(effectsOf(result)).toEqual(['B6.6 opened', 'appointment wardPolice', 'DF-07']);
		const owner = walkGuide('P10-temporary-residence', { state: 'l1Active' }, 'landlord', 'register', 'no');
		expect(effectsOf(owner)).toEqual(['appointment wardPolice']);
		expect(walkGuide('P10-temporary-residence', { state: 'l1Active' }, 'landlord', 'short').follow).toBe(
			'P12-stay-notice'
		);
		const words = JSON.stringify(readPack('vi').guides.find((row) => row.id === 'P10-temporary-residence'));
		expect(words).toContain('theo quy định');
		expect(words).not.toMatch(/phạt|triệu|cưỡng chế/);
	});

	it('S14: no papers at all: DF-08 and no state beyond what was known', () => {
		expect(effectsOf(walkGuide('P0-readiness', { state: 'unknown' }, 'adult', 'nothing'))).toEqual([
			'B5.3 opened',
			'DF-08',
			'referral civilStatus'
		]);
	});

	it('S16: a scam call: hung up, or installed already', () => {
		expect(effectsOf(walkGuide('P16-scam', { state: 'unknown' }, 'on-call', 'nothing'))).toEqual([
			'referral wardPolice',
			'task 1'
		]);
		const real = walkGuide('P16-scam', { state: 'unknown' }, 'visitor', 'real');
		expect(real).toMatchObject({ ended: NO_SCAM_END, effects: [] });
		const harmed = walkGuide('P16-scam', { state: 'l2LoggedIn' }, 'on-call', 'installed');
		expect(harmed).toMatchObject({ outcome: 'referred', ended: 'police', follow: 'P15-lock' });
		expect(effectsOf(harmed)).toEqual(['referral wardPolice', 'task 1']);
	});

	it('F048: each residence guide begins with a choice of case', () => {
		const residence = readPack('vi').guides.filter((guide) => guide.topic === 'residence' && guide.id !== 'P8-answer');
		expect(residence).toHaveLength(6);
		for (const { start, steps } of residence)
			expect(steps.find((step) => step.id === start)?.branches?.length).toBeGreaterThan(1);
	});

	it('F050: insurance that is not found becomes DF-14', () => {
		expect(
			effectsOf(walkGuide('P14-health-insurance', { state: 'l2LoggedIn' }, 'card', 'not-found', 'insured'))
		).toEqual(['DF-14', 'referral socialInsurance']);
	});

	it('F056: a verified SIM closes its barriers', () => {
		expect(effectsOf(walkGuide('sim-verification', { state: 'l2Approved' }, 'no', 'one-way', 'app'))).toEqual([
			'B3.5 opened',
			'B3.5 closed',
			'B3.2 closed'
		]);
	});

	it('F059: 9 utilities at level 1, 16 with level 2', () => {
		const levels = readPack('vi')
			.articles.filter((row) => row.kind === 'utility')
			.map((row) => Number(row.facts?.level));
		expect([levels.filter((level) => level === 1).length, levels.length]).toEqual([9, 16]);
	});
});

const READY = ['adult', 'valid', 'own', 'fits', 'room', 'online', 'clear', 'nfc'];
