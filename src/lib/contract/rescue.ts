// The file by which unsent entries leave a phone without a network, and what a row of QR pictures carries: signed bundles
// of sealed entries. Read by a carrier's phone and by the desk, both of which look at all of it before they take any.

import * as z from 'zod/mini';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { Bundle } from '../sync/entry.ts';
import { bundle } from './carry.ts';

/** The first word of the file: what it is, and in which version. */
export const RESCUE_WORD = 'gocua rescue 1';

export const rescueFile = z.looseObject({
	what: z.literal(RESCUE_WORD),
	/** Hex SHA-256 of the JSON text of `bundles`: tells a file that was cut or changed from a whole one. */
	sum: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
	bundles: z.array(bundle).check(z.minLength(1), z.maxLength(LIMIT.rescueBundles))
});

/** Hex SHA-256 of a text; each wing has its own. */
export type HashText = (text: string) => string | Promise<string>;

/** Bundles as the text of one file. */
export async function writeRescue(bundles: readonly Bundle[], hash: HashText): Promise<string> {
	return JSON.stringify({ what: RESCUE_WORD, sum: await hash(JSON.stringify(bundles)), bundles });
}

/**
 * What a file brings for this ward. Whole or nothing: one bundle of another ward, or one body that somebody could read,
 * and none is taken. Whose the bundles are is for the ward to find, which knows the writers' keys.
 */
export async function readRescue(text: string, ward: string, hash: HashText): Promise<Result<readonly Bundle[]>> {
	if (text.length > LIMIT.rescueFileBytes) return fail('rescue.tooLarge');
	const json = parseJson(text);
	if (json === undefined) return fail(text.includes(RESCUE_WORD) ? 'rescue.damaged' : 'rescue.foreign');
	const parsed = rescueFile.safeParse(json);
	if (!parsed.success) return fail('rescue.foreign');
	// As they were written: what the schema gives back may stand in another order.
	const raw = (json as { readonly bundles: readonly Bundle[] }).bundles;
	if (parsed.data.sum !== (await hash(JSON.stringify(raw)))) return fail('rescue.damaged');
	if (parsed.data.bundles.some(({ entries }) => entries.some(({ body }) => body.alg === 'plain')))
		return fail('rescue.foreign');
	if (raw.some((brought) => brought.ward !== ward)) return fail('rescue.otherWard');
	return succeed(raw);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
