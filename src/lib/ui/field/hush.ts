// A save is first shown as saved by whoever saved; all other screens hear of it a frame later, and nothing is lost by it:
// what they read is the device's own at any time, only the call to read it again waits.

/** Where no frame is drawn (a hidden page), soon. */
const FRAME_MS = 100;

export class Hush {
	readonly #isUrgent: () => boolean;
	readonly #waiting = new Set<() => void>();
	#held = 0;

	/** `isUrgent`: what is told now must not wait, a lock for instance. */
	constructor(isUrgent: () => boolean) {
		this.#isUrgent = isUrgent;
	}

	/** Calls `update` now, or once after what is being shown is drawn. */
	pass(update: () => void): void {
		if (this.#held > 0 && !this.#isUrgent()) this.#waiting.add(update);
		else update();
	}

	/** Runs `work`; what is told meanwhile waits until what came of it is drawn. */
	async during<Value>(work: () => Promise<Value>): Promise<Value> {
		this.#held += 1;
		try {
			return await work();
		} finally {
			afterFrame(() => this.#letGo());
		}
	}

	#letGo(): void {
		this.#held -= 1;
		if (this.#held > 0) return;
		const waiting = [...this.#waiting];
		this.#waiting.clear();
		for (const update of waiting) update();
	}
}

function afterFrame(work: () => void): void {
	let isDone = false;
	function once(): void {
		if (!isDone) work();
		isDone = true;
	}
	setTimeout(once, FRAME_MS);
	// a task of its own behind the frame; tests have no frames
	(globalThis as Partial<typeof globalThis>).requestAnimationFrame?.(() => setTimeout(once));
}
