// Laws of the ward's log: it has no holes (P10), tells how the records came to be (P12), each entry takes effect once (P2),
// and nothing that a human must decide is overwritten unseen (P4).

import { isSameJson } from '../../src/lib/sync/json.ts';
import { chainHead } from '../../src/lib/sync/ledger.ts';
import { policyOf } from '../../src/lib/sync/policy.ts';
import { applyChanges, type Fields } from '../../src/lib/sync/record.ts';
import { hash } from './house.ts';
import type { Broken } from './laws.ts';
import type { World } from './world.ts';

/** The log has no holes, its chain can be recomputed, and replaying it gives the records. */
export function checkLog(world: World): Broken | null {
	const { ward, changes, entries, records } = world.office.ward.look();
	const keptHash = new Map(entries.map((one) => [one.entry.id, one.hash]));
	const replayed = new Map<string, { v: number; fields: Fields }>();
	let head = '';
	for (const [i, change] of changes.entries()) {
		if (change.seq !== i + 1) return { law: 'P10', what: `change ${i + 1} has the counter ${change.seq}` };
		const { entry, record, v } = change;
		head = chainHead(hash, head, { entry, record, v, hash: keptHash.get(entry) ?? '' });
		if (change.head !== head) return { law: 'P10', what: `the chain breaks at ${change.seq}` };
		if (record === null) continue;
		const before = replayed.get(record) ?? { v: 0, fields: {} };
		for (const [field, value] of Object.entries(change.before))
			if (!isSameJson(before.fields[field], value)) return { law: 'P12', what: `${change.seq} tells another ${field}` };
		if (v !== before.v && v !== before.v + 1) return { law: 'P12', what: `${record} jumps to version ${v}` };
		replayed.set(record, { v, fields: applyChanges(before.fields, change.after) });
	}
	if (ward.seq !== changes.length || ward.head !== head) return { law: 'P10', what: 'the ward stands elsewhere' };
	for (const record of records) {
		const from = replayed.get(record.id);
		if (from?.v !== record.v || !isSameJson(from.fields, record.fields))
			return { law: 'P12', what: `the log does not tell how ${record.id} came to be` };
	}
	return null;
}

export function checkOnce(world: World): Broken | null {
	const { changes, entries, asides } = world.office.ward.look();
	const all = new Map<string, number>();
	const applied = new Map<string, number>();
	for (const change of changes) {
		all.set(change.entry, (all.get(change.entry) ?? 0) + 1);
		if (change.record !== null) applied.set(change.entry, (applied.get(change.entry) ?? 0) + 1);
	}
	const aside = new Set(asides.map((one) => one.entry.id));
	for (const { entry, verdict } of entries) {
		const times = applied.get(entry.id) ?? 0;
		const isApplied = verdict.s !== 'held' && verdict.s !== 'quar';
		if (times !== (isApplied ? 1 : 0))
			return { law: 'P2', what: `${entry.id} (${verdict.s}) took effect ${times} times` };
		if (isApplied === aside.has(entry.id))
			return { law: 'P2', what: `${entry.id} (${verdict.s}) is not where it says` };
		// One step; two where it was held first.
		if ((all.get(entry.id) ?? 0) > 2) return { law: 'P2', what: `${entry.id} stands in the log too often` };
	}
	// What phones were told is what the ward keeps; only what was held may have moved on since. In another history the
	// ward may have taken it again, by another way.
	if (world.office.restores > 0) return null;
	const kept = new Map(entries.map((one) => [one.entry.id, one.verdict]));
	for (const phone of world.phones) {
		for (const { entry, verdict } of phone.look().outbox) {
			const now = kept.get(entry.id);
			if (!verdict || now?.seq === verdict.seq || verdict.why === 'entry.missingParent') continue;
			if (verdict.why === 'entry.idReuse') continue;
			return { law: 'P2', what: `phone ${phone.number} has another receipt for ${entry.id}` };
		}
	}
	return null;
}

/** A change of a field that humans decide was made by somebody who had seen the value that it replaced. */
export function checkUnseen(world: World): Broken | null {
	const { changes, entries } = world.office.ward.look();
	const kept = new Map(entries.map((one) => [one.entry.id, one]));
	const last = new Map<string, { v: number; cid: string; n: number }>();
	// Who wrote the same value knows it, whoever else wrote it too (rule E1).
	const wrote = (cid: string, n: number, record: string, field: string) =>
		entries
			.filter((one) => one.cid === cid && one.entry.n < n && one.entry.e === record)
			.map((one) => one.entry.p[field]);
	for (const { entry: id, record, table, v, before, after } of changes) {
		if (record === null || table === null) continue;
		const by = kept.get(id);
		const bv = by?.entry.bv ?? 0;
		const n = by?.entry.n ?? 0;
		const cid = by?.cid ?? '';
		for (const field of Object.keys(after)) {
			const key = `${record} ${field}`;
			const old = last.get(key);
			last.set(key, { v, cid, n });
			if (!old || old.v <= bv || (old.cid === cid && old.n < n)) continue;
			if (!(field in before) || policyOf(table, field, before[field], after[field]) !== 'human') continue;
			if (!wrote(cid, n, record, field).some((value) => isSameField(value, before[field])))
				return { law: 'P4', what: `${field} of ${record} was overwritten unseen by ${id}` };
		}
	}
	return null;
}

function isSameField(a: unknown, b: unknown): boolean {
	const indexOf = (value: unknown) => (value as { index?: string } | null | undefined)?.index;
	return isSameJson(a, b) || (indexOf(a) !== undefined && indexOf(a) === indexOf(b));
}
