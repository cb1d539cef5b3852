// The small database that says who works with this phone, and who did.

import { Door, type Engine, type Table } from './door.ts';
import type { DeviceKeys, Wrap } from './vault.ts';

const DIRECTORY_NAME = 'gocua';

/** Who works with this phone: ids and keys that cannot be read out, no names. */
export interface Profile {
	readonly id: string;
	readonly format: number;
	readonly ward: string;
	readonly device: string;
	readonly keys: DeviceKeys;
	readonly wraps: readonly Wrap[];
	readonly wrongPins: number;
	readonly lastWrongAt: number;
	/** Since when, and why, nothing of it can be read any more: then it has no wraps. */
	readonly retired?: Retirement;
}

/**
 * `wrongPins`: ten in a row. `revoked`: by the ward. `left`: its volunteer left this phone. `replaced`: somebody joined
 * anew on it, because the PIN was forgotten or the ward did not know the phone any more, or as somebody else.
 */
export type RetireReason = 'wrongPins' | 'revoked' | 'left' | 'replaced';

export interface Retirement {
	readonly at: number;
	readonly reason: RetireReason;
	/** The bytes are gone, too; until then each start of the app tries again. */
	readonly isSwept: boolean;
}

/** A profile of the past: what it wrote and nobody has answered lies sealed to the ward in its own database. */
export type FormerProfile = Profile & { readonly retired: Retirement };

/** What this phone showed the ward in a join whose end it has not seen: the same code must meet the same phone. */
export interface Joining {
	readonly code: string;
	readonly cid: string;
	readonly keys: DeviceKeys;
	readonly publicKey: string;
}

export interface Directory {
	readJoining(): Promise<Joining | null>;
	/** Also shows, before an invitation is used up, that this browser can keep keys at all. */
	writeJoining(joining: Joining): Promise<void>;
	readCurrent(): Promise<Profile | null>;
	/** As `readCurrent` and `listFormer`, in one step. */
	readAll(): Promise<{ readonly current: Profile | null; readonly former: readonly FormerProfile[] }>;
	/** Ends the joining, too, and retires whoever was current until now: one phone can be read by one person. */
	writeCurrent(profile: Profile, now: number): Promise<void>;
	/**
	 * Throws away the wraps of the current profile, so that nothing under its data key can ever be read again; null from
	 * `decide` leaves it as it is. Who leaves is current no more; else the profile stays, to say what has happened.
	 */
	retireCurrent(decide: (profile: Profile) => Omit<Retirement, 'isSwept'> | null): Promise<void>;
	/** Every profile that can be read no more, the current one included: whose sealed entries may still be sent. */
	listFormer(): Promise<FormerProfile[]>;
	markSwept(id: string): Promise<void>;
	/** One step on the current profile that no other tab can come between; null from `step` leaves it as it is. */
	changeCurrent(step: (profile: Profile) => Profile | null): Promise<void>;
	close(): void;
}

export function openDirectory(engine: Engine): Directory {
	type Stores = {
		profile: Table<Profile, string>;
		meta: Table<{ k: 'current'; value: string } | { k: 'joining'; value: Joining }, string>;
	};
	const door = new Door<Stores>(DIRECTORY_NAME, engine, { profile: 'id', meta: 'k' });
	const readCurrent = async ({ meta, profile }: Stores) => {
		const current = await meta.get('current');
		return current?.k === 'current' ? ((await profile.get(current.value)) ?? null) : null;
	};
	return {
		readJoining: () =>
			door.run(async ({ meta }) => {
				const joining = await meta.get('joining');
				return joining?.k === 'joining' ? joining.value : null;
			}),
		writeJoining: (value) => door.run(async ({ meta }) => void (await meta.put({ k: 'joining', value }))),
		readCurrent: () => door.run(readCurrent),
		readAll: () =>
			door.run((stores, dexie) =>
				dexie.transaction('r', [stores.profile, stores.meta], async () => {
					const [current, all] = await Promise.all([stores.meta.get('current'), stores.profile.toArray()]);
					const id = current?.k === 'current' ? current.value : null;
					return { current: all.find((profile) => profile.id === id) ?? null, former: all.filter(isFormer) };
				})
			),
		writeCurrent: (profile, now) =>
			door.run((stores, dexie) =>
				dexie.transaction('rw', [stores.profile, stores.meta], async () => {
					const before = await readCurrent(stores);
					if (before && !before.retired) await stores.profile.put(retire(before, { at: now, reason: 'replaced' }));
					await stores.profile.put(profile);
					await stores.meta.put({ k: 'current', value: profile.id });
					await stores.meta.delete('joining');
				})
			),
		retireCurrent: (decide) =>
			door.run((stores, dexie) =>
				dexie.transaction('rw', [stores.profile, stores.meta], async () => {
					const profile = await readCurrent(stores);
					const retirement = profile && !profile.retired && decide(profile);
					if (!retirement) return;
					await stores.profile.put(retire(profile, retirement));
					if (retirement.reason === 'left') await stores.meta.delete('current');
				})
			),
		listFormer: () => door.run(async ({ profile }) => (await profile.toArray()).filter(isFormer)),
		markSwept: (id) =>
			door.run((stores, dexie) =>
				dexie.transaction('rw', stores.profile, async () => {
					const profile = await stores.profile.get(id);
					if (profile?.retired)
						await stores.profile.put({ ...profile, retired: { ...profile.retired, isSwept: true } });
				})
			),
		changeCurrent: (step) =>
			door.run((stores, dexie) =>
				dexie.transaction('rw', [stores.profile, stores.meta], async () => {
					const profile = await readCurrent(stores);
					const changed = profile && step(profile);
					if (changed) await stores.profile.put(changed);
				})
			),
		close: () => door.close()
	};
}

function retire(profile: Profile, retirement: Omit<Retirement, 'isSwept'>): FormerProfile {
	return { ...profile, wraps: [], retired: { ...retirement, isSwept: false } };
}

function isFormer(profile: Profile): profile is FormerProfile {
	return profile.retired !== undefined;
}
