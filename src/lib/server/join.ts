// Letting a phone of a volunteer in, on an invitation.

import type { JoinAnswer } from '../contract/join.ts';
import type { DeviceId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import { inWard } from './db/ward-store.ts';
import { findInvite } from './invite.ts';
import { reportUnsent, shutOutOldest } from './shut-out.ts';
import { newId, type Site } from './site.ts';
import { isPublicKey } from './vault.ts';

export interface JoinInput {
	readonly code: string;
	readonly cid: string;
	readonly publicKey: string;
	readonly pledge: { readonly wording: number; readonly acceptedAt: number };
}

/**
 * Uses an invitation up. The same phone, known by its key, may ask again when the answer was lost and gets the same
 * one. A volunteer has two phones at most: the one that joined first is shut out.
 */
export async function join(site: Site, input: JoinInput, address: string): Promise<Result<JoinAnswer>> {
	if (!(await isPublicKey(input.publicKey))) return fail('net.badRequest', 'publicKey');
	if (!Object.values(input.pledge).every((value) => typeof value !== 'number' || Number.isSafeInteger(value)))
		return fail('net.badRequest', 'pledge');
	if (Math.abs(input.pledge.wording) > LIMIT.integerMost) return fail('net.badRequest', 'pledge.wording');
	const found = await findInvite(site, input.code, address);
	if (!found.ok) return found;
	const { ward, secretHash } = found.value;
	const now = site.clock();
	return inWard(site.store, ward, now, async (tx) => {
		// read again: two phones may hold the same code
		const invite = await tx.trx
			.selectFrom('invite as i')
			.innerJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'i.ward_id').onRef('v.id', '=', 'i.volunteer_id'))
			.innerJoin('ward as w', 'w.id', 'i.ward_id')
			.select(['i.used_by', 'i.used_key', 'i.expires_at', 'v.id', 'v.name', 'v.role', 'w.name as wardName', 'w.epoch'])
			.where('i.ward_id', '=', ward)
			.where('i.secret_hash', '=', secretHash)
			.where('v.left_at', 'is', null)
			.executeTakeFirst();
		if (!invite) return fail('join.badCode');
		const keys = site.vault.publicKeys;
		const answer = (device: string) =>
			succeed({
				ward: { id: ward, name: invite.wardName },
				volunteer: { id: invite.id, name: invite.name, role: invite.role },
				device,
				epoch: invite.epoch,
				now,
				// copied: the wire's type is open, ours is not
				keys: { ...keys, seal: { ...keys.seal } }
			});
		if (invite.used_by !== null)
			return invite.used_key === input.publicKey ? answer(invite.used_by) : fail('join.used');
		if (invite.expires_at <= now) return fail('join.expired');

		const device = newId<DeviceId>(site);
		const actor = { id: invite.id, name: invite.name };
		await reportUnsent(tx, site, { volunteer: invite.id });
		await shutOutOldest(tx.trx, site, ward, invite.id, actor);
		await tx.trx
			.insertInto('device')
			.values({
				ward_id: ward,
				id: device,
				volunteer_id: invite.id,
				public_key: input.publicKey,
				cid: input.cid,
				joined_at: now,
				pledged_at: input.pledge.acceptedAt,
				pledge_wording: input.pledge.wording,
				seen_at: null,
				waiting: null,
				revoked_at: null,
				deposited: 0,
				fresh_seq: 0,
				held: null,
				pace_at: now,
				pace_count: 0
			})
			.execute();
		await tx.trx
			.updateTable('invite')
			.set({ used_by: device, used_key: input.publicKey })
			.where('ward_id', '=', ward)
			.where('secret_hash', '=', secretHash)
			.execute();
		await writeAudit(tx.trx, site, { ward, actor, act: 'device.join', subject: device });
		return answer(device);
	});
}
