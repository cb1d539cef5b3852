// POST /api/v1/sync/pull: one page of rows down, by the ward's counter.

import * as z from 'zod/mini';
import { LIMIT } from '../domain/limit.ts';
import { TABLES } from '../sync/record.ts';
import { day, idText } from './entry.ts';
import { wardKeys } from './keys.ts';
import { standing, wardStanding } from './standing.ts';

const counter = z.number().check(z.int(), z.gte(0));

/** Tables that came after the first phones and that this one knows; a name that the ward does not know is no harm. */
export const laterTables = z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)));

export const pullRequest = z.looseObject({
	...standing,
	pend: counter,
	cur: counter,
	scope: z.nullable(z.string().check(z.maxLength(128))),
	limit: counter.check(z.gte(1), z.lte(LIMIT.pageRows)),
	fill: z.optional(
		z.looseObject({ areas: z.array(idText).check(z.minLength(1), z.maxLength(LIMIT.scopeAreas)), until: counter })
	),
	tables: laterTables,
	ids: z.optional(z.array(idText).check(z.minLength(1), z.maxLength(LIMIT.pageRows)))
});
export type WirePullRequest = z.infer<typeof pullRequest>;

const row = z.union([
	z.looseObject({ id: idText, out: z.literal(true), seq: counter }),
	z.looseObject({
		table: z.enum(TABLES),
		id: idText,
		area: idText,
		v: counter,
		seq: counter,
		fields: z.record(z.string(), z.unknown()),
		deleted: z.optional(z.boolean())
	})
]);

const scope = z.looseObject({
	hash: z.string(),
	ward: z.looseObject({ id: idText, name: z.string() }),
	volunteer: z.looseObject({ id: idText, name: z.string(), role: z.string() }),
	areas: z.array(
		z.looseObject({
			id: idText,
			parent: z.nullable(idText),
			kind: z.string(),
			name: z.string(),
			aliases: z.array(z.string()),
			assigned: z.boolean()
		})
	),
	// an order that cannot be read must never stop rows: the walk then goes by house numbers
	lanes: z.catch(
		z.optional(
			z.array(
				z.looseObject({
					area: idText,
					name: z.string(),
					way: z.string(),
					place: z.optional(z.string()),
					holders: z.optional(z.array(z.looseObject({ volunteer: z.string(), name: z.string(), part: z.string() })))
				})
			)
		),
		undefined
	),
	// what is aimed at is told beside the work: odd or absent, it must never stop rows
	campaign: z.catch(
		z.optional(
			z.looseObject({
				name: z.string().check(z.maxLength(LIMIT.nameChars)),
				from: day,
				to: day,
				aims: z
					.array(
						z.looseObject({
							area: idText,
							level: z.enum({ one: 1, two: 2 }),
							count: counter.check(z.lte(LIMIT.figureMost))
						})
					)
					.check(z.maxLength(LIMIT.scopeAreas * 2))
			})
		),
		undefined
	),
	// without them no lane goes on from phone to phone, and that is all
	relayKeys: z.catch(
		z.optional(
			z.array(
				z.looseObject({
					area: idText,
					week: counter,
					key: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))
				})
			)
		),
		undefined
	),
	// nor may an answer
	answers: z.catch(
		z.optional(z.array(z.looseObject({ id: idText, text: z.string(), answer: z.string(), at: z.number() }))),
		undefined
	),
	keys: z.optional(wardKeys)
});

export const pullAnswer = z.looseObject({
	...wardStanding,
	rows: z.array(row),
	cur: counter,
	more: z.boolean(),
	scope: z.optional(scope),
	/**
	 * What the ward calls all that it has published, so that a phone asks for content (edition.ts) only when there is some.
	 * Odd or absent: the phone asks. A word about content must never stop rows.
	 */
	content: z.catch(z.optional(z.string().check(z.maxLength(64))), undefined)
});
