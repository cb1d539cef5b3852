// The chain of audit lines: each line's head is a keyed hash over the head before it and what the line says, so that a
// line which was changed, put in or taken away from outside shows, whoever held the file. Reasons are typed by people
// and may name somebody: the chain holds their hash, and a purge that says so in the chain may take the words away.

import type { WardId } from '../domain/id.ts';
import type { Reader, Writer } from './db/open-store.ts';
import type { PeopleTables } from './db/schema-people.ts';
import type { Vault } from './vault.ts';

type Row = PeopleTables['audit'];
export type AuditRow = Omit<Row, 'seq' | 'head' | 'reason_hash'>;

const LINES_AT_ONCE = 2_000;
/** The act by which reasons up to a line (its subject) were taken away. */
export const REASONS_PURGED = 'audit.purge';

/** Appends one line; the row of the head is held until the transaction ends, so that lines come one after the other. */
export async function appendLine(trx: Writer, vault: Vault, row: AuditRow): Promise<void> {
	const ward = row.ward_id as WardId;
	const last = (await holdHead(trx, ward)) ?? (await beginChain(trx, vault, ward));
	const seq = last.seq + 1;
	const reasonHash = hashReason(vault, row);
	const head = nextHead(vault, last.head, { ...row, seq, reason_hash: reasonHash });
	await trx
		.insertInto('audit')
		.values({ ...row, seq, head, reason_hash: reasonHash })
		.execute();
	await trx
		.updateTable('audit_head')
		.set({ seq, head, mac: macHead(vault, ward, seq, head) })
		.where('ward_id', '=', ward)
		.execute();
}

function holdHead(trx: Writer, ward: WardId) {
	return trx
		.updateTable('audit_head')
		.set((column) => ({ seq: column.ref('seq') }))
		.where('ward_id', '=', ward)
		.returning(['seq', 'head'])
		.executeTakeFirst();
}

/** The first line of a ward: what stood there before the chain is hashed into its beginning. */
async function beginChain(trx: Writer, vault: Vault, ward: WardId): Promise<{ seq: number; head: string }> {
	const head = await hashOlder(trx, vault, ward);
	await trx
		.insertInto('audit_head')
		.values({ ward_id: ward, seq: 0, head, mac: macHead(vault, ward, 0, head) })
		.onConflict((on) => on.column('ward_id').doNothing())
		.execute();
	const held = await holdHead(trx, ward);
	if (!held) throw new Error('the audit has no head');
	return held;
}

async function hashOlder(db: Reader, vault: Vault, ward: WardId): Promise<string> {
	let head = '';
	for (const row of await readLines(db, ward, null)) head = nextHead(vault, head, { ...row, seq: 0 });
	return head;
}

function readLines(db: Reader, ward: WardId, after: number | null): Promise<Row[]> {
	let query = db.selectFrom('audit').selectAll().where('ward_id', '=', ward).orderBy('seq');
	query = after === null ? query.where('seq', '<=', 0) : query.where('seq', '>', after).limit(LINES_AT_ONCE);
	return query.execute();
}

function hashReason(vault: Vault, { ward_id, id, reason }: Pick<Row, 'ward_id' | 'id' | 'reason'>): string {
	return reason === null ? '' : vault.macAudit(ward_id, `reason|${id}|${reason}`);
}

function nextHead(vault: Vault, head: string, row: Omit<Row, 'head' | 'reason'>): string {
	const { seq, id, at, actor_id, actor_name, act, subject, reason_hash } = row;
	return vault.macAudit(
		row.ward_id,
		JSON.stringify([head, seq, id, at, actor_id, actor_name, act, subject, reason_hash])
	);
}

function macHead(vault: Vault, ward: WardId, seq: number, head: string): string {
	return vault.macAudit(ward, `head|${seq}|${head}`);
}

export interface AuditCheck {
	/** Lines in the chain, and those from before it. */
	readonly lines: number;
	readonly older: number;
	/** The first line that does not stand as it was written; null when all do. */
	readonly brokenAt: number | null;
}

/** How far a chain was proved, and what the rest of it builds on. */
export interface ProvedChain {
	readonly lines: number;
	readonly older: number;
	readonly head: string;
	/** Up to which line a purge in the chain says that reasons may be gone. */
	readonly purgedTo: number;
}

/** Works the whole chain out again from its lines. */
export async function checkAudit(db: Reader, vault: Vault, ward: WardId): Promise<AuditCheck> {
	return (await proveRest(db, vault, ward, await beginProof(db, vault, ward))).check;
}

/** Nothing proved yet but what stood there before the chain. */
export async function beginProof(db: Reader, vault: Vault, ward: WardId): Promise<ProvedChain> {
	const older = (await readLines(db, ward, null)).length;
	return { lines: 0, older, head: await hashOlder(db, vault, ward), purgedTo: 0 };
}

/** Whether the last line that was proved still stands there; it does not after an older copy was put back. */
export async function isStanding(db: Reader, ward: WardId, { lines, head }: ProvedChain): Promise<boolean> {
	const row = await db
		.selectFrom('audit')
		.select('head')
		.where('ward_id', '=', ward)
		.where('seq', '=', lines)
		.executeTakeFirst();
	return row?.head === head;
}

/** Proves the lines after those that were, up to the ward's head; `proved` is null where something does not stand. */
export async function proveRest(
	db: Reader,
	vault: Vault,
	ward: WardId,
	from: ProvedChain
): Promise<{ readonly check: AuditCheck; readonly proved: ProvedChain | null }> {
	const { older } = from;
	const broken = (lines: number, brokenAt: number) => ({ check: { lines, older, brokenAt }, proved: null });
	const own = await db.selectFrom('audit_head').selectAll().where('ward_id', '=', ward).executeTakeFirst();
	let { lines: seq, head, purgedTo } = from;
	/** Lines whose reason is gone. */
	const bare: number[] = [];
	for (;;) {
		const rows = await readLines(db, ward, seq);
		for (const row of rows) {
			head = nextHead(vault, head, { ...row, seq: seq + 1 });
			const isBare = row.reason === null && row.reason_hash !== '';
			const isWritten = isBare || hashReason(vault, row) === row.reason_hash;
			if (row.seq !== seq + 1 || row.head !== head || !isWritten) return broken(seq, seq + 1);
			seq += 1;
			if (isBare) bare.push(seq);
			if (row.act === REASONS_PURGED) purgedTo = Math.max(purgedTo, Math.min(Number(row.subject), seq));
		}
		if (rows.length < LINES_AT_ONCE) break;
	}
	const taken = bare.find((line) => line > purgedTo);
	if (taken !== undefined) return broken(seq, taken);
	// a ward's first line is written with the ward: without a head there can only be lines from before the chain
	const isEnd = own
		? own.seq === seq && own.head === head && own.mac === macHead(vault, ward, seq, head)
		: seq === 0 && older > 0;
	if (!isEnd) return broken(seq, seq + 1);
	return { check: { lines: seq, older, brokenAt: null }, proved: { lines: seq, older, head, purgedTo } };
}
