// The laws of the world. P1 nothing saved is lost; P2 each entry takes effect once; P3 after healing phones and ward
// agree; P4 nothing that a human must decide is overwritten unseen; P5 no phone holds what it may not; P6 it ends (in
// world.ts); P7 versions never go back within a history, and W3 nor does a phone's mark; P8 the counter passes nothing
// over; P9 sums agree at rest; P10 the chain holds; P12 the log tells how the records came to be; P13 the same batch again
// changes nothing (office.ts); HP2 who is told of another history follows it; a history ends only where the ward's store
// was put back; and the figures equal a plain recount.

import { sumAreas } from '../../src/lib/sync/digest.ts';
import { SEALED, describeEntry } from '../../src/lib/sync/intake.ts';
import type { Entry, SealedBody } from '../../src/lib/sync/entry.ts';
import { canonicalText, isSameJson } from '../../src/lib/sync/json.ts';
import { isForEyesOf } from '../../src/lib/sync/record.ts';
import { parseMark } from '../../src/lib/sync/watermark.ts';
import type { PhoneDisk } from '../storage/memory-phone.ts';
import { checkFigures } from './figures-law.ts';
import { hash } from './house.ts';
import { checkLog, checkOnce, checkUnseen } from './log-laws.ts';
import type { World } from './world.ts';

export interface Broken {
	readonly law: string;
	readonly what: string;
}

interface Seen {
	readonly commits: number;
	readonly histories: number;
	readonly versions: Map<string, number>;
	/** The mark that the phone held, and in which history. */
	readonly epoch: string | null;
	readonly marked: number;
}

const seenOn = new WeakMap<PhoneDisk, Seen>();
const hashes = new WeakMap<Entry, string>();

function hashOf(entry: Entry): string {
	let known = hashes.get(entry);
	if (!known) hashes.set(entry, (known = hash(describeEntry(entry))));
	return known;
}

/** What must hold at every step; looks only at phones that changed since the last one. */
export function checkStep(world: World): Broken | null {
	const [breach] = world.office.breaches;
	if (breach) return breach;
	for (const phone of world.phones) {
		const { disk } = phone;
		const seen = seenOn.get(disk);
		if (seen?.commits === disk.commits) continue;
		const { records, state, outbox, unsettled } = phone.look();
		const versions = new Map<string, number>();
		const busy = new Set(outbox.filter((one) => one.state === 'open').map((one) => one.entry.e));
		// What was answered while the phone was locked leaves with the next open round.
		for (const id of unsettled) busy.add(id);
		const mayHold = state.scope && new Set(state.scope.areas.filter((area) => area.assigned).map((area) => area.id));
		for (const record of records) {
			if (mayHold && !mayHold.has(record.area) && !busy.has(record.id))
				return { law: 'P5', what: `phone ${phone.number} holds ${record.id} outside its scope` };
			const before = seen?.histories === phone.histories ? (seen.versions.get(record.id) ?? 0) : 0;
			// Version 0 is a copy that was forgotten (CP2): it shows no older version, and none may come after it.
			if (record.v > 0 && record.v < before)
				return { law: 'P7', what: `phone ${phone.number}: ${record.id} went back to version ${record.v}` };
			versions.set(record.id, Math.max(record.v, before));
		}
		const { epoch, wm } = state;
		const marked = parseMark(epoch ?? '', wm ?? '', world.office.tools)?.seq ?? 0;
		// What a phone knows of the ward is what tells a ward that lost steps: less of it may not take the place of more.
		if (seen?.histories === phone.histories && seen.epoch === epoch && marked < seen.marked)
			return { law: 'W3', what: `phone ${phone.number}: its mark went back from ${seen.marked} to ${marked}` };
		seenOn.set(disk, { commits: disk.commits, histories: phone.histories, versions, epoch, marked });
	}
	return checkTold(world);
}

/** Whoever was told of the ward's history follows it, refused or not: where no message is late, at every step. */
function checkTold({ told, phones }: World): Broken | null {
	if (told.size === 0) return null;
	for (const phone of phones) {
		for (const { disk } of [phone, ...phone.formers]) {
			const { cid, epoch } = disk.look().state;
			const heard = told.get(cid);
			if (heard !== undefined && heard !== epoch)
				return { law: 'HP2', what: `phone ${phone.number} was told of history ${heard} and follows ${epoch}` };
		}
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
		checkConflicts(world) ??
		checkAgreement(world, true) ??
		checkHistory(world) ??
		checkSecrets(world) ??
		checkFigures(world)
	);
}

