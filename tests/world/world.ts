// A small ward on one seed: two phones, one server, a network that does what it wants, staff, and a clock that jumps.
// Everything runs on the real engine over stores in memory. First faults, then healing; laws are looked at after every
// step and at the end.

import { makeId, type AreaId, type EntryId, type RecordId, type StaffId } from '../../src/lib/domain/id.ts';
import { fail, succeed, type Result } from '../../src/lib/domain/problem.ts';
import type {
	DigestRequest,
	PullRequest,
	PushBatch,
	ReconcileRequest,
	Scope,
	WardStanding
} from '../../src/lib/sync/entry.ts';
import { BATCH } from '../../src/lib/sync/outbox.ts';
import type { RoundLimits } from '../../src/lib/sync/phone.ts';
import type { Row } from '../../src/lib/sync/record.ts';
import type { Sender, WardTx } from '../../src/lib/sync/ward-port.ts';
import { compareSums, findMissing } from '../../src/lib/sync/reconcile.ts';
import { decideHistory } from '../../src/lib/sync/watermark.ts';
import { decideVisit, pushEntries, readPage, writeFromWard } from '../../src/lib/sync/ward.ts';
import { Crashed, MemoryWard } from '../storage/memory-ward.ts';
import { householdFields, personFields, START } from '../storage/samples.ts';
import { hash, makeProtection, makeTools, WARD_KEYS } from './house.ts';
import { checkEnd, checkStep, type Broken } from './laws.ts';
import type { Mutant } from './mutants.ts';
import { linkBy, Network, readAnswer, type Way } from './network.ts';
import { Phone, type Act, type Tab } from './phone.ts';
import { Random } from './random.ts';

/** Rounds within which a healed world must be quiet (law P6). */
const ROUNDS_MOST = 60;

/** How often each thing happened; a world in which nothing happens proves nothing. */
export type Tally = Record<string, number>;

export interface Outcome {
	readonly seed: number;
	readonly broken: Broken | null;
	readonly tally: Tally;
}

type Move =
	| 'act'
	| 'sync'
	| 'deliver'
	| 'lose'
	| 'giveUp'
	| 'captive'
	| 'kill'
	| 'killInTransaction'
	| 'secondTab'
	| 'crash'
	| 'clockJump'
	| 'scope'
	| 'staff'
	| 'list';

export class World {
	readonly seed: number;
	readonly random: Random;
	readonly ward: MemoryWard;
	readonly phones: Phone[] = [];
	readonly tally: Tally = {};
	readonly areas: readonly AreaId[];
	/** Areas of each phone's volunteer, as the ward has them now. */
	readonly assigned: Set<AreaId>[] = [];
	/** Rows that went down to a phone although it may not have them (law P5). */
	readonly strays: Row[] = [];
	readonly protection = makeProtection();
	readonly #mutant: Mutant;
	readonly #network: Network;
	readonly #weights: Record<Move, number>;
	readonly #acts: Record<Act, number>;
	readonly #limits: Partial<RoundLimits>;
	readonly #bodyEntries: number;
	readonly #chances: { readonly cut: number; readonly double: number; readonly dislike: number };
	#now = START;
	#isHealed = false;

