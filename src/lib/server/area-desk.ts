// The tree of areas at the desk: province > ward > quarter > group, found by its old names too (feature F010).

import { listWithin, type Area } from '../domain/area.ts';
import { dayAt } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import { KIND_BELOW, type AreaRow } from '../domain/desk-lane.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import { isLentOn } from '../domain/lease.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { findRows, foldText, makeSearchRow } from '../domain/search.ts';
import { readAreas } from './area.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import type { KyselyWardTx } from './db/ward-store.ts';
import type { StaffScope } from './scope.ts';
import { newId, type Site } from './site.ts';

/** The whole tree, each area followed by what lies in it; or those that a search finds, with the old name that did. */
export async function listAreaRows(
	db: Reader,
	ward: WardId,
	search: string,
	now: number,
	scope: StaffScope
): Promise<AreaRow[]> {
	const all = await readAreas(db, ward);
	const shown = scope.show(all);
	const [counts, assigned] = await Promise.all([
		db
			.selectFrom('household_row')
			.select(({ fn }) => ['area_id', fn.countAll<number>().as('count')])
			.where('ward_id', '=', ward)
			.groupBy('area_id')
			.execute(),
		db
			.selectFrom('assignment as a')
			.innerJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'a.ward_id').onRef('v.id', '=', 'a.volunteer_id'))
			.select(['a.area_id', 'a.until_on', 'v.name'])
			.where('a.ward_id', '=', ward)
			.where('v.left_at', 'is', null)
			.orderBy('v.name')
			.execute()
	]);
	const countOf = new Map(counts.map((row) => [row.area_id, Number(row.count)]));
	const found = findAreas(shown, search);
	const tree = walkTree(shown);
	return tree
		.filter(({ area }) => found.has(area.id))
		.map(({ area, depth }) => {
			const holds = scope.holdsAreas([area.id]);
			const within = holds ? listWithin(all, [area.id]) : [];
			return {
				area,
				depth: search.trim() === '' ? depth : 0,
				households: within.reduce((sum, id) => sum + (countOf.get(id) ?? 0), 0),
				volunteers: assigned
					.filter((row) => holds && row.area_id === area.id && isLentOn(row.until_on, dayAt(now)))
					.map((row) => row.name),
				foundBy: found.get(area.id) ?? null
			};
		});
}

/** The topmost areas first, each followed by what lies in it. */
function walkTree(areas: readonly Area[]): { readonly area: Area; readonly depth: number }[] {
	const ids = new Set(areas.map((area) => area.id));
	const below = (parent: AreaId | null, depth: number): { area: Area; depth: number }[] =>
		areas
			.filter((area) => (parent === null ? !area.parent || !ids.has(area.parent) : area.parent === parent))
			.flatMap((area) => [{ area, depth }, ...below(area.id, depth + 1)]);
	return below(null, 0);
}

/** Areas that a search finds, each with the old name that it was found by; all of them where nothing was typed. */
export function findAreas(areas: readonly Area[], search: string): ReadonlyMap<AreaId, string | null> {
	if (foldText(search) === '') return new Map(areas.map((area) => [area.id, null]));
	const typed = search.slice(0, LIMIT.searchChars);
	const hit = (name: string) => findRows([makeSearchRow('', [name])], typed, 1).length > 0;
	const found = new Map<AreaId, string | null>();
	for (const area of areas) {
		const alias = area.aliases.find(hit);
		if (hit(area.name)) found.set(area.id, null);
		else if (alias !== undefined) found.set(area.id, alias);
	}
	return found;
}

interface Names {
	readonly name: string;
	readonly aliases: readonly string[];
}

function checkNames({ name, aliases }: Names): Result<void> {
	if (name === '') return fail('field.required', 'areaName');
	if (name.length > LIMIT.nameChars) return fail('field.tooLong', 'areaName');
	if (aliases.length > LIMIT.areaAliases || aliases.some((alias) => alias.length > LIMIT.nameChars))
		return fail('field.tooLong', 'aliases');
	return succeed(undefined);
}

/** Two areas side by side with one name could not be told apart on a phone. */
function isTaken(areas: readonly Area[], parent: AreaId | null, name: string, self: AreaId | null): boolean {
	return areas.some((area) => area.parent === parent && area.id !== self && foldText(area.name) === foldText(name));
}

export async function addArea(
	{ trx, ward }: KyselyWardTx,
	site: Site,
	staff: Staff,
	input: Names & { readonly parent: AreaId }
): Promise<Result<void>> {
	const areas = await readAreas(trx, ward);
	const parent = areas.find((area) => area.id === input.parent);
	const kind = parent && KIND_BELOW[parent.kind];
	if (!parent || !kind) return fail('field.badChoice', 'parent');
	const checked = checkNames(input);
	if (!checked.ok) return checked;
	if (areas.length >= LIMIT.scopeAreas) return fail('field.tooLong', 'parent');
	if (isTaken(areas, parent.id, input.name, null)) return fail('field.badChoice', 'areaName');
	const { max } = await trx
		.selectFrom('area')
		.select(({ fn }) => fn.max('position').as('max'))
		.where('ward_id', '=', ward)
		.executeTakeFirstOrThrow();
	const id = newId<AreaId>(site);
	const row = { id, parent_id: parent.id, kind, name: input.name, aliases: JSON.stringify(input.aliases) };
	await trx
		.insertInto('area')
		.values({ ward_id: ward, ...row, position: Number(max ?? 0) + 1 })
		.execute();
	await writeAudit(trx, site, { ward, actor: staff, act: 'area.add', subject: id, reason: input.name });
	return succeed(undefined);
}

export async function writeArea(
	{ trx, ward }: KyselyWardTx,
	site: Site,
	staff: Staff,
	input: Names & { readonly area: AreaId; readonly before: string }
): Promise<Result<void>> {
	const areas = await readAreas(trx, ward);
	const area = areas.find((one) => one.id === input.area);
	if (!area) return fail('field.badChoice', 'area');
	if (area.name !== input.before) return fail('desk.changedSince');
	const { name } = input;
	const isRenamed = name !== area.name;
	// whoever looks for the old name tomorrow finds the new one
	const old = isRenamed && !input.aliases.includes(area.name) ? [area.name] : [];
	const aliases = [...input.aliases, ...old].filter((alias) => alias !== name);
	const checked = checkNames({ name, aliases });
	if (!checked.ok) return checked;
	if (isTaken(areas, area.parent, name, area.id)) return fail('field.badChoice', 'areaName');
	if (!isRenamed && JSON.stringify(aliases) === JSON.stringify(area.aliases)) return succeed(undefined);
	await trx
		.updateTable('area')
		.set({ name, aliases: JSON.stringify(aliases) })
		.where('ward_id', '=', ward)
		.where('id', '=', area.id)
		.execute();
	const reason = isRenamed ? `${area.name} → ${name}` : aliases.join(', ');
	await writeAudit(trx, site, { ward, actor: staff, act: 'area.write', subject: area.id, reason });
	return succeed(undefined);
}
