// The laws of the world. P1 nothing saved is lost; P2 each entry takes effect once; P3 after healing phones and ward
// agree; P4 nothing that a human must decide is overwritten unseen; P5 no phone holds what it may not; P6 it ends (in
// world.ts); P7 versions never go back; P8 the counter passes nothing over; P10 the chain holds; P12 the log tells how
// the records came to be; and the figures equal a plain recount.

import type { Household } from '../../src/lib/domain/household.ts';
import type { Person } from '../../src/lib/domain/person.ts';
import { countFigures, type Figures } from '../../src/lib/domain/report.ts';
import type { Visit } from '../../src/lib/domain/visit.ts';
import type { Entry } from '../../src/lib/sync/entry.ts';
import { canonicalText, isSameJson } from '../../src/lib/sync/json.ts';
import { chainHead } from '../../src/lib/sync/ledger.ts';
import { policyOf } from '../../src/lib/sync/policy.ts';
import { applyChanges, type Fields, type PhoneRecord, type WardRecord } from '../../src/lib/sync/record.ts';
import { describeEntry } from '../../src/lib/sync/intake.ts';
import { hash } from './house.ts';
import type { Phone } from './phone.ts';
import type { World } from './world.ts';

export interface Broken {
	readonly law: string;
	readonly what: string;
}

const seenVersions = new WeakMap<Phone, { commits: number; versions: Map<string, number> }>();
const hashes = new WeakMap<Entry, string>();

function hashOf(entry: Entry): string {
	let known = hashes.get(entry);
	if (!known) hashes.set(entry, (known = hash(describeEntry(entry))));
	return known;
}

/** What must hold at every step; looks only at phones that changed since the last one. */
export function checkStep(world: World): Broken | null {
	const stray = world.strays[0];
	if (stray) return { law: 'P5', what: `row ${stray.id} went down outside its scope` };
	for (const phone of world.phones) {
		const seen = seenVersions.get(phone);
		if (seen?.commits === phone.disk.commits) continue;
		const { records, state, outbox } = phone.look();
		const versions = new Map<string, number>();
		const open = new Set(outbox.filter((one) => one.state === 'open').map((one) => one.entry.e));
		const mayHold = state.scope && new Set(state.scope.areas.filter((area) => area.assigned).map((area) => area.id));
		for (const record of records) {
			if (mayHold && !mayHold.has(record.area) && !open.has(record.id))
				return { law: 'P5', what: `phone ${phone.number} holds ${record.id} outside its scope` };
			if (record.v < (seen?.versions.get(record.id) ?? 0))
				return { law: 'P7', what: `phone ${phone.number}: ${record.id} went back to version ${record.v}` };
			versions.set(record.id, record.v);
		}
		seenVersions.set(phone, { commits: phone.disk.commits, versions });
	}
	return null;
}

/** What must hold once everything is quiet. */
export function checkEnd(world: World): Broken | null {
	return (
		checkNothingLost(world) ??
		checkLog(world) ??
		checkOnce(world) ??
		checkUnseen(world) ??
		checkAgreement(world) ??
		checkSecrets(world) ??
		checkFigures(world)
	);
}

function checkNothingLost(world: World): Broken | null {
	const { entries, asides } = world.ward.look();
	const kept = new Set(entries.map((one) => one.hash));
	for (const phone of world.phones) {
		for (const entry of phone.saved) {
			if (!kept.has(hashOf(entry))) return { law: 'P1', what: `${entry.k} ${entry.id} was saved and never arrived` };
		}
		const open = phone.look().outbox.filter((one) => one.state === 'open');
		if (open.length > 0) return { law: 'P6', what: `phone ${phone.number} still holds ${open.length} entries` };
	}
	const there = new Set(world.ward.look().records.map((record) => record.id));
	const missed = asides.find((aside) => aside.parent !== null && there.has(aside.parent));
	if (missed) return { law: 'P2', what: `${missed.entry.id} waits for a record that is there` };
	return null;
}

