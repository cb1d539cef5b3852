// POST /api/v1/sync/digest: do the copies of phone and ward agree? Sums by area and bucket go up, what differs comes back.

import * as z from 'zod/mini';
import { LIMIT } from '../domain/limit.ts';
import { idText } from './entry.ts';
import { laterTables } from './pull.ts';
import { standing, wardStanding } from './standing.ts';

const counter = z.number().check(z.int(), z.gte(0));

export const digestRequest = z.looseObject({
	...standing,
	cur: counter,
	scope: z.nullable(z.string().check(z.maxLength(128))),
	tables: laterTables,
	areas: z
		.array(
			z.looseObject({
				area: idText,
				sums: z
					.array(z.string().check(z.regex(/^\d{1,9}\.[0-9a-f]{16}$/)))
					.check(z.minLength(LIMIT.digestBuckets), z.maxLength(LIMIT.digestBuckets))
			})
		)
		.check(z.maxLength(LIMIT.scopeAreas))
});

export const digestAnswer = z.looseObject({
	...wardStanding,
	differ: z.array(
		z.looseObject({
			area: idText,
			bucket: counter,
			rows: z.array(z.tuple([idText, counter]))
		})
	),
	later: z.array(idText)
});
