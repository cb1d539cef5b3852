// What a schema lets through, found out by trying: each place of a golden sample is left out and replaced by one value
// after the other. Whoever changes what is accepted changes the fingerprint; whoever only rewrites the code does not.

import { createHash } from 'node:crypto';

const LONG = [20, 21, 40, 41, 64, 65, 80, 81, 120, 121, 128, 129, 200, 201, 256, 257, 300, 301, 500, 501, 5000];

/** Values that tell one rule from another: kinds of JSON, borders of limits, words of every catalogue in use. */
function probes(words: readonly string[]): unknown[] {
	return [
		...[null, true, false, 0, 1, -1, 1.5, 101, 501, 2 ** 53, '', ' ', 'x', '0', [], {}, [null], ['x'], { x: 1 }],
		...[
			'2026-02-29',
			'2028-02-29',
			'1950',
			'1889',
			'2200',
			'24:00',
			'23:59',
			'000150000017',
			'00015000001',
			'f'.repeat(64)
		],
		...['01a1fb9e-0680-7a9b-9093-fe111eb3134e', '01A1FB9E-0680-7A9B-9093-FE111EB3134E', 'ABCDEFGHJKMNPQRS'],
		...LONG.map((count) => 'x'.repeat(count)),
		...[3, 4, 16, 17, 20, 21, 60, 61].map((count) => Array(count).fill(words[0] ?? 'x')),
		...[4, 60, 61].map((count) => count),
		...words,
		...words.slice(0, 40).map((word) => [word])
	];
}

/** Every text that stands in some sample or catalogue, so that a word that is added or taken away shows. */
export function listWords(...sources: readonly unknown[]): string[] {
	const words = new Set<string>();
	const open: unknown[] = [...sources];
	while (open.length > 0) {
		const next = open.pop();
		if (typeof next === 'string' && next.length < 40) words.add(next);
		else if (typeof next === 'object' && next !== null) open.push(...Object.values(next));
	}
	return [...words].sort();
}

/** For each place one short hash of what it lets through. */
export function fingerprint(
	sample: unknown,
	accepts: (value: unknown) => boolean,
	words: readonly string[]
): Record<string, string> {
	const found: Record<string, string> = {};
	const tried = probes(words);
	for (const path of listPaths(sample)) {
		const bits = [undefined, ...tried].map((value) => (accepts(replaceAt(sample, path, value)) ? '1' : '0')).join('');
		found[path.join('.') || '(all)'] = createHash('sha256').update(bits).digest('hex').slice(0, 12);
	}
	return found;
}

function listPaths(value: unknown, at: readonly string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [[...at]];
	const children = Object.entries(value).flatMap(([key, child]) => listPaths(child, [...at, key]));
	return [[...at], ...children];
}

/** The sample with one place replaced; undefined leaves it out. */
function replaceAt(sample: unknown, path: readonly string[], value: unknown): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return value;
	if (Array.isArray(sample)) return sample.map((item, i) => (String(i) === key ? replaceAt(item, rest, value) : item));
	const copy: Record<string, unknown> = { ...(sample as Record<string, unknown>) };
	const child = replaceAt(copy[key], rest, value);
	if (child === undefined) delete copy[key];
	else copy[key] = child;
	return copy;
}
