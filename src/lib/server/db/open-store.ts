// Opens the ward store: a SQLite file beside the other data, or PostgreSQL where an address is given.

import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteFile } from './sqlite-file.ts';
import { sql, Kysely, SqliteDialect, type SqliteStatement, type Transaction } from 'kysely';
import { migrate } from './migrations.ts';
import type { Database } from './schema.ts';
import { SQLITE_APPLICATION } from './sqlite-copy.ts';
import { findTrouble, isPassing } from './trouble.ts';
import { WardPool } from './ward-pool.ts';

const BUSY_WAIT_MS = 5_000;
/**
 * So much of the file is read where the system has it already, instead of copied page by page: the most that SQLite
 * takes. Writing goes on as before. The system takes the room back when it wants it, so it is no memory of the server.
 */
const MAPPED_BYTES = 2_147_418_112;
const CONNECTIONS = 10;
const MOST_TRIES = 4;
const FIRST_PAUSE_MS = 20;
const MOST_STATEMENTS = 500;

export type Reader = Kysely<Database>;
export type Writer = Transaction<Database>;

export interface Store {
	readonly engine: 'sqlite' | 'postgres';
	/** For reading what one statement can say. Never await it inside a transaction: SQLite has one connection. */
	readonly db: Reader;
	/** The same store as one ward sees it: on PostgreSQL the database itself then shows no row of another. */
	of(ward: string): Store;
	/** One atomic step, tried again when the store was busy; throws StoreTrouble when it stays so. */
	transact<Value>(work: (trx: Writer) => Promise<Value>): Promise<Value>;
	close(): Promise<void>;
}

export interface StorePlace {
	readonly dataDir: string;
	readonly databaseUrl: string | null;
}

export const SQLITE_FILE = 'ward.sqlite';

/** The store as it is, for looking at: nothing is migrated. */
export function openStoreAsIs(place: StorePlace, connections = CONNECTIONS): Store {
	return place.databaseUrl
		? openPostgres(place.databaseUrl, connections)
		: openSqlite(join(place.dataDir, SQLITE_FILE));
}

/** The store, migrated. Durable: a commit that was answered survives a power cut (sync.md decision 7). */
export async function openStore(place: StorePlace, connections?: number): Promise<Store> {
	const store = openStoreAsIs(place, connections);
	try {
		await migrate(store.db);
	} catch (error) {
		await store.close();
		throw error;
	}
	return store;
}

/** For tests: the same store without a file. */
export async function openStoreInMemory(): Promise<Store> {
	const store = openSqlite(':memory:');
	await migrate(store.db);
	return store;
}

function openSqlite(path: string): Store {
	// made before SQLite does it: its -wal and -shm files get the same rights
	if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
	const file = new SqliteFile(path);
	file.pragma('journal_mode = WAL');
	file.pragma('synchronous = FULL');
	file.pragma(`mmap_size = ${MAPPED_BYTES}`);
	file.pragma(`busy_timeout = ${BUSY_WAIT_MS}`);
	file.pragma('foreign_keys = ON');
	// what was deleted is overwritten, so that a purge is one
	file.pragma('secure_delete = ON');
	file.pragma(`application_id = ${SQLITE_APPLICATION}`);
	const database = { prepare: rememberStatements(file), close: () => void file.close() };
	return makeStore('sqlite', new Kysely<Database>({ dialect: new SqliteDialect({ database }) }));
}

/** Kysely asks for the same few statements again and again; compiling them was half of a push. */
function rememberStatements(file: SqliteFile): (sql: string) => SqliteStatement {
	const known = new Map<string, SqliteStatement>();
	return (sql) => {
		let statement = known.get(sql);
		if (!statement) {
			if (known.size >= MOST_STATEMENTS) known.clear();
			// better-sqlite3 binds a list of values as its one argument, which is how Kysely hands them over
			statement = file.prepare(sql) as unknown as SqliteStatement;
			known.set(sql, statement);
		}
		return statement;
	};
}

function openPostgres(connectionString: string, connections: number): Store {
	const pool = new WardPool(connectionString, connections);
	const openOf = (ward: string): Store => makeStore('postgres', pool.readerOf(ward), openOf);
	return makeStore('postgres', pool.reader, openOf);
}

/** A store over a database; `of` makes the store of one ward, and without it the same store serves every ward. */
function makeStore(engine: Store['engine'], db: Reader, of?: (ward: string) => Store): Store {
	const store: Store = {
		engine,
		db,
		of: of ?? (() => store),
		async transact(work) {
			for (let tries = 1; ; tries++) {
				let cause: unknown;
				try {
					return await db.transaction().execute(async (trx) => {
						try {
							return await work(trx);
						} catch (error) {
							cause = error;
							throw error;
						}
					});
				} catch (after) {
					// SQLite takes a transaction back by itself when the disk is full; taking it back again then fails and
					// would hide why
					const error = cause ?? after;
					if (tries < MOST_TRIES && isPassing(error)) {
						await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** tries));
						continue;
					}
					throw findTrouble(error) ?? error;
				}
			}
		},
		close: () => db.destroy()
	};
	return store;
}

/**
 * After something was taken away for good: SQLite's log of writes still holds the pages as they were, until it is emptied
 * into the file, where they are written over. PostgreSQL frees them by itself (`autovacuum`).
 */
export async function emptyLog(store: Store): Promise<void> {
	if (store.engine === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(store.db);
}
