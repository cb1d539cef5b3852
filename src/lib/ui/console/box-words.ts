// Words of the box of difficulties, in the desk's language.

import { box as english } from '../words/en/box.ts';
import { box as vietnamese, type BoxWords } from '../words/vi/box.ts';
import { getDeskWords } from './desk-words.ts';

export function getBoxWords(): () => BoxWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? english : vietnamese);
}
