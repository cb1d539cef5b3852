// The box of difficulties as the desk sees it, and how its addresses and forms are read.

import type { Difficulty } from './difficulty.ts';
import { isId, type AreaId, type DifficultyId } from './id.ts';

export const BOX_STATES = ['open', 'answered'] as const;
export type BoxState = (typeof BOX_STATES)[number];

export interface BoxFilter {
	/** All of them without. */
	readonly state?: BoxState;
	readonly area?: AreaId;
	/** Only answers that all volunteers of an area may read. */
	readonly isShown?: boolean;
}

export interface BoxRow {
	readonly difficulty: Difficulty;
	readonly v: number;
	readonly areaName: string;
	readonly volunteerName: string;
	/** The area whose volunteers may read it; null for whoever asked alone. */
	readonly shownName: string | null;
}

/** What staff typed about one difficulty; whether it may be kept is for the ward to say. */
export interface BoxAnswer {
	readonly difficulty: DifficultyId;
	readonly v: number;
	readonly text: string;
	readonly shown: AreaId | null;
}

export function parseBoxFilter(query: { get(name: string): string | null }): BoxFilter {
	const state = BOX_STATES.find((one) => one === query.get('state'));
	const area = query.get('area') ?? '';
	return {
		// what waits is what the page is for
		...(state ? { state } : query.get('state') === 'all' ? {} : { state: 'open' as const }),
		...(isId(area) ? { area: area as AreaId } : {}),
		...(query.get('shown') === '1' ? { isShown: true } : {})
	};
}

export function parseBoxAnswer(typed: Readonly<Record<string, string>>): BoxAnswer {
	const shown = typed['shown'] ?? '';
	return {
		difficulty: (typed['difficulty'] ?? '') as DifficultyId,
		v: Number(typed['v']),
		text: (typed['reply'] ?? '').normalize('NFC').trim(),
		shown: isId(shown) ? (shown as AreaId) : null
	};
}
