// The ward's office: its store, the phones that it knows, who works where, copies of all that, and the doors through which
// phones come, one transaction each, as the server's wing holds them (history first, then whether the phone may).

import type { AreaId, EntryId } from '../../src/lib/domain/id.ts';
import { LIMIT } from '../../src/lib/domain/limit.ts';
import { fail, problem, succeed, type ProblemCode } from '../../src/lib/domain/problem.ts';
import type {
	Bundle,
	CarryRequest,
	DigestRequest,
	PostedEntry,
	PullRequest,
	PushAnswer,
	PushBatch,
	ReconcileRequest,
	Verdict
} from '../../src/lib/sync/entry.ts';
import type { Scope, WardKeys } from '../../src/lib/sync/scope.ts';
import type { Answer } from '../../src/lib/sync/phone-port.ts';
import { compareSums, findMissing } from '../../src/lib/sync/reconcile.ts';
import type { Row } from '../../src/lib/sync/record.ts';
import type { Sender, WardState, WardTx } from '../../src/lib/sync/ward-port.ts';
import { pushEntries, readPage, type WardTools } from '../../src/lib/sync/ward.ts';
import { beginEpoch, decideHistory, describeStanding, isTooOld } from '../../src/lib/sync/watermark.ts';
import { Crashed, MemoryWard } from '../storage/memory-ward.ts';
import { hash, makeProtection, makeTools, playSign, wardKeys, KIDS } from './house.ts';
import type { Broken } from './laws.ts';
import { replace, type Mutant } from './mutants.ts';
import type { Way } from './network.ts';
import type { Random } from './random.ts';

/** A phone as the ward knows it. */
export interface Device {
	readonly id: string;
	/** Number of the volunteer whose it is. */
	readonly owner: number;
	/** Every client that wrote under this name: a lost store begins a new one. */
	readonly cids: string[];
	revokedAt: number | null;
	freshSeq: number;
	deposited: number;
}

/** So many commits a replica may be behind, and one more. */
export const TRAIL = 4;

/** A copy of everything that the office keeps, and when it was made. */
export interface Copy {
	readonly at: number;
	readonly store: string;
	readonly house: string;
}

export interface OfficeTools {
	readonly random: Random;
	readonly now: () => number;
	readonly newId: () => string;
	readonly areas: readonly AreaId[];
	readonly volunteers: readonly string[];
	readonly mutant: Mutant;
	/** A replica follows the store, a few commits behind. */
	readonly isReplicated: boolean;
	count(what: string, times?: number): void;
	/** The problem with which a request of this seed is refused before the ward looks at it. */
	refuses(way: Way, body: { readonly entries?: readonly PostedEntry[] }): ProblemCode | null;
}

export class Office {
	readonly ward: MemoryWard;
	readonly protection = makeProtection();
	devices = new Map<string, Device>();
	/** Areas of each volunteer. */
	assigned: Set<AreaId>[] = [];
	copies: Copy[] = [];
	keys: WardKeys = wardKeys(KIDS[0]);
	/** Broken promises that only the door sees. */
	readonly breaches: Broken[] = [];
	/** Entries that a restore took out of the store. */
	readonly rolledBack = new Set<EntryId>();
	restores = 0;
	declared = 0;
	/** What the last commits left, the youngest at the end. */
	readonly #trail: Copy[] = [];
	readonly #tools: OfficeTools;
	/** Names of all histories that the store ever had. */
	readonly epochs = new Set<string>();

	constructor(tools: OfficeTools) {
		this.#tools = tools;
		this.ward = new MemoryWard(tools.newId());
		this.epochs.add(this.ward.state.epoch);
	}

