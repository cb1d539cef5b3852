// Weakened rules, planted around the engine: each takes one promise away, as some library or some hurry would, and a
// world that does not notice is not worth running. The engine itself has no switches.

import type { RecordId } from '../../src/lib/domain/id.ts';
import { fail, succeed, type Result } from '../../src/lib/domain/problem.ts';
import type { PushAnswer, PushBatch, Verdict } from '../../src/lib/sync/entry.ts';
import type { PhoneStore, PhoneTx, WardLink } from '../../src/lib/sync/phone-port.ts';
import type { PhoneRecord } from '../../src/lib/sync/record.ts';
import type { WardTx } from '../../src/lib/sync/ward-port.ts';
import type { WardTools } from '../../src/lib/sync/ward.ts';
import { POISON } from './house.ts';
import type { Random } from './random.ts';

export interface Mutant {
	store?(tab: PhoneStore): PhoneStore;
	link?(link: WardLink, tab: PhoneStore): WardLink;
	wardTx?(tx: WardTx, random: Random): WardTx;
	tools?(tools: WardTools): WardTools;
}

/** A port with some of its methods replaced; the others keep working on the original. */
export function replace<Port extends object>(port: Port, methods: Partial<Port>): Port {
	return new Proxy(port, {
		get(target, name) {
			const own = (methods as Record<string | symbol, unknown>)[name];
			if (own) return own;
			const value = (target as Record<string | symbol, unknown>)[name];
			return typeof value === 'function' ? value.bind(target) : value;
		}
	});
}

function replaceTx(tab: PhoneStore, methods: (tx: PhoneTx) => Partial<PhoneTx>): PhoneStore {
	return { transact: (work) => tab.transact((tx) => work(replace(tx, methods(tx)))) };
}

const accepted = (batch: PushBatch): Verdict[] => batch.entries.map(({ id }) => ({ id, s: 'ok', seq: 1, v: 1 }));

async function closeAll(tab: PhoneStore, batch: PushBatch): Promise<void> {
	await tab.transact(async (tx) => {
		for (const verdict of accepted(batch)) await tx.closeEntry(verdict, batch.now);
	});
}

export const MUTANTS: Record<string, Mutant> = {
	/** An entry counts as done once it was sent. */
	dropOnSend: {
		link: (link, tab) => ({
			...link,
			async push(batch) {
				await closeAll(tab, batch);
				return link.push(batch);
			}
		})
	},
	/** Whatever comes back with a body counts as an answer, a captive portal's page included. */
	ackOnAnyAnswer: {
		link: (link) => ({
			...link,
			async push(batch): Promise<Result<PushAnswer>> {
				const answer = await link.push(batch);
				if (answer.ok || answer.problem.code !== 'net.notWard') return answer;
				const { epoch, wm, now } = batch;
				return succeed({ epoch: epoch ?? '', wm: wm ?? '', now, res: accepted(batch) });
			}
		})
	},
	/** A refusal takes the whole batch out of the outbox. */
	dropOnRefusal: {
		link: (link, tab) => ({
			...link,
			async push(batch) {
				const answer = await link.push(batch);
				if (!answer.ok && /badRequest|tooLarge/.test(answer.problem.code)) await closeAll(tab, batch);
				return answer;
			}
		})
	},
	/** The counter is written in a step of its own, before the rows. */
	cursorBeforeRows: { store: (tab) => ({ transact: (work) => transactInTwo(tab, work) }) },
	/** The ward does not remember what it took. */
	noDedupe: { wardTx: (tx) => replace(tx, { readEntry: async () => null }) },
	/** One bad entry fails its whole batch. */
	poisonFailsBatch: {
		tools: (tools) => ({
			...tools,
			hash(text) {
				if (text.includes(POISON)) throw new Error('planted: one bad entry fails the batch');
				return tools.hash(text);
			}
		})
	},
	/** What was held is never looked at again. */
	forgetHeld: { wardTx: (tx) => replace(tx, { listHeldFor: async () => [] }) },
	/** Counters are handed out before commit, as by a sequence: a row may appear behind a counter that was read. */
	lateRows: {
		wardTx: (tx, random) =>
			replace(tx, {
				async listRecords(areas, afterSeq, most) {
					const rows = await tx.listRecords(areas, afterSeq, most);
					return random.happens(0.3) ? rows.slice(0, -1) : rows;
				}
			})
	},
	/** The last to come wins, whatever they had seen. */
	lastWriteWins: {
		wardTx: (tx) =>
			replace(tx, {
				async readRecord(id) {
					const record = await tx.readRecord(id);
					return record && { ...record, fver: {} };
				}
			})
	},
	/** What left the scope stays on the phone. */
	noPurge: { store: (tab) => replaceTx(tab, () => ({ removeRecord: async () => {} })) },
	/** An area that is added is read from where the phone stands; the comparison of copies, which would mend it, is off. */
	noBackfill: {
		store: (tab) => replaceTx(tab, (tx) => ({ writeState: (changes) => tx.writeState({ ...changes, fills: [] }) })),
		link: (link) => ({ ...link, digest: async () => fail('net.busy') })
	},
	/** Numbers are kept as they came. */
	plainNumbers: {
		tools: (tools) => ({ ...tools, protection: { ...tools.protection, protect: async (fields) => fields } })
	}
};

/** Commits a page's counter first and its rows after it; everything else in one step, as it should be. */
async function transactInTwo<Value>(tab: PhoneStore, work: (tx: PhoneTx) => Promise<Value>): Promise<Value> {
	const rows = new Map<RecordId, PhoneRecord>();
	let isPage = false;
	const flush = async (tx: PhoneTx) => {
		for (const record of rows.values()) await tx.writeRecord(record);
	};
	const value = await tab.transact(async (tx) => {
		const value = await work(
			replace(tx, {
				readRecord: async (id) => rows.get(id) ?? tx.readRecord(id),
				async writeRecord(record) {
					rows.set(record.id, record);
				},
				async writeState(changes) {
					isPage ||= changes.cur !== undefined;
					await tx.writeState(changes);
				}
			})
		);
		if (!isPage) await flush(tx);
		return value;
	});
	if (isPage) await tab.transact(flush);
	return value;
}