function checkNothingLost(world: World): Broken | null {
	const { entries, asides } = world.office.ward.look();
	const kept = new Set(entries.map((one) => one.hash));
	const { rolledBack } = world.office;
	const reused = new Set(world.phones.flatMap((phone) => [...phone.reused]));
	for (const phone of world.phones) {
		for (const entry of phone.saved) {
			const { id } = entry;
			// Nobody can bring back what a phone never sent and then lost with everything on it, nor what it lost after
			// the ward had it and then lost it too.
			if (phone.neverSent.has(id) || (phone.gone.has(id) && rolledBack.has(id))) continue;
			if (reused.has(id) && world.office.restores > 0) continue;
			const closed = phone.foreign.get(id);
			if (!kept.has(hashOf(entry)) && !(closed && kept.has(hashOf(close(entry, closed)))))
				return { law: 'P1', what: `${entry.k} ${id} of phone ${phone.number} was saved and never arrived` };
		}
		for (const { disk } of [phone, ...phone.formers]) {
			const open = disk.look().outbox.filter((one) => one.state === 'open');
			if (open.length > 0) return { law: 'P6', what: `phone ${phone.number} still holds ${open.length} entries` };
		}
	}
	const there = new Set(world.office.ward.look().records.map((record) => record.id));
	const missed = asides.find((aside) => aside.parent !== null && there.has(aside.parent));
	if (missed) return { law: 'P2', what: `${missed.entry.id} waits for a record that is there` };
	return null;
}

/** The entry as the ward keeps it when it cannot open it. */
function close(entry: Entry, body: SealedBody): Entry {
	return { ...entry, p: { [SEALED]: body } };
}

/** Whoever is told of a conflict finds it at the desk, field by field. */
function checkConflicts(world: World): Broken | null {
	const { entries, conflicts } = world.office.ward.look();
	const known = new Set(conflicts.map(({ entry, field }) => `${entry} ${field}`));
	for (const { entry, verdict } of entries) {
		const missing = verdict.cf?.find((field) => !known.has(`${entry.id} ${field}`));
		if (missing) return { law: 'P4', what: `the desk never hears of ${missing} in ${entry.id}` };
	}
	return null;
}

/** Every history but the first was begun by a restore, never by a mark that the ward did not make. */
function checkHistory({ office: { epochs, restores } }: World): Broken | null {
	if (epochs.size - 1 > restores) return { law: 'HS2', what: `${epochs.size} histories after ${restores} restores` };
	return null;
}

/** `isCompared`: the daily comparison has been here, so that nothing is left that the ward has not. */
export function checkAgreement(world: World, isCompared: boolean): Broken | null {
	const { records, ward } = world.office.ward.look();
	for (const phone of world.phones) {
		const assigned = world.office.assigned[phone.number] ?? new Set();
		const there = records.filter((record) => assigned.has(record.area));
		const { records: held, state } = phone.look();
		const here = new Map(held.map((record) => [record.id, record]));
		const at = `phone ${phone.number}`;
		if (state.scope?.hash !== world.office.scopeOf(phone.number).hash)
			return { law: 'P3', what: `${at} has an old scope` };
		if (state.cur > ward.seq) return { law: 'P8', what: `${at} is ahead of the ward` };
		for (const record of there) {
			const copy = here.get(record.id);
			if (!copy) return { law: 'P8', what: `${at} never got ${record.id} of change ${record.seq}` };
			// of what is gone, or not for its volunteer's eyes, a phone hears nothing that it said
			const isSaid = !record.deleted && isForEyesOf(record, phone.volunteer);
			const base = isSaid ? world.office.protection.reveal(record.table, record.fields) : {};
			const isAlike = copy.v === record.v && copy.area === record.area && copy.deleted === record.deleted;
			const isSame = isAlike && isSameJson(copy.base, base);
			if (!isSame) return { law: 'P3', what: `${at} holds ${canonicalText(copy)}, the ward ${canonicalText(record)}` };
			if (!isSameJson(copy.fields, copy.base))
				return { law: 'P3', what: `${at} shows another ${record.id} than it has` };
		}
		if (!isCompared) continue;
		const known = new Set(there.map((record) => record.id));
		const extra = held.find((record) => !known.has(record.id) && (record.v > 0 || Object.keys(record.base).length > 0));
		if (extra) return { law: 'P3', what: `${at} holds ${extra.id}, which the ward has not` };
		const areas = [...assigned];
		const copies = held.filter((record) => record.v > 0);
		if (!isSameJson(sumAreas(copies, areas), sumAreas(there, areas)))
			return { law: 'P9', what: `${at} has other sums than the ward` };
	}
	return null;
}

/** No whole number anywhere but in the outbox of the phone that captured it. */
function checkSecrets(world: World): Broken | null {
	const isNumber = /"000\d{9}"/;
	if (isNumber.test(JSON.stringify(world.office.ward.look())))
		return { law: 'secret', what: 'the ward keeps a bare number' };
	for (const phone of world.phones) {
		const settled = phone.look().records.filter((record) => record.v > 0);
		if (isNumber.test(JSON.stringify(settled)))
			return { law: 'secret', what: `phone ${phone.number} keeps a number that the ward has` };
	}
	return null;
}
