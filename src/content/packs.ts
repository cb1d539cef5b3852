// The packs that ship with the app: the phone's first content, and what a fresh ward publishes at /api/v1/content.
// NOTE: the casts are safe because pack.test.ts parses and checks every file before a build may pass.

import type { Pack } from '../lib/domain/content.ts';
import en from './vneid/en.json' with { type: 'json' };
import vi from './vneid/vi.json' with { type: 'json' };

/** Every shipped pack, Vietnamese first. */
export const PACKS: readonly Pack[] = [vi as unknown as Pack, en as unknown as Pack];

/** The pack in that language, or the Vietnamese one, which is always complete. */
export function readPack(language: string): Pack {
	const [vietnamese] = PACKS;
	if (!vietnamese) throw new Error('no pack ships with the app');
	return PACKS.find((pack) => pack.language === language) ?? vietnamese;
}
