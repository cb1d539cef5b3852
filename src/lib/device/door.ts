// A database of this phone's, and the only place that knows Dexie: how it is opened, how durably it writes, and which
// troubles a browser may have with it.

import { Dexie, type Table } from 'dexie';
import { Trouble } from './trouble.ts';

export type { Dexie, Table };

const OPEN_WAIT_MS = 10_000;

/** Where the databases live: the browser's, or a fake one in tests. */
export interface Engine {
	readonly indexedDB: IDBFactory;
	readonly IDBKeyRange: typeof IDBKeyRange;
}

/**
 * A Dexie database that is opened again, once, when the browser has dropped the connection (iOS, in the background) or
 * Dexie has let go of it because another tab wants to change it.
 */
export class Door<Stores> {
	readonly #dexie: Dexie;
	#isClosed = false;

	constructor(name: string, engine: Engine, stores: Record<string, string>) {
		this.#dexie = new Dexie(name, { ...engine, autoOpen: false, chromeTransactionDurability: 'strict' });
		this.#dexie.version(1).stores(stores);
	}

	async run<Value>(work: (tables: Stores, dexie: Dexie) => Promise<Value>): Promise<Value> {
		for (let isSecondTry = false; ; isSecondTry = true) {
			if (this.#isClosed) throw new Trouble('vault.locked');
			try {
				if (!this.#dexie.isOpen()) await this.#open();
				// Dexie names its tables at runtime; `stores` is what gives them their types.
				return await work(this.#dexie as unknown as Stores, this.#dexie);
			} catch (error) {
				if (error instanceof Trouble) throw error;
				const names = namesOf(error);
				if (names.includes('QuotaExceededError')) throw new Trouble('store.full', error);
				if (!names.some((name) => WEATHER.has(name))) throw error;
				if (isSecondTry) throw new Trouble('store.failed', error);
				this.#dexie.close();
			}
		}
	}

	close(): void {
		this.#isClosed = true;
		this.#dexie.close();
	}

	/** Closes it and takes the whole database away, from other tabs too. */
	async remove(): Promise<void> {
		this.#isClosed = true;
		await this.#dexie.delete();
	}

	/** An open that another tab blocks, or that never answers (seen on iOS), must not hang the screen. */
	async #open(): Promise<void> {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const blocked = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new Trouble('store.blocked')), OPEN_WAIT_MS);
		});
		try {
			await Promise.race([this.#dexie.open(), blocked]);
		} finally {
			clearTimeout(timer);
		}
	}
}

/**
 * Takes away every database whose name begins so, one that is open in another tab too. A browser that does not list its
 * databases keeps them.
 */
export async function removeDatabases(prefix: string, { indexedDB }: Engine): Promise<void> {
	const there = await (indexedDB as Partial<IDBFactory>).databases?.call(indexedDB);
	await Promise.all(
		(there ?? []).map(async ({ name }) => {
			if (!name?.startsWith(prefix)) return;
			await new Promise<void>((resolve) => {
				const request = indexedDB.deleteDatabase(name);
				// Blocked by a tab that sleeps: it goes when that tab does.
				request.onsuccess = request.onerror = request.onblocked = () => resolve();
			});
		})
	);
}

/** What a browser may throw although the program is right. */
const WEATHER = new Set([
	'AbortError',
	// A browser that cannot keep keys (seen in private windows).
	'DataCloneError',
	'DatabaseClosedError',
	'InvalidStateError',
	'MissingAPIError',
	'NotReadableError',
	'OpenFailedError',
	'SecurityError',
	'TimeoutError',
	'TransactionInactiveError',
	'UnknownError',
	'VersionError'
]);

/** Names of an error and of what it wraps: Dexie hides a full disk inside an AbortError. */
function namesOf(error: unknown): string[] {
	const names: string[] = [];
	for (let inner: unknown = error; inner instanceof Object && names.length < 5;) {
		if ('name' in inner) names.push(String(inner.name));
		if ('failures' in inner && Array.isArray(inner.failures)) names.push(...inner.failures.flatMap(namesOf));
		inner = 'inner' in inner ? inner.inner : undefined;
	}
	return names;
}
