// Weakened rules, planted around the engine: each takes one promise away, as some library or some hurry would, and a
// world that does not notice is not worth running. The engine itself has no switches.

import type { EntryId, RecordId } from '../../src/lib/domain/id.ts';
import { fail, succeed } from '../../src/lib/domain/problem.ts';
import type {
	PostedEntry,
	PullAnswer,
	PullRequest,
	PushAnswer,
	PushBatch,
	Standing,
	Verdict
} from '../../src/lib/sync/entry.ts';
import type { Answer, PhoneStore, PhoneTx, WardLink } from '../../src/lib/sync/phone-port.ts';
import type { PhoneRecord } from '../../src/lib/sync/record.ts';
import type { KeptEntry, WardState, WardTx } from '../../src/lib/sync/ward-port.ts';
import type { WardTools } from '../../src/lib/sync/ward.ts';
import { encodeMark, parseMark } from '../../src/lib/sync/watermark.ts';
import { POISON } from './house.ts';
import { WAYS } from './network.ts';
import type { Random } from './random.ts';

type Said = Pick<Standing, 'epoch' | 'wm'>;

export interface Mutant {
	store?(tab: PhoneStore): PhoneStore;
	link?(link: WardLink, tab: PhoneStore): WardLink;
	wardTx?(tx: WardTx, random: Random): WardTx;
	tools?(tools: WardTools): WardTools;
	/** What the ward makes of the mark that a phone shows. */
	hear?(said: Said, ward: WardState, tools: WardTools): Said;
	/** How many commits a power cut takes back; a browser with relaxed durability promises before it writes. */
	readonly lostCommits?: number;
	/** Entries that the ward takes for repeats of others. */
	push?(batch: PushBatch, kept: readonly KeptEntry[]): readonly PostedEntry[];
	readonly trustsBundles?: boolean;
	readonly appliesDeposits?: boolean;
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

type Asked = Standing & { cur?: number; scope?: string | null };

/** Every question goes through `change`, both ways. */
function through(
	link: WardLink,
	change: (ask: (request: Asked) => Promise<Answer<unknown>>, request: Asked, way: string) => Promise<Answer<unknown>>
): WardLink {
	const ask = link as unknown as Record<string, (request: Asked) => Promise<Answer<unknown>>>;
	return Object.fromEntries(
		WAYS.map((way) => [way, (request: Asked) => change(ask[way]!, request, way)])
	) as unknown as WardLink;
}

/** After the answer the request is made to look as if it had been asked just now: no answer is ever late. */
async function backdate(tab: PhoneStore, request: Asked, isPage: boolean): Promise<void> {
	const { epoch, wm, cur, scope, fills } = await tab.transact((tx) => tx.readState());
	const page = isPage && !(request as PullRequest).fill ? { cur, scope: scope?.hash ?? null } : {};
	const fill = isPage && (request as PullRequest).fill && fills[0];
	Object.assign(request, { epoch, wm, ...page, ...(fill ? { cur: fill.cur, fill: { ...fill, cur: undefined } } : {}) });
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
			async push(batch): Promise<Answer<PushAnswer>> {
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
				if (!answer.ok && /badRequest|tooLarge|unauthorized|revoked/.test(answer.problem.code))
					await closeAll(tab, batch);
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
	/** An area that is added is read from where the phone stands. */
	noBackfill: {
		store: (tab) => replaceTx(tab, (tx) => ({ writeState: (changes) => tx.writeState({ ...changes, fills: [] }) })),
		// The daily comparison would find it.
		link: (link) => ({ ...link, digest: async () => fail('net.busy') })
	},
	/** Copies are never compared. */
	noComparison: { link: (link) => ({ ...link, digest: async () => fail('net.busy') }) },
	/** Numbers are kept as they came. */
	plainNumbers: {
		tools: (tools) => ({ ...tools, protection: { ...tools.protection, protect: async (fields) => fields } })
	},
	/** When the ward's history is another one, the phone clears what it has. */
	wipeOnNewHistory: {
		store: (tab) =>
			replaceTx(tab, (tx) => ({
				async writeState(changes) {
					if (changes.reconcileAfter === 0) {
						for (const { id } of await tx.listPosted(0, 1e6)) await tx.closeEntry({ id, s: 'ok', seq: 1, v: 1 }, 0);
						await tx.dropRetained(Number.MAX_SAFE_INTEGER);
					}
					await tx.writeState(changes);
				}
			}))
	},
	/** What was acknowledged is not kept. */
	noRetained: { store: (tab) => replaceTx(tab, () => ({ listRetained: async () => [] })) },
	/** A change of what somebody deleted is lost without a word. */
	editsOfDeletedVanish: {
		wardTx: (tx) =>
			replace(tx, {
				addConflict: async (conflict) => {
					if (conflict.field !== 'deleted') await tx.addConflict(conflict);
				}
			})
	},
	/** Whom the ward refuses hears nothing of its history. */
	refusedHearNothing: {
		link: (link) =>
			through(link, async (ask, request) => {
				const answer = await ask(request);
				return answer.ok ? answer : { ok: false, problem: answer.problem };
			})
	},
	/** Storage says that it wrote before it did. */
	relaxedDurability: { lostCommits: 3 },
	/** Repeats are known by the phone's number, not by the entry's id, on storage that promises too early. */
	dedupeByNumber: {
		lostCommits: 3,
		push: (batch, kept) =>
			batch.entries.filter(({ id, n }) =>
				kept.some((one) => one.cid === batch.cid && one.entry.n === n && one.entry.id !== id)
			)
	},
	/** No mark is shown to the ward. */
	noMark: { hear: (said) => ({ ...said, wm: null }) },
	/** Only the counter is compared, not the chain. */
	markIsCounter: {
		hear: (said, ward, tools) => {
			const mark = parseMark(said.epoch ?? '', said.wm ?? '', tools);
			return mark && mark.seq <= ward.seq ? { ...said, wm: null } : said;
		}
	},
	/** The mark of the last page that came down, not of the last answer. */
	markOfPagesOnly: {
		link: (link) => {
			let seen: string | null = null;
			return through(link, async (ask, request, way) => {
				const answer = await ask({ ...request, wm: seen });
				if (way === 'pull' && answer.ok) seen = (answer.value as PullAnswer).wm;
				return answer;
			});
		}
	},
	/** What is kept aside stands outside the chain. */
	chainOfRowsOnly: {
		tools: (tools) => ({
			...tools,
			hash: (text) => {
				const [head, , record, v, ...rest] = text.split('|');
				return rest.length === 1 && record === '' && v === '0' ? head!.padEnd(32, '0') : tools.hash(text);
			}
		})
	},
	/** Answers to what was asked long ago are believed. */
	lateAnswers: {
		link: (link, tab) =>
			through(link, async (ask, request, way) => {
				const answer = await ask(request);
				if (way !== 'pull') await backdate(tab, request, false);
				return answer;
			})
	},
	/** Late pages too. */
	lateAnswersAndPages: {
		link: (link, tab) =>
			through(link, async (ask, request, way) => {
				const answer = await ask(request);
				await backdate(tab, request, way === 'pull');
				return answer;
			})
	},
	/** After a new history nothing is asked after. */
	noReconcile: {
		store: (tab) =>
			replaceTx(tab, (tx) => ({
				writeState: (changes) =>
					tx.writeState(changes.reconcileAfter === 0 ? { ...changes, reconcileAfter: null } : changes)
			}))
	},
	/** Whatever looks like a mark is believed to be the ward's. */
	forgedMarks: {
		hear: (said, ward, tools) => {
			const isForged = said.epoch === ward.epoch && said.wm !== null && !parseMark(said.epoch, said.wm, tools);
			// A counter that nobody reached, under a true name: what believing the forged one comes to.
			return isForged ? { ...said, wm: encodeMark(ward.epoch, { seq: ward.seq + 1, head: '' }, tools) } : said;
		}
	},
	/** What left an area is not told. */
	noExits: {
		wardTx: (tx) => replace(tx, { listExits: async () => [] }),
		link: (link) => ({ ...link, digest: async () => fail('net.busy') })
	},
	/** A bundle is taken without looking at its signature. */
	trustedBundles: { trustsBundles: true },
	/** What a phone hands in that was shut out is written like anything else. */
	appliedDeposits: { appliesDeposits: true },
	/** A verdict closes whatever waits, not its own entry. */
	verdictClosesOldest: {
		store: (tab) =>
			replaceTx(tab, (tx) => ({
				async closeEntry(verdict, at, isUnsettled) {
					const [oldest] = await tx.listPosted(0, 1);
					const id: EntryId = oldest?.id ?? verdict.id;
					return tx.closeEntry({ ...verdict, id }, at, isUnsettled);
				}
			}))
	},
	/** Rows are taken whatever version is there already, and no comparison mends it. */
	olderRowsWin: {
		store: (tab) =>
			replaceTx(tab, (tx) => ({
				async readRecord(id) {
					const record = await tx.readRecord(id);
					return record && { ...record, v: 0 };
				}
			}))
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
