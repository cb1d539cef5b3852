// The desk's words in the language of who reads them, handed down by the layout.

import { getContext, setContext } from 'svelte';
import { desk as english } from '../words/en/desk.ts';
import { desk as vietnamese } from '../words/vi/desk.ts';

export type Language = 'vi' | 'en';
type DeskWords = () => { readonly desk: typeof vietnamese; readonly language: Language };

const KEY = Symbol('desk words');

export function setDeskWords(readLanguage: () => Language): DeskWords {
	const read: DeskWords = () => {
		const language = readLanguage();
		return { desk: language === 'en' ? english : vietnamese, language };
	};
	return setContext(KEY, read);
}

export function getDeskWords(): DeskWords {
	return getContext<DeskWords>(KEY);
}
