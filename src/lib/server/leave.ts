// A volunteer who stops working for this ward, mostly because they go on in another one. Their phones are shut out, so
// that the ward's list leaves them; what they still hold comes in as from any phone that was shut out.

import type { Staff } from '../domain/desk.ts';
import type { DeviceId, VolunteerId } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import { revokeBadgesOf } from './badge.ts';
import { inWard } from './db/ward-store.ts';
import { shutOut } from './shut-out.ts';
import type { Site } from './site.ts';
import { isAllowed } from './staff.ts';

/** Ends a volunteer's work here, where whoever asks for it has said that they mean it. Their records stay under their name; a new start needs a new line. */
export async function letGo(site: Site, staff: Staff, volunteer: VolunteerId, isSure: boolean): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'revoke')) return fail('staff.notAllowed');
	if (!isSure) return fail('field.required', 'sure');
	const { ward } = staff;
	return inWard(site.store, ward, site.clock(), async (tx) => {
		const row = await tx.trx
			.updateTable('volunteer')
			.set({ left_at: tx.now })
			.where('ward_id', '=', ward)
			.where('id', '=', volunteer)
			.where('left_at', 'is', null)
			.returning('id')
			.executeTakeFirst();
		if (!row) return fail('desk.notOpen');
		const phones = await tx.trx
			.selectFrom('device')
			.select('id')
			.where('ward_id', '=', ward)
			.where('volunteer_id', '=', volunteer)
			.where('revoked_at', 'is', null)
			.orderBy('id')
			.execute();
		for (const { id } of phones) {
			await shutOut(tx, site, id as DeviceId);
			await writeAudit(tx.trx, site, { ward, actor: staff, act: 'device.revoke', subject: id, reason: 'left' });
		}
		await revokeBadgesOf(tx.trx, site, staff, volunteer, 'desk');
		await writeAudit(tx.trx, site, { ward, actor: staff, act: 'volunteer.leave', subject: volunteer });
		return succeed(undefined);
	});
}