	get tools(): WardTools {
		const tools = makeTools(this.protection, this.#tools.now(), this.#tools.newId);
		return this.#tools.mutant.tools?.(tools) ?? tools;
	}

	async transact<Value>(work: (tx: WardTx) => Promise<Value>): Promise<Value> {
		const { mutant, random, isReplicated } = this.#tools;
		const value = await this.ward.transact((tx) => {
			const honest = replace(tx, {
				// What left before the mark is no longer kept anywhere.
				listExits: async (areas, afterSeq, most) => {
					const { minSeq } = await tx.readWard();
					return (await tx.listExits(areas, afterSeq, most)).filter((exit) => exit.seq >= minSeq);
				}
			});
			return work(mutant.wardTx?.(honest, random) ?? honest);
		});
		if (isReplicated) this.#trail.push(this.#copyAll());
		if (this.#trail.length > TRAIL) this.#trail.shift();
		return value;
	}

	join(owner: number, device: string, cid: string): Device {
		const joined = { id: device, owner, cids: [cid], revokedAt: null, freshSeq: 0, deposited: 0 };
		this.devices.set(device, joined);
		return joined;
	}

	revoke(device: string): void {
		const found = this.devices.get(device);
		if (found) found.revokedAt ??= this.#tools.now();
	}

	keepCopy(): void {
		this.copies.push(this.#copyAll());
	}

	#copyAll(): Copy {
		const house = { devices: [...this.devices], assigned: this.assigned.map((areas) => [...areas]) };
		return { at: this.#tools.now(), store: this.ward.copy(), house: JSON.stringify(house) };
	}

	/** A replica that lacks the last commits takes over, and nobody says so; false where none is behind. */
	async failOver(commits: number): Promise<boolean> {
		const copy = this.#trail.at(-1 - commits);
		if (!copy) return false;
		this.#trail.length = 0;
		await this.putBack(copy, false);
		return true;
	}

	/** Puts an older copy in the store's place; `isDeclared`: the operator says so, as `npm run ward` does. */
	async putBack({ store, house }: Copy, isDeclared: boolean): Promise<void> {
		const before = this.ward.look().entries.map((one) => one.entry.id);
		this.ward.putBack(store);
		const { devices, assigned } = JSON.parse(house);
		this.devices = new Map(devices);
		this.assigned = assigned.map((areas: AreaId[]) => new Set(areas));
		this.restores += 1;
		const after = new Set(this.ward.look().entries.map((one) => one.entry.id));
		for (const id of before) if (!after.has(id)) this.rolledBack.add(id);
		if (!isDeclared) return;
		this.declared += 1;
		await this.ward.transact((tx) => beginEpoch(tx, { kind: 'restore', told: null }, this.tools));
		this.epochs.add(this.ward.state.epoch);
	}

	scopeOf(owner: number): Scope {
		const assigned = this.assigned[owner] ?? new Set();
		const areas = this.#tools.areas.map((id, i) => ({
			id,
			parent: null,
			kind: 'quarter',
			name: `Khu phố ${i + 1}`,
			aliases: [],
			assigned: assigned.has(id)
		}));
		return {
			hash: hash(JSON.stringify([areas, this.keys])),
			ward: { id: this.#tools.areas[0]!, name: 'Phường Thử' },
			volunteer: { id: this.#tools.volunteers[owner]!, name: 'Người Thử', role: 'volunteer' },
			areas,
			keys: this.keys
		};
	}

	/** One request of a phone, from its text to the answer's. */
	async serve(caller: string, way: Way, text: string): Promise<Answer<string>> {
		let body: never;
		try {
			body = JSON.parse(text) as never;
		} catch {
			return fail('net.badRequest');
		}
		const refused = this.#tools.refuses(way, body);
		if (refused) return fail(refused);
		try {
			const answer = await this.#admit(caller, way, body);
			if (way === 'push' && answer.ok && this.#tools.random.happens(0.1))
				await this.#pushTwice(caller, body, answer.value);
			return answer.ok ? succeed(JSON.stringify(answer.value)) : answer;
		} catch (error) {
			if (!(error instanceof Crashed) && !this.#tools.mutant.tools) throw error;
			return fail('net.busy');
		} finally {
			this.epochs.add(this.ward.state.epoch);
		}
	}

	/** Law P13: the same again changes nothing and says the same. */
	async #pushTwice(caller: string, batch: never, first: object): Promise<void> {
		const before = this.ward.look().ward;
		const again = await this.#admit(caller, 'push', batch);
		this.#tools.count('pushedTwice');
		const seqs = (answer: object) => (answer as PushAnswer).res.map(({ id, seq }) => `${id} ${seq}`).join();
		if (!again.ok || seqs(again.value) !== seqs(first) || this.ward.look().ward.seq !== before.seq)
			this.breaches.push({ law: 'P13', what: 'the same batch again had another effect' });
	}

	async #admit(caller: string, way: Way, body: never): Promise<Answer<object>> {
		const tools = this.tools;
		const { mutant, now, count } = this.#tools;
		const said = body as PullRequest;
		const known = this.devices.get(caller);
		return this.transact(async (tx): Promise<Answer<object>> => {
			const heard = mutant.hear?.(said, await tx.readWard(), tools) ?? said;
			const { ward, isNew } = await decideHistory(tx, heard, tools);
			if (isNew) count('timeTravel');
			const refuse = (code: ProblemCode): Answer<never> => {
				count(code);
				return { ok: false, problem: problem(code), ward: describeStanding(ward, tools) };
			};
			if (!known) return refuse('net.unauthorized');
			const isOut = known.revokedAt !== null;
			const isHeard = isOut && now() - known.revokedAt! <= LIMIT.depositLifeMs;
			const isLeaving = way === 'deposit' || way === 'reconcile';
			if (isOut && !(isHeard && isLeaving)) return refuse('net.revoked');
			count(way);
			return this.#answer(tx, ward, known, way, body, tools, refuse);
		});
	}

	async #answer(
		tx: WardTx,
		ward: WardState,
		device: Device,
		way: Way,
		body: never,
		tools: WardTools,
		refuse: (code: ProblemCode) => Answer<never>
	): Promise<Answer<object>> {
		const scope = this.scopeOf(device.owner);
		switch (way) {
			case 'push':
			case 'deposit': {
				const batch: PushBatch = body;
				if (!this.#takesClient(device, batch.cid)) return refuse('net.badRequest');
				const aside = way === 'deposit' ? ({ aside: 'entry.deposited' } as const) : {};
				return succeed(await this.#take(tx, batch, { ...this.#senderOf(device), ...aside }, tools));
			}
			case 'carry': {
				const { bundle } = body as CarryRequest;
				const whole = { ...bundle, epoch: null, wm: null, pend: 0, maxN: 0, now: tools.now };
				const answer = await this.#take(tx, whole, this.#writerOf(bundle), tools);
				const { signature, ...signed } = bundle;
				const stray =
					signature === playSign(bundle.device, signed) ? null : answer.res.find(({ s }) => !/quar|dup/.test(s));
				if (stray) this.breaches.push({ law: 'WD19', what: `${stray.id}, which nobody signed, was ${stray.s}` });
				return succeed(answer);
			}
			case 'reconcile':
				return succeed(await findMissing(tx, body as ReconcileRequest, tools));
			case 'digest':
				return succeed(await compareSums(tx, body as DigestRequest, scope, tools));
			case 'pull': {
				const page = body as PullRequest;
				if (isTooOld(ward, page, device.freshSeq)) return refuse('net.resync');
				if (page.cur === 0 && !page.fill && !page.ids) device.freshSeq = ward.seq;
				const answer = await readPage(tx, page, scope, tools);
				const areas = this.assigned[device.owner]!;
				const stray = answer.rows.find((row: Row) => !('out' in row) && !areas.has(row.area));
				if (stray) this.breaches.push({ law: 'P5', what: `row ${stray.id} went down outside its scope` });
				if (page.fill) this.#tools.count('fill');
				if (page.ids) this.#tools.count('repair');
				if (answer.rows.some((row) => 'out' in row)) this.#tools.count('exit');
				return succeed(answer);
			}
		}
	}

	#senderOf({ id, owner }: Device): Sender {
		return { actor: id, volunteer: this.#tools.volunteers[owner]!, areas: this.assigned[owner] ?? new Set() };
	}

	/** Whose a bundle is: the writer's where its signature is right and it is let in. */
	#writerOf({ signature, ...bundle }: Bundle): Sender {
		const writer = this.devices.get(bundle.device);
		const isSigned = writer && this.#takesClient(writer, bundle.cid) && playSign(writer.id, bundle) === signature;
		if (!isSigned && !this.#tools.mutant.trustsBundles)
			return { actor: 'carrier', volunteer: '', areas: new Set(), aside: 'entry.unknownSender' };
		if (!writer) return { actor: 'carrier', volunteer: '', areas: new Set(this.#tools.areas) };
		return writer.revokedAt === null ? this.#senderOf(writer) : { ...this.#senderOf(writer), aside: 'entry.deposited' };
	}

	async #take(tx: WardTx, batch: PushBatch, sender: Sender, tools: WardTools): Promise<PushAnswer> {
		const { mutant, count } = this.#tools;
		const known = new Set(await tx.listKnown(batch.entries.map((entry) => entry.id)));
		const heard = sender.aside && mutant.appliesDeposits ? { ...sender, aside: undefined } : sender;
		const repeats = mutant.push?.(batch, this.ward.look().entries) ?? [];
		const taken = { ...batch, entries: batch.entries.filter((entry) => !repeats.includes(entry)) };
		const answer = await pushEntries(tx, taken, heard as Sender, tools);
		if (repeats.length > 0) {
			const res = repeats.map(({ id }): Verdict => ({ id, s: 'dup', seq: 1, v: 0 }));
			return { ...answer, res: [...answer.res, ...res] };
		}
		for (const { id, s } of answer.res) {
			count(s);
			if (sender.aside) count(sender.aside);
			if (sender.aside && !known.has(id) && s !== 'quar')
				this.breaches.push({ law: 'WD19', what: `${id} of somebody who is not let in was ${s}` });
		}
		if (batch.entries.some((entry) => entry.body.alg === 'hpke')) count('sealed');
		return answer;
	}

	/** A phone may begin a new client, never go by that of another phone. */
	#takesClient(device: Device, cid: string): boolean {
		if (device.cids.includes(cid)) return true;
		if ([...this.devices.values()].some((other) => other.cids.includes(cid))) return false;
		device.cids.push(cid);
		return true;
	}
}
