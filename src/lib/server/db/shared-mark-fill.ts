// All marks that are shared, worked out from the rows of the people: for the migration that made their table, and where
// rows are written anew. What changes with a step is in `shared-mark.ts`.

import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from './schema.ts';

/** Columns of `person_row` that may hold what two records of one person have in common. */
export const MARK_COLUMNS = ['id_index', 'twin'] as const;
export type MarkColumn = (typeof MARK_COLUMNS)[number];

/** Two of one name and day whose numbers are both known are two people, or found by their number. */
export function isShared(kind: MarkColumn): RawBuilder<boolean> {
	return kind === 'twin' ? sql`count(*) > 1 and count(*) > count(id_index)` : sql`count(*) > 1`;
}

/** Writes all of them anew from the rows of the people, of one ward or of every one. */
export async function fillSharedMarks(db: Kysely<Database>, ward: string | null): Promise<void> {
	const own = ward === null ? sql`` : sql`and ward_id = ${ward}`;
	await sql`delete from shared_mark where 1 = 1 ${own}`.execute(db);
	for (const kind of MARK_COLUMNS) {
		const mark = sql.ref(kind);
		await sql`insert into shared_mark (ward_id, kind, mark)
			select ward_id, ${sql.lit(kind)}, ${mark} from person_row where ${mark} > '' ${own}
			group by ward_id, ${mark} having ${isShared(kind)}`.execute(db);
	}
}
