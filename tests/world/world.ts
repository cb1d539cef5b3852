// A small ward on one seed: three phones, one server, a network that does what it wants, staff, copies that are put back,
// and clocks that jump. Everything runs on the real engine over stores in memory. First faults, then healing; laws are
// looked at after every step and at the end.

import { makeId, type AreaId } from '../../src/lib/domain/id.ts';
import { LIMIT } from '../../src/lib/domain/limit.ts';
import type { ProblemCode } from '../../src/lib/domain/problem.ts';
import type { Answer } from '../../src/lib/sync/phone-port.ts';
import type { PostedEntry, Standing, WardStanding } from '../../src/lib/sync/entry.ts';
import { START } from '../storage/samples.ts';
import { KIDS, wardKeys } from './house.ts';
import { checkAgreement, checkEnd, checkStep, type Broken } from './laws.ts';
import type { Mutant } from './mutants.ts';
import { linkBy, Network, readAnswer, type Way } from './network.ts';
import { Office, TRAIL } from './office.ts';
import { Phone, type PhoneHouse, type Tab } from './phone.ts';
import { Random } from './random.ts';
import { bringIn, decideSomething, moveDoor, orCrash, removeRecord, type StaffTools } from './staff.ts';
import { makeWeather, type Move, type Weather } from './weather.ts';

/** Rounds within which a healed world must be quiet (law P6). */
const ROUNDS_MOST = 60;
const DAY_MS = 86_400_000;
const REFUSALS: readonly ProblemCode[] = ['net.busy', 'net.unauthorized', 'net.upgrade', 'net.clock', 'store.failed'];

/** How often each thing happened; a world in which nothing happens proves nothing. */
export type Tally = Record<string, number>;

export interface Outcome {
	readonly seed: number;
	readonly broken: Broken | null;
	readonly tally: Tally;
	/** Steps that were taken until then. */
	readonly steps: readonly number[];
}

export class World {
	readonly seed: number;
	readonly random: Random;
	readonly office: Office;
	readonly phones: Phone[] = [];
	readonly tally: Tally = {};
	readonly areas: readonly AreaId[];
	/** The history that a client was last told of, once no message is late or lost any more. */
	readonly told = new Map<string, string>();
	readonly #mutant: Mutant;
	readonly #network: Network;
	readonly #weather: Weather;
	readonly #staff: StaffTools;
	#now = START;
	#isHealed = false;

