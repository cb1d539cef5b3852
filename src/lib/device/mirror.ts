// A second copy of what only this phone holds, sealed to the ward, in another store of the browser: it survives a damaged
// or lost database, though not the eviction of the whole site. Nobody reads it but to put a lost database back.

import type { OutboxRow } from './db.ts';
import type { PostedEntry, SealedBody } from '../sync/entry.ts';
import type { WardKeys } from '../sync/scope.ts';
import { OUTBOX_FORMAT } from './db.ts';
import { NO_BYTES } from './row.ts';
import { decodeBase64url } from './vault.ts';

const CACHE = 'outbox-mirror';

/** What has to be known to go on from the mirror alone. */
export interface MirrorHead {
	readonly keys: WardKeys | null;
	/** Highest entry number given so far. */
	readonly n: number;
}

/** One entry as it lies there. */
export interface Mirrored {
	readonly posted: PostedEntry;
	readonly savedAt: number;
}

export interface Mirror {
	/**
	 * Makes the mirror hold these entries of the profile and no other; writes what changed only. The first call asks what
	 * is there, later ones remember it.
	 */
	follow(head: MirrorHead, open: readonly Mirrored[]): Promise<void>;
	/** Adds to it. */
	add(head: MirrorHead, added: readonly Mirrored[]): Promise<void>;
	/** What is there, by number; null where there is nothing. */
	read(): Promise<{ readonly head: MirrorHead; readonly entries: readonly Mirrored[] } | null>;
}

/** The mirror of one profile; where the browser has no such store, one that holds nothing. */
export function openMirror(profileId: string, caches: CacheStorage | null): Mirror {
	const base = `/${CACHE}/${profileId}/`;
	const open = () => caches?.open(CACHE);
	const pathOf = (n: number) => `${base}${n}`;
	/** Of the entries, without the head: their number is the end of the path. */
	const listNumbers = async (cache: Cache): Promise<number[]> =>
		(await cache.keys()).flatMap(({ url }) => {
			const { pathname } = new URL(url);
			const n = pathname.startsWith(base) ? Number(pathname.slice(base.length)) : Number.NaN;
			return Number.isInteger(n) && n > 0 ? [n] : [];
		});
	/** What lies there, once it was asked for: with hundreds unsent, asking again costs more than the copy of a save. */
	let there: Set<number> | null = null;
	const write = async (cache: Cache, head: MirrorHead, entries: readonly Mirrored[]) => {
		for (const entry of entries) {
			await cache.put(pathOf(entry.posted.n), wrap(entry));
			there?.add(entry.posted.n);
		}
		await cache.put(`${base}head`, wrap(head));
	};
	return {
		async follow(head, entries) {
			const cache = await open();
			if (!cache) return;
			// Another tab of the profile follows the same outbox: what it adds or takes is added or taken here as well.
			const known = (there ??= new Set(await listNumbers(cache)));
			const wanted = new Set(entries.map(({ posted }) => posted.n));
			const fresh = entries.filter(({ posted }) => !known.has(posted.n));
			if (fresh.length > 0) await write(cache, head, fresh);
			for (const n of known) {
				if (wanted.has(n)) continue;
				await cache.delete(pathOf(n));
				known.delete(n);
			}
		},
		async add(head, added) {
			const cache = await open();
			if (cache) await write(cache, head, added);
		},
		async read() {
			const cache = await open();
			const head = await cache?.match(`${base}head`);
			if (!cache || !head) return null;
			const entries: Mirrored[] = [];
			for (const n of (await listNumbers(cache)).sort((a, b) => a - b)) {
				const kept = await cache.match(pathOf(n));
				// Written in this file alone.
				if (kept) entries.push((await kept.json()) as Mirrored);
			}
			return { head: (await head.json()) as MirrorHead, entries };
		}
	};
}

/** An entry from the mirror as a row of the outbox: open, readable to the ward alone. */
export function rowOf({ posted, savedAt }: Mirrored): OutboxRow {
	const { body, ...entry } = posted;
	const { kid, enc, ct } = body as SealedBody;
	return {
		...entry,
		state: 'open',
		savedAt,
		format: OUTBOX_FORMAT,
		stamp: 0,
		alg: 'hpke',
		c: NO_BYTES,
		s: { kid, enc: decodeBase64url(enc), ct: decodeBase64url(ct) }
	};
}

function wrap(value: unknown): Response {
	return new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
}
