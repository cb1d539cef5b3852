// Answers that all volunteers of an area may read: they travel with the scope, because the areas above a volunteer's own
// hold no records of theirs.

import type { CommonAnswer } from '../domain/difficulty.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Reader } from './db/open-store.ts';
import { readRecordRow } from './db/ward-row.ts';
import { toDifficulty } from './record-view.ts';

/** Those that are shown to one of these areas, the latest first. */
export async function listCommonAnswers(db: Reader, ward: WardId, areas: readonly AreaId[]): Promise<CommonAnswer[]> {
	if (areas.length === 0) return [];
	const rows = await db
		.selectFrom('difficulty_row as d')
		.innerJoin('record as r', (on) => on.onRef('r.ward_id', '=', 'd.ward_id').onRef('r.id', '=', 'd.id'))
		.selectAll('r')
		.where('d.ward_id', '=', ward)
		.where('d.shown_area', 'in', areas)
		.orderBy('d.answered_at', 'desc')
		.orderBy('d.id')
		.limit(LIMIT.commonAnswers)
		.execute();
	return rows.flatMap((row) => {
		const { id, text, reply } = toDifficulty(readRecordRow(row));
		return reply ? [{ id, text, answer: reply.text, at: reply.at }] : [];
	});
}
