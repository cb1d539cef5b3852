// One installation: its store, its keys, its clock and its chance. Everything on this floor is handed a site.

import { mkdirSync } from 'node:fs';
import { dayAt } from '../domain/day.ts';
import { makeId, type Clock, type RandomBytes, type WardId } from '../domain/id.ts';
import { fail, type Problem, type Result } from '../domain/problem.ts';
import { LIMIT } from '../domain/limit.ts';
import { parsePayload } from '../contract/entry.ts';
import type { EntryKind } from '../sync/entry.ts';
import type { Fields } from '../sync/record.ts';
import type { WardTools } from '../sync/ward.ts';
import { ConfigError, type Config } from './config.ts';
import { openStore, type Store } from './db/open-store.ts';
import { rebuildProjections } from './db/rebuild.ts';
import { findTrouble } from './db/trouble.ts';
import { makeRandomBytes, Vault } from './vault.ts';
import { readKeys, type KeyPlace } from './vault/keys.ts';
import { wallClock } from './ward.ts';

export interface Site {
	readonly store: Store;
	readonly vault: Vault;
	readonly clock: Clock;
	readonly randomBytes: RandomBytes;
	/** Of the program, for /healthz. */
	readonly version: string;
}

/** What only the edges make; tests bring their own. */
export interface SiteTools {
	readonly clock?: Clock;
	readonly randomBytes?: RandomBytes;
	readonly version?: string;
	readonly store?: Store;
}

/** Opens store and keys, and refuses to go on when they do not belong together. */
export async function openSite(config: Config, tools: SiteTools = {}): Promise<Site> {
	mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
	const clock = tools.clock ?? wallClock;
	const vault = openVault(config, clock);
	const store = tools.store ?? (await openReachableStore(config));
	const wards = await store.db.selectFrom('ward').select(['id', 'name', 'key_check']).execute();
	const stranger = wards.find((ward) => ward.key_check !== vault.checkOf(ward.id));
	if (stranger) {
		await store.close();
		throw new ConfigError(
			`The keys are not the ones that the store of ${stranger.name} was written with. ` +
				'Put the right keys.json into DATA_DIR, or the right GOCUA_KEYS into the environment.'
		);
	}
	await rebuildProjections(store);
	return {
		store,
		vault,
		clock,
		randomBytes: tools.randomBytes ?? makeRandomBytes,
		version: tools.version ?? 'dev'
	};
}

/** The same installation as one ward sees it: what is done with it reaches no row of another, whatever a query forgets. */
export function siteOf(site: Site, ward: string): Site {
	return { ...site, store: site.store.of(ward) };
}

/** The keys of an installation, ready for use; `isKept` is false for whoever only looks. */
export function openVault(place: KeyPlace, clock: Clock, isKept = true): Vault {
	return new Vault(readKeys(place, dayAt(clock()), isKept));
}

async function openReachableStore(config: Config): Promise<Store> {
	try {
		return await openStore(config);
	} catch (error) {
		const trouble = findTrouble(error);
		if (!trouble && !isRefused(error)) throw error;
		const cause = trouble?.cause ?? error;
		const why = cause instanceof Error ? cause.message : trouble?.problem.code;
		throw new ConfigError(
			config.databaseUrl
				? `The database of DATABASE_URL cannot be opened: ${why}.`
				: `The store in DATA_DIR=${config.dataDir} cannot be opened: ${why}.`
		);
	}
}

/** PostgreSQL says no to user, password or database name (class 28, 3D000). */
function isRefused(error: unknown): boolean {
	return error instanceof Error && 'code' in error && /^(28|3D)/.test(String(error.code));
}

export function newId<Id extends string>(site: Site): Id {
	return makeId<Id>(site.clock(), site.randomBytes);
}

/** What the engine is given for one ward. */
export function makeWardTools(site: Site, ward: WardId, now: number): WardTools {
	return {
		openBody: (head, body) => site.vault.openBody(ward, head, body),
		readPayload,
		protection: site.vault.protectionOf(ward),
		hash: (text) => site.vault.hashEntry(text),
		mac: (text) => site.vault.macHistory(ward, text),
		now,
		newId: () => newId(site)
	};
}

/** Reads a payload by its kind and version. */
function readPayload(kind: EntryKind, schemaVersion: number, payload: unknown): Result<Fields> {
	if (JSON.stringify(payload).length > LIMIT.entryBytes) return fail('entry.tooLarge');
	return parsePayload(kind, schemaVersion, payload);
}

/** The answer, or the store's trouble as a problem; bugs go on up. */
export async function answerWithTrouble<Answer>(
	work: Promise<Answer>
): Promise<Answer | { readonly ok: false; readonly problem: Problem }> {
	try {
		return await work;
	} catch (error) {
		const trouble = findTrouble(error);
		if (trouble) return { ok: false, problem: trouble.problem };
		throw error;
	}
}
