// POST /api/v1/content: what a phone holds of the packs, and what the ward has. First the phone names its edition and
// gets the manifest of the ward's, if that is another one; then it asks for the items that it lacks, by their hashes. It
// tells at the same time what it uses and what it had to refuse, so that the desk knows. The volunteer's badge comes along:
// it changes as seldom, and is no record. Manifest and items stand here
// unread: whether they have the right shape is for `content.ts`, which names the place of a fault.

import * as z from 'zod/mini';
import type { IssuedBadge } from '../domain/badge.ts';
import { WARD_FACTS } from '../domain/content.ts';
import { LIMIT } from '../domain/limit.ts';
import type { WardBook } from '../domain/ward-book.ts';

const count = z.int().check(z.gte(0));
const line = z.string().check(z.maxLength(LIMIT.bookChars));
const hash = z.string().check(z.maxLength(64));

/** The ward's own book: what only this ward knows. */
export const wardBook = z.looseObject({
	facts: z.partialRecord(z.enum(WARD_FACTS), line),
	contacts: z
		.array(
			z.looseObject({
				name: line,
				what: z.optional(line),
				phone: z.optional(line),
				place: z.optional(line),
				hours: z.optional(line)
			})
		)
		.check(z.maxLength(LIMIT.bookRows)),
	videos: z.array(z.looseObject({ topic: line, address: line })).check(z.maxLength(LIMIT.bookRows))
});

export const contentRequest = z.looseObject({
	protocol: count,
	language: z.string().check(z.regex(/^[a-z]{2,3}$/)),
	/** Name and version of the edition that the phone uses. */
	edition: z.nullable(hash),
	version: count,
	book: z.nullable(hash),
	/** The badge that it holds, by name; absent where it does not ask. */
	badge: z.optional(z.nullable(hash)),
	/** Items that the phone lacks. Absent while it only asks what there is. */
	items: z.optional(z.array(hash).check(z.maxLength(LIMIT.contentItems))),
	/** The edition that was not taken, and where it failed. */
	refused: z.optional(z.looseObject({ version: count, at: z.string().check(z.maxLength(200)) }))
});
export interface ContentRequest {
	readonly language: string;
	readonly edition: string | null;
	readonly version: number;
	readonly book: string | null;
	readonly badge?: string | null | undefined;
	readonly items?: readonly string[] | undefined;
	readonly refused?: { readonly version: number; readonly at: string } | undefined;
}

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** The volunteer's badge as the ward issued it. */
export const issuedBadge = z.looseObject({
	code: z.string().check(z.maxLength(200)),
	wardName: line,
	number: count,
	name: line,
	role: line,
	quarter: z.string().check(z.maxLength(1000)),
	validFrom: day,
	validTo: day,
	photo: z.nullable(z.string().check(z.maxLength(LIMIT.badgePhotoBytes * 2)))
});

export const contentAnswer = z.looseObject({
	now: z.number(),
	edition: hash,
	/** Absent where the phone holds this edition already. */
	manifest: z.optional(z.unknown()),
	/** The items that were asked for, in the order of the question; one that is not there is null. */
	items: z.optional(z.array(z.unknown())),
	book: z.optional(z.looseObject({ hash, value: wardBook })),
	/** Absent where the phone holds it already; null where the volunteer has none (any more). */
	badge: z.optional(z.nullable(z.looseObject({ hash, value: issuedBadge })))
});
export interface ContentAnswer {
	readonly now: number;
	readonly edition: string;
	readonly manifest?: unknown;
	readonly items?: readonly unknown[] | undefined;
	readonly book?: { readonly hash: string; readonly value: WardBook } | undefined;
	readonly badge?: { readonly hash: string; readonly value: IssuedBadge } | null | undefined;
}
