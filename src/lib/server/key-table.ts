// Numbers under texts without the texts: 64 bits of each are kept, 12 bytes to a slot. A list of a hundred thousand people
// asks after half a million keys; as strings they would take a hundred megabytes. That two of a million texts share their
// 64 bits happens once in some tens of millions of lists.

const FIRST_SLOTS = 1024;

export class KeyTable {
	#high = new Uint32Array(FIRST_SLOTS);
	#low = new Uint32Array(FIRST_SLOTS);
	#values = new Uint32Array(FIRST_SLOTS);
	#size = 0;

	/** The number under a text; 0 where there is none. */
	get(text: string): number {
		return this.#values[this.#find(...digest(text))] ?? 0;
	}

	/** Puts a number above 0 under a text; one that is there already stays. */
	add(text: string, value: number): void {
		const [high, low] = digest(text);
		const slot = this.#find(high, low);
		if (this.#values[slot] !== 0) return;
		this.#put(slot, high, low, value);
		this.#size += 1;
		if (2 * this.#size > this.#values.length) this.#grow();
	}

	#put(slot: number, high: number, low: number, value: number): void {
		this.#high[slot] = high;
		this.#low[slot] = low;
		this.#values[slot] = value;
	}

	/** The slot of a key, or the free one in which it belongs. */
	#find(high: number, low: number): number {
		const last = this.#values.length - 1;
		let slot = low & last;
		while (this.#values[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = (slot + 1) & last;
		return slot;
	}

	#grow(): void {
		const [highs, lows, values] = [this.#high, this.#low, this.#values];
		this.#high = new Uint32Array(2 * values.length);
		this.#low = new Uint32Array(2 * values.length);
		this.#values = new Uint32Array(2 * values.length);
		values.forEach((value, at) => {
			if (value !== 0) this.#put(this.#find(highs[at]!, lows[at]!), highs[at]!, lows[at]!, value);
		});
	}
}

/** Two sums of 32 bits that depend on each other and on every sign (multiply and mix, as MurmurHash ends). */
function digest(text: string): [number, number] {
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (let at = 0; at < text.length; at++) {
		const sign = text.charCodeAt(at);
		high = Math.imul(high ^ sign, 0x9e3779b1);
		low = Math.imul(low ^ sign, 0x5f356495);
	}
	high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
	low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
	return [high >>> 0, low >>> 0];
}
