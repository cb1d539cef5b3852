// The engine's store on SQLite and PostgreSQL: one ward's records, entries, log, conflicts and what was set aside.
//
// Each transaction begins by touching the ward's own row. On PostgreSQL that locks it, on SQLite it takes the one
// writer's place: transactions of one ward are serial, and the counter commits in order (sync.md 2.5).

import type { AreaId, ClientId, EntryId, RecordId, WardId } from '../../domain/id.ts';
import type { Entry, Verdict } from '../../sync/entry.ts';
import type { Table, WardRecord } from '../../sync/record.ts';
import type { Change, Exit, KeptEntry, WardState, WardStore, WardTx } from '../../sync/ward-port.ts';
import { insertRows } from './insert-rows.ts';
import type { Reader, Store, Writer } from './open-store.ts';
import { writeProjections } from './projection.ts';
import { WardCases } from './ward-cases.ts';
import { cleanKind, readRecordRow } from './ward-row.ts';

/** One ward's transaction: what the engine demands, and the writer for what the ward adds (audit, devices). */
export class KyselyWardTx extends WardCases implements WardTx {
	/** The instant of the transaction. */
	readonly now: number;
	/** Known since the ward's row was taken: nobody else can write it until the transaction ends. */
	#state: WardState | null;

	constructor(trx: Writer, ward: WardId, now: number, state: WardState | null = null) {
		super(trx, ward);
		this.now = now;
		this.#state = state;
	}