	constructor(seed: number, mutant: Mutant = {}) {
		const random = new Random(seed);
		this.seed = seed;
		this.random = random;
		this.#mutant = mutant;
		this.areas = Array.from({ length: 4 }, () => makeId<AreaId>(START, random.bytes));
		const count = this.count.bind(this);
		const newId = () => makeId<string & { readonly brand?: never }>(this.#now, random.bytes);
		const phoneHouse: PhoneHouse = {
			random,
			now: () => this.#now,
			count,
			get foreignKeys() {
				return weather.foreignKeys;
			},
			open: (phone, device, tab) => this.#openTab(phone, device, tab),
			link: (device) => this.#linkOf(device),
			join: (phone, cid) => ({
				device: this.office.join(phone.number, newId(), cid).id,
				keys: this.office.keys
			})
		};
		for (const number of [0, 1, 2]) this.phones.push(new Phone(number, phoneHouse));
		const volunteers = this.phones.map((phone) => phone.volunteer);
		const { areas } = this;
		const refuses = (way: Way, body: { entries?: readonly PostedEntry[] }) => this.#refuses(way, body);
		this.office = new Office({
			...{ random, now: () => this.#now, newId, areas, volunteers, mutant, count, refuses },
			get isReplicated() {
				return weather.moves.failover > 0;
			}
		});
		this.#network = new Network((caller, way, text) => this.office.serve(caller, way, text));
		this.#staff = { office: this.office, random, newId, areas, count };
		const weather = makeWeather(random, seed);
		this.#weather = weather;
	}

	/** Runs these steps of the seed's faults, heals, and answers with the first broken law. */
	async run(steps: readonly number[]): Promise<Outcome> {
		let broken: Broken | null = null;
		const taken: number[] = [];
		try {
			for (const phone of this.phones) {
				this.office.assigned.push(new Set([0, 1, 2].map((i) => this.areas[(phone.number + i) % 4]!)));
				await phone.join();
			}
			// Doors and people that all know from the start.
			for (let i = 0; i < 2; i++) await bringIn(this.#staff, this.areas[2]!);
			for (const step of steps) {
				this.random.reseed(this.seed, step + 1);
				taken.push(step);
				await this.#step();
				broken = checkStep(this);
				if (broken) break;
			}
			this.random.reseed(this.seed, 1_000_000);
			broken ??= await this.#heal();
			broken ??= checkEnd(this);
		} catch (error) {
			// A bug in the engine shows as an error that nobody expected.
			broken = { law: 'bug', what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
		}
		return { seed: this.seed, broken, tally: this.tally, steps: taken };
	}

	count(what: string, times = 1): void {
		this.tally[what] = (this.tally[what] ?? 0) + times;
	}

	#openTab(phone: Phone, device: string, tab: Tab['tab']): Pick<Tab, 'store' | 'link'> {
		const remembered = this.#mutant.lostCommits ? this.#remember(phone, tab) : tab;
		const store = phone.seal(this.#mutant.store?.(remembered) ?? remembered);
		const link = this.#linkOf(device);
		return { store, link: this.#mutant.link?.(link, remembered) ?? link };
	}

	/** The last states of the disk, for storage that promises before it writes. */
	#remember(phone: Phone, tab: Tab['tab']): Pick<Tab['tab'], 'transact'> {
		return {
			transact: (work) => {
				phone.past.push(phone.disk.copy());
				if (phone.past.length > 8) phone.past.shift();
				return tab.transact(work);
			}
		};
	}

	#linkOf(device: string): Tab['link'] {
		const faulty = this.#network.link(device);
		return linkBy((way, body) =>
			this.#isHealed ? this.#direct(device, way, body) : (faulty[way](body as never) as Promise<Answer<never>>)
		);
	}

	async #direct(device: string, way: Way, body: unknown): Promise<Answer<never>> {
		const said = await this.office.serve(device, way, JSON.stringify(body));
		const answer = (said.ok ? readAnswer(said.value) : said) as Answer<WardStanding>;
		const ward = answer.ok ? answer.value : answer.ward;
		if (ward) this.told.set((body as Standing).cid, ward.epoch);
		return answer as Answer<never>;
	}

	/** The way, or the ward's front door, refuses before anything is looked at. */
	#refuses(way: Way, { entries }: { entries?: readonly PostedEntry[] }): ProblemCode | null {
		const { bodyEntries, oldApp, dislike } = this.#weather;
		// A proxy that refuses bodies in which it sees something: the same entry again and again.
		const isDisliked = (id: string) => Number.parseInt(id.slice(-2), 16) < dislike * 256;
		const say = (what: string, code: ProblemCode) => {
			this.count(what);
			return code;
		};
		if (entries && entries.length > bodyEntries) return say('tooLarge', 'net.tooLarge');
		if (this.#isHealed) return null;
		if (entries?.some((entry) => isDisliked(entry.id))) return say('disliked', 'net.badRequest');
		if (way === 'pull' && this.random.happens(oldApp)) return say('oldApp', 'net.upgrade');
		return null;
	}

	async #step(): Promise<void> {
		const { random } = this;
		this.#now += random.below(40_000);
		const phone = random.pick(this.phones)!;
		phone.bury();
		const tab = random.pick(phone.tabs)!;
		const flight = random.below(this.#network.count || 1);
		await this.#move(random.choose(this.#weather.moves), phone, tab, flight);
		await drain();
	}

	async #move(move: Move, phone: Phone, tab: Tab, flight: number): Promise<void> {
		const { random, office } = this;
		switch (move) {
			case 'act': {
				const act = random.choose(this.#weather.acts);
				const others = this.phones.flatMap((other) => (other === phone ? [] : other.saved.map((entry) => entry.id)));
				if (await phone.save(tab, act, { areas: this.areas, ids: others })) this.count(`act.${act}`);
				return;
			}
			case 'sync':
				// Two tabs may well be at it at once: the lock that usually keeps them apart is only a courtesy.
				if (!tab.isSyncing) void this.#sync(phone, tab);
				return;
			case 'deliver':
				return this.#deliver(flight);
			case 'lose':
			case 'giveUp':
			case 'captive':
			case 'refuse':
			case 'forgeMark':
				return this.#spoil(move, flight);
			case 'kill':
				tab.tab.kill();
				return this.count('killed');
			case 'killInTransaction': {
				const isBefore = random.happens(0.5);
				// Mostly one that is at it: between its steps is where a promise may break.
				const busy = this.phones.flatMap((one) => one.tabs).filter((one) => one.isSyncing);
				const victim = random.happens(0.8) ? (random.pick(busy) ?? tab) : tab;
				victim.tab.killAfter(random.between(1, 4), isBefore);
				return this.count(isBefore ? 'killedBeforeCommit' : 'killedAfterCommit');
			}
			case 'secondTab':
				if (phone.tabs.length >= 2) return;
				phone.openTab();
				return this.count('secondTab');
			case 'crash': {
				const crash = random.happens(0.5) ? 'beforeCommit' : 'afterCommit';
				office.ward.crashNext(crash);
				return this.count(`crash.${crash}`);
			}
			case 'clockJump':
				phone.clockOffsetMs = random.pick([0, 7_200_000, -7_200_000, DAY_MS, -DAY_MS, -START, 400_000_000_000])!;
				return this.count('clockJump');
			case 'scope':
				office.assigned[phone.number] = new Set(this.areas.filter(() => random.happens(0.5)));
				return this.count('scope');
			case 'staff':
				return decideSomething(this.#staff);
			case 'list':
				return bringIn(this.#staff, random.pick(this.areas)!);
			case 'moveDoor':
				return moveDoor(this.#staff);
			case 'remove':
				return removeRecord(this.#staff);
			case 'backup':
			case 'restore':
			case 'failover':
			case 'minSeq':
			case 'newKey':
				return this.#operate(move);
			case 'night':
				this.#now += random.between(6, 40) * 3_600_000;
				return this.count('night');
			default:
				return this.#trouble(move, phone);
		}
	}

	/** What befalls a phone as a whole. */
	async #trouble(move: Move, phone: Phone): Promise<void> {
		const { random } = this;
		switch (move) {
			case 'revoke':
				this.office.revoke(phone.device);
				return this.count('revoke');
			case 'rejoin':
				await phone.join();
				return this.count('rejoin');
			case 'lock':
				if (phone.isLocked) await phone.unlock();
				else phone.lock();
				return this.count(phone.isLocked ? 'lock' : 'unlock');
			case 'carry':
				return this.#carry(phone);
			case 'loseDatabase':
				await phone.rescue();
				return this.count('loseDatabase');
			case 'evict':
				await phone.evict();
				return this.count('evict');
			case 'powerCut':
				phone.cutPower(this.#mutant.lostCommits ? random.between(1, this.#mutant.lostCommits) : 0);
				return this.count('powerCut');
			case 'quota':
				phone.isFull = true;
		}
	}

	#spoil(move: 'lose' | 'giveUp' | 'captive' | 'refuse' | 'forgeMark', flight: number): void {
		const network = this.#network;
		if (network.count === 0) return;
		switch (move) {
			case 'lose':
				this.count(network.isRequest(flight) ? 'lostRequest' : 'lostAnswer');
				return network.lose(flight);
			case 'giveUp':
				this.count('gaveUp');
				return network.giveUp(flight);
			case 'captive':
				this.count('captive');
				return network.replace(flight);
			case 'refuse': {
				const code = this.random.pick(REFUSALS)!;
				this.count(`refused.${code}`);
				return network.refuse(flight, code);
			}
			case 'forgeMark':
				if (network.forgeMark(flight)) this.count('forgeMark');
		}
	}

	async #operate(move: 'backup' | 'restore' | 'failover' | 'minSeq' | 'newKey'): Promise<void> {
		const { office, random } = this;
		if (move === 'backup') office.keepCopy();
		if (move === 'failover' && !(await office.failOver(random.between(1, TRAIL - 1)))) return;
		if (move === 'newKey') office.keys = wardKeys(KIDS[1]);
		if (move === 'minSeq')
			await orCrash(() =>
				office.ward.transact(async (tx) => {
					const ward = await tx.readWard();
					await tx.writeWard({ ...ward, minSeq: ward.seq });
				})
			);
		if (move !== 'restore') return this.count(move);
		const copy = random.pick(office.copies.filter(({ at }) => this.#now - at < LIMIT.retainMs - 2 * DAY_MS));
		if (!copy) return;
		const isDeclared = random.happens(0.25);
		await office.putBack(copy, isDeclared);
		this.count(isDeclared ? 'restore.declared' : 'restore.undeclared');
	}

	/** One phone brings what another has written, as it was signed or with a signature that is not the writer's. */
	async #carry(writer: Phone): Promise<void> {
		const carrier = this.random.pick(this.phones.filter((phone) => phone !== writer))!;
		carrier.bury();
		const tab = carrier.tabs[0]!;
		const posted = await writer.seal(writer.disk.openTab()).transact((tx) => tx.listPosted(0, 10));
		const sealed = posted.filter((entry) => entry.body.alg === 'hpke');
		if (sealed.length === 0) return;
		const bundle = writer.bundle(writer.device, writer.look().state.cid as never, sealed);
		const isForged = this.random.happens(0.2);
		const { epoch, wm, cid } = carrier.look().state;
		const carried = isForged ? { ...bundle, signature: 'nobody' } : bundle;
		const request = { epoch, wm, cid: cid as never, now: carrier.clock(), bundle: carried };
		void tab.link.carry(request).catch(() => undefined); // whoever brings it may be gone before the answer
		this.count(isForged ? 'forgedBundle' : 'bundle');
	}

	async #sync(phone: Phone, tab: Tab): Promise<void> {
		this.count('rounds');
		const device = phone.device;
		await phone.sync(tab, this.#weather.limits);
		const { lastRound } = tab;
		if (lastRound?.ok && lastRound.value.more) this.count('stale');
		// The ward does not know it any more: somebody at the office gives a new code.
		const isUnknown = lastRound && !lastRound.ok && lastRound.problem.code === 'net.unauthorized';
		if (isUnknown && phone.device === device && !this.office.devices.has(device)) {
			this.count('unknownPhone');
			await phone.join();
		}
	}

	async #deliver(index: number): Promise<void> {
		const network = this.#network;
		if (network.count === 0) return;
		const { random } = this;
		if (index > 0) this.count('reordered');
		if (network.isZombie(index)) this.count('zombie');
		const isCut = random.happens(this.#weather.cut);
		const isDoubled = random.happens(this.#weather.double);
		if (isCut) this.count(network.isRequest(index) ? 'cutRequest' : 'cutAnswer');
		if (isDoubled) this.count('doubled');
		await network.deliver(index, isCut, isDoubled);
	}

	/** Late messages arrive, waiting ends, then everybody syncs until it is quiet. */
	async #heal(): Promise<Broken | null> {
		const { random } = this;
		for (let i = 0; this.#network.count > 0 && i < 500; i++) await this.#deliver(0);
		this.#network.giveUpAll();
		await drain();
		while (this.#network.count > 0) {
			this.#network.giveUpAll();
			this.#network.lose(0);
			await drain();
		}
		this.#isHealed = true;
		for (const phone of this.phones) {
			for (const tab of phone.tabs) tab.tab.kill();
			if (phone.isLocked) await phone.unlock();
			// Also those whom the ward will refuse come once as they are: they may be its only witness, and hear where it stands.
			phone.bury();
			await this.#sync(phone, phone.tabs[0]!);
			const broken = checkStep(this);
			if (broken) return broken;
			// Whoever is shut out comes back some day, or hands in what is left and stays away.
			const isKnown = this.office.devices.get(phone.device)?.revokedAt === null;
			if (!isKnown || phone.isOut || random.happens(0.1)) await phone.join();
		}
		const restless = (await this.#quiet()) ?? checkAgreement(this, false);
		if (restless) return restless;
		// What only the daily comparison finds is found within a day.
		this.#now += DAY_MS + 60_000;
		return this.#quiet();
	}

	async #quiet(): Promise<Broken | null> {
		let rounds = 0;
		for (let quiet = 0; quiet < 2; rounds++) {
			if (rounds > ROUNDS_MOST) return { law: 'P6', what: `not quiet after ${ROUNDS_MOST} rounds` };
			let isQuiet = true;
			for (const phone of this.phones) {
				phone.bury();
				const tab = phone.tabs[0]!;
				await this.#sync(phone, tab);
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
