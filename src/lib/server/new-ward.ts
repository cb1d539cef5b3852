// A ward coming into being: its row, with the name of its history and the tag of its invitations.

import type { Area } from '../domain/area.ts';
import type { WardId } from '../domain/id.ts';
import { encodeJoinChars } from '../contract/join.ts';
import type { Writer } from './db/open-store.ts';
import { PROJECTION } from './db/projection.ts';
import { JOIN_TAG_CHARS } from './invite.ts';
import { newId, type Site } from './site.ts';

export async function insertWard(
	trx: Writer,
	site: Site,
	ward: {
		readonly id: WardId;
		readonly name: string;
		readonly joinTag?: string;
		readonly isDemo?: boolean;
		readonly isCodeRequired?: boolean;
	}
): Promise<void> {
	await trx
		.insertInto('ward')
		.values({
			id: ward.id,
			name: ward.name,
			join_tag: ward.joinTag ?? encodeJoinChars(site.randomBytes(JOIN_TAG_CHARS)),
			seq: 0,
			head: '',
			epoch: newId(site),
			min_seq: 0,
			key_check: site.vault.checkOf(ward.id),
			is_demo: ward.isDemo ? 1 : 0,
			code_required: ward.isCodeRequired ? 1 : 0,
			projection: PROJECTION,
			created_at: site.clock()
		})
		.execute();
}

/** In the given order, which the ward's lists keep. */
export async function insertAreas(trx: Writer, ward: WardId, areas: readonly Area[]): Promise<void> {
	await trx
		.insertInto('area')
		.values(
			areas.map((area, position) => ({
				ward_id: ward,
				id: area.id,
				parent_id: area.parent,
				kind: area.kind,
				name: area.name,
				aliases: JSON.stringify(area.aliases),
				position
			}))
		)
		.execute();
}
