// A bound on how much is under way at once: work that comes while there is no room waits in order, and a line that is too
// long is told so instead of growing.

export class Gate {
	readonly #most: number;
	readonly #longest: number;
	readonly #line: (() => void)[] = [];
	#busy = 0;

	/** At most `most` at a time, and at most `longest` that wait. */
	constructor(most: number, longest: number) {
		this.#most = most;
		this.#longest = longest;
	}

	/** Runs `work` when its turn comes; null, without running it, when too many wait already. */
	async run<Value>(work: () => Promise<Value>): Promise<Value | null> {
		if (this.#busy >= this.#most) {
			if (this.#line.length >= this.#longest) return null;
			// whoever ends hands its place on, so nobody who comes later can take it
			await new Promise<void>((resolve) => this.#line.push(resolve));
		} else this.#busy++;
		try {
			return await work();
		} finally {
			const next = this.#line.shift();
			if (next) next();
			else this.#busy--;
		}
	}
}
