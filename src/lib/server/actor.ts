// Who an id in the log is: volunteers, staff, or the ward itself.

import type { WardId } from '../domain/id.ts';
import type { Reader } from './db/open-store.ts';

/** Names by id; an actor in the log is `<volunteer>/<device>`, a staff id, or the ward. */
export async function readNames(db: Reader, ward: WardId): Promise<(actor: string) => string> {
	const [volunteers, staff, own] = await Promise.all([
		db.selectFrom('volunteer').select(['id', 'name']).where('ward_id', '=', ward).execute(),
		db.selectFrom('staff').select(['id', 'name']).where('ward_id', '=', ward).execute(),
		db.selectFrom('ward').select('name').where('id', '=', ward).executeTakeFirst()
	]);
	const names = new Map([...volunteers, ...staff].map((row) => [row.id, row.name]));
	return (actor) => names.get(actor.split('/')[0] ?? '') ?? own?.name ?? '';
}
