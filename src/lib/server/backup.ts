// The operator's copies: made while the ward works, put back when it is stopped. A store that is put back begins a new
// epoch, so that phones offer again what it does not hold (sync.md 2.5).

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { dayAt } from '../domain/day.ts';
import type { WardId } from '../domain/id.ts';
import { beginEpoch } from '../sync/watermark.ts';
import { OPERATOR, writeAudit } from './audit.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { openStore, openStoreAsIs, SQLITE_FILE } from './db/open-store.ts';
import { copyOut, findDamage, settleFile } from './db/sqlite-copy.ts';
import { inWard } from './db/ward-store.ts';
import { isSealedFile, openSealedFile, sealFile } from './vault/sealed-file.ts';
import { makeWardTools, openSite, type Site } from './site.ts';
import { readKeys } from './vault/keys.ts';
import { wallClock } from './ward.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Options = Readonly<Record<string, string>>;

/** Where copies lie, in DATA_DIR, and what they are called. */
export const BACKUPS = 'backups';
export const BACKUP = /^ward-\d{8}-\d{6}\.sqlite(\.sealed)?$/;
const SEALED = '.sealed';
const OTHER_KEYS = 'it was sealed with other keys, or something in it was changed';

/** Copies the running ward's store; PostgreSQL has a better tool of its own, which is named. */
export async function backup(env: Environment, options: Options): Promise<readonly string[]> {
	const config = readConfig(env);
	if (config.databaseUrl) {
		return [
			'PostgreSQL makes its own backups, consistent while the ward works:',
			'  pg_dump --format=custom --file=ward.dump "$DATABASE_URL"',
			'To put one back: stop the ward, pg_restore --clean --if-exists --dbname="$DATABASE_URL" ward.dump,',
			'then npm run ward -- restore, which tells the phones.',
			...describeKeys(config)
		];
	}
	const from = join(config.dataDir, SQLITE_FILE);
	if (!existsSync(from)) throw new ConfigError(`There is no store in DATA_DIR=${config.dataDir} to copy.`);
	const isSealed = options['sealed'] !== undefined;
	const name = `ward-${nameNow()}.sqlite${isSealed ? SEALED : ''}`;
	const to = resolve(options['to'] || join(config.dataDir, BACKUPS, name));
	if (existsSync(to)) throw new ConfigError(`${to} is there already; a backup is never written over.`);
	mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
	if (isSealed) await copySealed(config, from, to);
	else await copyOut(from, to);
	return [`Copied the store to ${to} (${Math.ceil(statSync(to).size / 1024)} kB).`, ...describeKeys(config)];
}

/** Copied, sealed with the ward's keys, opened again and looked at; under its own name only after that. */
async function copySealed(config: Config, from: string, to: string): Promise<void> {
	const [plain, part] = [`${to}.plain`, `${to}.part`];
	for (const rest of [plain, part]) rmSync(rest, { force: true });
	try {
		await copyOut(from, plain);
		sealFile(plain, part, readSecret(config));
		const damage = findDamageOf(config, part);
		if (damage) throw new Error(`the sealed copy is not whole: ${damage}`);
		renameSync(part, to);
	} finally {
		for (const rest of [plain, part]) rmSync(rest, { force: true });
	}
}

function readSecret(config: Config): Buffer {
	return readKeys(config, dayAt(wallClock()), false).field;
}

/** Why a copy, sealed or not, could not be put back; null when it could. A sealed one is opened into a room of its own. */
export function findDamageOf(config: Config, file: string): string | null {
	if (!isSealedFile(file)) return findDamage(file);
	const room = mkdtempSync(join(config.dataDir, 'looking-'));
	try {
		const scratch = join(room, SQLITE_FILE);
		return openSealedFile(file, scratch, readSecret(config)) ? findDamage(scratch) : OTHER_KEYS;
	} finally {
		rmSync(room, { recursive: true, force: true });
	}
}

function describeKeys(config: Config): string[] {
	return config.keys
		? ['The keys are not in it: they are in GOCUA_KEYS.']
		: ['The keys are not in it: keep a copy of keys.json somewhere else, or personal numbers are lost.'];
}

/**
 * Puts a backup in the place of the store, which is kept beside it, and declares it: a new epoch and an incident.
 * Without a file it declares what somebody has put back by other means.
 */
