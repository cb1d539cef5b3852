import { describe, expect, it } from 'vitest';
import {
	canFollow,
	decideBanner,
	fillText,
	meetsCondition,
	type Guide,
	type GuideContext,
	type GuideStep,
	type WardFact
} from './content.ts';
import { makeDay, type Day } from './day.ts';
import {
	advanceGuide,
	currentStep,
	decideResult,
	hasOpenPoints,
	leftOfCode,
	listNoticeDays,
	openGuide,
	progressOf,
	resumeGuide,
	type GuideEvent,
	type GuideState
} from './guide.ts';

const day = (year: number, month: number, date: number): Day => makeDay(year, month, date)!;
const TODAY = day(2026, 11, 20);
const PACK = { version: 3 };
const APPROVED: GuideContext = { state: 'l2Approved' };

const step = (id: string, rest: Partial<GuideStep> = {}): GuideStep => ({
	id,
	title: id,
	who: 'volunteer',
	say: id,
	...rest
});

/** notice -> code (3 tries) -> list of ticks -> level (skipped when known) -> end. */
const guide: Guide = {
	id: 'G',
	title: 'G',
	summary: 'G',
	sources: [],
	checkedOn: TODAY,
	validFrom: TODAY,
	status: 'current',
	start: 'notice',
	steps: [
		step('notice', {
			timer: { kind: 'activation', days: 7 },
			branches: [
				{ id: 'ok', words: 'ok', to: 'code', day: 'inTime' },
				{
					id: 'late',
					words: 'late',
					to: 'late',
					day: 'overdue',
					effects: [{ kind: 'barrier', code: 'B4.3', change: 'opened' }]
				}
			]
		}),
		step('code', {
			timer: { kind: 'otp', lifeMs: 180_000 },
			limit: { times: 3, to: 'late' },
			branches: [
				{ id: 'right', words: 'right', to: 'ticks' },
				{ id: 'wrong', words: 'wrong', to: 'code', effects: [{ kind: 'barrier', code: 'B2.6', change: 'opened' }] }
			]
		}),
		step('ticks', {
			check: [
				{ id: 'a', words: 'a' },
				{ id: 'b', words: 'b' }
			],
			next: 'level',
			effects: [
				{ kind: 'ladder', state: 'l2Active', evidence: 'seenOnScreen', when: { states: ['l2Approved'] } },
				{ kind: 'ladder', state: 'l1Active', evidence: 'seenOnScreen', when: { states: ['l1Approved'] } }
			]
		}),
		step('level', {
			redirects: [{ when: { states: ['l1Approved', 'l2Approved'] }, to: 'end' }],
			branches: [{ id: 'two', words: 'two', to: 'end' }]
		}),
		step('end', { stop: { outcome: 'success', reason: 'end' }, links: [{ to: 'H', words: 'H' }] }),
		step('late', { stop: { outcome: 'referred', reason: 'late' } })
	]
};

const run = (state: GuideState, ...events: GuideEvent[]) =>
	events.reduce((at, event) => advanceGuide(guide, at, event), state);
const answered = (branch?: string, on?: Day): GuideEvent => ({
	kind: 'answered',
	...(branch === undefined ? {} : { branch }),
	...(on === undefined ? {} : { on })
});
const ticked = (point: string, isOn = true): GuideEvent => ({ kind: 'ticked', point, isOn });
const idOf = (state: GuideState) => currentStep(guide, state).id;

