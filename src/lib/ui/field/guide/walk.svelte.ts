// What the guide's screen knows: the walk itself, whether the phone is turned round, and what will be recorded.

import type { Effect, Guide, GuideContext } from '$lib/domain/content.ts';
import type { Day } from '$lib/domain/day.ts';
import {
	advanceGuide,
	currentStep,
	decideResult,
	hasOpenPoints,
	leftOfCode,
	openGuide,
	progressOf,
	resumeGuide,
	type GuideEvent,
	type GuideResult,
	type GuideState
} from '$lib/domain/guide.ts';

export interface WalkAims {
	readonly guide: Guide;
	readonly packVersion: number;
	readonly context: GuideContext;
	readonly saved?: GuideState | undefined;
	readonly onState: (state: GuideState) => void;
}

/** One line of the list that the volunteer confirms; a barrier that came and went is one line. */
export interface Proposal {
	readonly effects: readonly Effect[];
	readonly first: Effect;
	readonly isSolved: boolean;
}

export class Walk {
	readonly guide: Guide;
	readonly packVersion: number;
	readonly #onState: (state: GuideState) => void;
	#state: GuideState;
	#isTurned = $state(false);
	/** Places in `proposals` that are not to be recorded. */
	#dropped = $state.raw<readonly number[]>([]);
	#step = $derived.by(() => currentStep(this.guide, this.#state));
	#result = $derived.by(() => decideResult(this.guide, this.#state));
	#proposals = $derived(gather(this.#result?.effects ?? []));

	constructor({ guide, packVersion, context, saved, onState }: WalkAims) {
		this.guide = guide;
		this.packVersion = packVersion;
		this.#onState = onState;
		const pack = { version: packVersion };
		this.#state = $state.raw(saved ? resumeGuide(guide, pack, saved) : openGuide(guide, pack, context));
	}

	get step() {
		return this.#step;
	}
	get hasSeenNeverAsk() {
		return this.#state.hasSeenNeverAsk;
	}
	get progress() {
		return progressOf(this.guide, this.#state);
	}
	/** Changes with every arrival, also with a second one at the same step. */
	get arrival() {
		return this.hasSeenNeverAsk ? `${this.#state.path.length}/${this.#step.id}` : 'neverAsk';
	}
	get canGoForward() {
		return this.#state.ahead.length > 0;
	}
	get hasOpenPoints() {
		return hasOpenPoints(this.guide, this.#state);
	}
	get isTurned() {
		return this.#isTurned;
	}
	get hasEnded() {
		return this.#result !== null;
	}
	get proposals(): readonly Proposal[] {
		return this.#proposals;
	}
	/** Day of the approval notice as answered on the way. */
	get approvedOn(): Day | undefined {
		return this.#state.path.findLast((answer) => answer.on !== undefined)?.on;
	}

	isTicked(point: string): boolean {
		return this.#state.ticks.includes(`${this.#step.id}/${point}`);
	}
	isKept(place: number): boolean {
		return !this.#dropped.includes(place);
	}
	leftMs(nowMs: number): number | null {
		return leftOfCode(this.guide, this.#state, nowMs);
	}

	turn(): void {
		this.#isTurned = !this.#isTurned;
	}

	/** Takes an event and saves; the list to confirm starts anew wherever the walk goes. */
	take(event: GuideEvent): void {
		const next = advanceGuide(this.guide, this.#state, event);
		if (next === this.#state) return;
		this.#state = next;
		if (event.kind !== 'ticked' && event.kind !== 'timerStarted') {
			this.#dropped = [];
			this.#isTurned = false;
		}
		this.#onState(next);
	}

	/** Ladder steps follow each other: without the first there is no second. */
	keep(place: number, isKept: boolean): void {
		const isLadder = (at: number) => this.#proposals[at]?.first.kind === 'ladder';
		const along = this.#proposals
			.map((_, at) => at)
			.filter((at) => at === place || (isLadder(place) && isLadder(at) && (isKept ? at < place : at > place)));
		const others = this.#dropped.filter((at) => !along.includes(at));
		this.#dropped = isKept ? others : [...others, ...along];
	}

	/** What the volunteer confirms, or null while the walk has not ended. */
	confirm(): GuideResult | null {
		const result = this.#result;
		if (!result) return null;
		return { ...result, effects: this.#proposals.flatMap((proposal, at) => (this.isKept(at) ? proposal.effects : [])) };
	}
}

function gather(effects: readonly Effect[]): Proposal[] {
	const found: Proposal[] = [];
	for (const effect of effects) {
		const before = found.findIndex(
			({ first, isSolved }) =>
				!isSolved &&
				effect.kind === 'barrier' &&
				effect.change === 'closed' &&
				first.kind === 'barrier' &&
				first.code === effect.code
		);
		const opened = found[before];
		if (opened) found[before] = { first: opened.first, effects: [...opened.effects, effect], isSolved: true };
		else found.push({ first: effect, effects: [effect], isSolved: false });
	}
	return found;
}
