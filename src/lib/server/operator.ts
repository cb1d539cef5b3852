// What the operator's tool can do at the machine: make a ward, add people, look whether all is well. Each reads the
// same environment as the server and answers the lines to print; what the operator has to mend is a ConfigError.

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Area } from '../domain/area.ts';
import { dayAt, daysBetween, type Day } from '../domain/day.ts';
import type { IncidentRow } from '../domain/desk-case.ts';
import { STAFF_ROLES, type StaffRole } from '../domain/desk.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { foldText } from '../domain/search.ts';
import { readAreas } from './area.ts';
import { checkAudit } from './audit-chain.ts';
import { OPERATOR, writeAudit } from './audit.ts';
import { describeBackups } from './backup.ts';
import { findChainBreak } from './chain.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { openStore, openStoreAsIs, SQLITE_FILE } from './db/open-store.ts';
import { isGuarded } from './db/row-policy.ts';
import { isUniqueViolation } from './db/trouble.ts';
import { listIncidents } from './incident.ts';
import { insertAreas, insertWard } from './new-ward.ts';
import { makePassword } from './password.ts';
import { newId, openSite, openVault, type Site } from './site.ts';
import { addStaff as addStaffTo } from './staff.ts';
import { KEYS_FILE, rotateKeys } from './vault/keys.ts';
import type { Vault } from './vault.ts';
import { addVolunteer as addVolunteerTo } from './volunteer.ts';
import { wallClock } from './ward.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Options = Readonly<Record<string, string>>;

/** How long phones seal to one key. */
export const SEAL_LIFE_DAYS = 366;
/** Roles of volunteers that the desk has words for. */
const VOLUNTEER_ROLES = ['member', 'youth', 'quarterHead'];

export async function withSite<Value>(
	env: Environment,
	work: (site: Site, config: Config) => Promise<Value>
): Promise<Value> {
	const config = readConfig(env);
	const site = await openSite(config);
	try {
		return await work(site, config);
	} finally {
		await site.store.close();
	}
}

export function readText(options: Options, name: string, example: string): string {
	const text = options[name]?.trim();
	if (!text) throw new ConfigError(`--${name} is missing, for instance --${name} "${example}".`);
	if (text.length > LIMIT.nameChars) throw new ConfigError(`--${name} is longer than ${LIMIT.nameChars} characters.`);
	return text;
}

/** `Khu phố 1, Khu phố 2` as names, each once. */
function readList(text: string | undefined): string[] {
	return [...new Set((text ?? '').split(',').map((name) => name.trim()))].filter(Boolean);
}

/**
 * Makes a ward with its quarters and its first administrator, whose password is printed this once. Its desk asks for a
 * second step from the first sign-in on; an administrator may take that back there.
 */
export function initWard(env: Environment, options: Options): Promise<readonly string[]> {
	return withSite(env, async (site, config) => {
		const name = readText(options, 'ward', 'Phường Hòa An');
		const person = readText(options, 'name', 'Nguyễn Văn A');
		const login = readText(options, 'login', 'nguyen.a');
		const ward = newId<WardId>(site);
		const known = await site.store.db.selectFrom('ward').select(['name', 'is_demo']).execute();
		if (known.some((one) => foldText(one.name) === foldText(name)))
			throw new ConfigError(`There is a ward "${name}" in this store already.`);
		const top = newId<AreaId>(site);
		const areas: Area[] = [
			{ id: top, parent: null, kind: 'ward', name, aliases: [] },
			...readList(options['quarters']).map((quarter): Area => ({
				id: newId(site),
				parent: top,
				kind: 'quarter',
				name: quarter,
				aliases: []
			}))
		];
		await site.store.transact(async (trx) => {
			await insertWard(trx, site, { id: ward, name, isCodeRequired: true });
			await insertAreas(trx, ward, areas);
			await writeAudit(trx, site, { ward, actor: OPERATOR, act: 'ward.init' });
		});
		const lines = await openAccount(site, ward, { name: person, login, role: 'administrator' });
		return [
			`Made ${name} with ${areas.length - 1} quarters.`,
			...lines,
			`Sign in at ${config.origin}/ward; it asks for a password of your own, and for an authenticator app or a passkey.`,
			...(known.some((one) => one.is_demo === 1)
				? ['NOTE: this store also holds the demo ward; for real work use a DATA_DIR of its own and DEMO=0.']
				: [])
		];
	});
}

