// Who is at work on a list, and how far: said in the store, so that a second server, a second member of staff and a server
// that starts again all see the same. A worker holds its batch by a name of its own for a minute at a time; whoever takes
// the batch over writes another, and the first one's next step finds that it may write nothing more.

import type { StaffId } from '../domain/id.ts';
import { STAFF_ROLES, type Staff } from '../domain/desk.ts';
import { LIMIT } from '../domain/limit.ts';
import { LIST_BATCH_STATES, type ListBatch, type ListPlan } from '../domain/list.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import type { Writer } from './db/open-store.ts';
import type { Database } from './db/schema.ts';
import { inWard } from './db/ward-store.ts';
import { newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';
import { readStaffAreas } from './session.ts';

/** One worker's hold on one batch. */
export interface Lease {
	readonly ward: Staff['ward'];
	readonly batch: string;
	readonly holder: string;
	/** In whose name it works. */
	readonly by: StaffId;
}

/** Somebody else has the batch now: what this worker would still do is not to be done. */
export class LeaseLost extends Error {}
/** Whoever began may not do this any more. */
export class RightLost extends Error {}

/** A batch that begins to be written; `list.busy` while another of this ward is under way. */
export function beginBatch(site: Site, staff: Staff, plan: ListPlan): Promise<Result<Lease>> {
	const { ward } = staff;
	const now = site.clock();
	const lease = { ward, batch: newId<string>(site), holder: newId<string>(site), by: staff.id };
	return inWard(site.store, ward, now, async ({ trx }) => {
		if (await isBusy(trx, ward, now, null)) return fail('list.busy');
		const figures = { total: plan.rows, done: 0, households: 0, people: 0, skipped: 0, found: 0, kept: 0, removed: 0 };
		const held = { state: 'running', holder: lease.holder, beat_at: now, undo_by: null };
		await trx
			.insertInto('list_batch')
			.values({ ward_id: ward, id: lease.batch, at: now, staff_name: staff.name, ...figures, ...held })
			.execute();
		const reason = `${plan.people}/${plan.rows}`;
		await writeAudit(trx, site, { ward, actor: staff, act: 'list.import', subject: lease.batch, reason });
		return succeed(lease);
	});
}

/**
 * A batch that begins to be taken back, also one that is still being written: that ends with this, because its worker no
 * longer holds it. `desk.notOpen` where there is nothing to take back.
 */
export function beginUndo(site: Site, staff: Staff, batch: string): Promise<Result<Lease>> {
	const { ward } = staff;
	const now = site.clock();
	return inWard(site.store, ward, now, async ({ trx }) => {
		const row = await readBatch(trx, ward, batch);
		if (!row || row.state === 'undone') return fail('desk.notOpen');
		if (await isBusy(trx, ward, now, row.state === 'undoing' ? null : batch)) return fail('list.busy');
		return succeed(await take(trx, site, { ward, batch, by: staff.id }, now));
	});
}

/** An undo that nobody is at work on any more, taken over; null while somebody is. */
export function resumeUndo(site: Site, ward: Staff['ward'], batch: string): Promise<Lease | null> {
	const now = site.clock();
	return inWard(site.store, ward, now, async ({ trx }) => {
		const row = await readBatch(trx, ward, batch);
		if (row?.state !== 'undoing' || row.undo_by === null) return null;
		if (await isBusy(trx, ward, now, null)) return null;
		return take(trx, site, { ward, batch, by: row.undo_by as StaffId }, now);
	});
}

async function take(trx: Writer, site: Site, who: Omit<Lease, 'holder'>, now: number): Promise<Lease> {
	const lease = { ...who, holder: newId<string>(site) };
	await setBatch(trx, lease, { state: 'undoing', holder: lease.holder, beat_at: now, undo_by: lease.by });
	return lease;
}

/** Batches whose undo broke off, of one ward. */
export async function listBroken(site: Site, ward: string): Promise<readonly string[]> {
	const rows = await site.store.db
		.selectFrom('list_batch')
		.select('id')
		.where('ward_id', '=', ward)
		.where('state', '=', 'undoing')
		.where('beat_at', '<=', site.clock() - LIMIT.listLeaseMs)
		.execute();
	return rows.map(({ id }) => id);
}

/** Says that the worker is still there. */
export async function beat(site: Site, { ward, batch, holder }: Lease): Promise<void> {
	await site.store.db
		.updateTable('list_batch')
		.set({ beat_at: site.clock() })
		.where('ward_id', '=', ward)
		.where('id', '=', batch)
		.where('holder', '=', holder)
		.execute();
}

/** Inside a step: throws when the batch is somebody else's by now, and nothing of the step is written. */
export async function holdOn(trx: Writer, { ward, batch, holder }: Lease): Promise<void> {
	if ((await readBatch(trx, ward, batch))?.holder !== holder) throw new LeaseLost();
}

/** Inside a step: throws when whoever began may no longer bring lists in. */
export async function stayAllowed(trx: Writer, { ward, by }: Lease): Promise<void> {
	const row = await trx
		.selectFrom('staff')
		.select(['role', 'disabled_at'])
		.where('ward_id', '=', ward)
		.where('id', '=', by)
		.executeTakeFirst();
	const role = STAFF_ROLES.find((known) => known === row?.role);
	if (!role || row?.disabled_at !== null || !mayList({ role, areas: await readStaffAreas(trx, ward, by) }))
		throw new RightLost();
}

/** A list names doors anywhere in the ward: whoever is confined to some areas brings in none. */
export function mayList({ role, areas }: Pick<Staff, 'role' | 'areas'>): boolean {
	return isAllowed(role, 'list') && areas === null;
}

/** The last word of a worker that still holds its batch; a `broken` undo is taken up again by whichever server looks first. */
export async function endBatch(site: Site, lease: Lease, state: 'done' | 'stopped' | 'broken'): Promise<void> {
	await inWard(site.store, lease.ward, site.clock(), async ({ trx }) => {
		await holdOn(trx, lease);
		await setBatch(trx, lease, { holder: null, beat_at: 0, ...(state === 'broken' ? {} : { state }) });
	});
}

export async function setBatch(
	trx: Writer,
	{ ward, batch }: Pick<Lease, 'ward' | 'batch'>,
	set: Partial<Database['list_batch']>
): Promise<void> {
	await trx.updateTable('list_batch').set(set).where('ward_id', '=', ward).where('id', '=', batch).execute();
}

function readBatch(trx: Writer, ward: string, batch: string) {
	return trx
		.selectFrom('list_batch')
		.select(['state', 'holder', 'undo_by'])
		.where('ward_id', '=', ward)
		.where('id', '=', batch)
		.executeTakeFirst();
}

/** Whether a worker is at a batch of this ward, other than `but`. */
async function isBusy(trx: Writer, ward: string, now: number, but: string | null): Promise<boolean> {
	const rows = await trx
		.selectFrom('list_batch')
		.select('id')
		.where('ward_id', '=', ward)
		.where('state', 'in', ['running', 'undoing'])
		.where('beat_at', '>', now - LIMIT.listLeaseMs)
		.execute();
	return rows.some(({ id }) => id !== but);
}

/** Newest first. One that says it is being written while nobody is at it broke off. */
export async function listBatches(site: Site, ward: string): Promise<ListBatch[]> {
	const rows = await site.store.db
		.selectFrom('list_batch')
		.selectAll()
		.where('ward_id', '=', ward)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(LIMIT.listRows)
		.execute();
	const heard = site.clock() - LIMIT.listLeaseMs;
	return rows.map(({ ward_id: _, staff_name, state, holder: __, beat_at, undo_by: ___, ...row }) => {
		const known = LIST_BATCH_STATES.find((one) => one === state) ?? 'stopped';
		return { ...row, staffName: staff_name, state: known === 'running' && beat_at <= heard ? 'stopped' : known };
	});
}
