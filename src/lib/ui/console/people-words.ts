// Words of the pages about accounts, in the desk's language.

import { people as english } from '../words/en/people.ts';
import { people as vietnamese, type PeopleWords } from '../words/vi/people.ts';
import { getDeskWords } from './desk-words.ts';

export function getPeopleWords(): () => PeopleWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? english : vietnamese);
}
