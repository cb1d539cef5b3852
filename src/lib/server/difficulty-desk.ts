// What volunteers ask the ward (feature F098): read, answered, and shown to others where many ask the same. The answer goes
// down inside the record to whoever asked, and with the scope to everybody of the area that it is shown to.

import { listWithin } from '../domain/area.ts';
import type { BoxAnswer, BoxFilter, BoxRow } from '../domain/desk-difficulty.ts';
import { checkReply } from '../domain/difficulty.ts';
import type { Staff } from '../domain/desk.ts';
import type { AreaId, EntryId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import { answerDifficulty } from '../sync/difficulty.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import { readRecordRow } from './db/ward-row.ts';
import { inWard } from './db/ward-store.ts';
import type { DifficultyDesk } from './difficulty-port.ts';
import { toDifficulty } from './record-view.ts';
import type { StaffScope } from './scope.ts';
import { listOrNone } from './search.ts';
import { answerWithTrouble, makeWardTools, newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

export function openDifficultyDesk(site: Site, staff: Staff, scope: StaffScope): DifficultyDesk {
	const { db } = site.store;
	const { ward } = staff;
	const { within } = scope;
	const mayAnswer = isAllowed(staff.role, 'review');
	return {
		mayAnswer,
		list: (filter) => listDifficulties(db, ward, filter, within),
		listAudiences: async () => (await readAreas(db, ward)).filter((area) => scope.holdsAreas([area.id])),
		countOpen: () => countDifficulties(db, ward, { state: 'open' }, within),
		answer: async (answer) => {
			if (!mayAnswer || !(await scope.holdsRecord(answer.difficulty))) return fail('staff.notAllowed');
			// whoever is confined speaks to their own areas alone
			if (answer.shown !== null && !scope.holdsAreas([answer.shown])) return fail('staff.notAllowed');
			return answerWithTrouble(answerOne(site, staff, answer));
		}
	};
}

function select(db: Reader, ward: WardId, filter: BoxFilter, inside: readonly AreaId[] | null) {
	let query = db.selectFrom('difficulty_row as d').where('d.ward_id', '=', ward);
	if (filter.state) query = query.where('d.state', '=', filter.state);
	if (filter.isShown) query = query.where('d.shown_area', '!=', '');
	if (inside) query = query.where('d.area_id', 'in', listOrNone(inside));
	return query;
}

async function countDifficulties(
	db: Reader,
	ward: WardId,
	filter: BoxFilter,
	inside: readonly AreaId[] | null
): Promise<number> {
	const { count } = await select(db, ward, filter, inside)
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

async function listDifficulties(
	db: Reader,
	ward: WardId,
	filter: BoxFilter,
	within: readonly AreaId[] | null
): Promise<{ readonly rows: readonly BoxRow[]; readonly total: number }> {
	const areas = await readAreas(db, ward);
	const below = filter.area ? listWithin(areas, [filter.area]) : null;
	const inside = below && within ? below.filter((area) => within.includes(area)) : (below ?? within);
	const [rows, total] = await Promise.all([
		select(db, ward, filter, inside)
			.innerJoin('record as r', (on) => on.onRef('r.ward_id', '=', 'd.ward_id').onRef('r.id', '=', 'd.id'))
			.leftJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'd.ward_id').onRef('v.id', '=', 'd.volunteer_id'))
			.selectAll('r')
			.select('v.name as volunteerName')
			// `open` comes after `answered` in the alphabet
			.orderBy('d.state', 'desc')
			.orderBy('d.answered_at', 'desc')
			.orderBy('d.asked_at')
			.orderBy('d.id')
			.limit(LIMIT.listRows)
			.execute(),
		countDifficulties(db, ward, filter, inside)
	]);
	const nameOf = (id: AreaId) => areas.find((area) => area.id === id)?.name ?? '';
	return {
		rows: rows.map(({ volunteerName, ...row }) => {
			const record = readRecordRow(row);
			const difficulty = toDifficulty(record);
			return {
				difficulty,
				v: record.v,
				areaName: nameOf(record.area),
				volunteerName: volunteerName ?? '',
				shownName: difficulty.shown ? nameOf(difficulty.shown) : null
			};
		}),
		total
	};
}

async function answerOne(site: Site, staff: Staff, { difficulty, v, text, shown }: BoxAnswer): Promise<Result<void>> {
	const [wrong] = checkReply(text);
	if (wrong) return failWith(wrong);
	const { ward } = staff;
	const now = site.clock();
	return inWard(site.store, ward, now, async (tx) => {
		const to = (await readAreas(tx.trx, ward)).find((area) => area.id === shown);
		if (shown !== null && !to) return fail('field.badChoice', 'shown');
		const input = { difficulty, v, text, shown, entry: newId<EntryId>(site) };
		const answered = await answerDifficulty(tx, input, staff, makeWardTools(site, ward, now));
		if (!answered.ok) return answered;
		const act = { ward, actor: staff, act: 'difficulty.answer', subject: difficulty } as const;
		await writeAudit(tx.trx, site, { ...act, reason: to?.name ?? null });
		return succeed(undefined);
	});
}
