// Somebody who has no finger on the glass: whatever is to be pressed is walked to with Tab, as focus goes, and pressed
// with Enter, Space or an arrow.

import { expect, type Locator } from '@playwright/test';
import { Guide } from './guide-hands.ts';

/** More targets than the longest screen has. */
const MOST_STEPS = 150;

export class KeysAlone extends Guide {
	keys = 0;
	/** The widest that a screen was. */
	widest = 0;

	override async act(target: Locator, role: 'button' | 'link' | 'checkbox' | 'radio'): Promise<void> {
		if (role === 'radio') await this.#chooseRadio(target);
		else if (role !== 'checkbox' || !(await target.isChecked())) {
			await this.#reach(target);
			await this.#key(role === 'checkbox' ? 'Space' : 'Enter');
		}
		this.widest = Math.max(this.widest, await this.page.evaluate(() => document.documentElement.scrollWidth));
	}

	override async type(field: Locator, text: string): Promise<void> {
		await this.#reach(field);
		await this.page.keyboard.type(text);
	}

	async #reach(target: Locator): Promise<void> {
		await target.waitFor();
		for (let steps = 0; steps < MOST_STEPS; steps++) {
			// Behind the last target of a page comes the browser's own bar, and the page is covered until one comes back from
			// there. That bar hears no keys of ours.
			if (await this.page.evaluate(() => document.documentElement.hasAttribute('data-veiled')))
				await this.page.evaluate(() => window.focus());
			const way = await target.evaluate((element) => {
				const from = document.activeElement;
				if (from === element) return null;
				// who looks at the screen goes back to what stands above
				const isAbove = from && from !== document.body && from.compareDocumentPosition(element) & 2;
				return isAbove ? 'Shift+Tab' : 'Tab';
			});
			if (way === null) {
				await expect(target, 'what has the focus can be seen').toBeInViewport();
				return;
			}
			await this.#key(way);
		}
		throw new Error(`the focus never came to ${String(target)}`);
	}

	/** Tab comes to a group as a whole, arrows go about in it. */
	async #chooseRadio(target: Locator): Promise<void> {
		await target.waitFor({ state: 'attached' });
		const isInGroup = () =>
			target.evaluate(
				(element) =>
					document.activeElement instanceof HTMLInputElement &&
					document.activeElement.name === (element as HTMLInputElement).name
			);
		for (let steps = 0; !(await isInGroup()); steps++) {
			if (steps === MOST_STEPS) throw new Error(`the focus never came to the group of ${String(target)}`);
			await this.#key('Tab');
		}
		if (!(await target.isChecked())) await this.#key('Space');
		for (let steps = 0; !(await target.isChecked()); steps++) {
			if (steps === MOST_STEPS) throw new Error(`the arrows never came to ${String(target)}`);
			await this.#key('ArrowDown');
		}
	}

	async #key(key: string): Promise<void> {
		await this.page.keyboard.press(key);
		this.keys++;
	}
}
