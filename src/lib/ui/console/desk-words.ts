// The desk's words in the language of who reads them, handed down by the layout.

import { getContext, setContext } from 'svelte';
import { badge as englishBadge } from '../words/en/badge.ts';
import { cases as englishCases } from '../words/en/cases.ts';
import { desk as english } from '../words/en/desk.ts';
import { list as englishList } from '../words/en/list.ts';
import { badge as vietnameseBadge } from '../words/vi/badge.ts';
import { cases as vietnameseCases } from '../words/vi/cases.ts';
import { desk as vietnamese } from '../words/vi/desk.ts';
import { list as vietnameseList, type ListWords } from '../words/vi/list.ts';

export type Language = 'vi' | 'en';
type DeskWords = () => {
	readonly desk: typeof vietnamese;
	readonly cases: typeof vietnameseCases;
	readonly badge: typeof vietnameseBadge;
	readonly list: ListWords;
	readonly language: Language;
};

const KEY = Symbol('desk words');

export function setDeskWords(readLanguage: () => Language): DeskWords {
	const read: DeskWords = () => {
		const language = readLanguage();
		return language === 'en'
			? { desk: english, cases: englishCases, badge: englishBadge, list: englishList, language }
			: { desk: vietnamese, cases: vietnameseCases, badge: vietnameseBadge, list: vietnameseList, language };
	};
	return setContext(KEY, read);
}

export function getDeskWords(): DeskWords {
	return getContext<DeskWords>(KEY);
}
