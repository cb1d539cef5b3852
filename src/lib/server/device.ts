// Phones of volunteers: letting one in, knowing it again by its signature, and shutting it out.

import { describeRequest } from '../contract/version.ts';
import type { JoinAnswer } from '../contract/join.ts';
import type { Staff } from '../domain/desk.ts';
import { isId, type ClientId, type DeviceId, type VolunteerId, type WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import type { Reader, Writer } from './db/open-store.ts';
import { inWard } from './db/ward-store.ts';
import { findInvite } from './invite.ts';
import { isAllowed } from './staff.ts';
import { newId, type Site } from './site.ts';
import { hashBytes, isPublicKey, verifySignature } from './vault.ts';
import type { KnownDevice, SignedRequest } from './ward.ts';

const MINUTE_MS = 60_000;

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
		const answer = (device: string) =>
			succeed({
				ward: { id: ward, name: invite.wardName },
				volunteer: { id: invite.id, name: invite.name, role: invite.role },
				device,
				epoch: invite.epoch,
				now
			});
		if (invite.used_by !== null)
			return invite.used_key === input.publicKey ? answer(invite.used_by) : fail('join.used');
		if (invite.expires_at <= now) return fail('join.expired');

		const device = newId<DeviceId>(site);
		const actor = { id: invite.id, name: invite.name };
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

/** Makes room for one more phone. */
async function shutOutOldest(
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

/** True when the device was active until now. */
async function markRevoked(trx: Writer, site: Site, ward: WardId, device: string): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('device')
		.set({ revoked_at: site.clock() })
		.where('ward_id', '=', ward)
		.where('id', '=', device)
		.where('revoked_at', 'is', null)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
}

export async function revokeDevice(site: Site, staff: Staff, device: DeviceId): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'revoke')) return fail('staff.notAllowed');
	return site.store.transact(async (trx) => {
		if (!(await markRevoked(trx, site, staff.ward, device))) return fail('field.badChoice', 'device');
		await writeAudit(trx, site, { ward: staff.ward, actor: staff, act: 'device.revoke', subject: device });
		return succeed(undefined);
	});
}

/** The phone behind a signed request. Nothing about it is told before its signature was right. */
export async function readDevice(site: Site, request: SignedRequest): Promise<Result<KnownDevice>> {
	const [ward = '', device = ''] = (request.device ?? '').split('.');
	const sentAt = Number(request.time ?? NaN);
	if (!isId(ward) || !isId(device) || !Number.isSafeInteger(sentAt) || !request.signature)
		return fail('net.unauthorized');
	const row = await site.store.db
		.selectFrom('device')
		.select(['volunteer_id', 'public_key', 'revoked_at', 'pace_at', 'pace_count'])
		.where('ward_id', '=', ward)
		.where('id', '=', device)
		.executeTakeFirst();
	if (!row) return fail('net.unauthorized');
	const text = describeRequest(request.method, request.path, sentAt, hashBytes(request.body));
	if (!(await verifySignature(row.public_key, text, request.signature))) return fail('net.unauthorized');
	if (row.revoked_at !== null) return fail('net.revoked');
	const now = site.clock();
	if (Math.abs(sentAt - now) > LIMIT.clockSkewMs) return fail('net.clock');
	if (row.pace_count >= LIMIT.syncPerMinute && row.pace_at > now - MINUTE_MS)
		return fail('net.busy', undefined, row.pace_at + MINUTE_MS - now);
	return succeed({ ward: ward as WardId, device: device as DeviceId, volunteer: row.volunteer_id as VolunteerId });
}

/** The phone's line inside the transaction that serves it: still let in, and counted as heard. */
export async function noteDevice(
	trx: Writer,
	known: KnownDevice,
	now: number,
	waiting: number
): Promise<Result<{ readonly cid: ClientId }>> {
	const row = await trx
		.updateTable('device')
		.set((column) => ({
			seen_at: now,
			waiting,
			pace_count: column
				.case()
				.when('pace_at', '<=', now - MINUTE_MS)
				.then(1)
				.else(column('pace_count', '+', 1))
				.end(),
			pace_at: column
				.case()
				.when('pace_at', '<=', now - MINUTE_MS)
				.then(now)
				.else(column.ref('pace_at'))
				.end()
		}))
		.where('ward_id', '=', known.ward)
		.where('id', '=', known.device)
		.where('revoked_at', 'is', null)
		.returning('cid')
		.executeTakeFirst();
	return row ? succeed({ cid: row.cid as ClientId }) : fail('net.revoked');
}

export async function listDevices(db: Reader, ward: WardId) {
	return db
		.selectFrom('device')
		.select(['id', 'volunteer_id', 'joined_at', 'pledged_at', 'seen_at', 'waiting', 'revoked_at'])
		.where('ward_id', '=', ward)
		.orderBy('joined_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
}
