// The volunteer's badge (feature F004): what stands on it, what the ward signs, how long it holds, and what the ward's
// public page answers whoever scans it. The code is a secret that cannot be guessed; showing it is the whole proof.

import type { Day } from './day.ts';

/** What a volunteer shows at a door. */
export interface Badge {
	/** Counts the badges of a ward, for people who talk about one. */
	readonly number: number;
	readonly name: string;
	readonly role: string;
	/** Where its holder goes from door to door, as it was when the badge was issued. */
	readonly quarter: string;
	/** Both days included. */
	readonly validFrom: Day;
	readonly validTo: Day;
	/** A small JPEG in base64. */
	readonly photo: string | null;
}

/** The badge with what makes it one: on its holder's phone, and on paper. */
export interface IssuedBadge extends Badge {
	readonly code: string;
	readonly wardName: string;
}

/** What a badge's dates say on a day. */
export type BadgeTime = 'valid' | 'notYet' | 'expired';

export function timeOfBadge({ validFrom, validTo }: Pick<Badge, 'validFrom' | 'validTo'>, today: Day): BadgeTime {
	if (today < validFrom) return 'notYet';
	return today > validTo ? 'expired' : 'valid';
}

/**
 * What the check page says. Only a badge that holds shows a name and a face: of any other nobody at a door needs more than
 * that it does not.
 */
export type BadgeCheck =
	| { readonly kind: 'valid'; readonly badge: Badge }
	| { readonly kind: 'notYet'; readonly number: number; readonly day: Day }
	| { readonly kind: 'expired'; readonly number: number; readonly day: Day }
	| { readonly kind: 'revoked'; readonly number: number; readonly day: Day }
	| { readonly kind: 'unknown' };

/** The page: what was found, and whom to call. */
export interface BadgePage {
	readonly check: BadgeCheck;
	/** Null where it is not known which ward is meant. */
	readonly wardName: string | null;
	/** As the ward has written it into its book. */
	readonly wardPhone: string | null;
}

/** What the desk sees of one volunteer's badge. */
export interface BadgeSheet {
	readonly volunteer: { readonly id: string; readonly name: string; readonly role: string };
	/** Where the volunteer works now; null when nowhere. */
	readonly quarter: string | null;
	/** The last one that was issued and not taken back; it may be over. */
	readonly badge: IssuedBadge | null;
	readonly today: Day;
	readonly canIssue: boolean;
}

/** The ward's mark, the badge's own secret and the ward's signature, as they stand in the address. */
export interface BadgeCode {
	readonly tag: string;
	readonly secret: string;
	readonly signature: string;
}

export function formatBadgeCode({ tag, secret, signature }: BadgeCode): string {
	return `${tag}.${secret}.${signature}`;
}

/** Null for anything that cannot be a badge of any ward. */
export function parseBadgeCode(text: string): BadgeCode | null {
	const match = /^([0-9A-Z]{4})\.([\w-]{22})\.([\w-]{86})$/.exec(text);
	const [, tag, secret, signature] = match ?? [];
	return tag && secret && signature ? { tag, secret, signature } : null;
}

/** What the ward signs: everything that is shown, the photo by its sum. */
export function describeBadge(ward: string, secret: string, badge: Omit<Badge, 'photo'>, photoSum: string): string {
	const { number, name, role, quarter, validFrom, validTo } = badge;
	return JSON.stringify(['gocua badge 1', ward, secret, number, name, role, quarter, validFrom, validTo, photoSum]);
}

/** What the QR holds: the ward's own page about this badge, under the ward's own address. */
export function addressOfBadge(origin: string, { code }: Pick<IssuedBadge, 'code'>): string {
	return `${origin}/badge/${code}`;
}
