// Every article: handbook, catalogues, answers, words.

import type { Article } from '../../lib/domain/content.ts';
import { CARD_ARTICLES } from './cards.ts';
import { CAREFUL_ARTICLES } from './careful-words.ts';
import { CODE_ARTICLES } from './codes.ts';
import { FAQ_ARTICLES } from './faq.ts';
import { HANDBOOK_ARTICLES } from './handbook.ts';
import { OUTDATED_ARTICLES } from './outdated.ts';
import { SERVICE_ARTICLES } from './public-services.ts';
import { TERM_ARTICLES } from './terms.ts';
import { UTILITY_ARTICLES } from './utilities.ts';

export const ARTICLES: readonly Article[] = [
	...HANDBOOK_ARTICLES,
	...CAREFUL_ARTICLES,
	...FAQ_ARTICLES,
	...SERVICE_ARTICLES,
	...UTILITY_ARTICLES,
	...CODE_ARTICLES,
	...CARD_ARTICLES,
	...TERM_ARTICLES,
	...OUTDATED_ARTICLES
];
