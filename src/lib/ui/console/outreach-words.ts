// Words of what is done beside the doors, in the desk's language.

import { barrier as englishBarrier } from '../words/en/barrier.ts';
import { outreach as english } from '../words/en/outreach.ts';
import { barrier as vietnameseBarrier, type BarrierWords } from '../words/vi/barrier.ts';
import { outreach as vietnamese, type OutreachWords } from '../words/vi/outreach.ts';
import { getDeskWords } from './desk-words.ts';

export function getOutreachWords(): () => OutreachWords & { readonly barrier: BarrierWords } {
	const desk = getDeskWords();
	return () =>
		desk().language === 'en' ? { ...english, barrier: englishBarrier } : { ...vietnamese, barrier: vietnameseBarrier };
}
