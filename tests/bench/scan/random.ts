// Chance that can be had again: a stream of numbers from one seed.

export interface Chance {
	/** From 0 up to, but not, 1. */
	unit(): number;
	between(least: number, most: number): number;
	/** A whole number from `least` up to, but not, `end`. */
	whole(least: number, end: number): number;
	pick<Item>(items: readonly Item[]): Item;
	isLucky(share: number): boolean;
	/** Mean 0, deviation 1. */
	normal(): number;
}

/** The same words give the same stream (mulberry32 over an FNV-1a hash of them). */
export function openChance(...words: (string | number)[]): Chance {
	let state = 2166136261;
	for (const sign of words.join('/')) state = Math.imul(state ^ sign.charCodeAt(0), 16777619);
	const unit = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const whole = (least: number, end: number) => least + Math.floor(unit() * (end - least));
	return {
		unit,
		whole,
		between: (least, most) => least + unit() * (most - least),
		pick: (items) => items[whole(0, items.length)]!,
		isLucky: (share) => unit() < share,
		normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())
	};
}
