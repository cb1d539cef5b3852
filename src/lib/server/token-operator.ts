// The operator's tool for tokens (`export-token.ts`).

import { EXPORT_SCOPES, type ExportScope } from '../contract/export.ts';
import { LIMIT } from '../domain/limit.ts';
import { ConfigError } from './config.ts';
import { listTokens, makeToken, revokeToken } from './export-token.ts';
import { findWard, readText, withSite } from './operator.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Options = Readonly<Record<string, string>>;

/** A token for a program of the ward's own, printed this once. */
export function addToken(env: Environment, options: Options): Promise<readonly string[]> {
	return withSite(env, async (site, config) => {
		const ward = await findWard(site, options['ward']);
		const name = readText(options, 'name', 'Bảng số liệu');
		const words = (options['scopes'] ?? '').split(',').map((word) => word.trim());
		const scopes = words.filter((word): word is ExportScope => (EXPORT_SCOPES as readonly string[]).includes(word));
		if (scopes.length === 0 || scopes.length < words.length)
			throw new ConfigError(`--scopes takes some of: ${EXPORT_SCOPES.join(',')}.`);
		const days = Number(options['days'] ?? LIMIT.tokenDays);
		if (!Number.isInteger(days) || days < 1 || days > LIMIT.tokenDays)
			throw new ConfigError(`--days takes a whole number from 1 to ${LIMIT.tokenDays}.`);
		const token = await makeToken(site, ward, { name, scopes, days });
		return [
			`Token for ${name}, for ${days} days, shown this once:`,
			token,
			...scopes.map((scope) => `curl -H "authorization: Bearer TOKEN" ${config.origin}/api/v1/export/${scope}`)
		];
	});
}

export function manageTokens(env: Environment, options: Options): Promise<readonly string[]> {
	return withSite(env, async (site) => {
		const ward = await findWard(site, options['ward']);
		const id = options['revoke'];
		if (id !== undefined) {
			if (!(await revokeToken(site, ward, id)))
				throw new ConfigError(`There is no token ${id} that could be taken back.`);
			return ['Taken back. The program gets nothing from its next request on.'];
		}
		const tokens = await listTokens(site, ward);
		const now = site.clock();
		const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
		return tokens.length === 0
			? ['There are no tokens.']
			: tokens.map((token) => {
					const state = token.isRevoked
						? 'taken back'
						: token.expiresAt <= now
							? 'over'
							: `until ${day(token.expiresAt)}`;
					const used = token.usedAt === null ? 'never used' : `last used ${day(token.usedAt)}`;
					return `${token.id}  ${token.name}  ${token.scopes.join(',')}  ${state}, ${used}`;
				});
	});
}
