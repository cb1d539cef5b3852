// What a ward keeps beside its records until a human has looked: conflicts, entries set aside or held, and incidents.

import type { EntryId, RecordId, WardId } from '../../domain/id.ts';
import type { Case, Conflict, Incident, SetAside, Settled } from '../../sync/ward-port.ts';
import type { Writer } from './open-store.ts';
import { encodeValue, readAsideRow, readConflictRow, readSettled } from './ward-row.ts';

/** That part of one ward's transaction (`WardTx`). */
export class WardCases {
	readonly trx: Writer;
	readonly ward: WardId;

	constructor(trx: Writer, ward: WardId) {
		this.trx = trx;
		this.ward = ward;
	}

	/** Those of the records for which something is held. */
	async listHeldParents(ids: readonly RecordId[]): Promise<ReadonlySet<RecordId>> {
		if (ids.length === 0) return new Set();
		const rows = await this.trx
			.selectFrom('aside')
			.select('parent_id')
			.where('ward_id', '=', this.ward)
			.where('parent_id', 'in', ids)
			.execute();
		return new Set(rows.map((row) => row.parent_id as RecordId));
	}

	async addConflict(conflict: Conflict): Promise<void> {
		await this.trx
			.insertInto('conflict')
			.values({
				ward_id: this.ward,
				entry_id: conflict.entry,
				record_id: conflict.record,
				field: conflict.field,
				kept: encodeValue(conflict.kept),
				other: encodeValue(conflict.other),
				actor: conflict.actor,
				at: conflict.at,
				...UNSETTLED
			})
			.execute();
	}

	async addAside(aside: SetAside): Promise<void> {
		await this.trx
			.insertInto('aside')
			.values({
				ward_id: this.ward,
				seq: aside.seq,
				entry_id: aside.entry.id,
				cid: aside.cid,
				n: aside.entry.n,
				actor: aside.actor,
				why: aside.why,
				parent_id: aside.parent,
				body: JSON.stringify(aside.entry),
				at: aside.at,
				...UNSETTLED
			})
			.execute();
	}

	async listHeldFor(parent: RecordId): Promise<SetAside[]> {
		const rows = await this.trx
			.selectFrom('aside')
			.selectAll()
			.where('ward_id', '=', this.ward)
			.where('parent_id', '=', parent)
			.orderBy('n')
			.orderBy('seq')
			.execute();
		return rows.map(readAsideRow);
	}

	async removeHeld(id: EntryId): Promise<void> {
		await this.trx
			.deleteFrom('aside')
			.where('ward_id', '=', this.ward)
			.where('entry_id', '=', id)
			.where('parent_id', 'is not', null)
			.execute();
	}

	async addIncident({ id, kind, at, before, epoch, seq, count, subject }: Incident): Promise<void> {
		const row = { id, kind, at, before, epoch, seq, count, subject };
		await this.trx
			.insertInto('incident')
			.values({ ward_id: this.ward, ...row })
			.execute();
	}

	async listConflicts(record: RecordId): Promise<Case<Conflict>[]> {
		const rows = await this.trx
			.selectFrom('conflict')
			.selectAll()
			.where('ward_id', '=', this.ward)
			.where('record_id', '=', record)
			.orderBy('at')
			.orderBy('entry_id')
			.orderBy('field')
			.execute();
		return rows.map(readConflictRow);
	}

	async settleConflict(key: Pick<Conflict, 'entry' | 'record' | 'field'>, settled: Settled): Promise<void> {
		await this.trx
			.updateTable('conflict')
			.set(writeSettled(settled))
			.where('ward_id', '=', this.ward)
			.where('entry_id', '=', key.entry)
			.where('record_id', '=', key.record)
			.where('field', '=', key.field)
			.where('state', '=', 'open')
			.execute();
	}

	async readAside(id: EntryId): Promise<Case<SetAside> | null> {
		const row = await this.trx
			.selectFrom('aside')
			.selectAll()
			.where('ward_id', '=', this.ward)
			.where('entry_id', '=', id)
			.where('parent_id', 'is', null)
			.executeTakeFirst();
		return row ? { ...readAsideRow(row), settled: readSettled(row) } : null;
	}

	async settleAside(id: EntryId, settled: Settled): Promise<void> {
		await this.trx
			.updateTable('aside')
			.set(writeSettled(settled))
			.where('ward_id', '=', this.ward)
			.where('entry_id', '=', id)
			.where('parent_id', 'is', null)
			.where('state', '=', 'open')
			.execute();
	}
}

const UNSETTLED = { state: 'open', decided_by: null, decided_at: null, choice: null, note: null };

function writeSettled({ by, at, choice, note }: Settled) {
	return { state: 'settled', decided_by: by, decided_at: at, choice, note };
}
