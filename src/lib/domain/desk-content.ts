// Content as staff see it at the desk: what there is, what should be looked at again, what an edit would publish.

import { decideBanner, type Article, type Banner, type Guide, type Item } from './content.ts';
import { addDays, daysBetween, type Day } from './day.ts';
import type { LifeChanges } from './item-text.ts';
import { LIMIT } from './limit.ts';

export type ItemKind = 'guide' | 'article';

/** Names one item of one language. */
export interface ItemPlace {
	readonly language: string;
	readonly kind: ItemKind;
	readonly id: string;
}

export interface ItemRow extends ItemPlace {
	readonly title: string;
	/** Kind of an article. */
	readonly sort: string | null;
	readonly checkedOn: Day;
	readonly banner: Banner | null;
	/** The ward has changed it. */
	readonly isEdited: boolean;
	/** The app has brought a newer text since, which the ward's stands before. */
	readonly hasNewer: boolean;
	readonly due: DueReason | null;
	readonly ageDays: number;
}

export const DUE_REASONS = ['expired', 'expiring', 'toConfirm', 'old'] as const;
/** Why an item should be looked at again. */
export type DueReason = (typeof DUE_REASONS)[number];

/** Why an item should be looked at again on `today`, the most pressing reason; null where it need not be. */
export function decideDue(item: Item, today: Day): DueReason | null {
	// what is history is not checked again: it only says what used to hold
	if (item.status === 'historical') return null;
	const banner = decideBanner(item, today);
	if (banner?.kind === 'expired') return 'expired';
	if (item.validTo !== undefined && item.validTo <= addDays(today, LIMIT.expirySoonDays)) return 'expiring';
	if (daysBetween(item.checkedOn, today) >= LIMIT.recheckDays) return 'old';
	return banner?.kind === 'toConfirm' ? 'toConfirm' : null;
}

/** What should be looked at again, the oldest check first. */
export function listDue(rows: readonly ItemRow[]): ItemRow[] {
	return rows
		.filter((row) => row.due !== null)
		.sort((a, b) => b.ageDays - a.ageDays || a.title.localeCompare(b.title, 'vi'));
}

/** What somebody typed about an item; `hash` is the item as it was on their screen. */
export interface ItemEdit extends ItemPlace {
	readonly hash: string;
	readonly texts: Readonly<Record<string, string>>;
	readonly life: LifeChanges;
}

export interface ItemFault {
	/** Way to the fault. */
	readonly place: string;
	/** A kind of the checker, or `shape`. */
	readonly kind: string;
	readonly found?: string;
}

export interface TextChange {
	readonly path: string;
	readonly before: string;
	readonly after: string;
}

/** What an edit would come to, before anything is published. */
export interface ItemPreview {
	readonly item: Guide | Article;
	readonly changes: readonly TextChange[];
	/** Empty where it may be published. */
	readonly faults: readonly ItemFault[];
	/** The English text of this guide would be withdrawn: it translates words that no longer stand. */
	readonly dropsTranslation: boolean;
}

export interface ItemSheet extends ItemPlace {
	readonly item: Guide | Article;
	readonly hash: string;
	readonly row: ItemRow;
	readonly history: readonly EditionRow[];
}

export interface EditionRow {
	readonly language: string;
	readonly version: number;
	readonly publishedAt: number;
	/** Empty where the app itself brought it. */
	readonly staffName: string;
	readonly changed: readonly string[];
}

/** Which edition a phone uses, as it last said. */
export interface ContentUse {
	readonly volunteerName: string;
	readonly language: string;
	readonly version: number;
	readonly at: number;
	readonly isCurrent: boolean;
	readonly refused: { readonly version: number; readonly place: string } | null;
}
