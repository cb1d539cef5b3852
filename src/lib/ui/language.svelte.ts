// Which language the screens speak. Vietnamese is in the bundle; English is fetched part by part when it is chosen,
// and what has not arrived (or does not exist) is said in Vietnamese.
//
// A part is one file per language, named after what it speaks of:
//
//   words/vi/doors.ts    export const doors = { title: 'Hộ dân', left: (n: number) => `${n} nhà còn lại` };
//                        export type DoorsWords = typeof doors;
//   words/en/doors.ts    export const doors: DoorsWords = { ... };        (a missing sentence does not compile)
//
// and a component says:
//
//   const language = getLanguage();
//   const words = $derived(language.words('doors', doors));               (`doors` is the Vietnamese one)
//
// A blank to be filled is a function's argument. The constant and its file have the same name.

import { getContext, setContext } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';

export const TONGUES = ['vi', 'en'] as const;
export type Tongue = (typeof TONGUES)[number];

const ENGLISH = import.meta.glob<Record<string, unknown>>('./words/en/*.ts');

export class Language {
	#tongue = $state<Tongue>('vi');
	#english = new SvelteMap<string, unknown>();
	#asked = new SvelteSet<string>();

	constructor(tongue: Tongue = 'vi') {
		this.#tongue = tongue;
	}

	get tongue(): Tongue {
		return this.#tongue;
	}

	choose(tongue: Tongue): void {
		this.#tongue = tongue;
	}

	/** The words of one part in the chosen language; `vietnamese` until the others are there. */
	words<Words>(part: string, vietnamese: Words): Words {
		if (this.#tongue === 'vi') return vietnamese;
		const loaded = this.#english.get(part);
		// The compiler holds words/en/<part>.ts to the type of the Vietnamese part; the glob has lost it.
		if (loaded) return loaded as Words;
		// Not from within the computation that asked: reading must not write.
		queueMicrotask(() => void this.#load(part));
		return vietnamese;
	}

	async #load(part: string): Promise<void> {
		if (this.#asked.has(part)) return;
		this.#asked.add(part);
		try {
			const words = (await ENGLISH[`./words/en/${part}.ts`]?.())?.[part];
			if (words) this.#english.set(part, words);
		} catch {
			// Without network and not kept yet: Vietnamese it stays, and the next screen asks again.
			this.#asked.delete(part);
		}
	}
}

const KEY = Symbol('language');

/** The layout of the field app makes one and hands it down. */
export function setLanguage(language: Language): Language {
	return setContext(KEY, language);
}

/** During a component's start. The desk hands none down: it speaks Vietnamese. */
export function getLanguage(): Language {
	return getContext<Language | undefined>(KEY) ?? new Language();
}
