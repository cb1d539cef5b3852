// Every path of every shipped guide, walked by the player itself: issue 4 show b.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BARRIER_CODES, RECEIVERS } from '../lib/domain/catalogue/barriers.ts';
import { GROUPS, type Effect, type Guide, type GuideContext, type GuideStep } from '../lib/domain/content.ts';
import { parseDay } from '../lib/domain/day.ts';
import {
	advanceGuide,
	currentStep,
	decideResult,
	hasOpenPoints,
	openGuide,
	progressOf,
	resumeGuide,
	type GuideResult,
	type GuideState
} from '../lib/domain/guide.ts';
import { decideStep, LADDER_STATES, type LadderState } from '../lib/domain/ladder.ts';
import { LIMIT } from '../lib/domain/limit.ts';
import { CARD_STATES } from '../lib/domain/person.ts';
import { PACKS, readPack } from './packs.ts';

const PEOPLE = fc.record(
	{
		age: fc.nat({ max: 90 }),
		card: fc.constantFrom(...CARD_STATES),
		groups: fc.subarray([...GROUPS])
	},
	{ requiredKeys: [] }
);

/** All that a step may hold; none of it is a field for what somebody types. */
const STEP_KEYS = new Set(
	(
		'id title who say notes labels see example residentText picture terms branches next stop check timer borrows effects ' +
		'redirects limit links sources checkedOn validFrom validTo status successor wardConfirms'
	).split(' ')
);
const TYPES = /(?<!\p{L})(nhập|gõ)(?!\p{L})(?![^.]*tự)[^.]*(mã|OTP|mật khẩu|passcode)/iu;

const NOTICE_ON = parseDay('2026-11-17')!;

function answer(guide: Guide, state: GuideState, branch?: string): GuideState {
	let at = state;
	for (const point of currentStep(guide, at).check ?? [])
		at = advanceGuide(guide, at, { kind: 'ticked', point: point.id, isOn: true });
	const choice = currentStep(guide, at).branches?.find((row) => row.id === branch);
	return advanceGuide(guide, at, {
		kind: 'answered',
		...(branch === undefined ? {} : { branch }),
		...(choice?.day === 'inTime' ? { on: NOTICE_ON } : {})
	});
}

/** Walks by the branches that are named; steps with one way on are passed. */
function walk(state: LadderState, ...branches: string[]): GuideResult {
	const pack = readPack('vi');
	const guide = pack.guides.find((row) => row.id === 'P5')!;
	const left = [...branches];
	let at = openGuide(guide, pack, { state });
	for (let step = currentStep(guide, at); !step.stop; step = currentStep(guide, at)) {
		const branch = step.branches ? left.shift() : undefined;
		const next = answer(guide, at, branch);
		if (next.path.length === at.path.length) throw new Error(`${step.id} does not offer ${branch}`);
		at = next;
	}
	expect(left).toEqual([]);
	return decideResult(guide, at)!;
}

const short = (effect: Effect): string => {
	switch (effect.kind) {
		case 'ladder':
			return `${effect.state} ${effect.evidence}`;
		case 'barrier':
			return `${effect.code} ${effect.change}`;
		case 'dataFlag':
			return effect.code;
		case 'referral':
			return `referral ${effect.receiver}`;
		case 'appointment':
			return `appointment ${effect.place}`;
		case 'task':
			return `task ${effect.afterDays}`;
	}
};
const effectsOf = (result: GuideResult) => result.effects.map(short);