	constructor(seed: number, mutant: Mutant = {}) {
		const random = new Random(seed);
		this.seed = seed;
		this.random = random;
		this.#mutant = mutant;
		this.ward = new MemoryWard(makeId(START, random.bytes));
		this.areas = Array.from({ length: 4 }, () => makeId<AreaId>(START, random.bytes));
		this.#network = new Network((caller, way, text) => this.#serve(caller, way, text));
		// Every seed has its own weather, calm ones included.
		const some = (most: number) => (random.happens(0.25) ? 0 : random.unit() * most);
		this.#weights = {
			act: 30,
			sync: 20,
			deliver: 60,
			lose: some(8),
			giveUp: some(6),
			captive: some(6),
			kill: some(3),
			killInTransaction: some(3),
			secondTab: some(4),
			crash: some(4),
			clockJump: some(2),
			scope: some(1.5),
			staff: some(16),
			list: some(2)
		};
		this.#acts = {
			door: 10,
			amendDoor: 12,
			person: 12,
			amendPerson: 16,
			visit: 16,
			answer: 16,
			poison: some(4),
			strangerArea: some(1),
			reusedId: some(1)
		};
		this.#limits = { batchEntries: random.between(1, 12), batchBytes: random.pick([700, 5000, BATCH.batchBytes])! };
		this.#limits = { ...this.#limits, pageRows: random.between(1, 9) };
		this.#bodyEntries = random.happens(0.3) ? random.between(1, 4) : 100;
		this.#chances = { cut: some(0.1), double: some(0.15), dislike: random.happens(0.3) ? 0.1 : 0 };
		for (const number of [0, 1]) {
			this.assigned.push(new Set(this.areas.slice(number, number + 3)));
			this.phones.push(
				new Phone(
					number,
					random,
					() => this.#now,
					(phone, tab) => this.#openTab(phone, tab)
				)
			);
		}
	}

	/** Runs faults for `steps`, heals, and answers with the first broken law. */
	async run(steps: number): Promise<Outcome> {
		let broken: Broken | null = null;
		try {
			// Doors and people that both know from the start.
			for (let i = 0; i < 2; i++) await this.#bringIn(this.areas[1]!);
			for (let step = 0; step < steps && !broken; step++) {
				await this.#step();
				broken = checkStep(this);
			}
			broken ??= await this.#heal();
			broken ??= checkEnd(this);
		} catch (error) {
			// A bug in the engine shows as an error that nobody expected.
			broken = { law: 'bug', what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
		}
		return { seed: this.seed, broken, tally: this.tally };
	}

	count(what: string, times = 1): void {
		this.tally[what] = (this.tally[what] ?? 0) + times;
	}

	scopeOf(number: number): Scope {
		const assigned = this.assigned[number] ?? new Set();
		const areas = this.areas.map((id, i) => ({
			id,
			parent: null,
			kind: 'quarter',
			name: `Khu phố ${i + 1}`,
			aliases: [],
			assigned: assigned.has(id)
		}));
		const volunteer = { id: this.phones[number]!.volunteer, name: 'Người Thử', role: 'volunteer' };
		return {
			hash: hash(JSON.stringify(areas)),
			ward: { id: this.areas[0]!, name: 'Phường Thử' },
			volunteer,
			areas,
			keys: WARD_KEYS
		};
	}

	get now(): number {
		return this.#now;
	}

	#openTab(phone: Phone, tab: Tab['tab']): Pick<Tab, 'store' | 'link'> {
		const store = this.#mutant.store?.(tab) ?? tab;
		const faulty = this.#network.link(phone.number);
		const link = linkBy((way, body) =>
			this.#isHealed ? this.#direct(phone.number, way, body) : (faulty[way](body as never) as Promise<Result<never>>)
		);
		return { store, link: this.#mutant.link?.(link, tab) ?? link };
	}

	async #direct(caller: number, way: Way, body: unknown): Promise<Result<never>> {
		const answer = await this.#serve(caller, way, JSON.stringify(body));
		return (answer.ok ? readAnswer(answer.value) : answer) as Result<never>;
	}

	#newId = (): string => makeId(this.#now, this.random.bytes);

	#transact<Value>(work: (tx: WardTx) => Promise<Value>): Promise<Value> {
		return this.ward.transact((tx) => work(this.#mutant.wardTx?.(tx, this.random) ?? tx));
	}

	/** The ward's doors, as the server's routes hold them. */
	async #serve(caller: number, way: Way, text: string): Promise<Result<string>> {
		let body: PushBatch & PullRequest & ReconcileRequest & DigestRequest;
		try {
			body = JSON.parse(text);
		} catch {
			return fail('net.badRequest');
		}
		if (way === 'push' && body.entries.length > this.#bodyEntries) {
			this.count('tooLarge');
			return fail('net.tooLarge');
		}
		if (way === 'push' && !this.#isHealed && body.entries.some((entry) => this.#isDisliked(entry.id))) {
			this.count('disliked');
			return fail('net.badRequest');
		}
		const phone = this.phones[caller]!;
		const areas = this.assigned[caller]!;
		const tools = makeTools(this.protection, this.#now, this.#newId);
		const sender: Sender = { actor: `phone ${caller}`, volunteer: phone.volunteer, areas };
		try {
			await this.#transact((tx) => decideHistory(tx, body, tools));
			if (way === 'push') {
				const tampered = this.#mutant.tools?.(tools) ?? tools;
				const answer = await this.#transact((tx) => pushEntries(tx, body, sender, tampered));
				for (const verdict of answer.res) this.count(verdict.s);
				return succeed(JSON.stringify(answer));
			}
			const scope = this.scopeOf(caller);
			if (way === 'reconcile' || way === 'digest') {
				const answer = await this.#transact<WardStanding>((tx) =>
					way === 'digest' ? compareSums(tx, body, scope, tools) : findMissing(tx, body, tools)
				);
				this.count(way);
				return succeed(JSON.stringify(answer));
			}
			const answer = await this.#transact((tx) => readPage(tx, body, scope, tools));
			this.strays.push(...answer.rows.filter((row) => !('out' in row) && !areas.has(row.area)));
			return succeed(JSON.stringify(answer));
		} catch (error) {
			if (!(error instanceof Crashed) && !this.#mutant.tools) throw error;
			return fail('net.busy');
		}
	}

	/** A proxy on the way that refuses bodies in which it sees something: the same entry again and again. */
	#isDisliked(id: EntryId): boolean {
		return Number.parseInt(id.slice(-2), 16) < this.#chances.dislike * 256;
	}

	async #step(): Promise<void> {
		const { random } = this;
		this.#now += random.below(40_000);
		const phone = random.pick(this.phones)!;
		phone.bury();
		const tab = random.pick(phone.tabs)!;
		const flight = random.below(this.#network.count || 1);
		switch (random.choose(this.#weights)) {
			case 'act': {
				const act = random.choose(this.#acts);
				const others = this.phones.flatMap((other) => (other === phone ? [] : other.saved.map((entry) => entry.id)));
				if (await phone.save(tab, act, { areas: this.areas, ids: others })) this.count(`act.${act}`);
				break;
			}
			case 'sync':
				// Two tabs may well be at it at once: the lock that usually keeps them apart is only a courtesy.
				if (!tab.isSyncing) void this.#sync(phone, tab);
				break;
			case 'deliver':
				await this.#deliver(flight);
				break;
			case 'lose':
				if (this.#network.count > 0) this.count(this.#network.isRequest(flight) ? 'lostRequest' : 'lostAnswer');
				this.#network.lose(flight);
				break;
			case 'giveUp':
				if (this.#network.count > 0) this.count('gaveUp');
				this.#network.giveUp(flight);
				break;
			case 'captive':
				if (this.#network.count > 0) this.count('captive');
				this.#network.replace(flight);
				break;
			case 'kill':
				tab.tab.kill();
				this.count('killed');
				break;
			case 'killInTransaction': {
				const isBefore = random.happens(0.5);
				tab.tab.killAfter(random.between(1, 4), isBefore);
				this.count(isBefore ? 'killedBeforeCommit' : 'killedAfterCommit');
				break;
			}
			case 'secondTab':
				if (phone.tabs.length < 2) {
					phone.openTab();
					this.count('secondTab');
				}
				break;
			case 'crash': {
				const crash = random.happens(0.5) ? 'beforeCommit' : 'afterCommit';
				this.ward.crashNext(crash);
				this.count(`crash.${crash}`);
				break;
			}
			case 'clockJump':
				phone.clockOffsetMs = random.pick([
					0,
					7_200_000,
					-7_200_000,
					86_400_000,
					-86_400_000,
					-START,
					400_000_000_000
				])!;
				this.count('clockJump');
				break;
			case 'scope': {
				const areas = this.areas.filter(() => random.happens(0.5));
				this.assigned[phone.number] = new Set(areas);
				this.count('scope');
				break;
			}
			case 'staff':
				await this.#decide();
				break;
			case 'list':
				await this.#bringIn(random.pick(this.areas)!);
				break;
		}
		await drain();
	}

	async #sync(phone: Phone, tab: Tab): Promise<void> {
		this.count('rounds');
		await phone.sync(tab, this.#limits);
		if (tab.lastRound?.ok && tab.lastRound.value.more) this.count('stale');
	}

	async #deliver(index: number): Promise<void> {
		const network = this.#network;
		if (network.count === 0) return;
		const { random } = this;
		if (index > 0) this.count('reordered');
		if (network.isZombie(index)) this.count('zombie');
		const isCut = random.happens(this.#chances.cut);
		const isDoubled = random.happens(this.#chances.double);
		if (isCut) this.count(network.isRequest(index) ? 'cutRequest' : 'cutAnswer');
		if (isDoubled) this.count('doubled');
		await network.deliver(index, isCut, isDoubled);
	}

	/** A member of staff reads what waits and says something, now and then about a version that has moved on. */
	async #decide(): Promise<void> {
		const { random } = this;
		const waiting = this.ward
			.look()
			.records.filter(
				(record) => record.table === 'visit' && /waiting|corrected/.test(JSON.stringify(record.fields.review))
			);
		const record = random.pick(waiting);
		if (!record) return;
		const visit = record.id as never;
		const act = random.happens(0.5)
			? ({ act: 'approve' } as const)
			: ({ act: 'return', target: { table: 'visit', id: visit, field: 'note' }, comment: 'xem lại' } as const);
		const isOld = random.happens(0.1);
		const input = { visit, v: isOld ? record.v - 1 : record.v, act, entry: this.#newId() as EntryId };
		const staff = { id: 'staff' as StaffId, name: 'Cán bộ Thử' };
		const tools = { protection: this.protection, hash, now: this.#now };
		const result = await this.#orCrash(() => this.#transact((tx) => decideVisit(tx, input, staff, tools)));
		if (result) this.count(result.ok ? `staff.${act.act}` : `staff.${result.problem.code}`);
	}

	/** The ward brings in a door of its own, with somebody behind it. */
	async #bringIn(area: AreaId): Promise<void> {
		const tools = { protection: this.protection, hash, now: this.#now };
		const [id, person] = [this.#newId() as RecordId, this.#newId() as RecordId];
		const lists = [
			{ table: 'household' as const, id, fields: householdFields(area, { number: `L${this.random.below(100)}` }) },
			{ table: 'person' as const, id: person, fields: personFields(id, { personalId: '000000000001' }) }
		];
		const written = await this.#orCrash(() =>
			this.#transact(async (tx) => {
				for (const list of lists) {
					const input = { ...list, entry: this.#newId() as EntryId, area, kind: `${list.table}.add` };
					await writeFromWard(tx, input, 'import', tools);
				}
				return true;
			})
		);
		if (written) this.count('list');
	}

	async #orCrash<Value>(work: () => Promise<Value>): Promise<Value | null> {
		try {
			return await work();
		} catch (error) {
			if (error instanceof Crashed) return null;
			throw error;
		}
	}

	/** Late messages arrive, waiting ends, then everybody syncs until it is quiet. */
	async #heal(): Promise<Broken | null> {
		while (this.#network.count > 0) await this.#deliver(0);
		this.#network.giveUpAll();
		await drain();
		while (this.#network.count > 0) {
			this.#network.giveUpAll();
			this.#network.lose(0);
			await drain();
		}
		this.#isHealed = true;
		for (const phone of this.phones) for (const tab of phone.tabs) tab.tab.kill();
		let rounds = 0;
		for (let quiet = 0; quiet < 2; rounds++) {
			if (rounds > ROUNDS_MOST) return { law: 'P6', what: `not quiet after ${ROUNDS_MOST} rounds` };
			let isQuiet = true;
			for (const phone of this.phones) {
				phone.bury();
				const tab = phone.tabs[0]!;
				await phone.sync(tab, this.#limits);
				const broken = checkStep(this);
				if (broken) return broken;
				const result = tab.lastRound;
				const isDone = result?.ok && !result.value.more && result.value.pushed + result.value.pulled === 0;
				if (!isDone) isQuiet = false;
			}
			quiet = isQuiet ? quiet + 1 : 0;
		}
		this.count('healRounds', rounds);
		return null;
	}
}

/** Lets everything go on that can: promises run out before the next turn of the event loop. */
function drain(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
