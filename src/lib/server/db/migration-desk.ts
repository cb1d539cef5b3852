// What the desk keeps of its own beside records: cases that two receivers have at once.

import type { Kysely, Migration } from 'kysely';
import type { Database } from './schema.ts';

/** A flag's second case (`mark-row.ts`), for flags on which nobody has said a word yet. */
export const beside: Migration = {
	async up(db: Kysely<unknown>) {
		const columns = ['ward_id', 'record_id', 'code', 'area_id', 'on_day', 'state', 'receiver'] as const;
		await (db as Kysely<Database>)
			.insertInto('mark_row')
			.columns([...columns, 'kind'])
			.expression((from) =>
				from
					.selectFrom('mark_row')
					.select([...columns, ({ val }) => val('beside').as('kind')])
					.where('kind', '=', 'flag')
					.where('state', '=', '')
			)
			.execute();
	}
};