export async function restore(env: Environment, options: Options): Promise<readonly string[]> {
	const config = readConfig(env);
	const file = options['file'] ? resolve(options['file']) : null;
	if (!file) {
		const site = await openSite(config);
		try {
			return await declare(site, new Map());
		} finally {
			await site.store.close();
		}
	}
	if (config.databaseUrl)
		throw new ConfigError('With DATABASE_URL put the backup back by pg_restore, then run restore without a file.');
	if (!existsSync(file)) throw new ConfigError(`There is no file ${file}.`);
	const place = join(config.dataDir, SQLITE_FILE);
	const known = existsSync(place) ? await readCounters(config) : new Map<string, number>();
	if (existsSync(place) && !settleFile(place))
		throw new ConfigError(`The ward is running on ${place}: stop it first, then restore.`);
	const room = join(config.dataDir, 'restoring');
	rmSync(room, { recursive: true, force: true });
	mkdirSync(room, { recursive: true, mode: 0o700 });
	// declared before it takes the place: whenever this breaks off, there is the old store or the declared one
	const isOpen = !isSealedFile(file) || openSealedFile(file, join(room, SQLITE_FILE), readSecret(config));
	if (isOpen && !isSealedFile(file)) copyFileSync(file, join(room, SQLITE_FILE));
	// a copy that somebody made of the files of a ward may have its last steps beside it
	if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, join(room, `${SQLITE_FILE}-wal`));
	const damage = isOpen ? findDamage(join(room, SQLITE_FILE)) : OTHER_KEYS;
	if (damage) {
		rmSync(room, { recursive: true });
		throw new ConfigError(`${file} cannot be put back: ${damage}.`);
	}
	const site = await openSite(config, { store: await openStore({ dataDir: room, databaseUrl: null }) });
	let lines: string[];
	try {
		lines = await declare(site, known);
	} finally {
		await site.store.close();
	}
	if (!settleFile(join(room, SQLITE_FILE))) throw new Error('the restored store is still open');
	const kept = `${place}.before-${nameNow()}`;
	if (existsSync(place)) {
		for (const rest of ['-wal', '-shm']) rmSync(`${place}${rest}`, { force: true });
		renameSync(place, kept);
		lines.push(`The store that was there is kept as ${kept}.`);
	}
	renameSync(join(room, SQLITE_FILE), place);
	rmSync(room, { recursive: true, force: true });
	return [`Put ${file} back.`, ...lines];
}

/** Counter of each ward, to say how much the backup lacks. */
async function readCounters(config: Config): Promise<Map<string, number>> {
	const store = openStoreAsIs(config);
	try {
		const rows = await store.db.selectFrom('ward').select(['id', 'seq']).execute();
		return new Map(rows.map((row) => [row.id, row.seq]));
	} catch {
		// the store is too broken to be read, which is why somebody restores
		return new Map();
	} finally {
		await store.close();
	}
}

async function declare(site: Site, known: ReadonlyMap<string, number>): Promise<string[]> {
	const wards = await site.store.db.selectFrom('ward').select(['id', 'name']).orderBy('name').execute();
	const lines: string[] = [];
	for (const { id, name } of wards) {
		const ward = id as WardId;
		const now = site.clock();
		const told = known.get(id) ?? null;
		const state = await inWard(site.store, ward, now, async (tx) => {
			const state = await beginEpoch(tx, { kind: 'restore', told }, makeWardTools(site, ward, now));
			await writeAudit(tx.trx, site, { ward, actor: OPERATOR, act: 'ward.restore', subject: state.epoch });
			return state;
		});
		const lacks = told === null ? '' : `, ${Math.max(0, told - state.seq)} fewer than before`;
		lines.push(`${name}: a new history begins at ${state.seq} steps${lacks}; phones send again what is missing.`);
	}
	return lines;
}

/** How old the newest backup in DATA_DIR is, for the doctor. */
export function describeBackups(config: Config, now = wallClock()): string {
	if (config.databaseUrl) return 'backups: made by PostgreSQL, not looked at';
	const folder = join(config.dataDir, BACKUPS);
	const files = existsSync(folder) ? readdirSync(folder).filter((name) => BACKUP.test(name)) : [];
	const newest = files.toSorted().at(-1);
	if (!newest) return `backups: none in ${folder}; npm run ward -- backup makes one`;
	const damage = findDamageOf(config, join(folder, newest));
	if (damage) throw new ConfigError(`The newest backup ${newest} is not whole: ${damage}.`);
	const hours = Math.max(0, Math.round((now - statSync(join(folder, newest)).mtimeMs) / 3600_000));
	return `backups: ${files.length}, the newest ${newest} is whole and ${hours} hours old`;
}

/** `20261120-190503`, so that names sort by age. */
function nameNow(): string {
	return new Date(wallClock()).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
}