/** Adds a member of staff, whose password is printed this once. */
export function addStaff(env: Environment, options: Options): Promise<readonly string[]> {
	return withSite(env, async (site) => {
		const ward = await findWard(site, options['ward']);
		const name = readText(options, 'name', 'Nguyễn Văn A');
		const login = readText(options, 'login', 'nguyen.a');
		const role = STAFF_ROLES.find((known) => known === options['role']);
		if (!role) throw new ConfigError(`--role takes one of: ${STAFF_ROLES.join(', ')}.`);
		return openAccount(site, ward, { name, login, role });
	});
}

/** Adds a volunteer who may then be invited at the desk. */
export function addVolunteer(env: Environment, options: Options): Promise<readonly string[]> {
	return withSite(env, async (site) => {
		const ward = await findWard(site, options['ward']);
		const name = readText(options, 'name', 'Nguyễn Văn A');
		const role = options['role'] || 'member';
		if (!VOLUNTEER_ROLES.includes(role)) throw new ConfigError(`--role takes one of: ${VOLUNTEER_ROLES.join(', ')}.`);
		const areas = await readAreas(site.store.db, ward);
		const wanted = readList(options['quarters']);
		const chosen = areas.filter((area) =>
			[area.name, ...area.aliases].some((known) => wanted.some((typed) => foldText(typed) === foldText(known)))
		);
		if (wanted.length === 0 || chosen.length < wanted.length) {
			const names = areas.filter((area) => area.kind !== 'province').map((area) => area.name);
			throw new ConfigError(`--quarters takes some of: ${names.join(', ')}.`);
		}
		const ids = chosen.map((area) => area.id);
		const added = await addVolunteerTo(site, ward, { name, role, areas: ids }, OPERATOR);
		if (!added.ok) throw new ConfigError(`The volunteer cannot be added (${added.problem.code} ${added.problem.at}).`);
		return [`Added ${name} for ${chosen.map((area) => area.name).join(', ')}. Make the invitation at the desk.`];
	});
}

async function openAccount(
	site: Site,
	ward: WardId,
	{ name, login, role }: { name: string; login: string; role: StaffRole }
): Promise<string[]> {
	const password = makePassword(site.randomBytes);
	const added = await addStaffTo(
		site,
		ward,
		{ username: login, name, role, password, mustChange: true },
		OPERATOR
	).catch((error) => {
		if (isUniqueViolation(error)) return null;
		throw error;
	});
	if (!added?.ok) {
		throw new ConfigError(
			added?.problem.at === 'username'
				? `--login ${login} is taken or holds other characters than letters, digits, dot, dash and underscore.`
				: `The account cannot be made (${added?.problem.code} ${added?.problem.at}).`
		);
	}
	return [`${name} (${role}) signs in as ${login} with the password ${password}`, 'It is shown this once.'];
}

export async function findWard(site: Site, name: string | undefined): Promise<WardId> {
	const wards = await site.store.db.selectFrom('ward').select(['id', 'name']).execute();
	const found = name ? wards.filter((ward) => foldText(ward.name) === foldText(name)) : wards;
	if (found.length === 1) return found[0]!.id as WardId;
	if (wards.length === 0) throw new ConfigError('There is no ward in this store yet. Begin with: npm run ward -- init');
	throw new ConfigError(`--ward takes one of: ${wards.map((ward) => `"${ward.name}"`).join(', ')}.`);
}

