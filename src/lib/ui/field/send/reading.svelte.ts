// A row of pictures that is being filmed from another phone's screen: what has come, what is wrong, when it is whole.

import { unpackText } from '$lib/device/pack.ts';
import { RowReader } from '$lib/device/picture-row.ts';
import { problem as makeProblem, type Problem, type Result } from '$lib/domain/problem.ts';

/** Codes in a row that are none of ours, before it is said: one may stand on the wall behind. */
const STRANGERS = 3;

export class Reading {
	#reader = new RowReader();
	#strangers = 0;
	#isDone = false;
	got = $state(0);
	count = $state(0);
	isSilent = $state(false);
	isForeign = $state(false);
	problem = $state.raw<Problem | null>(null);
	readonly #take: (text: string) => Promise<Result<unknown>>;

	/** `take` is given the text that the row brought; a problem that it answers is shown. */
	constructor(take: (text: string) => Promise<Result<unknown>>) {
		this.#take = take;
	}

	get isDone(): boolean {
		return this.#isDone;
	}

	/** What a picture said. Resolves when all that follows from it was done. */
	async read(text: string): Promise<void> {
		if (this.#isDone) return;
		this.isSilent = false;
		const sight = this.#reader.take(text);
		this.#strangers = sight === 'foreign' ? this.#strangers + 1 : 0;
		this.isForeign = this.#strangers >= STRANGERS;
		if (sight === 'other') this.problem = makeProblem('rescue.otherRow');
		else if (sight !== 'foreign') this.problem = null;
		this.got = this.#reader.got;
		this.count = this.#reader.count;
		if (this.count === 0 || this.got < this.count) return;
		this.#isDone = true;
		const payload = this.#reader.finish();
		const unpacked = payload ? await unpackText(payload) : null;
		const taken = unpacked?.ok ? await this.#take(unpacked.value) : unpacked;
		this.problem = taken === null ? makeProblem('rescue.damaged') : taken.ok ? null : taken.problem;
	}

	noteSilence(): void {
		this.isSilent = true;
	}

	/** Forgets what has come. */
	again(): void {
		this.#reader = new RowReader();
		this.#isDone = this.isSilent = this.isForeign = false;
		this.got = this.count = this.#strangers = 0;
		this.problem = null;
	}
}
