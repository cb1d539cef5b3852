// What leaves a phone on which nothing can be read: the sealed entries of the profile that is locked, and those of former
// ones (erased, left, replaced, shut out). A phone that may still push pushes; one that was shut out deposits; what the
// ward would not take from its writer any more, the phone's present volunteer carries.

import { makeId, type ClientId, type Clock, type RandomBytes } from '../domain/id.ts';
import { failWith, succeed, type ProblemCode, type Result } from '../domain/problem.ts';
import { describeBundle, type Bundle, type PushAnswer, type PushBatch } from '../sync/entry.ts';
import { FRESH_STATE, type Answer, type PhoneStore, type WardLink } from '../sync/phone-port.ts';
import { ROUND } from '../sync/round.ts';
import { handIn } from '../sync/hand-in.ts';
import { sendOpen, type SendResult } from '../sync/send.ts';
import type { Profile } from './directory.ts';
import type { Engine } from './door.ts';
import { openSealedDb, restorePhoneDb } from './sealed-db.ts';
import { openLink, type LinkTools, type OpenLink } from './link.ts';
import { openMirror, rowOf } from './mirror.ts';
import { openSealedStore } from './sealed-store.ts';
import { catchTrouble } from './trouble.ts';
import { signText } from './vault.ts';

export { deliverCargo } from './cargo.ts';

export interface CourierTools extends LinkTools {
	readonly clock: Clock;
	readonly randomBytes: RandomBytes;
	readonly engine: Engine;
	readonly caches: CacheStorage | null;
}

export type SealedProfile = Pick<Profile, 'id' | 'ward' | 'device' | 'keys'>;

/** After these the ward takes nothing from this phone's key, and never will. */
const SHUT_OUT: readonly ProblemCode[] = ['net.revoked', 'net.unauthorized'];

/**
 * Puts the database back where the browser has lost it, from the mirror: a new client in the ward's eyes, with the old
 * entries. Resolves whether it had to.
 */
export async function rescueDb(profile: Pick<Profile, 'id'>, tools: CourierTools): Promise<boolean> {
	const mirrored = await openMirror(profile.id, tools.caches)
		.read()
		.catch(() => null);
	const rows = (mirrored?.entries ?? []).map(rowOf);
	const { scope: _, ...fresh } = FRESH_STATE;
	const n = Math.max(mirrored?.head.n ?? 0, ...rows.map((row) => row.n));
	const cid = makeId<ClientId>(tools.clock(), tools.randomBytes);
	return restorePhoneDb(profile.id, tools.engine, { ...fresh, cid, n, keys: mirrored?.head.keys ?? null }, rows);
}

/** How the sealed entries of one profile get to the ward, for as long as it is open. */
export interface Sealed {
	readonly store: PhoneStore;
	readonly link: OpenLink;
	close(): void;
}

export async function openSealed(profile: SealedProfile, tools: CourierTools): Promise<Sealed> {
	const db = openSealedDb(profile.id, tools.engine);
	try {
		const { state } = await db.readOutbox();
		const link = openLink(tools, {
			ward: profile.ward,
			device: profile.device,
			key: profile.keys.signing,
			clockOffsetMs: state.clockOffsetMs,
			wardKey: () => state.keys?.sign ?? null
		});
		const close = () => {
			link.close();
			db.close();
		};
		return { store: openSealedStore(db, profile.ward), link, close };
	} catch (error) {
		db.close();
		throw error;
	}
}

/**
 * Sends what is sealed: pushes, deposits where the ward has proved that this phone was shut out. The problem that stopped
 * the pushing comes back also when the deposit went well, because it is about the phone.
 */
export function sendSealed(
	profile: SealedProfile,
	tools: CourierTools,
	signal?: AbortSignal
): Promise<Result<SendResult>> {
	return inSealed(profile, tools, signal, async ({ store, link }) => {
		const pushed = await sendOpen(store, (batch) => link.push(batch), tools.clock, ROUND, true);
		if (pushed.ok || !SHUT_OUT.includes(pushed.problem.code)) return pushed;
		const deposited = await sendOpen(store, (batch) => link.deposit(batch), tools.clock, ROUND, true);
		return deposited.ok ? failWith(pushed.problem) : deposited;
	});
}

/**
 * Former entries by whatever way is left: pushed or deposited by the key that wrote them, else carried by the phone that
 * is open now, as a bundle that the writer's key has signed. What a ward that was put back has lost of them goes again.
 */
export function sendFormer(profile: SealedProfile, carrier: WardLink, tools: CourierTools): Promise<Result<void>> {
	return inSealed(profile, tools, undefined, async ({ store, link }) => {
		const own: WardLink['reconcile'] = (request) => link.reconcile(request);
		const sent = await handIn(
			store,
			[
				{ reconcile: own, send: (batch) => link.push(batch) },
				{ reconcile: own, send: (batch) => link.deposit(batch) },
				{
					reconcile: (request) => carrier.reconcile(request),
					send: (batch) => carry(profile, batch, carrier, tools.clock)
				}
			],
			tools.clock,
			ROUND
		);
		return sent.ok ? succeed(undefined) : sent;
	});
}

async function inSealed<Value>(
	profile: SealedProfile,
	tools: CourierTools,
	signal: AbortSignal | undefined,
	work: (sealed: Sealed) => Promise<Result<Value>>
): Promise<Result<Value>> {
	const done = await catchTrouble(async () => {
		const sealed = await openSealed(profile, tools);
		const close = () => sealed.link.close();
		signal?.addEventListener('abort', close);
		if (signal?.aborted) close();
		try {
			return await work(sealed);
		} finally {
			signal?.removeEventListener('abort', close);
			sealed.close();
		}
	});
	return done.ok ? done.value : done;
}

/** Signed by the writer's key, because the carrier must be able neither to read nor to change it. */
async function carry(
	{ ward, device, keys }: SealedProfile,
	{ epoch, wm, cid, entries }: PushBatch,
	carrier: WardLink,
	clock: Clock
): Promise<Answer<PushAnswer>> {
	const bundle = await makeBundle({ ward, device, cid, madeAt: clock(), entries }, keys.signing);
	return carrier.carry({ epoch, wm, cid, now: clock(), bundle });
}

/** A bundle with its writer's signature. */
export async function makeBundle(bundle: Omit<Bundle, 'signature'>, key: CryptoKey): Promise<Bundle> {
	return { ...bundle, signature: await signText(key, describeBundle(bundle)) };
}