/** The log has no holes, its chain can be recomputed, and replaying it gives the records. */
function checkLog(world: World): Broken | null {
	const { ward, changes, entries, records } = world.ward.look();
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

function checkOnce(world: World): Broken | null {
	const { changes, entries, asides } = world.ward.look();
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
	// What phones were told is what the ward keeps; only what was held may have moved on since.
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
function checkUnseen(world: World): Broken | null {
	const { changes, entries } = world.ward.look();
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

function checkAgreement(world: World): Broken | null {
	const { records, ward } = world.ward.look();
	for (const phone of world.phones) {
		const assigned = world.assigned[phone.number] ?? new Set();
		const there = records.filter((record) => assigned.has(record.area));
		const { records: held, state } = phone.look();
		const here = new Map(held.map((record) => [record.id, record]));
		const at = `phone ${phone.number}`;
		if (state.scope?.hash !== world.scopeOf(phone.number).hash) return { law: 'P3', what: `${at} has an old scope` };
		if (state.cur > ward.seq) return { law: 'P8', what: `${at} is ahead of the ward` };
		for (const record of there) {
			const copy = here.get(record.id);
			if (!copy) return { law: 'P8', what: `${at} never got ${record.id} of change ${record.seq}` };
			const base = world.protection.reveal(record.table, record.fields);
			const isSame = copy.v === record.v && copy.area === record.area && isSameJson(copy.base, base);
			if (!isSame) return { law: 'P3', what: `${at} holds ${canonicalText(copy)}, the ward ${canonicalText(record)}` };
			if (!isSameJson(copy.fields, copy.base))
				return { law: 'P3', what: `${at} shows another ${record.id} than it has` };
		}
		const known = new Set(there.map((record) => record.id));
		const extra = held.find((record) => !known.has(record.id) && record.v > 0);
		if (extra) return { law: 'P3', what: `${at} holds ${extra.id}, which the ward has not` };
	}
	return null;
}

/** No whole number anywhere but in the outbox of the phone that captured it. */
function checkSecrets(world: World): Broken | null {
	const isNumber = /"000\d{9}"/;
	if (isNumber.test(JSON.stringify(world.ward.look()))) return { law: 'secret', what: 'the ward keeps a bare number' };
	for (const phone of world.phones) {
		const settled = phone.look().records.filter((record) => record.v > 0);
		if (isNumber.test(JSON.stringify(settled)))
			return { law: 'secret', what: `phone ${phone.number} keeps a number that the ward has` };
	}
	return null;
}

interface Shelf {
	readonly households: Household[];
	readonly people: Person[];
	readonly visits: Visit[];
}

function shelve(records: readonly (Pick<WardRecord, 'table' | 'id'> & { fields: Fields })[]): Shelf {
	const of = (table: string): unknown[] =>
		records.filter((record) => record.table === table).map((record) => ({ id: record.id, ...record.fields }));
	return {
		households: of('household') as Household[],
		people: of('person') as Person[],
		visits: of('visit') as Visit[]
	};
}

function checkFigures(world: World): Broken | null {
	const { records } = world.ward.look();
	for (const area of world.areas) {
		const { households, people, visits } = shelve(records.filter((record) => record.area === area));
		const figures = countFigures(households, people, visits);
		const recount = recountFigures(records, area);
		if (!isSameJson(figures, recount))
			return { law: 'report', what: `${JSON.stringify(figures)} is not ${JSON.stringify(recount)}` };
		for (const phone of world.phones) {
			if (!world.assigned[phone.number]?.has(area)) continue;
			const isReceived = (record: PhoneRecord) => record.area === area && record.v > 0;
			const here = shelve(phone.look().records.filter(isReceived));
			const seen = countFigures(here.households, here.people, here.visits);
			if (!isSameJson(seen, figures)) return { law: 'report', what: `phone ${phone.number} counts differently` };
		}
	}
	return checkCounts(world);
}

/** Records equal what people did: every creation that the ward took stands there once, and nothing else does. */
function checkCounts(world: World): Broken | null {
	const { records, entries } = world.ward.look();
	const taken = entries.filter((one) => one.verdict.s !== 'quar' && one.verdict.s !== 'held');
	const made = taken.filter(({ entry }) => /create|add$/.test(entry.k) && !/^review/.test(entry.k));
	const ids = new Set(made.map(({ entry }) => entry.e));
	if (made.length !== records.length || records.some((record) => !ids.has(record.id)))
		return { law: 'report', what: `${made.length} were brought in and ${records.length} are there` };
	return null;
}

const ISSUED = ['l1Approved', 'l2Approved'];
const ACTIVE = ['l1Active', 'l2Active'];
const SUCCESS = ['l1LoggedIn', 'l2LoggedIn'];

/** By hand, one record after the other, on purpose without the code that it checks. */
function recountFigures(records: readonly WardRecord[], area: string): Figures {
	const count = {
		households: 0,
		householdsInformed: 0,
		registered: 0,
		present: 0,
		issued: 0,
		activated: 0,
		success: 0,
		successDeclared: 0,
		scamWarnings: 0
	};
	for (const { table, id, area: at, fields } of records) {
		if (at !== area) continue;
		if (table === 'household') {
			count.households += 1;
			const isInformed = records.some(
				(one) => one.table === 'visit' && one.fields.household === id && one.fields.outcome !== 'nobodyHome'
			);
			if (isInformed) count.householdsInformed += 1;
		}
		if (table !== 'person') continue;
		const standing = fields.standing as { state: string; evidence: string } | undefined;
		if (fields.presence === 'deceased' || standing?.state === 'moved') continue;
		count.registered += 1;
		if (fields.presence === 'home' || fields.presence === 'newcomer') count.present += 1;
		if (!standing) continue;
		const counts = standing.evidence !== 'declared';
		const isSuccess = SUCCESS.includes(standing.state);
		if (isSuccess) count[counts ? 'success' : 'successDeclared'] += 1;
		if (counts && (isSuccess || ACTIVE.includes(standing.state))) count.activated += 1;
		if (counts && [...ISSUED, ...ACTIVE, ...SUCCESS].includes(standing.state)) count.issued += 1;
	}
	return count;
}
