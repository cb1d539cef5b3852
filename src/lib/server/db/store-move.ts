// Everything of a SQLite store into an empty PostgreSQL one, in a single transaction: it is there whole, or it is not
// there. A table counts as moved when both sides have the same digest, read back from the database that was written to.

import { SqliteFile } from './sqlite-file.ts';
import { sql, type Transaction } from 'kysely';
import { insertRows } from './insert-rows.ts';
import type { Store, Writer } from './open-store.ts';
import type { Database } from './schema.ts';
import { findTrouble } from './trouble.ts';

const ROWS_AT_ONCE = 200;
const TELL_EVERY = 20_000;
/** Sums of hashes stay below this. */
const WRAP = 2n ** 256n;

/** What was found in one table. */
export interface TableSum {
	readonly table: string;
	readonly rows: number;
	/** Sum of the hashes of all rows: says nothing about their order, which the two databases keep differently. */
	readonly digest: string;
}

export interface MoveTools {
	/** A hash in hex, keyed: rows hold people. */
	readonly hash: (text: string) => string;
	/** Says how far it is. */
	readonly tell: (line: string) => void;
}

/** The move cannot go on; nothing was written. */
export class MoveStopped extends Error {
	override name = 'MoveStopped';
}

type Row = Record<string, string | number | null>;

/** A SQLite file, read table by table. */
export class MoveSource {
	readonly #file: SqliteFile;

	constructor(path: string) {
		this.#file = new SqliteFile(path, { readonly: true, fileMustExist: true });
	}

	listSteps(): string[] {
		return this.#names('select name from kysely_migration order by name');
	}

	listTables(): string[] {
		return this.#names(
			`select name from sqlite_schema where type = 'table' and name not like 'kysely_%' and name not like 'sqlite_%' order by name`
		);
	}

	*readRows(table: string): Generator<Row> {
		yield* this.#file.prepare(`select * from "${table}"`).iterate() as IterableIterator<Row>;
	}

	close(): void {
		this.#file.close();
	}

	#names(query: string): string[] {
		return (this.#file.prepare(query).all() as { name: string }[]).map(({ name }) => name);
	}
}

/** Tables of ours in which somebody has written something; tables that are not ours count too. */
export async function listFilled(store: Store): Promise<string[]> {
	const filled: string[] = [];
	for (const table of await listTables(store.db as unknown as Transaction<Database>)) {
		const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(store.db);
		if (rows.length > 0) filled.push(table);
	}
	return filled;
}

/**
 * Copies every table and compares what then stands there; throws MoveStopped, with nothing written, when a row does not
 * fit or a digest is another.
 */
export function moveStore(source: MoveSource, target: Store, tools: MoveTools): Promise<TableSum[]> {
	return target.transact(async (trx) => {
		// two moves at once, or a ward that is being made there: the later one waits here and then finds it filled
		await sql`lock table ward in access exclusive mode`.execute(trx);
		const { rows } = await sql`select 1 from ward limit 1`.execute(trx);
		if (rows.length > 0) throw new MoveStopped('somebody else has begun to write there');
		const tables = await matchTables(source, trx);
		const sums: TableSum[] = [];
		for (const table of tables) {
			const sent = await copyTable(source, trx, table, tools);
			const found = await sumTarget(trx, table, tools.hash);
			if (found.digest !== sent.digest) throw new MoveStopped(describeOdd(sent, found));
			tools.tell(`${table}: ${sent.rows} rows, the same on both sides`);
			sums.push(found);
		}
		return sums;
	});
}

/** Both sides side by side, nothing written: the first table that differs as a sentence, or what they hold. */
export function compareStores(
	source: MoveSource,
	target: Store,
	hash: MoveTools['hash']
): Promise<{ readonly differs: string | null; readonly sums: readonly TableSum[] }> {
	return target.transact(async (trx) => {
		const sums: TableSum[] = [];
		for (const table of await matchTables(source, trx)) {
			const sum = new RowSum(table, hash);
			for (const row of source.readRows(table)) sum.add(row);
			const found = await sumTarget(trx, table, hash);
			if (found.digest !== sum.read().digest) return { differs: describeOdd(sum.read(), found), sums };
			sums.push(found);
		}
		return { differs: null, sums };
	});
}

function describeOdd(here: TableSum, there: TableSum): string {
	return `table ${here.table} has ${here.rows} rows in the file and ${there.rows} in PostgreSQL, and they are not the same`;
}

async function matchTables(source: MoveSource, trx: Writer): Promise<string[]> {
	const steps = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(trx);
	const [here, there] = [source.listSteps(), steps.rows.map(({ name }) => name)];
	if (here.join() !== there.join())
		throw new MoveStopped(`the file has the tables of ${here.at(-1)}, PostgreSQL those of ${there.at(-1)}`);
	const tables = source.listTables();
	const known = await listTables(trx);
	if (tables.join() !== known.join()) throw new MoveStopped('the tables of the two sides are not the same');
	return tables;
}

async function listTables(trx: Writer): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`
		select table_name::text as name from information_schema.tables
		where table_schema = current_schema() and table_name not like 'kysely_%'`.execute(trx);
	return rows.map(({ name }) => name).toSorted();
}

async function copyTable(source: MoveSource, trx: Writer, table: string, tools: MoveTools): Promise<TableSum> {
	const sum = new RowSum(table, tools.hash);
	let batch: Row[] = [];
	let told = TELL_EVERY;
	const flush = async () => {
		try {
			// the names of both catalogues were compared before
			await insertRows(trx, table as keyof Database, batch as never[]);
		} catch (error) {
			if (findTrouble(error)) throw error;
			// the detail of PostgreSQL would quote the row
			const why = error instanceof Error ? error.message : String(error);
			throw new MoveStopped(`table ${table} has a row that PostgreSQL does not take: ${why}`, { cause: error });
		}
		batch = [];
	};
	for (const row of source.readRows(table)) {
		sum.add(row);
		if (batch.push(row) === ROWS_AT_ONCE) await flush();
		if (sum.rows < told) continue;
		tools.tell(`${table}: ${sum.rows} rows ...`);
		told += TELL_EVERY;
	}
	await flush();
	return sum.read();
}

/** A cursor, so that a table of any size passes through in pieces. */
async function sumTarget(trx: Writer, table: string, hash: MoveTools['hash']): Promise<TableSum> {
	const sum = new RowSum(table, hash);
	await sql`declare moved no scroll cursor for select * from ${sql.table(table)}`.execute(trx);
	for (;;) {
		const { rows } = await sql<Row>`fetch forward ${sql.lit(ROWS_AT_ONCE)} from moved`.execute(trx);
		if (rows.length === 0) break;
		for (const row of rows) sum.add(row);
	}
	await sql`close moved`.execute(trx);
	return sum.read();
}

class RowSum {
	readonly #table: string;
	readonly #hash: MoveTools['hash'];
	#sum = 0n;
	rows = 0;

	constructor(table: string, hash: MoveTools['hash']) {
		this.#table = table;
		this.#hash = hash;
	}

	add(row: Row): void {
		const columns = Object.keys(row).toSorted();
		const text = JSON.stringify(columns.map((column) => [column, row[column]]));
		this.#sum = (this.#sum + BigInt(`0x${this.#hash(text)}`)) % WRAP;
		this.rows += 1;
	}

	read(): TableSum {
		return { table: this.#table, rows: this.rows, digest: this.#sum.toString(16).padStart(64, '0') };
	}
}
