// Shutting a phone out: what it may have held and what was waiting on it is written down in the same step.

import type { Staff } from '../domain/desk.ts';
import type { DeviceId, VolunteerId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import { revokeBadgesOf } from './badge.ts';
import type { Writer } from './db/open-store.ts';
import { inWard, type KyselyWardTx } from './db/ward-store.ts';
import { countHeld } from './incident.ts';
import { newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

/**
 * A phone that joins anew may have lost its store, and one that is shut out may be in a stranger's hands: what an active
 * phone last said was waiting is written down, so that somebody asks for it (P15).
 */
export async function reportUnsent(
	tx: KyselyWardTx,
	site: Site,
	of: { readonly volunteer: string } | { readonly device: string }
): Promise<void> {
	let query = tx.trx
		.selectFrom('device')
		.select(['id', 'waiting'])
		.where('ward_id', '=', tx.ward)
		.where('revoked_at', 'is', null)
		.where('waiting', '>', 0);
	query = 'device' in of ? query.where('id', '=', of.device) : query.where('volunteer_id', '=', of.volunteer);
	const { epoch, seq } = await tx.readWard();
	for (const { id: subject, waiting: count } of await query.orderBy('id').execute()) {
		const told = { kind: 'unsent', before: epoch, epoch, seq, count, subject } as const;
		await tx.addIncident({ id: newId(site), at: tx.now, ...told });
	}
}

/** Makes room for one more phone. */
export async function shutOutOldest(
	trx: Writer,
	site: Site,
	ward: WardId,
	volunteer: string,
	actor: { readonly id: string; readonly name: string }
): Promise<void> {
	const active = await trx
		.selectFrom('device')
		.select('id')
		.where('ward_id', '=', ward)
		.where('volunteer_id', '=', volunteer)
		.where('revoked_at', 'is', null)
		.orderBy('joined_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
	for (const { id } of active.slice(LIMIT.devicesPerVolunteer - 1)) {
		await markRevoked(trx, site, ward, id);
		await writeAudit(trx, site, { ward, actor, act: 'device.revoke', subject: id, reason: 'tooManyDevices' });
	}
}

/** Whose device it was that was active until now, else null. */
async function markRevoked(trx: Writer, site: Site, ward: WardId, device: string): Promise<VolunteerId | null> {
	const row = await trx
		.updateTable('device')
		.set({ revoked_at: site.clock() })
		.where('ward_id', '=', ward)
		.where('id', '=', device)
		.where('revoked_at', 'is', null)
		.returning(['volunteer_id', 'seen_at', 'waiting'])
		.executeTakeFirst();
	if (!row) return null;
	const volunteer = row.volunteer_id as VolunteerId;
	// What it may have held is counted now: areas and records go on, the report does not.
	const contact = { seenAt: row.seen_at, waiting: row.waiting };
	const held = await countHeld(trx, ward, volunteer, contact);
	await trx
		.updateTable('device')
		.set({ held: JSON.stringify(held) })
		.where('ward_id', '=', ward)
		.where('id', '=', device)
		.execute();
	return volunteer;
}

/** Shuts a phone out, with a report of what it said was waiting. Whose it was, null where it was shut out before. */
export async function shutOut(tx: KyselyWardTx, site: Site, device: DeviceId): Promise<VolunteerId | null> {
	await reportUnsent(tx, site, { device });
	return markRevoked(tx.trx, site, tx.ward as WardId, device);
}

export async function revokeDevice(site: Site, staff: Staff, device: DeviceId): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'revoke')) return fail('staff.notAllowed');
	return inWard(site.store, staff.ward, site.clock(), async (tx) => {
		const volunteer = await shutOut(tx, site, device);
		if (!volunteer) return fail('field.badChoice', 'device');
		await writeAudit(tx.trx, site, { ward: staff.ward, actor: staff, act: 'device.revoke', subject: device });
		// the badge that it shows is in whoever's hands it is now (O5)
		await revokeBadgesOf(tx.trx, site, staff, volunteer, 'device');
		return succeed(undefined);
	});
}
