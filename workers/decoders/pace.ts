// How patiently the next live picture is looked at. A patient look reads what a quick one cannot, and on a slow phone
// takes as long as several quick ones, each of which could meet a sharper picture: so it may take half of the time.

import type { CascadeRead, Patience } from './cascade.ts';

export class Pace {
	#restUntilMs = -Infinity;

	/** For a picture that is looked at from `nowMs` on. */
	choose(nowMs: number): Exclude<Patience, 'still'> {
		return nowMs >= this.#restUntilMs ? 'patient' : 'quick';
	}

	/** What a look brought and took. Only a miss where something looked like a code was long, and only if it might be. */
	note({ text, isLikely }: Pick<CascadeRead, 'text' | 'isLikely'>, startedAtMs: number, tookMs: number): void {
		if (text !== null || !isLikely || this.choose(startedAtMs) === 'quick') return;
		this.#restUntilMs = startedAtMs + 2 * tookMs;
	}
}
