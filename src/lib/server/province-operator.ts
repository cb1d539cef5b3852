// The operator's tool for whoever reads for the province (`province.ts`).

import { LIMIT } from '../domain/limit.ts';
import { ConfigError } from './config.ts';
import { readText, withSite } from './operator.ts';
import { addReader, listReaders, revokeReader } from './province.ts';
import { Report } from './report.ts';
import { keepSummaries } from './summary.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Options = Readonly<Record<string, string>>;

/** A key for the page of the province, printed this once; every ward counts itself at once, so that it is not empty. */
export function addProvince(env: Environment, options: Options): Promise<readonly string[]> {
	return withSite(env, async (site, config) => {
		const name = readText(options, 'name', 'Tổ công tác tỉnh');
		const days = Number(options['days'] ?? LIMIT.tokenDays);
		if (!Number.isInteger(days) || days < 1 || days > LIMIT.tokenDays)
			throw new ConfigError(`--days takes a whole number from 1 to ${LIMIT.tokenDays}.`);
		const key = await addReader(site, { name, days });
		const failed = await keepSummaries(site, new Report(site));
		return [
			`Key for ${name}, for ${days} days, shown this once:`,
			key,
			`It opens ${config.origin}/province: counts of each ward, nobody's name, nothing below ${LIMIT.openCellLeast}.`,
			...(failed.length > 0 ? [`${failed.length} wards could not be counted now; the server tries again.`] : [])
		];
	});
}

export function manageProvince(env: Environment, options: Options): Promise<readonly string[]> {
	return withSite(env, async (site) => {
		const id = options['revoke'];
		if (id !== undefined) {
			if (!(await revokeReader(site, id))) throw new ConfigError(`There is no key ${id} that could be taken back.`);
			return ['Taken back. The page is shut from its next request on.'];
		}
		const now = site.clock();
		const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
		const lines = (await listReaders(site)).map((reader) => {
			const state = reader.isRevoked
				? 'taken back'
				: reader.expiresAt <= now
					? 'over'
					: `until ${day(reader.expiresAt)}`;
			const used = reader.signedInAt === null ? 'never signed in' : `last signed in ${day(reader.signedInAt)}`;
			return `${reader.id}  ${reader.name}  ${state}, ${used}`;
		});
		return lines.length === 0 ? ['Nobody reads for a province.'] : lines;
	});
}
