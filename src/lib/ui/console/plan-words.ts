// Words of the pages about mobile sessions, in the desk's language.

import { plan as english } from '../words/en/plan.ts';
import { plan as vietnamese, type PlanWords } from '../words/vi/plan.ts';
import { getDeskWords } from './desk-words.ts';

export function getPlanWords(): () => PlanWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? english : vietnamese);
}
