/** Rows are opened this many at a time, so that a cheap phone keeps answering. */
const CHUNK_ROWS = 500;

/** Takes each step, some of them at once, and gives their answers in order. */
export async function inChunks<From, To>(from: readonly From[], step: (item: From) => Promise<To>): Promise<To[]> {
	const to: To[] = [];
	for (let at = 0; at < from.length; at += CHUNK_ROWS) {
		to.push(...(await Promise.all(from.slice(at, at + CHUNK_ROWS).map(step))));
	}
	return to;
}
