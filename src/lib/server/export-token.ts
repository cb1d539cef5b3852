// Tokens by which a program of the ward's own fetches figures: made and taken back at the machine, shown once, kept as a
// hash, for named scopes and at most a year.

import { EXPORT_SCOPES, type ExportScope } from '../contract/export.ts';
import { isId, type WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { OPERATOR, writeAudit } from './audit.ts';
import { countTry } from './pace.ts';
import { newId, type Site } from './site.ts';
import { hashText, isSameSecret } from './vault.ts';

const DAY_MS = 24 * 3600_000;
const HOUR_MS = 3600_000;
const SECRET_BYTES = 32;

export interface ExportToken {
	readonly id: string;
	readonly name: string;
	readonly scopes: readonly ExportScope[];
	readonly expiresAt: number;
	readonly usedAt: number | null;
	readonly isRevoked: boolean;
}

/** A new token; its text is known to whoever gets this answer and to nobody after. */
export async function makeToken(
	site: Site,
	ward: WardId,
	input: { readonly name: string; readonly scopes: readonly ExportScope[]; readonly days: number }
): Promise<string> {
	const id = newId<string>(site);
	const secret = Buffer.from(site.randomBytes(SECRET_BYTES)).toString('base64url');
	const now = site.clock();
	await site.store.of(ward).transact(async (trx) => {
		await trx
			.insertInto('export_token')
			.values({
				ward_id: ward,
				id,
				secret_hash: hashText(secret),
				name: input.name,
				scopes: input.scopes.join(),
				made_at: now,
				expires_at: now + input.days * DAY_MS,
				used_at: null,
				revoked_at: null
			})
			.execute();
		await writeAudit(trx, site, { ward, actor: OPERATOR, act: 'export.token', subject: input.name });
	});
	return `${ward}.${id}.${secret}`;
}

export async function listTokens(site: Site, ward: WardId): Promise<ExportToken[]> {
	const rows = await site.store
		.of(ward)
		.db.selectFrom('export_token')
		.selectAll()
		.where('ward_id', '=', ward)
		.orderBy('made_at')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		scopes: readScopes(row.scopes),
		expiresAt: row.expires_at,
		usedAt: row.used_at,
		isRevoked: row.revoked_at !== null
	}));
}

/** Whether there was one to take back. */
export function revokeToken(site: Site, ward: WardId, id: string): Promise<boolean> {
	return site.store.of(ward).transact(async (trx) => {
		const row = await trx
			.updateTable('export_token')
			.set({ revoked_at: site.clock() })
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.where('revoked_at', 'is', null)
			.returning('name')
			.executeTakeFirst();
		if (row) await writeAudit(trx, site, { ward, actor: OPERATOR, act: 'export.revoke', subject: row.name });
		return row !== undefined;
	});
}

/** The ward whose data a token opens for a scope. Every use is counted, limited by the hour, and written down. */
export async function useToken(site: Site, token: string | null, scope: ExportScope): Promise<Result<WardId>> {
	const [name = '', id = '', secret = '', more] = (token ?? '').split('.');
	if (!isId(name) || !isId(id) || secret === '' || more !== undefined) return fail('net.unauthorized');
	const ward = name as WardId;
	const now = site.clock();
	return site.store.of(ward).transact(async (trx) => {
		const row = await trx
			.selectFrom('export_token')
			.selectAll()
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.executeTakeFirst();
		if (!row || !isSameSecret(row.secret_hash, hashText(secret))) return fail('net.unauthorized');
		if (row.revoked_at !== null || row.expires_at <= now) return fail('net.revoked');
		if (!readScopes(row.scopes).includes(scope)) return fail('staff.notAllowed');
		const limit = { ward, key: `export/${id}`, most: LIMIT.exportsPerHour, windowMs: HOUR_MS };
		const waitMs = await countTry(trx, limit, now);
		if (waitMs > 0) return fail('net.busy', undefined, waitMs);
		await trx
			.updateTable('export_token')
			.set({ used_at: now })
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.execute();
		const actor = { id, name: row.name };
		await writeAudit(trx, site, { ward, actor, act: 'export.read', subject: scope });
		return succeed(ward);
	});
}

function readScopes(text: string): ExportScope[] {
	const words = text.split(',');
	return EXPORT_SCOPES.filter((scope) => words.includes(scope));
}
