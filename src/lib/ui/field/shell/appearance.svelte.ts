// How the screens look: theme, size of the text, language. Kept by the device, put on the document by the shell.

import type { Keeping } from '$lib/device/keep-english.ts';
import { readLook, writeLook, type Look } from '$lib/device/look.ts';
import type { Language } from '$lib/ui/language.svelte.ts';
import { createContext } from 'svelte';

export class Appearance {
	readonly #language: Language;
	readonly #keepEnglish: () => Promise<Keeping>;
	#look = $state.raw<Look>(readLook());
	#english = $state<Keeping | 'coming' | null>(null);

	constructor(language: Language, keepEnglish: () => Promise<Keeping> = () => Promise.resolve('unkept')) {
		this.#language = language;
		this.#keepEnglish = keepEnglish;
		language.choose(this.#look.tongue);
		if (this.#look.tongue === 'en') void this.fetchEnglish();
	}

	get look(): Look {
		return this.#look;
	}

	/** Whether English is on this phone for use without network; null while nobody has chosen it. */
	get english(): Keeping | 'coming' | null {
		return this.#english;
	}

	choose(changes: Partial<Look>): void {
		this.#look = { ...this.#look, ...changes };
		this.#language.choose(this.#look.tongue);
		writeLook(this.#look);
		if (changes.tongue === 'en') void this.fetchEnglish();
	}

	/** Shows English and has it kept; to be tried again where there was no network. */
	async fetchEnglish(): Promise<void> {
		this.#english = 'coming';
		const isShown = await this.#language.load();
		this.#english = isShown ? await this.#keepEnglish() : 'missing';
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
