// The page about large engines names every table there is, so that none is forgotten when the store is spread out.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStoreInMemory } from '../../src/lib/server/db/open-store.ts';

it('docs/postgres.md spreads every table of the store by its ward, and names none that is gone', async () => {
	const page = readFileSync(join(import.meta.dirname, '../../docs/postgres.md'), 'utf8');
	const store = await openStoreInMemory();
	const { rows } = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'
		and name not like 'kysely_%' and name <> 'ward' order by name`.execute(store.db);
	await store.close();
	const spread = /foreach t in array array\[([^\]]*)\]/.exec(page)![1]!;
	const named = [...spread.matchAll(/'([a-z_]+)'/g)].map(([, name]) => name!);
	expect(named.toSorted()).toEqual(rows.map(({ name }) => name));
	expect(page).toContain(`create_reference_table('ward')`);
});
