// Pictures of screens for whoever looks at them, and what a machine can say of each: nothing is wider than the screen, and
// axe finds nothing.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { ROOT } from '../../src/ops/build.mjs';

export interface Album {
	/** A picture of the whole page from its beginning, and its checks. */
	look(page: Page, name: string): Promise<void>;
	/** Where a picture of another kind goes. */
	pathOf(name: string): string;
}

/** Leaves pictures in tests/.tmp/`folder`, which begins empty. `isField`: the field app's contrast of 7:1 is asked for too. */
export function openAlbum(folder: string, { isField = false }: { readonly isField?: boolean } = {}): Album {
	const pictures = join(ROOT, 'tests', '.tmp', folder);
	let isMade = false;
	function pathOf(name: string): string {
		if (!isMade) {
			rmSync(pictures, { recursive: true, force: true });
			mkdirSync(pictures, { recursive: true });
			isMade = true;
		}
		return join(pictures, `${name}.png`);
	}
	async function look(page: Page, name: string): Promise<void> {
		await page.evaluate(() => scrollTo(0, 0));
		await page.screenshot({ path: pathOf(name), fullPage: true });
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect(wide, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
		const axe = new AxeBuilder({ page });
		if (isField) axe.options({ rules: { 'color-contrast-enhanced': { enabled: true } } }).setLegacyMode();
		const { violations } = await axe.analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
	}
	return { look, pathOf };
}
