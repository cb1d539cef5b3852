import { expect, test } from 'vitest';
import { news as english } from '../../words/en/news.ts';
import { news as vietnamese } from '../../words/vi/news.ts';
import { listUnread, NEWEST_EDITION } from './news.ts';

const editions = [3, 2, 1].map((edition) => ({ edition, day: '', lines: [] }));
const numbers = (mark: number | null) => listUnread(editions, mark).map(({ edition }) => edition);

test('news are what came after the edition that was read; a phone that begins has none', () => {
	expect([numbers(1), numbers(3), numbers(4), numbers(null)]).toEqual([[3, 2], [], [], []]);
});

test('the texts are in order, the same editions in both languages, and the build knows the newest', () => {
	const listed = vietnamese.editions.map(({ edition }) => edition);
	expect(listed[0]).toBe(NEWEST_EDITION);
	expect(listed).toEqual([...new Set(listed)].sort((a, b) => b - a));
	expect(english.editions.map(({ edition, lines }) => [edition, lines.length])).toEqual(
		vietnamese.editions.map(({ edition, lines }) => [edition, lines.length])
	);
	// few enough to be read before a door
	for (const { lines } of vietnamese.editions) expect(lines.length).toBeLessThanOrEqual(4);
});
