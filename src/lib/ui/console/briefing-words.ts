// Words of the sheet for the ward's short meeting, in the desk's language.

import { briefing as english } from '../words/en/briefing.ts';
import { briefing as vietnamese, type BriefingWords } from '../words/vi/briefing.ts';
import { getDeskWords } from './desk-words.ts';

export function getBriefingWords(): () => BriefingWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? english : vietnamese);
}
