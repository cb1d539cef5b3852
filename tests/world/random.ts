// Chance from a seed: the same seed gives the same world, on every machine.

/** sfc32 behind a few words: numbers, choices, bytes. */
export class Random {
	#a = 0;
	#b = 0;
	#c = 0;
	#d = 1;

	constructor(seed: number) {
		this.reseed(seed, 0);
	}

	/** Begins anew; with a step of its own, so that a step keeps its chances when those before it are left out. */
	reseed(seed: number, step: number): void {
		this.#a = 0x9e3779b9 ^ seed;
		this.#b = 0x243f6a88 + seed;
		this.#c = 0xb7e15162 ^ Math.imul(step, 0x9e3779b1);
		this.#d = 1;
		for (let i = 0; i < 12; i++) this.unit();
	}

	/** At least 0 and below 1. */
	unit(): number {
		const t = (((this.#a + this.#b) | 0) + this.#d) | 0;
		this.#d = (this.#d + 1) | 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) | 0;
		this.#c = (this.#c << 21) | (this.#c >>> 11);
		this.#c = (this.#c + t) | 0;
		return (t >>> 0) / 4294967296;
	}

	below(count: number): number {
		return Math.floor(this.unit() * count);
	}

	between(least: number, most: number): number {
		return least + this.below(most - least + 1);
	}

	happens(chance: number): boolean {
		return this.unit() < chance;
	}

	pick<Item>(items: readonly Item[]): Item | undefined {
		return items[this.below(items.length)];
	}

	/** One key by weight. */
	choose<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key {
		const entries = Object.entries(weights) as [Key, number][];
		let left = this.unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
		return entries[0]![0];
	}

	readonly bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => this.below(256));
}
