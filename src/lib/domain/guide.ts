// Walking a guide: (state, event) -> state, with no clock and no screen of its own.
//
//   open -> neverAskSeen -> answered ... answered -> a step with `stop` -> result
//                        <- back      forward ->
//
// The state is the list of answers alone; the step on screen follows from it, so it can be saved after each event and
// taken up again after the phone was shut. A guide only proposes: the volunteer confirms at the end (rule 5.1).

import {
	meetsCondition,
	type Branch,
	type Effect,
	type Guide,
	type GuideContext,
	type GuideStep,
	type Pack,
	type StopOutcome
} from './content.ts';
import { addDays, daysBetween, type Day } from './day.ts';

/** What was chosen on one step; `branch` is absent where the step only had a way on. */
export interface Answer {
	readonly step: string;
	readonly branch?: string;
	/** Day of the approval notice, where the step asked for it. */
	readonly on?: Day;
}

/** Plain data: it may be saved after each event. */
export interface GuideState {
	readonly guideId: string;
	readonly packVersion: number;
	readonly context: GuideContext;
	readonly path: readonly Answer[];
	/** Answers that were taken back, next one first, so that forward can give them again. */
	readonly ahead: readonly Answer[];
	readonly hasSeenNeverAsk: boolean;
	/** When a timer began, by `timerKey`. */
	readonly timers: Readonly<Record<string, number>>;
	/** Ticked points, by `step/point`. */
	readonly ticks: readonly string[];
}

export type GuideEvent =
	| { readonly kind: 'neverAskSeen' }
	| { readonly kind: 'answered'; readonly branch?: string; readonly on?: Day }
	| { readonly kind: 'wentBack' }
	| { readonly kind: 'wentForward' }
	| { readonly kind: 'timerStarted'; readonly atMs: number }
	| { readonly kind: 'ticked'; readonly point: string; readonly isOn: boolean };

export interface GuideResult {
	readonly guide: string;
	readonly packVersion: number;
	/** Step at which it ended. */
	readonly ended: string;
	readonly outcome: StopOutcome;
	/** Day of the approval notice, where it became known. */
	readonly approvedOn?: Day;
	/** In the order in which they happened; ladder steps follow each other. */
	readonly effects: readonly Effect[];
	readonly ticks: readonly string[];
	/** Guide or article to go on with. */
	readonly follow?: string;
}

/** A fresh walk, before the first step and before the "we never ask" card. */
export function openGuide(guide: Guide, pack: Pick<Pack, 'version'>, context: GuideContext): GuideState {
	return {
		guideId: guide.id,
		packVersion: pack.version,
		context,
		path: [],
		ahead: [],
		hasSeenNeverAsk: false,
		timers: {},
		ticks: []
	};
}

/**
 * A saved walk taken up again. If the pack changed in between, the answers that still lead somewhere are kept and
 * the walk stands at the last step that they reach.
 */
export function resumeGuide(guide: Guide, pack: Pick<Pack, 'version'>, saved: GuideState): GuideState {
	const fresh = openGuide(guide, pack, saved.context);
	if (saved.guideId !== guide.id) return fresh;
	let state: GuideState = {
		...fresh,
		hasSeenNeverAsk: saved.hasSeenNeverAsk,
		timers: saved.timers,
		ticks: saved.ticks
	};
	for (const answer of saved.path) {
		const next = answer.step === currentStep(guide, state).id ? takeAnswer(guide, state, answer) : null;
		if (!next) return state;
		state = next;
	}
	return { ...state, ahead: saved.packVersion === pack.version ? saved.ahead : [] };
}

/** The step on screen. Throws on a guide that points nowhere: `parsePack` lets none in. */
export function currentStep(guide: Guide, state: Pick<GuideState, 'path' | 'context'>): GuideStep {
	const visited: string[] = [];
	let step = arrive(guide, guide.start, visited, state.context);
	for (const answer of state.path) {
		visited.push(step.id);
		const to = targetOf(step, answer);
		if (to === undefined) throw new Error(`guide ${guide.id}: no way on from ${step.id}`);
		step = arrive(guide, to, visited, state.context);
	}
	return step;
}

