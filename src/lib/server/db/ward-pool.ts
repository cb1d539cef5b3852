// The connections to PostgreSQL, lent out one at a time, each of which says whose rows it asks for (row-policy.ts).

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { SERVER_MARK } from './mark.ts';
import { ALL_WARDS, ASK_GUARDED } from './row-policy.ts';
import type { Database } from './schema.ts';

const CONNECT_WAIT_MS = 10_000;
/** Names of wards come from requests that nobody has looked at yet, so they are not remembered without end. */
const MOST_WARDS = 500;

export class WardPool {
	readonly #pool: pg.Pool;
	/** For what is about all wards; destroying it closes the pool. */
	readonly reader: Kysely<Database>;
	readonly #readers = new Map<string, Kysely<Database>>();
	/** What each connection last said of itself: it need not say it twice. */
	readonly #said = new WeakMap<pg.PoolClient, string>();
	/** Whether the database looks at what a connection says; null until that is known. */
	#isGuarded: boolean | null = null;

	constructor(connectionString: string, connections: number) {
		this.#pool = new pg.Pool({
			connectionString,
			application_name: SERVER_MARK,
			max: connections,
			connectionTimeoutMillis: CONNECT_WAIT_MS,
			types: {
				// bigint as a number: counters and milliseconds stay far below 2^53
				getTypeParser: ((oid: number, format: 'text') =>
					oid === pg.types.builtins.INT8
						? Number
						: pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
			}
		});
		// without a listener a server that goes away would end this process (stack.md 6)
		this.#pool.on('error', (error) => {
			if (!this.#pool.ending) console.error('store: an idle connection broke', 'code' in error ? error.code : '');
		});
		// nor does the pool listen while a connection is lent out: one that breaks between two statements of a transaction
		// would end this process as well; the next statement on it says what happened
		this.#pool.on('connect', (client) => client.on('error', () => {}));
		this.reader = this.#connect(ALL_WARDS, () => this.#pool.end());
	}

	/** For one ward; a name that means all of them means nobody here, because names come from outside. */
	readerOf(name: string): Kysely<Database> {
		const ward = name === ALL_WARDS ? '' : name;
		let reader = this.#readers.get(ward);
		if (!reader) {
			if (this.#readers.size >= MOST_WARDS) this.#readers.clear();
			// its connections are lent from the same pool, which is not its to close
			reader = this.#connect(ward, async () => {});
			this.#readers.set(ward, reader);
		}
		return reader;
	}

	#connect(ward: string, end: () => Promise<void>): Kysely<Database> {
		const pool = { connect: () => this.#lend(ward), end };
		return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
	}

	async #lend(ward: string): Promise<pg.PoolClient> {
		const client = await this.#pool.connect();
		try {
			this.#isGuarded ??= await askGuarded(client);
			if (this.#isGuarded && this.#said.get(client) !== ward) {
				await client.query("select set_config('gocua.ward', $1, false)", [ward]);
				this.#said.set(client, ward);
			}
			return client;
		} catch (error) {
			client.release(true);
			throw error;
		}
	}
}

/** Null while there are no tables: the first connection of a new database makes them. */
async function askGuarded(client: pg.PoolClient): Promise<boolean | null> {
	const { rows } = await client.query<{ guarded: boolean | null }>(ASK_GUARDED);
	return rows[0]?.guarded ?? null;
}
