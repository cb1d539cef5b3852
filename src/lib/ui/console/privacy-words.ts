// Words of the pages about personal data, in the desk's language.

import { privacy as english } from '../words/en/privacy.ts';
import { privacy as vietnamese, type PrivacyWords } from '../words/vi/privacy.ts';
import { getDeskWords } from './desk-words.ts';

export function getPrivacyWords(): () => PrivacyWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? english : vietnamese);
}
