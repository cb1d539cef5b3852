import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../src/lib/server/db/open-store.ts';

it('the file of a ward is mapped for reading, and its commits are as durable as before', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'gocua-mapped-'));
	const store = await openStore({ dataDir, databaseUrl: null });
	const read = async (name: string) => {
		const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(store.db);
		return rows[0]?.[name];
	};
	try {
		expect(await read('mmap_size')).toBeGreaterThan(2_000_000_000);
		expect(await read('journal_mode')).toBe('wal');
		expect(await read('synchronous')).toBe(2);
	} finally {
		await store.close();
		rmSync(dataDir, { recursive: true, force: true });
	}
});