describe('every path of every guide', () => {
	// What is not translated is the Vietnamese guide once more.
	const guides = PACKS.flatMap((pack) =>
		pack.guides.filter((guide) => guide.language === undefined).map((guide) => ({ pack, guide }))
	);

	it.each(guides.map(({ pack, guide }) => [`${guide.id} (${pack.language})`, pack, guide] as const))(
		'%s ends, proposes only what is known, and says where it stands',
		(_, pack, guide) => {
			const mostSteps = guide.steps.reduce((sum, step) => sum + (step.limit?.times ?? 1), 0) * 3;
			fc.assert(
				fc.property(fc.constantFrom(...LADDER_STATES), PEOPLE, fc.infiniteStream(fc.nat()), (ladder, person, dice) => {
					const context: GuideContext = { state: ladder, ...person };
					let state = openGuide(guide, pack, context);
					let step: GuideStep = currentStep(guide, state);
					for (let count = 0; !step.stop; count++) {
						expect(count, 'a walk that does not end').toBeLessThan(mostSteps);
						const progress = progressOf(guide, state);
						expect(progress.at).toBe(count + 1);
						expect(progress.of).toBeGreaterThanOrEqual(progress.at);
						askNothing(step);
						const branches = step.branches ?? [];
						const next = answer(guide, state, branches[dice.next().value % (branches.length || 1)]?.id);
						expect(next.path.length, `stuck at ${step.id}`).toBe(state.path.length + 1);
						expect(advanceGuide(guide, next, { kind: 'wentBack' }).path).toEqual(state.path);
						state = next;
						step = currentStep(guide, state);
					}
					expect(hasOpenPoints(guide, state)).toBe(false);
					expect(resumeGuide(guide, pack, JSON.parse(JSON.stringify(state)))).toEqual(state);
					const result = decideResult(guide, state)!;
					askNothing(step);
					checkEffects(result.effects, ladder, guide.id !== 'P5' || (guide.entry?.states?.includes(ladder) ?? false));
				}),
				{ numRuns: 200 }
			);
		}
	);

	it.each(guides.map(({ pack, guide }) => [`${guide.id} (${pack.language})`, pack, guide] as const))(
		'%s: each branch can be taken',
		(_, pack, guide) => {
			const taken = new Set<string>();
			// Each step once per context is enough: what a step offers does not depend on the way to it.
			for (const ladder of ['unknown', 'hasCard', 'l2Approved'] as const) {
				const open = [openGuide(guide, pack, { state: ladder })];
				const seen = new Set<string>();
				for (let state = open.pop(); state; state = open.pop()) {
					const step = currentStep(guide, state);
					if (seen.has(step.id)) continue;
					seen.add(step.id);
					for (const branch of step.branches ?? []) {
						taken.add(`${step.id}/${branch.id}`);
						open.push(answer(guide, state, branch.id));
					}
					if (step.next) open.push(answer(guide, state));
				}
			}
			const all = guide.steps.flatMap((step) => (step.branches ?? []).map((branch) => `${step.id}/${branch.id}`));
			expect(all.filter((branch) => !taken.has(branch))).toEqual([]);
		}
	);
});

/** Nothing on the way has a field to type into, and whatever secret there is stays in the resident's hands. */
function askNothing(step: GuideStep): void {
	expect(Object.keys(step).filter((key) => !STEP_KEYS.has(key))).toEqual([]);
	if (step.timer?.kind === 'otp') expect(step.who).toBe('resident');
	const typed = [step.say, ...(step.notes ?? [])].filter((words) => TYPES.test(words));
	if (step.who !== 'resident') expect(typed).toEqual([]);
}

/**
 * `isExpected`: even the first step must follow from where the person stands. Only P5 may find somebody far from where
 * the book has them: activated, although nobody here ever saw a registration.
 */
function checkEffects(effects: readonly Effect[], from: LadderState, isExpected: boolean): void {
	const opened = new Set<string>();
	let at = from;
	for (const effect of effects) {
		if (effect.kind === 'ladder') {
			expect(LADDER_STATES).toContain(effect.state);
			// Each proposal follows legally from the one before; coming from a state off the ladder may need a reason.
			if (isExpected || at !== from) expect(decideStep(at, effect.state), `${at} -> ${effect.state}`).not.toBe('jump');
			at = effect.state;
		}
		if (effect.kind === 'barrier') {
			expect(BARRIER_CODES).toContain(effect.code);
			if (effect.change === 'opened') opened.add(effect.code);
			else opened.delete(effect.code);
		}
		if (effect.kind === 'referral') expect(RECEIVERS).toContain(effect.receiver);
		if (effect.kind === 'task') expect(effect.afterDays).toBeGreaterThan(0);
	}
	expect(opened.size, 'more barriers than a visit may hold').toBeLessThanOrEqual(LIMIT.barriersPerVisit);
}

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
