// From the SQLite file of one office to PostgreSQL: the operator's way for a ward that has grown, or joins a province.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WardId } from '../domain/id.ts';
import { OPERATOR, writeAudit } from './audit.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { openStore, SQLITE_FILE, type Store } from './db/open-store.ts';
import { settleFile } from './db/sqlite-copy.ts';
import { compareStores, listFilled, MoveSource, moveStore, MoveStopped, type TableSum } from './db/store-move.ts';
import { findTrouble } from './db/trouble.ts';
import { openSite } from './site.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Options = Readonly<Record<string, string>>;

/**
 * Moves the stopped ward's SQLite file into the empty database of DATABASE_URL. Broken off at any point it leaves an
 * empty database and the file as it was, and may be begun again; broken off after the last step it sees that all is
 * there. The file is then put aside, so that nobody goes on working in it by mistake.
 */
export async function move(
	env: Environment,
	_options: Options,
	tell: (line: string) => void = () => {}
): Promise<readonly string[]> {
	const config = readConfig(env);
	if (!config.databaseUrl) throw new ConfigError('DATABASE_URL is missing: the empty PostgreSQL database to move to.');
	const file = join(config.dataDir, SQLITE_FILE);
	if (!existsSync(file)) throw new ConfigError(`There is no store in DATA_DIR=${config.dataDir} to move.`);
	if (!settleFile(file)) throw new ConfigError(`The ward is running on ${file}: stop it first, then move.`);
	const target = await openTarget(config);
	try {
		const sums = await moveInto(target, config, file, tell);
		// closed and settled above or by its own reader: nothing of it is left beside it
		const kept = `${file}.moved`;
		renameSync(file, kept);
		for (const rest of [`${file}-wal`, `${file}-shm`]) rmSync(rest, { force: true });
		const rows = sums.reduce((sum, table) => sum + table.rows, 0);
		return [
			`Moved ${rows} rows in ${sums.length} tables; every table was read back and has the digest of the file.`,
			`The file is kept as ${kept} and is not used any more; delete it when the ward has worked for a while.`,
			'Start the ward with the same DATABASE_URL, DATA_DIR (keys and films stay there) and ORIGIN; phones notice nothing.',
			'Backups are made by pg_dump from now on: npm run ward -- backup says how.'
		];
	} finally {
		await target.close();
	}
}

async function openTarget(config: Config): Promise<Store> {
	try {
		return await openStore(config, 1);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new ConfigError(`The database of DATABASE_URL cannot be opened: ${why}. Nothing was moved.`);
	}
}

async function moveInto(
	target: Store,
	config: Config,
	file: string,
	tell: (line: string) => void
): Promise<readonly TableSum[]> {
	const filled = await listFilled(target);
	// opened as a start would: other keys are refused, an older file gets today's tables
	const site = await openSite({ ...config, databaseUrl: null });
	const hash = (text: string) => site.vault.hashEntry(text);
	let source: MoveSource | null = null;
	try {
		if (filled.length === 0) {
			const wards = await site.store.db.selectFrom('ward').select('id').execute();
			// before, not after: both sides then hold the same lines, and a move can be looked at again
			for (const { id } of wards)
				await site.store.transact((trx) =>
					writeAudit(trx, site, { ward: id as WardId, actor: OPERATOR, act: 'ward.move' })
				);
		}
		await site.store.close();
		source = new MoveSource(file);
		if (filled.length === 0) return await moveStore(source, target, { hash, tell });
		const { differs, sums } = await compareStores(source, target, hash);
		if (differs !== null)
			throw new ConfigError(
				`The database of DATABASE_URL is not empty (${filled.slice(0, 3).join(', ')}): ${differs}. ` +
					'A move writes into an empty one only; nothing was changed.'
			);
		tell('All rows are there already: an earlier move was cut off after its last step.');
		return sums;
	} catch (error) {
		if (error instanceof MoveStopped)
			throw new ConfigError(`Not moved: ${error.message}. PostgreSQL is empty as before, the file was not changed.`);
		const trouble = findTrouble(error);
		if (trouble)
			throw new ConfigError(
				`Not moved: ${trouble.cause instanceof Error ? trouble.cause.message : trouble.problem.code}. ` +
					'What was written is taken back by PostgreSQL; begin again with the same command.'
			);
		throw error;
	} finally {
		source?.close();
		await site.store.close();
	}
}