describe('walking a guide', () => {
	const opened = openGuide(guide, PACK, APPROVED);

	it('ends with what it proposes, in the order in which it happened', () => {
		const end = run(
			opened,
			{ kind: 'neverAskSeen' },
			answered('ok', day(2026, 11, 17)),
			answered('right'),
			ticked('a'),
			ticked('b'),
			answered()
		);
		expect(idOf(end)).toBe('end');
		expect(decideResult(guide, end)).toEqual({
			guide: 'G',
			packVersion: 3,
			ended: 'end',
			outcome: 'success',
			approvedOn: day(2026, 11, 17),
			effects: [{ kind: 'ladder', state: 'l2Active', evidence: 'seenOnScreen', when: { states: ['l2Approved'] } }],
			ticks: ['ticks/a', 'ticks/b'],
			follow: 'H'
		});
	});

	it('has no result before its end', () => {
		expect(decideResult(guide, run(opened, answered('ok')))).toBeNull();
	});

	it('asks for the level only where it is not known', () => {
		const unknown = run(
			openGuide(guide, PACK, { state: 'hasCard' }),
			answered('ok'),
			answered('right'),
			ticked('a'),
			ticked('b'),
			answered()
		);
		expect(idOf(unknown)).toBe('level');
	});

	it('holds until every point is ticked', () => {
		const at = run(opened, answered('ok'), answered('right'), ticked('a'), answered());
		expect(idOf(at)).toBe('ticks');
		expect(hasOpenPoints(guide, at)).toBe(true);
		expect(idOf(run(at, ticked('b'), ticked('a', false), answered()))).toBe('ticks');
		expect(idOf(run(at, ticked('b'), answered()))).toBe('end');
	});

	it('does not go round for ever: the fourth arrival leads out', () => {
		const thrice = run(opened, answered('ok'), answered('wrong'), answered('wrong'));
		expect(idOf(thrice)).toBe('code');
		const out = run(thrice, answered('wrong'));
		expect(idOf(out)).toBe('late');
		// Proposed once although it happened three times.
		expect(decideResult(guide, out)?.effects).toHaveLength(1);
	});

	it('ignores an answer that the step does not offer', () => {
		expect(run(opened, answered('right'))).toBe(opened);
		expect(run(opened, answered())).toBe(opened);
	});

	it('goes back and forward again, and forgets what was ahead after another answer', () => {
		const there = run(opened, answered('ok', TODAY), answered('right'));
		const back = run(there, { kind: 'wentBack' }, { kind: 'wentBack' });
		expect(idOf(back)).toBe('notice');
		const again = run(back, { kind: 'wentForward' }, { kind: 'wentForward' });
		expect(again).toEqual(there);
		expect(run(back, answered('ok', TODAY), { kind: 'wentForward' })).toEqual(there);
		expect(run(back, answered('late')).ahead).toEqual([]);
		expect(run(there, { kind: 'wentForward' })).toBe(there);
	});

	it('shows the "we never ask" card again when going back from the first step', () => {
		const seen = run(opened, { kind: 'neverAskSeen' });
		expect(run(seen, { kind: 'wentBack' }).hasSeenNeverAsk).toBe(false);
	});

	it('counts steps to success', () => {
		expect(progressOf(guide, opened)).toEqual({ at: 1, of: 4 });
		expect(progressOf(guide, run(opened, answered('ok')))).toEqual({ at: 2, of: 4 });
		expect(progressOf(guide, run(opened, answered('late')))).toEqual({ at: 2, of: 2 });
	});
});

describe('the timer of a code', () => {
	const atCode = run(openGuide(guide, PACK, APPROVED), answered('ok'));
	const started = run(atCode, { kind: 'timerStarted', atMs: 1000 });

	it('runs from its start instant, also after going away and coming back', () => {
		expect(leftOfCode(guide, atCode, 0)).toBeNull();
		expect(leftOfCode(guide, started, 61_000)).toBe(120_000);
		expect(leftOfCode(guide, started, 900_000)).toBe(0);
		const returned = run(started, answered('right'), { kind: 'wentBack' }, { kind: 'timerStarted', atMs: 5000 });
		expect(leftOfCode(guide, returned, 61_000)).toBe(120_000);
	});

	it('starts anew for a new code', () => {
		const again = run(started, answered('wrong'), { kind: 'timerStarted', atMs: 100_000 });
		expect(leftOfCode(guide, again, 100_000)).toBe(180_000);
	});

	it('gives no extra life when the clock is set back', () => {
		expect(leftOfCode(guide, started, -3_600_000)).toBe(180_000);
	});
});

