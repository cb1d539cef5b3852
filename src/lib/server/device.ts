// Phones of volunteers: letting one in, knowing it again by its signature, and shutting it out.

import { sql, type ExpressionBuilder } from 'kysely';
import { describeRequest } from '../contract/version.ts';
import type { JoinAnswer } from '../contract/join.ts';
import type { Staff } from '../domain/desk.ts';
import { isId, type ClientId, type DeviceId, type VolunteerId, type WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import { revokeBadgesOf } from './badge.ts';
import type { Reader, Writer } from './db/open-store.ts';
import type { Database } from './db/schema.ts';
import { inWard, type KyselyWardTx } from './db/ward-store.ts';
import { countHeld } from './incident.ts';
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

/**
 * A phone that joins anew may have lost its store, and one that is shut out may be in a stranger's hands: what an active
 * phone last said was waiting is written down, so that somebody asks for it (P15).
 */
async function reportUnsent(
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

/** Whether a phone belongs to a volunteer of somebody's areas. */
export async function holdsDevice(
	db: Reader,
	ward: WardId,
	scope: { readonly within: unknown; holdsVolunteer(id: VolunteerId): Promise<boolean> },
	device: DeviceId
): Promise<boolean> {
	if (scope.within === null) return true;
	const row = await db
		.selectFrom('device')
		.select('volunteer_id')
		.where('ward_id', '=', ward)
		.where('id', '=', device)
		.executeTakeFirst();
	return row ? scope.holdsVolunteer(row.volunteer_id as VolunteerId) : false;
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

/**
 * The phone behind a signed request, also one that was shut out: whether it may is decided after the ward's history was
 * looked at. Nothing about it is told before its signature was right.
 */
export async function readDevice(site: Site, request: SignedRequest): Promise<Result<KnownDevice>> {
	const [ward = '', device = ''] = (request.device ?? '').split('.');
	const sentAt = Number(request.time ?? NaN);
	const { signature } = request;
	if (!isId(ward) || !isId(device) || !Number.isSafeInteger(sentAt) || !signature) return fail('net.unauthorized');
	const row = await site.store.db
		.selectFrom('device')
		.select(['volunteer_id', 'public_key', 'pace_at', 'pace_count'])
		.where('ward_id', '=', ward)
		.where('id', '=', device)
		.executeTakeFirst();
	if (!row) return fail('net.unauthorized');
	const text = describeRequest(request.method, request.path, sentAt, hashBytes(request.body));
	if (!(await verifySignature(row.public_key, text, signature))) return fail('net.unauthorized');
	const now = site.clock();
	if (Math.abs(sentAt - now) > LIMIT.clockSkewMs) return fail('net.clock');
	// a minute that lies ahead was begun before the clock was set back
	const isThisMinute = row.pace_at > now - MINUTE_MS && row.pace_at <= now + MINUTE_MS;
	if (row.pace_count >= LIMIT.syncPerMinute && isThisMinute)
		return fail('net.busy', undefined, row.pace_at + MINUTE_MS - now);
	const volunteer = row.volunteer_id as VolunteerId;
	const appVersion = readVersion(request.appVersion);
	return succeed({ ward: ward as WardId, device: device as DeviceId, volunteer, signature, appVersion });
}

/** A short name of a version, or nothing: whoever asks may write what they like there. */
function readVersion(text: string | null | undefined): string | null {
	return text && /^[\w.+-]{1,40}$/.test(text) ? text : null;
}

/** As `readDevice`, for what is no step of the ward's history: a phone that was shut out gets nothing either. */
export async function readActiveDevice(site: Site, request: SignedRequest): Promise<Result<KnownDevice>> {
	const known = await readDevice(site, request);
	if (!known.ok) return known;
	const { ward, device } = known.value;
	const active = await site.store.db
		.selectFrom('device as d')
		.innerJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'd.ward_id').onRef('v.id', '=', 'd.volunteer_id'))
		.select('d.id')
		.where('d.ward_id', '=', ward)
		.where('d.id', '=', device)
		.where('d.revoked_at', 'is', null)
		.where('v.left_at', 'is', null)
		.executeTakeFirst();
	return active ? known : fail('net.revoked');
}

/** Since when something waits on the phone, as far as the ward has heard; null when nothing does. */
function waitingSince(waiting: number, now: number) {
	return waiting === 0 ? null : sql<number>`coalesce(waiting_since, ${now})`;
}

/** What the ward knows of a phone in the transaction that serves it. */
export interface NotedDevice {
	readonly cid: ClientId;
	readonly revokedAt: number | null;
	/** When its volunteer left. */
	readonly leftAt: number | null;
	/** Entries that it has handed in to be kept aside. */
	readonly deposited: number;
	/** Where the ward stood when the phone last began to read from the beginning. */
	readonly freshSeq: number;
}

/** The phone's line inside the transaction that serves it: counted as heard, with what it says is waiting. */
export async function noteDevice(
	trx: Writer,
	known: KnownDevice,
	now: number,
	waiting: number | null
): Promise<NotedDevice> {
	const isOver = (is: ExpressionBuilder<Database, 'device'>) =>
		is.or([is('pace_at', '<=', now - MINUTE_MS), is('pace_at', '>', now + MINUTE_MS)]);
	const row = await trx
		.updateTable('device')
		.set((column) => ({
			seen_at: now,
			...(known.appVersion === null ? {} : { app_version: known.appVersion }),
			...(waiting === null ? {} : { waiting, waiting_since: waitingSince(waiting, now) }),
			pace_count: column
				.case()
				.when(isOver(column))
				.then(1)
				.else(column('pace_count', '+', 1))
				.end(),
			pace_at: column.case().when(isOver(column)).then(now).else(column.ref('pace_at')).end()
		}))
		.where('ward_id', '=', known.ward)
		.where('id', '=', known.device)
		.returning(['cid', 'revoked_at', 'deposited', 'fresh_seq'])
		.executeTakeFirstOrThrow();
	const volunteer = await trx
		.selectFrom('volunteer')
		.select('left_at')
		.where('ward_id', '=', known.ward)
		.where('id', '=', known.volunteer)
		.executeTakeFirst();
	return {
		cid: row.cid as ClientId,
		revokedAt: row.revoked_at,
		leftAt: volunteer?.left_at ?? null,
		deposited: row.deposited,
		freshSeq: row.fresh_seq
	};
}

/** The phone reads from the beginning, in the ward's history as it stands now. */
export async function noteFreshReading(trx: Writer, { ward, device }: KnownDevice, seq: number): Promise<void> {
	await trx
		.updateTable('device')
		.set({ fresh_seq: seq })
		.where('ward_id', '=', ward)
		.where('id', '=', device)
		.execute();
}

export async function listDevices(db: Reader, ward: WardId) {
	return db
		.selectFrom('device')

		.select(['id', 'volunteer_id', 'joined_at', 'pledged_at', 'seen_at', 'waiting', 'waiting_since', 'app_version'])
		.select(['revoked_at', 'held'])
		.where('ward_id', '=', ward)
		.orderBy('joined_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
}

/**
 * Whether a phone may write as this client. One that lost its store and was put back from its mirror begins a new client;
 * none may go by another phone's, or it could pass off its edits as somebody else's later ones.
 */
export async function takesClient(
	tx: KyselyWardTx,
	{ ward, device }: Pick<KnownDevice, 'ward' | 'device'>,
	known: ClientId,
	cid: ClientId
): Promise<boolean> {
	if (known === cid) return true;
	const own = `%/${device}`;
	const wrote = await tx.trx
		.selectFrom('entry')
		.select(['actor'])
		.where('ward_id', '=', ward)
		.where('cid', '=', cid)
		.where('actor', 'not like', own)
		.limit(1)
		.executeTakeFirst();
	const joined = await tx.trx
		.selectFrom('device')
		.select('id')
		.where('ward_id', '=', ward)
		.where('cid', '=', cid)
		.where('id', '!=', device)
		.executeTakeFirst();
	if (wrote || joined) return false;
	await tx.trx.updateTable('device').set({ cid }).where('ward_id', '=', ward).where('id', '=', device).execute();
	return true;
}