/** The state after an event; an event that does not fit (an unknown branch, missing ticks) changes nothing. */
export function advanceGuide(guide: Guide, state: GuideState, event: GuideEvent): GuideState {
	switch (event.kind) {
		case 'neverAskSeen':
			return { ...state, hasSeenNeverAsk: true };
		case 'answered': {
			const answer: Answer = {
				step: currentStep(guide, state).id,
				...(event.branch === undefined ? {} : { branch: event.branch }),
				...(event.on === undefined ? {} : { on: event.on })
			};
			const next = takeAnswer(guide, state, answer);
			if (!next) return state;
			const [undone, ...rest] = state.ahead;
			const isSame = undone?.step === answer.step && undone.branch === answer.branch && undone.on === answer.on;
			return { ...next, ahead: isSame ? rest : [] };
		}
		case 'wentBack': {
			const last = state.path.at(-1);
			if (!last) return { ...state, hasSeenNeverAsk: false };
			return { ...state, path: state.path.slice(0, -1), ahead: [last, ...state.ahead] };
		}
		case 'wentForward': {
			const [first, ...rest] = state.ahead;
			const next = first ? takeAnswer(guide, state, first) : null;
			return next ? { ...next, ahead: rest } : state;
		}
		case 'timerStarted': {
			const key = timerKey(guide, state);
			return key in state.timers ? state : { ...state, timers: { ...state.timers, [key]: event.atMs } };
		}
		case 'ticked': {
			const key = `${currentStep(guide, state).id}/${event.point}`;
			const others = state.ticks.filter((tick) => tick !== key);
			return { ...state, ticks: event.isOn ? [...others, key] : others };
		}
	}
}

/** One arrival at a step has one timer: going back and forth keeps it, a new code starts a new one. */
export function timerKey(guide: Guide, state: GuideState): string {
	return `${state.path.length}/${currentStep(guide, state).id}`;
}

/** Milliseconds until the code dies, never below 0; null where the step on screen has no running code. */
export function leftOfCode(guide: Guide, state: GuideState, nowMs: number): number | null {
	const { timer } = currentStep(guide, state);
	const startedMs = state.timers[timerKey(guide, state)];
	if (timer?.kind !== 'otp' || startedMs === undefined) return null;
	// A clock that was set back must not give a code more life than it ever had.
	return Math.min(timer.lifeMs, Math.max(0, startedMs + timer.lifeMs - nowMs));
}

export interface DayChoice {
	readonly on: Day;
	readonly daysLeft: number;
}

/** The days on which a notice may have come and still be in time, today first (NĐ 69/2024 art. 14: 7 days). */
export function listNoticeDays(days: number, today: Day): DayChoice[] {
	return Array.from({ length: days + 1 }, (_, ago) => {
		const on = addDays(today, -ago);
		return { on, daysLeft: daysBetween(today, addDays(on, days)) };
	});
}

/** True while a point that must be ticked is open on the step on screen. */
export function hasOpenPoints(guide: Guide, state: GuideState): boolean {
	const step = currentStep(guide, state);
	return (step.check ?? []).some((point) => !state.ticks.includes(`${step.id}/${point.id}`));
}

/** The point that says that a phone which was borrowed no longer holds the account (scenario S09). */
export const UNLINKED_POINT = 'unlinked';

/** True from the step on that puts an account on a borrowed phone until it is ticked that the phone was unlinked. */
export function isPhoneBorrowed(guide: Guide, state: GuideState): boolean {
	const passed = new Set([...state.path.map((answer) => answer.step), currentStep(guide, state).id]);
	const isLent = guide.steps.some((step) => step.borrows && passed.has(step.id));
	return isLent && !state.ticks.some((tick) => tick.endsWith(`/${UNLINKED_POINT}`));
}

/** Where the walk stands, as in "4/9": steps seen, and how many there will be if it goes on as walks usually do. */
export function progressOf(guide: Guide, state: GuideState): { readonly at: number; readonly of: number } {
	const at = state.path.length + 1;
	let step = currentStep(guide, state);
	let of = at;
	for (; !step.stop && of < at + guide.steps.length; of++) {
		const to = step.branches?.find((branch) => branch.usual)?.to ?? step.next ?? nearestEnd(guide, step);
		if (to === undefined) break;
		step = arrive(guide, to, [], state.context);
	}
	return { at, of };
}

