// From a seed that breaks a law to the few steps that it takes: halves, quarters, and so on are left out for as long as
// the same law breaks (ddmin).

/** The fewest of `steps` that `breaks` still holds for, as far as leaving out runs of them finds. */
export async function shrink(
	steps: readonly number[],
	breaks: (steps: readonly number[]) => Promise<boolean>
): Promise<readonly number[]> {
	let kept = steps;
	for (let parts = 2; kept.length > 1;) {
		const size = Math.ceil(kept.length / parts);
		let isSmaller = false;
		for (let from = 0; from < kept.length; from += size) {
			const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
			if (!(await breaks(fewer))) continue;
			kept = fewer;
			isSmaller = true;
			from -= size;
		}
		if (isSmaller) parts = Math.max(2, Math.min(parts, kept.length));
		else if (size > 1) parts = Math.min(kept.length, parts * 2);
		else break;
	}
	return kept;
}
