// GET /api/v1/export/figures and /visits: what a program of the ward's own may fetch with a token. Counts, and visits
// without household, person or volunteer: no scope holds a name, a number, an address or an id of a record.

import * as z from 'zod/mini';

/** What a token may be for. */
export const EXPORT_SCOPES = ['figures', 'visits'] as const;
export type ExportScope = (typeof EXPORT_SCOPES)[number];

const count = z.number().check(z.int(), z.gte(0));

const place = {
	households: count,
	householdsInformed: count,
	registered: count,
	present: count,
	issued: count,
	activated: count,
	success: count,
	successDeclared: count,
	loggedIn: count,
	scamWarnings: count
};

/** Counts as of now: of the ward, and of each of its areas under its present name. */
export const exportFigures = z.looseObject({
	now: z.number(),
	ward: z.looseObject(place),
	areas: z.array(z.looseObject({ area: z.string(), name: z.string(), kind: z.string(), ...place }))
});
export type ExportFigures = z.infer<typeof exportFigures>;

/** Visits in the order of their last change; `next` is where to go on, null when that was all for now. */
export const exportVisits = z.looseObject({
	now: z.number(),
	visits: z.array(
		z.looseObject({
			/** Names the visit here and nowhere else. */
			key: z.string(),
			area: z.string(),
			day: z.string(),
			outcome: z.string(),
			review: z.string()
		})
	),
	next: z.nullable(count)
});
export type ExportVisits = z.infer<typeof exportVisits>;
