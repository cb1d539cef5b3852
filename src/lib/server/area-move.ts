// Moving an area under another one at the desk. Records stay where they are: phones that no longer see the area hear so by
// their scope and give it up, save what waits to be sent; phones that see it now fill it from its beginning (PG6, PG7).
// What still comes from a phone that lost it is kept aside for a human, and not thrown away (WD6).

import { listWithin, type Area } from '../domain/area.ts';
import { decideAreaMove, nameOldPlace, type AreaMove, type AreaMovePlan } from '../domain/area-move.ts';
import type { Day } from '../domain/day.ts';
import { dayAt } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import { readAreas } from './area.ts';
import { comparePhones, countAll, countMoving, readIn, readWorkers } from './assignment.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import { inWard } from './db/ward-store.ts';
import type { Site } from './site.ts';

/** The quarter in which an area stands, or that it is; null above them. */
function quarterOf(areas: readonly Area[], id: AreaId | null): AreaId | null {
	for (let at = areas.find((one) => one.id === id); at; at = areas.find((one) => one.id === at?.parent))
		if (at.kind === 'quarter') return at.id;
	return null;
}

/** A dry run: writes nothing. */
export async function planAreaMove(
	db: Reader,
	ward: WardId,
	move: AreaMove,
	today: Day
): Promise<Result<AreaMovePlan>> {
	const areas = await readAreas(db, ward);
	const moved = decideAreaMove(areas, move);
	if (!moved.ok) return failWith(moved.problem);
	const after = areas.map((one) => (one.id === move.area ? moved.value : one));
	const find = (id: AreaId | null) => areas.find((one) => one.id === id);
	const [area, to] = [find(move.area), find(move.to)];
	const from = find(area?.parent ?? null);
	if (!area || !from || !to) return fail('field.badChoice', 'to');
	const inside = listWithin(areas, [area.id]);
	const concerned = [area.id, from.id, to.id].flatMap((id) => [quarterOf(areas, id), quarterOf(after, id)]);
	const quarters = areas.filter((one) => concerned.includes(one.id));
	const within = (tree: readonly Area[], id: AreaId) => new Set(listWithin(tree, [id]));
	const all = quarters.flatMap(({ id }) => [...within(areas, id), ...within(after, id)]);
	const records = await readIn(db, ward, [...inside, ...all]);
	const moving = records.filter((record) => inside.includes(record.area));
	const [had, gets] = await Promise.all([
		readWorkers(db, ward, areas, area.id, today),
		readWorkers(db, ward, after, area.id, today)
	]);
	const figuresOf = (tree: readonly Area[], id: AreaId) => {
		if (tree.find((one) => one.id === id)?.kind !== 'quarter') return null;
		const here = within(tree, id);
		return countAll(records.filter((record) => here.has(record.area)));
	};
	return succeed({
		area,
		from,
		to,
		kind: moved.value.kind,
		alias: nameOldPlace(area, from),
		households: moving.filter((record) => record.table === 'household').length,
		...countMoving(moving),
		...(await comparePhones(db, ward, had, gets)),
		figures: quarters.map((one) => ({
			area: one,
			before: figuresOf(areas, one.id),
			after: figuresOf(after, one.id)
		}))
	});
}

/** `before` is the area under which it stood on the screen: when somebody else has moved it meanwhile, nothing is written. */
export async function moveArea(
	site: Site,
	staff: Staff,
	{ before, ...move }: AreaMove & { readonly before: AreaId }
): Promise<Result<void>> {
	const { ward } = staff;
	const now = site.clock();
	return inWard(site.store, ward, now, async ({ trx }) => {
		const areas = await readAreas(trx, ward);
		if (areas.find((one) => one.id === move.area)?.parent !== before) return fail('desk.changedSince');
		const plan = await planAreaMove(trx, ward, move, dayAt(now));
		if (!plan.ok) return plan;
		const moved = decideAreaMove(areas, move);
		if (!moved.ok) return moved;
		const { kind, aliases } = moved.value;
		await trx
			.updateTable('area')
			.set({ parent_id: move.to, kind, aliases: JSON.stringify(aliases) })
			.where('ward_id', '=', ward)
			.where('id', '=', move.area)
			.execute();
		const { area, from, to, households } = plan.value;
		const reason = `${area.name}: ${from.name} → ${to.name} (${households})`;
		await writeAudit(trx, site, { ward, actor: staff, act: 'area.move', subject: area.id, reason });
		return succeed(undefined);
	});
}
