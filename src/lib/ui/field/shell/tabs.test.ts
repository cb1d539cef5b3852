import { expect, test } from 'vitest';
import { listTabs } from './tabs.ts';

const WORDS = { today: 'Hôm nay', doors: 'Hộ dân', guide: 'Hướng dẫn', me: 'Cá nhân' };
const here = (path: string) =>
	listTabs(path, WORDS)
		?.filter((tab) => tab.isHere)
		.map((tab) => tab.href);

test.each([
	['/', ['/']],
	['/sync', ['/']],
	['/doors', ['/doors']],
	['/doors/0190-aa', ['/doors']],
	['/guide', ['/guide']],
	['/me', ['/me']],
	['/khong-co', []]
])('on %s the person is in %j', (path, tabs) => {
	expect(here(path)).toEqual(tabs);
});

test.each(['/visit/0190-aa', '/visit/fix/0190-aa', '/guide/P5'])('%s has the thumb for itself', (path) => {
	expect(listTabs(path, WORDS)).toBeNull();
});
