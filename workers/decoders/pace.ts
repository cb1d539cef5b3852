// How patiently the next live picture is looked at. While the hand comes nearer and the focus settles, a later picture is
// worth more than a longer look: as many pictures as possible are glanced at. A card that is still not read after some of
// them is a hard one, and a patient look may then take half of the time, however slow the phone is. A phone that is so
// quick that it has looked patiently before the next picture comes need not choose.

import type { CascadeRead, Patience } from './cascade.ts';

/** So many pictures with something like a code are looked at without patience first. */
const QUICK_FIRST = 10;
/** Of looks without patience, one of so many is more than a glance. */
const QUICK_EVERY = 3;
/** A patient look takes about so many times as long as a quick one. */
const PATIENT_TIMES = 5;
/** One picture of a camera in weak light. */
const PICTURE_MS = 66;

export class Pace {
	#misses = 0;
	#looks = 0;
	#restUntilMs = -Infinity;
	#quickMs = Infinity;
	#chosen: Exclude<Patience, 'still'> = 'glance';

	/** For a picture that is looked at from `nowMs` on. */
	choose(nowMs: number): Exclude<Patience, 'still'> {
		const isHard = this.#misses >= QUICK_FIRST || this.#quickMs * PATIENT_TIMES <= PICTURE_MS;
		if (isHard && nowMs >= this.#restUntilMs) this.#chosen = 'patient';
		else this.#chosen = ++this.#looks % QUICK_EVERY === 0 ? 'quick' : 'glance';
		return this.#chosen;
	}

	/** What the look that was chosen last brought and took. Pictures without anything like a code count for nothing. */
	note({ text, isLikely }: Pick<CascadeRead, 'text' | 'isLikely'>, startedAtMs: number, tookMs: number): void {
		if (text !== null) this.#misses = 0;
		if (text !== null || !isLikely) return;
		if (this.#chosen === 'patient') this.#restUntilMs = startedAtMs + 2 * tookMs;
		// the first looks of all are slow: code is still being compiled
		if (this.#chosen === 'quick') this.#quickMs = Math.min(this.#quickMs, tookMs);
		this.#misses++;
	}
}
