// The registry of personal fields against what is there: every field that a phone may send, read out of the wire's own
// schemas, and every column of both stores. A field that nobody has given a purpose and an end fails.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PAYLOADS } from '../../src/lib/contract/entry.ts';
import { COLUMNS, NEUTRAL_COLUMNS } from '../../src/lib/domain/column-registry.ts';
import { findStale, findUnlisted, RECORD_FIELDS } from '../../src/lib/domain/field-registry.ts';
import { openStore, openStoreInMemory, type Store } from '../../src/lib/server/db/open-store.ts';
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts';

interface Schema {
	readonly _zod: {
		readonly def: { readonly shape?: Record<string, Schema>; readonly innerType?: Schema; readonly element?: Schema };
	};
}

/** Every name at which a schema lets a value stand. */
function listNames(schema: Schema, at: readonly string[] = []): string[] {
	const { shape, innerType, element } = schema._zod.def;
	const next = innerType ?? element;
	if (next) return listNames(next, at);
	if (!shape) return at.length > 0 ? [at.join('.')] : [];
	return Object.entries(shape).flatMap(([name, child]) => [
		[...at, name].join('.'),
		...listNames(child, [...at, name])
	]);
}

const fields = [
	...new Set(
		Object.entries(PAYLOADS).flatMap(([kind, schema]) =>
			listNames(schema as unknown as Schema).map((name) => `${kind.split('.')[0]}.${name}`)
		)
	)
];

async function listColumns(store: Store): Promise<string[]> {
	const { rows } =
		store.engine === 'sqlite'
			? await sql<{ name: string }>`
				select t.name || '.' || c.name as name from sqlite_master t, pragma_table_info(t.name) c
				where t.type = 'table' and t.name not like 'kysely_%'`.execute(store.db)
			: await sql<{ name: string }>`
				select table_name || '.' || column_name as name from information_schema.columns
				where table_schema = 'public' and table_name not like 'kysely_%'`.execute(store.db);
	return rows.map((row) => row.name);
}

let postgres: TestPostgres;
beforeAll(async () => void (postgres = await startPostgres()));
afterAll(() => postgres.stop());

it('the schemas were really read', () => {
	expect(fields.length).toBeGreaterThan(50);
	for (const field of ['person.personalId', 'person.consent.givenAt', 'visit.flags.onPaper', 'visit.next.on'])
		expect(fields).toContain(field);
});

it('every field and every column of both stores has a line, and no line is left over', async () => {
	const sqlite = await openStoreInMemory();
	const columns = await listColumns(sqlite);
	await sqlite.close();
	expect(columns.length).toBeGreaterThan(200);
	expect(findUnlisted(fields, columns)).toEqual([]);
	expect(findStale(fields, columns)).toEqual([]);
	const other = await openStore({ dataDir: '', databaseUrl: await postgres.makeDatabase() });
	expect((await listColumns(other)).sort()).toEqual(columns.sort());
	await other.close();
});

it('a planted field and a planted column are found', async () => {
	const store = await openStoreInMemory();
	await sql`alter table person_row add column religion text`.execute(store.db);
	const columns = await listColumns(store);
	await store.close();
	expect(findUnlisted([...fields, 'person.bankAccount', 'person.consent.of'], columns)).toEqual([
		'person.bankAccount',
		'person_row.religion'
	]);
	expect(
		findStale(
			fields.filter((field) => field !== 'person.name'),
			columns
		)
	).toEqual(['person.name']);
});

it('no neutral name hides a line, and nothing that may not be kept has one', () => {
	expect(Object.keys(COLUMNS).filter((column) => NEUTRAL_COLUMNS.includes(column.split('.')[1]!))).toEqual([]);
	const forbidden = /otp|passcode|photo|image|face|finger|iris|bank|religion|ethnic|gps|latitude|email/i;
	expect([...Object.keys(RECORD_FIELDS), ...fields].filter((field) => forbidden.test(field))).toEqual([]);
});
