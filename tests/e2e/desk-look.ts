// Pages of the desk with much beside each other, at the sizes of a small and of a large screen: nothing is wider than the
// screen, and axe finds nothing serious.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { openAlbum } from './look.ts';

const SIZES = [
	{ width: 1280, height: 800 },
	{ width: 1920, height: 1080 }
];

export interface WideAlbum {
	/** A picture of the whole page at each size, and its checks. */
	show(page: Page, name: string): Promise<void>;
	/** Where a picture of another kind goes. */
	pathOf(name: string): string;
}

/** Leaves pictures in tests/.tmp/`folder`, which begins empty. */
export function openWideAlbum(folder: string): WideAlbum {
	const { pathOf } = openAlbum(folder);
	async function show(page: Page, name: string): Promise<void> {
		for (const size of SIZES) {
			await page.setViewportSize(size);
			// heads of tables stay in sight while one scrolls: a picture of the whole page is taken from its top
			await page.evaluate(() => scrollTo(0, 0));
			const wide = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(wide, `${name} is wider than ${size.width}`).toBeLessThanOrEqual(0);
			await page.screenshot({ path: pathOf(`${name}-${size.width}`), fullPage: true });
		}
		await page.setViewportSize(SIZES[0]!);
		const { violations } = await new AxeBuilder({ page }).analyze();
		const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
		expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)])).toEqual([]);
	}
	return { show, pathOf };
}
