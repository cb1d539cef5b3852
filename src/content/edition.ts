// The edition that ships, put together from its items. The build runs this once and ships what comes out
// (press.ts), so that a phone reads data and not the pens of the writers.

import type { Guide, Pack } from '../lib/domain/content.ts';
import { ARTICLES } from './articles/shelf.ts';
import { ENGLISH } from './en/english.ts';
import { GUIDES } from './guides/shelf.ts';
import { localizeGuide } from './translate.ts';
import { day } from './write.ts';

const HEAD = { id: 'vneid', version: 2, publishedOn: day('2026-11-26') } as const;

/** The Vietnamese pack, which is always complete. */
export const VIETNAMESE: Pack = {
	...HEAD,
	language: 'vi',
	articles: ARTICLES,
	guides: GUIDES
};

/** Only what is translated: the rest is the Vietnamese item, which a phone holds anyway. */
export const ENGLISH_GUIDES: readonly Guide[] = GUIDES.map((guide) => localizeGuide(guide, ENGLISH)).filter(
	(guide) => guide.language === undefined
);
