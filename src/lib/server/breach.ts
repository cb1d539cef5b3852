// Breaches of personal data: opened in one step, worked through by a list, closed when all of it was done.

import {
	BREACH_TELL_MS,
	isBreachStep,
	mayClose,
	type Breach,
	type BreachDone,
	type BreachStep
} from '../domain/breach.ts';
import type { Staff } from '../domain/desk.ts';
import type { WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { checkNote } from '../domain/note.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import type { PeopleTables } from './db/schema-people.ts';
import { newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

function toBreach(row: PeopleTables['breach']): Breach {
	return {
		id: row.id,
		openedAt: row.opened_at,
		openedName: row.opened_name,
		what: row.what,
		steps: JSON.parse(row.steps) as Breach['steps'],
		tellBy: row.opened_at + BREACH_TELL_MS,
		closedAt: row.closed_at
	};
}

/** Open ones first, then the latest. */
export async function listBreaches(db: Reader, ward: WardId): Promise<Breach[]> {
	const rows = await db
		.selectFrom('breach')
		.selectAll()
		.where('ward_id', '=', ward)
		.orderBy('opened_at', 'desc')
		.limit(LIMIT.listRows)
		.execute();
	return rows.map(toBreach).sort((a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null));
}

export async function openBreach(site: Site, staff: Staff, typed: string): Promise<Result<{ readonly id: string }>> {
	if (!isAllowed(staff.role, 'request')) return fail('staff.notAllowed');
	const what = typed.trim();
	if (what === '') return fail('field.required', 'what');
	const [wrong] = checkNote(what);
	if (wrong) return failWith({ ...wrong, at: 'what' });
	const { ward } = staff;
	const id = newId<string>(site);
	await site.store.transact(async (trx) => {
		await trx
			.insertInto('breach')
			.values({
				ward_id: ward,
				id,
				opened_at: site.clock(),
				opened_name: staff.name,
				what,
				steps: '{}',
				closed_at: null
			})
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'breach.open', subject: id });
	});
	return succeed({ id });
}

/** One step was done; the last one closes the record. */
export async function markBreach(site: Site, staff: Staff, id: string, step: string): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'request')) return fail('staff.notAllowed');
	if (!isBreachStep(step)) return fail('field.badChoice', 'step');
	const { ward } = staff;
	const now = site.clock();
	return site.store.transact(async (trx) => {
		const row = await trx
			.selectFrom('breach')
			.selectAll()
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.executeTakeFirst();
		const breach = row && toBreach(row);
		if (!breach || breach.closedAt !== null || breach.steps[step]) return fail('desk.notOpen');
		const steps: Partial<Record<BreachStep, BreachDone>> = {
			...breach.steps,
			[step]: { at: now, byName: staff.name }
		};
		await trx
			.updateTable('breach')
			.set({ steps: JSON.stringify(steps), closed_at: mayClose(steps) ? now : null })
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'breach.step', subject: id, reason: step });
		return succeed(undefined);
	});
}