/** What the walk proposes, or null while it has not ended. */
export function decideResult(guide: Guide, state: GuideState): GuideResult | null {
	const last = currentStep(guide, state);
	if (!last.stop || hasOpenPoints(guide, state)) return null;
	const steps = new Map(guide.steps.map((step) => [step.id, step]));
	const found: Effect[] = [];
	for (const answer of state.path) {
		const step = steps.get(answer.step);
		found.push(...(step?.effects ?? []), ...(step ? (branchOf(step, answer)?.effects ?? []) : []));
	}
	found.push(...(last.effects ?? []));
	const approvedOn = state.path.findLast((answer) => answer.on !== undefined)?.on;
	return {
		guide: guide.id,
		packVersion: state.packVersion,
		ended: last.id,
		outcome: last.stop.outcome,
		...(approvedOn === undefined ? {} : { approvedOn }),
		effects: dropDoubles(found.filter((effect) => meetsCondition(effect.when, state.context))),
		ticks: state.ticks,
		...(last.links?.[0] ? { follow: last.links[0].to } : {})
	};
}

/** Every step that this one may lead to, in the order of the screen. */
export function listTargets(step: GuideStep): string[] {
	return [
		...(step.branches ?? []).map((branch) => branch.to),
		...(step.next === undefined ? [] : [step.next]),
		...(step.redirects ?? []).map((redirect) => redirect.to),
		...(step.limit ? [step.limit.to] : [])
	];
}

/** First place that names a step which is not there, or two of one name; null where the graph holds together. */
export function findLostStep({ start, steps }: Guide): string | null {
	const ids = new Set(steps.map((step) => step.id));
	if (!ids.has(start)) return `start -> ${start}`;
	if (ids.size !== steps.length) return 'steps: doubled id';
	for (const step of steps) {
		const lost = listTargets(step).find((to) => !ids.has(to));
		if (lost !== undefined) return `${step.id} -> ${lost}`;
		const branches = (step.branches ?? []).map((branch) => branch.id);
		if (new Set(branches).size !== branches.length) return `${step.id}: doubled branch`;
	}
	return null;
}

function branchOf(step: GuideStep, answer: Answer): Branch | undefined {
	return step.branches?.find((branch) => branch.id === answer.branch);
}

function targetOf(step: GuideStep, answer: Answer): string | undefined {
	if (step.stop) return undefined;
	if (step.branches?.length) return branchOf(step, answer)?.to;
	return answer.branch === undefined ? step.next : undefined;
}

function takeAnswer(guide: Guide, state: GuideState, answer: Answer): GuideState | null {
	const step = currentStep(guide, state);
	if (targetOf(step, answer) === undefined || hasOpenPoints(guide, state)) return null;
	return { ...state, path: [...state.path, { ...answer, step: step.id }] };
}

/** Follows limits and redirects from `to` until a step that is shown. */
function arrive(guide: Guide, to: string, visited: readonly string[], context: GuideContext): GuideStep {
	let id = to;
	for (let hops = 0; hops <= guide.steps.length; hops++) {
		const step = guide.steps.find((row) => row.id === id);
		if (!step) throw new Error(`guide ${guide.id}: step ${id} is missing`);
		const { limit } = step;
		const away =
			limit && visited.filter((seen) => seen === step.id).length >= limit.times
				? limit.to
				: step.redirects?.find((redirect) => meetsCondition(redirect.when, context))?.to;
		if (away === undefined) return step;
		id = away;
	}
	throw new Error(`guide ${guide.id}: redirects go round from ${to}`);
}

/** The branch from which success is nearest, or any end where none leads to success. */
function nearestEnd(guide: Guide, from: GuideStep): string | undefined {
	const steps = new Map(guide.steps.map((step) => [step.id, step]));
	const find = (fits: (step: GuideStep) => boolean): string | undefined => {
		// Rings of ever more answers, each step remembering by which branch it was reached first.
		const first = new Map<string, string>();
		for (const branch of from.branches ?? []) if (!first.has(branch.to)) first.set(branch.to, branch.to);
		for (const [id, by] of first) {
			const step = steps.get(id);
			if (!step) continue;
			if (fits(step)) return by;
			for (const to of listTargets(step)) if (!first.has(to)) first.set(to, by);
		}
		return undefined;
	};
	return find((step) => step.stop?.outcome === 'success') ?? find((step) => step.stop !== undefined);
}

/** A step that was passed twice proposes once. */
function dropDoubles(effects: readonly Effect[]): Effect[] {
	const seen = new Set<string>();
	return effects.filter((effect) => {
		const { when: _, ...rest } = effect;
		const key = JSON.stringify(rest);
		return !seen.has(key) && seen.add(key);
	});
}
