// The packs that ship with the app: the phone's first content, and what a fresh ward publishes at /api/v1/content.

import type { Pack } from '../lib/domain/content.ts';
import { joinLanguage } from './language.ts';
import { pressed as english } from './translated-en.ts';
import { pressed as vietnamese } from './vietnamese.ts';

/** Every shipped pack, Vietnamese first. */
export const PACKS: readonly Pack[] = [vietnamese, joinLanguage(vietnamese, 'en', english)];

/** The pack in that language, or the Vietnamese one, which is always complete. */
export function readPack(language: string): Pack {
	return PACKS.find((pack) => pack.language === language) ?? vietnamese;
}
