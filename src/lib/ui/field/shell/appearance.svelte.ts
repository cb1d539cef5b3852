// How the screens look: theme, size of the text, language. Kept by the device, put on the document by the shell.

import { readLook, writeLook, type Look } from '$lib/device/look.ts';
import type { Language } from '$lib/ui/language.svelte.ts';
import { createContext } from 'svelte';

export class Appearance {
	readonly #language: Language;
	#look = $state.raw<Look>(readLook());

	constructor(language: Language) {
		this.#language = language;
		language.choose(this.#look.tongue);
	}

	get look(): Look {
		return this.#look;
	}

	choose(changes: Partial<Look>): void {
		this.#look = { ...this.#look, ...changes };
		this.#language.choose(this.#look.tongue);
		writeLook(this.#look);
	}

	/** Puts the look on the document; call it from an effect. */
	show(root: HTMLElement): void {
		const { theme, textPercent, tongue } = this.#look;
		if (theme === 'auto') delete root.dataset.theme;
		else root.dataset.theme = theme;
		root.style.setProperty('--text-scale', String(textPercent / 100));
		root.lang = tongue;
	}
}

export const [getAppearance, setAppearance] = createContext<Appearance>();
