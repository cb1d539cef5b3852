// Words of the pages about areas and lanes in the desk's language.

import { lanes as english } from '../words/en/lanes.ts';
import { lanes as vietnamese, type LanesWords } from '../words/vi/lanes.ts';
import { getDeskWords } from './desk-words.ts';

export function getLaneWords(): () => LanesWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? english : vietnamese);
}
