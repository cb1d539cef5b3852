// Every article: handbook, catalogues, answers, words.

import type { Article } from '../../lib/domain/content.ts';

export const ARTICLES: readonly Article[] = [];
