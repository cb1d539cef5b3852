// Which language the screens speak. Vietnamese is in the bundle; English is fetched as a whole when it is chosen, and
// what has not arrived (or does not exist) is said in Vietnamese.
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

export const TONGUES = ['vi', 'en'] as const;
export type Tongue = (typeof TONGUES)[number];

/** The words of every part in one language, by the name of the part. */
export type AllWords = Readonly<Record<string, unknown>>;

export class Language {
	readonly #loadEnglish: (() => Promise<AllWords>) | null;
	#tongue = $state<Tongue>('vi');
	#english = $state.raw<AllWords | null>(null);
	#loading: Promise<boolean> | null = null;

	/** `loadEnglish` is handed in: what names a file of words changes with each of them, and this one is part of every page. */
	constructor(tongue: Tongue = 'vi', loadEnglish: (() => Promise<AllWords>) | null = null) {
		this.#tongue = tongue;
		this.#loadEnglish = loadEnglish;
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
		// The compiler holds words/en/<part>.ts to the type of the Vietnamese part; the list of all has lost it.
		if (this.#english) return (this.#english[part] ?? vietnamese) as Words;
		// Not from within the computation that asked: reading must not write.
		queueMicrotask(() => void this.load());
		return vietnamese;
	}

	/** Fetches English, where it is not there yet; false without network while it is not kept. */
	load(): Promise<boolean> {
		this.#loading ??= this.#load();
		return this.#loading;
	}

	async #load(): Promise<boolean> {
		try {
			this.#english = (await this.#loadEnglish?.()) ?? null;
		} catch {
			this.#loading = null; // Vietnamese it stays, and the next screen asks again
		}
		return this.#english !== null;
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
