// How patiently the next live picture is looked at. While the hand comes nearer and the focus settles, a later picture is
// worth more than a longer look; a card that is still not read after some pictures is a hard one. A patient look may then
// take half of the time, however slow the phone is.

import type { CascadeRead, Patience } from './cascade.ts';

/** So many pictures with something like a code are looked at quickly first. */
const QUICK_FIRST = 6;

export class Pace {
	#misses = 0;
	#restUntilMs = -Infinity;

	/** For a picture that is looked at from `nowMs` on. */
	choose(nowMs: number): Exclude<Patience, 'still'> {
		return this.#misses >= QUICK_FIRST && nowMs >= this.#restUntilMs ? 'patient' : 'quick';
	}

	/** What a look brought and took. Pictures without anything like a code count for nothing. */
	note({ text, isLikely }: Pick<CascadeRead, 'text' | 'isLikely'>, startedAtMs: number, tookMs: number): void {
		if (text !== null) this.#misses = 0;
		if (text !== null || !isLikely) return;
		if (this.choose(startedAtMs) === 'patient') this.#restUntilMs = startedAtMs + 2 * tookMs;
		this.#misses++;
	}
}