	async readWard(): Promise<WardState> {
		this.#state ??= await this.trx
			.selectFrom('ward')
			.select(WARD_STATE)
			.where('id', '=', this.ward)
			.executeTakeFirstOrThrow();
		return { ...this.#state };
	}

	async writeWard({ seq, head, epoch, minSeq }: WardState): Promise<void> {
		this.#state = { seq, head, epoch, minSeq };
		await this.trx.updateTable('ward').set({ seq, head, epoch, min_seq: minSeq }).where('id', '=', this.ward).execute();
	}

	async readRecord(id: RecordId): Promise<WardRecord | null> {
		const row = await this.trx
			.selectFrom('record')
			.selectAll()
			.where('ward_id', '=', this.ward)
			.where('id', '=', id)
			.executeTakeFirst();
		return row ? readRecordRow(row) : null;
	}

	writeRecord(record: WardRecord): Promise<void> {
		return this.writeRecords([record]);
	}

	/** Each once: a statement may not touch one row twice. */
	async writeRecords(records: readonly WardRecord[]): Promise<void> {
		if (records.length === 0) return;
		const values = records.map((record) => ({
			ward_id: this.ward as string,
			id: record.id as string,
			tbl: record.table as string,
			area_id: record.area as string,
			v: record.v,
			seq: record.seq,
			deleted: record.deleted ? 1 : 0,
			body: JSON.stringify(record.fields),
			fver: JSON.stringify(record.fver)
		}));
		await insertRows(this.trx, 'record', values, { key: ['ward_id', 'id'] });
		await writeProjections(this.trx, this.ward, records, this.now);
	}

	async listNamed(ids: readonly RecordId[]): Promise<WardRecord[]> {
		if (ids.length === 0) return [];
		const rows = await this.trx
			.selectFrom('record')
			.selectAll()
			.where('ward_id', '=', this.ward)
			.where('id', 'in', ids)
			.execute();
		return rows.map(readRecordRow);
	}

	async readEntry(id: EntryId): Promise<KeptEntry | null> {
		return (await this.listEntries([id]))[0] ?? null;
	}

	async listEntries(ids: readonly EntryId[]): Promise<KeptEntry[]> {
		if (ids.length === 0) return [];
		const rows = await this.trx
			.selectFrom('entry')
			.selectAll()
			.where('ward_id', '=', this.ward)
			.where('id', 'in', ids)
			.execute();
		return rows.map((row) => ({
			entry: JSON.parse(row.body) as Entry,
			cid: row.cid as ClientId,
			actor: row.actor,
			hash: row.hash,
			verdict: JSON.parse(row.verdict) as Verdict,
			receivedAt: row.received_at
		}));
	}

	writeEntry(kept: KeptEntry): Promise<void> {
		return this.writeEntries([kept]);
	}

	/** Each once: a statement may not touch one row twice. */
	async writeEntries(all: readonly KeptEntry[]): Promise<void> {
		if (all.length === 0) return;
		const values = all.map((kept) => ({
			ward_id: this.ward as string,
			id: kept.entry.id as string,
			cid: kept.cid as string,
			actor: kept.actor,
			hash: kept.hash,
			body: JSON.stringify(kept.entry),
			verdict: JSON.stringify(kept.verdict),
			received_at: kept.receivedAt
		}));
		await insertRows(this.trx, 'entry', values, { key: ['ward_id', 'id'] });
	}

	appendChange(change: Change): Promise<void> {
		return this.appendChanges([change]);
	}

	async appendChanges(changes: readonly Change[]): Promise<void> {
		if (changes.length === 0) return;
		const values = changes.map((change) => ({
			ward_id: this.ward as string,
			seq: change.seq,
			head: change.head,
			entry_id: change.entry as string,
			kind: cleanKind(change.kind),
			actor: change.actor,
			at: change.at,
			tbl: change.table as string | null,
			record_id: change.record as string | null,
			v: change.v,
			before: JSON.stringify(change.before),
			after: JSON.stringify(change.after)
		}));
		await insertRows(this.trx, 'change', values);
	}

	async listRecords(
		areas: readonly AreaId[],
		afterSeq: number,
		most: number,
		upTo = Number.MAX_SAFE_INTEGER
	): Promise<WardRecord[]> {
		if (areas.length === 0) return [];
		const rows = await this.trx
			.selectFrom('record')
			.selectAll()
			.where('ward_id', '=', this.ward)
			.where('area_id', 'in', areas)
			.where('seq', '>', afterSeq)
			.where('seq', '<=', upTo)
			.orderBy('seq')
			.orderBy('id')
			.limit(most)
			.execute();
		return rows.map(readRecordRow);
	}

	async readHead(seq: number): Promise<string | null> {
		return readHead(this.trx, this.ward, seq);
	}

	async listKnown(ids: readonly EntryId[]): Promise<EntryId[]> {
		if (ids.length === 0) return [];
		const rows = await this.trx
			.selectFrom('entry')
			.select('id')
			.where('ward_id', '=', this.ward)
			.where('id', 'in', ids)
			.execute();
		return rows.map((row) => row.id as EntryId);
	}

	async listCopies(areas: readonly AreaId[]): ReturnType<WardTx['listCopies']> {
		if (areas.length === 0) return [];
		const rows = await this.trx
			.selectFrom('record')
			.select(['id', 'area_id', 'v', 'seq', 'tbl'])
			.where('ward_id', '=', this.ward)
			.where('area_id', 'in', areas)
			.execute();
		return rows.map(({ id, area_id, v, seq, tbl }) => ({
			id: id as RecordId,
			area: area_id as AreaId,
			v,
			seq,
			table: tbl as Table
		}));
	}

	async addExit({ seq, area, id }: Exit): Promise<void> {
		await this.trx.insertInto('exit').values({ ward_id: this.ward, seq, area_id: area, record_id: id }).execute();
	}

	async listExits(areas: readonly AreaId[], afterSeq: number, most: number): Promise<Exit[]> {
		if (areas.length === 0) return [];
		const rows = await this.trx
			.selectFrom('exit as x')
			.leftJoin('record as r', (on) => on.onRef('r.ward_id', '=', 'x.ward_id').onRef('r.id', '=', 'x.record_id'))
			.select(['x.seq', 'x.area_id', 'x.record_id'])
			.where('x.ward_id', '=', this.ward)
			.where('x.area_id', 'in', areas)
			.where('x.seq', '>', afterSeq)
			.where((is) => is.or([is('r.area_id', 'is', null), is('r.area_id', 'not in', areas)]))
			.orderBy('x.seq')
			.orderBy('x.record_id')
			.limit(most)
			.execute();
		return rows.map((row) => ({ seq: row.seq, area: row.area_id as AreaId, id: row.record_id as RecordId }));
	}

	async listBehind(household: RecordId): Promise<WardRecord[]> {
		const behind = (table: 'person_row' | 'visit_row') =>
			this.trx.selectFrom(table).select('id').where('ward_id', '=', this.ward).where('household_id', '=', household);
		const rows = await this.trx
			.selectFrom('record')
			.selectAll()
			.where('ward_id', '=', this.ward)
			.where(({ or, eb }) => or([eb('id', 'in', behind('person_row')), eb('id', 'in', behind('visit_row'))]))
			.where('deleted', '=', 0)
			.orderBy('id')
			.execute();
		return rows.map(readRecordRow);
	}
}

const WARD_STATE = ['seq', 'head', 'epoch', 'min_seq as minSeq'] as const;

/** Head of the chain after a step, also outside a transaction: a first look needs no lock. */
export async function readHead(db: Reader, ward: WardId, seq: number): Promise<string | null> {
	if (seq === 0) return '';
	const row = await db
		.selectFrom('change')
		.select('head')
		.where('ward_id', '=', ward)
		.where('seq', '=', seq)
		.executeTakeFirst();
	return row?.head ?? null;
}

/** Runs `work` as one serial step of the ward; throws when there is no such ward. */
export function inWard<Value>(
	store: Store,
	ward: WardId,
	now: number,
	work: (tx: KyselyWardTx) => Promise<Value>
): Promise<Value> {
	return store.of(ward).transact(async (trx) => {
		const state = await takeTurn(trx, store.engine, ward);
		if (!state) throw new Error('no such ward in this store');
		return work(new KyselyWardTx(trx, ward, now, state));
	});
}

/** The ward's row, held until the transaction ends. A lock leaves no dead row behind, as a write would on PostgreSQL. */
function takeTurn(trx: Writer, engine: Store['engine'], ward: WardId): Promise<WardState | undefined> {
	return engine === 'postgres'
		? trx.selectFrom('ward').select(WARD_STATE).where('id', '=', ward).forNoKeyUpdate().executeTakeFirst()
		: trx
				.updateTable('ward')
				.set((column) => ({ seq: column.ref('seq') }))
				.where('id', '=', ward)
				.returning(WARD_STATE)
				.executeTakeFirst();
}

/** What the engine and its laws ask for: one ward of a store. */
export class KyselyWardStore implements WardStore {
	readonly #store: Store;
	readonly #ward: WardId;
	readonly #clock: () => number;

	constructor(store: Store, ward: WardId, clock: () => number) {
		this.#store = store;
		this.#ward = ward;
		this.#clock = clock;
	}

	transact<Value>(work: (tx: WardTx) => Promise<Value>): Promise<Value> {
		return inWard(this.#store, this.#ward, this.#clock(), work);
	}
}
