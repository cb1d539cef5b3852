// Phones of volunteers: knowing one again by its signature, and what the ward hears of it whenever it is served.

import { sql, type ExpressionBuilder } from 'kysely';
import { describeRequest } from '../contract/version.ts';
import { isId, type ClientId, type DeviceId, type VolunteerId, type WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { Reader, Writer } from './db/open-store.ts';
import type { Database } from './db/schema.ts';
import type { KyselyWardTx } from './db/ward-store.ts';
import type { Site } from './site.ts';
import { hashBytes, verifySignature } from './vault.ts';
import type { KnownDevice, SignedRequest } from './ward.ts';

const MINUTE_MS = 60_000;

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
