// What the page of the administrator shows: the doctor's lights without stopping anything, and the figures of /metrics.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { dayAt, daysBetween, type Day } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { lightBackup, lightClock, lightDisk, type Backup, type LogCheck, type ServerStatus } from '../domain/status.ts';
import { checkAudit } from './audit-chain.ts';
import { BACKUP, BACKUPS, findDamageOf } from './backup.ts';
import { findChainBreak } from './chain.ts';
import type { Config } from './config.ts';
import { isGuarded } from './db/row-policy.ts';
import { countTry } from './pace.ts';
import type { HealthCheck } from './health.ts';
import { SEAL_LIFE_DAYS } from './operator.ts';
import { readOwnMemory } from './own-memory.ts';
import { siteOf, type Site } from './site.ts';
import { isAllowed } from './staff.ts';
import { readPhones, readQueues } from './watch.ts';

/** A log of a whole ward is read through: a few seconds of the machine. */
const CHECKS_PER_HOUR = 10;
const HOUR_MS = 3600_000;

export class StatusBoard {
	readonly #site: Site;
	readonly #config: Config;
	readonly #health: HealthCheck;
	readonly #startedAt: number;
	/** A copy is never written over, so it is read through once. */
	#looked: { readonly name: string; readonly damage: string | null } | null = null;

	constructor(site: Site, config: Config, health: HealthCheck) {
		this.#site = site;
		this.#config = config;
		this.#health = health;
		this.#startedAt = site.clock();
	}

	/** Null for whoever keeps no machine. */
	async read({ ward, role }: Staff): Promise<ServerStatus | null> {
		if (!isAllowed(role, 'staff')) return null;
		const { vault, version, clock } = this.#site;
		const { store } = siteOf(this.#site, ward);
		const now = clock();
		const { db, engine } = store;
		const [health, queues, phones, disk, newest, isWalled] = await Promise.all([
			this.#health.read(),
			readQueues(db, ward),
			readPhones(db, ward, now),
			this.readDisk(),
			db
				.selectFrom('change')
				.select('at')
				.where('ward_id', '=', ward)
				.orderBy('seq', 'desc')
				.limit(1)
				.executeTakeFirst(),
			engine === 'postgres' ? isGuarded(db) : null
		]);
		const backup = this.readBackup();
		const aheadMs = Math.max(0, (newest?.at ?? now) - now);
		const { sealMadeOn } = vault;
		const isKeyOld = daysBetween(sealMadeOn as Day, dayAt(now)) > SEAL_LIFE_DAYS;
		const none = { count: 0, waiting: 0, silent: 0, quietest: null, versions: [] };
		return {
			now,
			version,
			node: process.version,
			engine,
			upMs: now - this.#startedAt,
			memoryBytes: readOwnMemory(),
			lights: {
				store: health.status === 'ok' ? 'good' : 'bad',
				keys: isKeyOld ? 'look' : 'good',
				backup: lightBackup(backup, engine, now),
				disk: lightDisk(disk),
				clock: lightClock(aheadMs),
				// one ward in one file has nobody to be kept apart from
				wall: isWalled === null || isWalled ? 'good' : 'look'
			},
			backup,
			disk,
			aheadMs,
			sealMadeOn,
			queues: (['visit', 'conflict', 'aside'] as const).map(
				(name) => queues.find((queue) => queue.name === name) ?? { name, count: 0, oldest: null }
			),
			phones: phones[0] ?? none
		};
	}

	/** Reads the ward's log and audit through, as the doctor does. */
	async check({ ward, role }: Staff): Promise<Result<LogCheck>> {
		if (!isAllowed(role, 'staff')) return fail('staff.notAllowed');
		const { vault, clock } = this.#site;
		const { store } = siteOf(this.#site, ward);
		const limit = { ward, key: 'check', most: CHECKS_PER_HOUR, windowMs: HOUR_MS };
		const waitMs = await store.transact((trx) => countTry(trx, limit, clock()));
		if (waitMs > 0) return fail('net.busy', undefined, waitMs);
		const { seq } = await store.db.selectFrom('ward').select('seq').where('id', '=', ward).executeTakeFirstOrThrow();
		const logBrokenAt = await findChainBreak(store.db, vault, ward);
		const audit = await checkAudit(store.db, vault, ward);
		return succeed({ steps: seq, lines: audit.lines, logBrokenAt, auditBrokenAt: audit.brokenAt });
	}

	/** Room on the disk of DATA_DIR; null where the system does not tell. */
	async readDisk(): Promise<ServerStatus['disk']> {
		try {
			const { bavail, blocks, bsize } = await statfs(this.#config.dataDir);
			return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
		} catch {
			return null;
		}
	}

	/** The newest backup beside the store; null where there is none, and on PostgreSQL. */
	readBackup(): Backup | null {
		const folder = join(this.#config.dataDir, BACKUPS);
		if (this.#config.databaseUrl || !existsSync(folder)) return null;
		const names = readdirSync(folder).filter((name) => BACKUP.test(name));
		const name = names.toSorted().at(-1);
		if (name === undefined) return null;
		const path = join(folder, name);
		if (this.#looked?.name !== name) this.#looked = { name, damage: findDamageOf(this.#config, path) };
		return { count: names.length, at: statSync(path).mtimeMs, damage: this.#looked.damage };
	}
}
