// Entries that came by hand: from a file or a row of QR pictures, on somebody else's phone or at the desk. The writer's
// signature decides whose they are; the carrier only lends the way.

import { dayAt } from '../domain/day.ts';
import type { ClientId, DeviceId, VolunteerId, WardId } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { PushAnswer, Standing } from '../sync/entry.ts';
import type { Sender } from '../sync/ward-port.ts';
import { pushEntries, type WardTools } from '../sync/ward.ts';
import { readAssigned } from './area.ts';
import { inBatch } from './db/batch-tx.ts';
import type { KyselyWardTx } from './db/ward-store.ts';
import { takesClient } from './device.ts';
import { countDeposit } from './deposit.ts';
import type { Site } from './site.ts';
import { nameActor, serveDevice } from './standing.ts';
import { verifySignature } from './vault.ts';
import type { SignedBundle, SignedRequest, Told } from './ward.ts';

export function carry(
	site: Site,
	request: SignedRequest,
	carried: Standing & { readonly bundle: SignedBundle }
): Promise<Told<PushAnswer>> {
	const { bundle } = carried;
	return serveDevice(site, request, carried, { who: 'active', entries: bundle.entries }, async (visitor) => {
		const { tx, tools, device, deposited } = visitor;
		return takeBundle(tx, site, bundle, { ...device, deposited, actor: nameActor(device) }, tools);
	});
}

/** Who brings a bundle: what nobody can be held to for goes on the carrier's account. */
export interface Carrier {
	readonly ward: WardId;
	readonly device: string;
	readonly deposited: number;
	readonly actor: string;
}

/**
 * Takes a bundle once, whoever brings it and however often. Entries of a phone that is let in count as pushed by it;
 * those of one that was shut out, and those that nobody signed whom the ward knows, are kept aside for a human.
 */
export async function takeBundle(
	tx: KyselyWardTx,
	site: Site,
	bundle: SignedBundle,
	carrier: Carrier,
	tools: WardTools
): Promise<Result<PushAnswer>> {
	if (bundle.ward !== tx.ward) return fail('net.badRequest', 'ward');
	// plain bodies would let a carrier read, and would make a stolen file worth something
	if (bundle.entries.some((entry) => entry.body.alg === 'plain')) return fail('net.badRequest', 'entries');
	const writer = await readWriter(tx, bundle);
	const sender = await readSender(tx, site, writer, carrier);
	if (sender.aside) {
		const account = writer ? { ward: tx.ward, device: writer.device } : carrier;
		const counted = await countDeposit(tx, account, writer?.deposited ?? carrier.deposited, bundle.entries);
		if (!counted.ok) return counted;
	}
	const batch = { epoch: null, wm: null, cid: bundle.cid, pend: 0, maxN: 0, now: tx.now, entries: bundle.entries };
	return succeed(await inBatch(tx, batch.entries, (gathered) => pushEntries(gathered, batch, sender, tools)));
}

interface Writer {
	readonly device: DeviceId;
	readonly volunteer: VolunteerId;
	readonly deposited: number;
	readonly isActive: boolean;
}

/** The phone that signed the bundle; null where the ward knows none, or where the signature is not its. */
async function readWriter(tx: KyselyWardTx, bundle: SignedBundle): Promise<Writer | null> {
	const row = await tx.trx
		.selectFrom('device')
		.select(['id', 'volunteer_id', 'public_key', 'cid', 'revoked_at', 'deposited'])
		.where('ward_id', '=', tx.ward)
		.where('id', '=', bundle.device)
		.executeTakeFirst();
	if (!row || !(await verifySignature(row.public_key, bundle.signedText, bundle.signature))) return null;
	const known = { ward: tx.ward, device: row.id as DeviceId };
	if (!(await takesClient(tx, known, row.cid as ClientId, bundle.cid))) return null;
	return {
		device: row.id as DeviceId,
		volunteer: row.volunteer_id as VolunteerId,
		deposited: row.deposited,
		isActive: row.revoked_at === null
	};
}

async function readSender(tx: KyselyWardTx, site: Site, writer: Writer | null, carrier: Carrier): Promise<Sender> {
	if (!writer) return { actor: carrier.actor, volunteer: '', areas: new Set(), aside: 'entry.unknownSender' };
	const assigned = writer.isActive
		? await readAssigned(tx.trx, site.vault, tx.ward, writer.volunteer, dayAt(tx.now))
		: null;
	const named = { actor: nameActor(writer), volunteer: writer.volunteer };
	if (!assigned) return { ...named, areas: new Set(), aside: 'entry.deposited' };
	return { ...named, areas: assigned.areas };
}
