// Every path of every shipped guide, walked by the player itself: issue 4 show b.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BARRIER_CODES, RECEIVERS } from '../lib/domain/catalogue/barriers.ts';
import { GROUPS, type Effect, type Guide, type GuideContext, type GuideStep } from '../lib/domain/content.ts';
import {
	advanceGuide,
	currentStep,
	decideResult,
	hasOpenPoints,
	openGuide,
	progressOf,
	resumeGuide,
	type Answer
} from '../lib/domain/guide.ts';
import { decideStep, LADDER_STATES, type LadderState } from '../lib/domain/ladder.ts';
import { LIMIT } from '../lib/domain/limit.ts';
import { CARD_STATES } from '../lib/domain/person.ts';
import { answer } from '../../tests/fixtures/guide-walk.ts';
import { PACKS } from './packs.ts';

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
const MOST_WAYS = 20_000;
const TYPES = /(?<!\p{L})(nhập|gõ)(?!\p{L})(?![^.]*tự)[^.]*(mã|OTP|mật khẩu|passcode)/iu;

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
		'%s: every path, from every rung of the ladder, ends and proposes legal steps',
		(_, pack, guide) => {
			const limited = guide.steps.filter((step) => step.limit).map((step) => step.id);
			let ends = 0;
			for (const ladder of LADDER_STATES) {
				// Two ways that came to the same step with the same proposals go on alike: one of them is walked further.
				const seen = new Set<string>();
				const open = [openGuide(guide, pack, { state: ladder })];
				for (let state = open.pop(); state; state = open.pop()) {
					const step = currentStep(guide, state);
					const visits = limited.map((id) => state!.path.filter((answer) => answer.step === id).length);
					const key = JSON.stringify([step.id, visits, state.path.filter(proposes(guide))]);
					if (seen.has(key)) continue;
					seen.add(key);
					expect(seen.size, 'more ways than can be walked').toBeLessThan(MOST_WAYS);
					if (step.stop) {
						const { effects } = decideResult(guide, state)!;
						checkEffects(effects, ladder, guide.id !== 'P5' || (guide.entry?.states?.includes(ladder) ?? false));
						ends++;
						continue;
					}
					const next = step.branches?.map(({ id }) => answer(guide, state!, id)) ?? [answer(guide, state)];
					for (const one of next) expect(one.path.length, `stuck at ${step.id}`).toBe(state.path.length + 1);
					open.push(...next);
				}
			}
			expect(ends).toBeGreaterThan(0);
		},
		60_000
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

/** Whether an answer, or the step that it was given on, proposes something. */
function proposes(guide: Guide): (answer: Answer) => boolean {
	return ({ step: id, branch, on }) => {
		const step = guide.steps.find((one) => one.id === id);
		const chosen = step?.branches?.find((one) => one.id === branch);
		return on !== undefined || Boolean(step?.effects?.length) || Boolean(chosen?.effects?.length);
	};
}

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