describe('taking a walk up again', () => {
	const saved = run(
		openGuide(guide, PACK, APPROVED),
		{ kind: 'neverAskSeen' },
		answered('ok', TODAY),
		{ kind: 'timerStarted', atMs: 7 },
		answered('right'),
		ticked('a')
	);

	it('stands where it was left, after a trip through JSON', () => {
		expect(resumeGuide(guide, PACK, JSON.parse(JSON.stringify(saved)))).toEqual(saved);
	});

	it('keeps the answers that a newer pack still knows', () => {
		const changed: Guide = {
			...guide,
			steps: guide.steps.map((row) => (row.id === 'code' ? { ...row, branches: row.branches!.slice(1) } : row))
		};
		const at = resumeGuide(changed, { version: 4 }, saved);
		expect(currentStep(changed, at).id).toBe('code');
		expect(at.packVersion).toBe(4);
		expect(at.path).toHaveLength(1);
	});

	it('starts afresh with the state of another guide', () => {
		expect(resumeGuide({ ...guide, id: 'other' }, PACK, saved).path).toEqual([]);
	});
});

it('offers the days on which a notice is still in time', () => {
	const days = listNoticeDays(7, TODAY);
	expect(days).toHaveLength(8);
	expect(days[0]).toEqual({ on: TODAY, daysLeft: 7 });
	// S01: dated 17/11, seen on 20/11, "còn 4 ngày".
	expect(days[3]).toEqual({ on: day(2026, 11, 17), daysLeft: 4 });
	expect(days[7]).toEqual({ on: day(2026, 11, 13), daysLeft: 0 });
});

describe('the banner', () => {
	const life = { status: 'current', validFrom: day(2024, 7, 1) } as const;
	it.each([
		['none while it holds', life, null],
		['none on its last day', { ...life, validTo: TODAY }, null],
		[
			'expired from the day after its last',
			{ ...life, validTo: day(2026, 11, 19), successor: 'P6x' },
			{ kind: 'expired', since: TODAY, successor: 'P6x' }
		],
		[
			'expired for what is history',
			{ ...life, status: 'historical', validTo: day(2024, 6, 30) },
			{ kind: 'expired', since: day(2024, 7, 1) }
		],
		['future', { ...life, validFrom: day(2027, 1, 1) }, { kind: 'future', from: day(2027, 1, 1) }],
		['to be confirmed', { ...life, status: 'toConfirm' }, { kind: 'toConfirm' }],
		[
			'expired rather than to be confirmed',
			{ ...life, status: 'toConfirm', validTo: day(2026, 1, 1) },
			{ kind: 'expired', since: day(2026, 1, 2) }
		],
		['none for a step that says nothing of its own', {}, null]
	] as const)('is %s', (_, item, banner) => {
		expect(decideBanner(item, TODAY)).toEqual(banner);
		expect(canFollow(item, TODAY)).toBe(banner === null || banner.kind === 'toConfirm');
	});
});

it('a condition holds only for what is known', () => {
	expect(meetsCondition(undefined, APPROVED)).toBe(true);
	expect(meetsCondition({ states: ['hasCard'] }, APPROVED)).toBe(false);
	expect(meetsCondition({ phone: { nfc: true } }, APPROVED)).toBe(false);
	expect(meetsCondition({ phone: { nfc: false } }, { ...APPROVED, phone: { nfc: false } })).toBe(true);
	expect(meetsCondition({ ages: { from: 6, below: 14 } }, { ...APPROVED, age: 14 })).toBe(false);
	expect(meetsCondition({ ages: { from: 6, below: 14 } }, { ...APPROVED, age: 6 })).toBe(true);
	expect(meetsCondition({ ages: { from: 6 } }, APPROVED)).toBe(false);
	expect(
		meetsCondition({ card: ['valid'], groups: ['foreigner'] }, { ...APPROVED, card: 'valid', groups: ['foreigner'] })
	).toBe(true);
	expect(meetsCondition({ groups: ['foreigner'] }, APPROVED)).toBe(false);
});

it('fills in what the ward knows and words what it does not', () => {
	const fallback = {
		wardName: 'phường',
		policePlace: 'Công an xã/phường',
		deskPlace: 'quầy',
		deskHours: 'giờ làm việc',
		wardPhone: 'phường'
	} satisfies Record<WardFact, string>;
	expect(fillText('Ra {policePlace}, {deskHours}, {other}', { deskHours: '7:30–11:30' }, fallback)).toBe(
		'Ra Công an xã/phường, 7:30–11:30, {other}'
	);
});