/** Looks at settings, keys, store and log, and changes nothing. Throws a ConfigError when something is wrong. */
export async function doctor(env: Environment): Promise<readonly string[]> {
	const config = readConfig(env);
	const lines = [`settings: ok, data in ${config.dataDir}, ${config.databaseUrl ? 'PostgreSQL' : 'SQLite'}`];
	const file = join(config.dataDir, SQLITE_FILE);
	if (!config.databaseUrl && !existsSync(file)) return [...lines, 'store: not made yet; npm start makes it'];
	const keysFile = join(config.dataDir, KEYS_FILE);
	if (!config.keys && !existsSync(keysFile))
		throw new ConfigError(`The store is there and ${keysFile} is not: put it back, personal numbers need it.`);
	const vault = openVault(config, wallClock, false);
	if (!config.keys && (statSync(keysFile).mode & 0o077) !== 0)
		throw new ConfigError(`${keysFile} can be read by others on this machine: chmod 600 it.`);
	lines.push(`keys: ok, phones seal to ${describeSealKey(vault)}`);
	const store = openStoreAsIs(config);
	try {
		const wards = await store.db.selectFrom('ward').select(['id', 'name', 'key_check', 'seq']).execute();
		for (const ward of wards) {
			if (ward.key_check !== vault.checkOf(ward.id))
				throw new ConfigError(`The keys are not the ones that ${ward.name} was written with.`);
			const broken = await findChainBreak(store.db, vault, ward.id as WardId);
			if (broken !== null) throw new ConfigError(`The log of ${ward.name} was changed from outside at step ${broken}.`);
			const audit = await checkAudit(store.db, vault, ward.id as WardId);
			if (audit.brokenAt !== null)
				throw new ConfigError(`The audit of ${ward.name} was changed from outside at line ${audit.brokenAt}.`);
			const count = async (table: 'record' | 'device' | 'aside') => {
				const row = await store.db
					.selectFrom(table)
					.select(({ fn }) => fn.countAll<number>().as('count'))
					.where('ward_id', '=', ward.id)
					.executeTakeFirstOrThrow();
				return Number(row.count);
			};
			const incidents = await listIncidents(store.db, ward.id as WardId);
			if (incidents[0])
				lines.push(`${ward.name}: ${incidents.length} incidents, the last one ${describeIncident(incidents[0])}`);
			lines.push(
				`${ward.name}: ${await count('record')} records, ${await count('device')} phones, ` +
					`${await count('aside')} entries set aside, log of ${ward.seq} steps whole, ` +
					`audit of ${audit.lines} lines whole${audit.older > 0 ? ` (${audit.older} older ones stand before it)` : ''}`
			);
		}
		lines.push(describeBackups(config));
		if (store.engine === 'postgres') lines.push(describeWall(await isGuarded(store.db)));
		return [...lines, wards.length === 0 ? 'store: ok, no ward yet' : 'store: ok'];
	} finally {
		await store.close();
	}
}

function describeSealKey({ publicKeys, sealMadeOn }: Vault): string {
	const isOld = daysBetween(sealMadeOn as Day, dayAt(wallClock())) > SEAL_LIFE_DAYS;
	const advice = isOld ? '; it is more than a year old: npm run ward -- rotate-keys' : '';
	return `${publicKeys.seal.kid} (made ${sealMadeOn})${advice}`;
}

function describeIncident({ kind, at, count }: IncidentRow): string {
	return `${kind} at ${new Date(at).toISOString()}${count === null ? '' : `, ${count} missing`}`;
}

function describeWall(isHeld: boolean): string {
	return isHeld
		? 'wards: kept apart by the database as well'
		: 'wards: kept apart by the program alone, because the role of DATABASE_URL owns the tables (docs/postgres.md)';
}

/** Brings the tables up to date as the role that owns them, where the server works as another (docs/postgres.md). */
export async function migrate(env: Environment): Promise<readonly string[]> {
	const store = await openStore(readConfig(env), 1);
	await store.close();
	return ['The tables are those of this version.'];
}

/** A new key that phones seal to from their next contact on; the older ones stay to open what comes late. */
export async function rotateSealKey(env: Environment): Promise<readonly string[]> {
	const config = readConfig(env);
	if (!config.keys && !existsSync(join(config.dataDir, KEYS_FILE)))
		throw new ConfigError(`There is no ${KEYS_FILE} in DATA_DIR=${config.dataDir} yet; npm start makes it.`);
	const { kid, text } = rotateKeys(config, dayAt(wallClock()));
	if (text === null)
		return [`Phones will seal to ${kid}. Start the ward again, and copy keys.json to where its copy lies.`];
	return [`Phones will seal to ${kid}. Put this into GOCUA_KEYS, start the ward again, and let nobody see it:`, text];
}
