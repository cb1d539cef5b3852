// Pictures of screens for whoever looks at them, and what a machine can say of each: nothing is wider than the screen, and
// axe finds nothing.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { ROOT } from '../../src/ops/build.mjs';
import { lookAtPhone } from './phone-look.ts';

export interface Album {
	/** A page of the desk: a picture of the whole of it from its beginning, and its checks. */
	look(page: Page, name: string): Promise<void>;
	/** A screen of the field app in both themes and with large text. */
	lookAtPhone(page: Page, name: string): Promise<void>;
	/** Where a picture of another kind goes. */
	pathOf(name: string): string;
}

/** Leaves pictures in tests/.tmp/`folder`, which begins empty. */
export function openAlbum(folder: string): Album {
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
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
	}
	return {
		look,
		lookAtPhone: (page, name) => lookAtPhone(page, name, pathOf(name).replace(/\.png$/, '')),
		pathOf
	};
}
