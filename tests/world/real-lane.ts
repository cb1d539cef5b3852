// The world's second lane, in small: whole phones on IndexedDB (a fake one), the real way to the ward, the real request
// handlers, the real store on SQLite. Slower by far than the first lane, so it has fewer faults and fewer seeds; what it
// adds is everything that the first one replaces. A seed repeats the moves, not the moment at which each request comes:
// the phones' own timers run.

import { vi } from 'vitest';
import type { OutboxRow } from '../../src/lib/device/db.ts';
import { openSealedDb } from '../../src/lib/device/sealed-db.ts';
import { openDevice, type Device } from '../../src/lib/device/device.ts';
import type { HouseholdId, WardId } from '../../src/lib/domain/id.ts';
import type { Result } from '../../src/lib/domain/problem.ts';
import { findChainBreak } from '../../src/lib/server/chain.ts';
import { openStoreAsIs } from '../../src/lib/server/db/open-store.ts';
import { openVault } from '../../src/lib/server/site.ts';
import { canonicalText } from '../../src/lib/sync/json.ts';
import { Browser, makeTools, PIN } from '../fixtures/device.ts';
import { openTestWard, type TestWard } from '../fixtures/ward.ts';
import { openWardFetch, ORIGIN } from '../fixtures/ward-fetch.ts';
import type { Broken } from './laws.ts';
import { Random } from './random.ts';

/** Both walk the same quarter. */
const VOLUNTEERS = ['Lê Minh Khang', 'Lê Minh Khang'];
const ROUNDS_MOST = 20;

const MOVES = {
	door: 6,
	amendDoor: 6,
	visit: 6,
	sync: 10,
	reopen: 2,
	lock: 3,
	capture: 2,
	night: 1,
	backup: 2,
	travelBack: 2,
	outage: 2
};
type Move = keyof typeof MOVES;

interface RealPhone {
	readonly volunteer: string;
	readonly browser: Browser;
	device: Device;
}

export class RealWorld {
	readonly tally: Record<string, number> = {};
	readonly #random: Random;
	readonly #test: TestWard;
	readonly #phones: RealPhone[] = [];
	#hasCopy = false;
	#isOut = false;
	#isHealed = false;
	#flying = 0;

	static async open(seed: number): Promise<RealWorld> {
		const world = new RealWorld(new Random(seed), await openTestWard());
		for (const volunteer of VOLUNTEERS) world.#phones.push(await world.#join(volunteer));
		return world;
	}

	private constructor(random: Random, test: TestWard) {
		this.#random = random;
		this.#test = test;
	}

	async close(): Promise<void> {
		for (const { device } of this.#phones) await device.close();
		await this.#land();
		await this.#test.close();
	}

	/** So many faults and acts, then healing; the first law that is broken. */
	async run(steps: number): Promise<Broken | null> {
		for (let i = 0; i < steps; i++) {
			// The ward bears so many questions a minute.
			await this.#pass(20_000 + this.#random.below(60_000));
			const move = this.#random.choose(MOVES);
			this.#count(move);
			await this.#move(move, this.#random.pick(this.#phones)!);
		}
		return (await this.#heal()) ?? (await this.#checkWard()) ?? (await this.#checkCopies());
	}

	#count(what: string): void {
		this.tally[what] = (this.tally[what] ?? 0) + 1;
	}

	#open(browser: Browser): Device {
		const toWard = openWardFetch(this.#test, [], () => this.#spoil());
		const fetch: typeof globalThis.fetch = async (address, init) => {
			this.#flying += 1;
			try {
				return await toWard(address, init);
			} finally {
				// The answer is read before it counts as landed.
				setTimeout(() => (this.#flying -= 1), 5);
			}
		};
		return openDevice(makeTools(browser, ORIGIN, { clock: this.#test.now, fetch }));
	}

	#spoil(): 'lostRequest' | 'lostAnswer' | null {
		if (this.#isHealed) return null;
		if (this.#isOut) return 'lostRequest';
		if (!this.#random.happens(0.2)) return null;
		const trouble = this.#random.happens(0.5) ? 'lostRequest' : 'lostAnswer';
		this.#count(trouble);
		return trouble;
	}

	async #join(volunteer: string): Promise<RealPhone> {
		const wasHealed = this.#isHealed;
		this.#isHealed = true;
		const browser = new Browser();
		const device = this.#open(browser);
		await reach(device, 'new');
		const offer = take(await device.lookAtInvitation(await this.#test.invite(volunteer)));
		take(await device.join(offer, this.#test.now(), PIN));
		take(await device.syncNow());
		this.#isHealed = wasHealed;
		return { volunteer, browser, device };
	}

	/** Waits until no question is on its way: the ward must not be closed under one. */
	async #land(): Promise<void> {
		await vi.waitFor(() => {
			if (this.#flying > 0) throw new Error('on its way');
		}, 20_000);
	}

	/** Both clocks go on. Not under a question: an answer would seem to have taken all that time, and the clocks to differ. */
	async #pass(ms: number): Promise<void> {
		await this.#land();
		this.#test.pass(ms);
	}

	async #unlocked({ device }: RealPhone): Promise<Device> {
		await vi.waitFor(() => {
			if (device.phase.kind === 'starting') throw new Error('starting');
		}, 20_000);
		if (device.phase.kind === 'locked') take(await device.unlock(PIN));
		device.noteActivity();
		if (device.phase.kind === 'locked') take(await device.unlock(PIN));
		return device;
	}

	async #move(move: Move, phone: RealPhone): Promise<void> {
		const { device } = phone;
		switch (move) {
			case 'door':
			case 'amendDoor':
			case 'visit':
				return this.#act(move, await this.#unlocked(phone));
			case 'sync':
				await (await this.#unlocked(phone)).syncNow();
				return;
			case 'reopen':
				await device.close();
				phone.device = this.#open(phone.browser);
				return;
			case 'lock':
				return (await this.#unlocked(phone)).lock();
			case 'capture': {
				await (await this.#unlocked(phone)).lock();
				await reach(device, 'locked');
				const knock = { lane: 'ngõ Khóa', number: `${this.#random.between(1, 99)}`, outcome: 'nobodyHome' } as const;
				take(await device.captureLocked(knock));
				return;
			}
			case 'night':
				return this.#pass(this.#random.between(6, 30) * 3_600_000);
			case 'outage':
				this.#isOut = !this.#isOut;
				return;
			case 'backup':
				await this.#land();
				await this.#test.keepCopy();
				this.#hasCopy = true;
				return;
			case 'travelBack':
				if (!this.#hasCopy) return;
				await this.#land();
				await this.#test.travelBack();
		}
	}

	async #act(move: 'door' | 'amendDoor' | 'visit', device: Device): Promise<void> {
		const random = this.#random;
		const area = device.book.areas.find(({ assigned }) => assigned)!.id;
		const doors = [...device.book.households.keys()].toSorted();
		const door = random.pick(doors.slice(0, 3)) as HouseholdId;
		if (move === 'door') {
			const number = `${random.between(1, 99)}`;
			take(await device.createHousehold({ area, lane: 'ngõ Thử', number, kind: 'ordinary' }));
		} else if (move === 'amendDoor') {
			take(await device.amendHousehold(door, { access: `cổng ${random.between(1, 9)}` }));
		} else take(await device.recordVisit({ household: door, seenAt: this.#test.now(), outcome: 'nobodyHome' }));
	}

	/** Nothing is in the way any more: everybody sends and reads until all is said. */
	async #heal(): Promise<Broken | null> {
		this.#isHealed = true;
		let why = '';
		for (let round = 0, quiet = 0; quiet < 2; round++) {
			if (round > ROUNDS_MOST) return { law: 'P6', what: `not quiet after ${ROUNDS_MOST} rounds: ${why}` };
			await this.#pass(61_000);
			let isQuiet = true;
			for (const phone of this.#phones) {
				const device = await this.#unlocked(phone);
				const done = await device.syncNow();
				if (done.ok && device.sync.waiting === 0) continue;
				isQuiet = false;
				why = `${device.sync.waiting} wait, ${done.ok ? 'no problem' : done.problem.code}`;
			}
			quiet = isQuiet ? quiet + 1 : 0;
		}
		return null;
	}

	/** Every entry of every phone is there, once, in a chain without a hole. */
	async #checkWard(): Promise<Broken | null> {
		await this.#land();
		const store = openStoreAsIs(this.#test.config);
		try {
			const { id } = await store.db.selectFrom('ward').select('id').executeTakeFirstOrThrow();
			const hole = await findChainBreak(store.db, openVault(this.#test.config, this.#test.now), id as WardId);
			if (hole !== null) return { law: 'P10', what: `the chain breaks at ${hole}` };
			const changes = await store.db.selectFrom('change').select('entry_id').execute();
			const times = new Map<string, number>();
			for (const { entry_id } of changes) times.set(entry_id, (times.get(entry_id) ?? 0) + 1);
			for (const { browser } of this.#phones) {
				for (const { id, k } of await readOutbox(browser)) {
					this.#count('entries');
					if (!times.has(id)) return { law: 'P1', what: `${k} ${id} was saved and never arrived` };
					if (times.get(id) !== 1) return { law: 'P2', what: `${k} ${id} took effect ${times.get(id)} times` };
				}
			}
			return null;
		} finally {
			await store.close();
		}
	}

	/** A phone that has just joined shows what the others show. */
	async #checkCopies(): Promise<Broken | null> {
		const shown = this.#phones.map(({ device }) => describeBook(device));
		const fresh = await this.#join(VOLUNTEERS[0]!);
		const whole = describeBook(fresh.device);
		await fresh.device.close();
		const at = shown.findIndex((one) => one !== whole);
		return at < 0 ? null : { law: 'P3', what: `phone ${at} shows ${shown[at]}, the ward has ${whole}` };
	}
}

function take<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.at ?? ''}`);
	return result.value;
}

const reach = (device: Device, kind: Device['phase']['kind']) =>
	vi.waitFor(() => {
		if (device.phase.kind !== kind) throw new Error(`${device.phase.kind}, not ${kind}`);
	}, 20_000);

async function readOutbox({ engine }: Browser): Promise<readonly OutboxRow[]> {
	const names = (await engine.indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('gocua-') ? [name] : []));
	const rows: OutboxRow[] = [];
	for (const name of names) {
		const db = openSealedDb(name.slice('gocua-'.length), engine);
		rows.push(...(await db.readOutbox()).outbox);
		db.close();
	}
	return rows;
}

/** Everything that a screen may show, in one order. */
function describeBook({ book }: Device): string {
	const all = [book.households, book.people, book.visits].map((map) =>
		[...(map as ReadonlyMap<string, object>)].toSorted(([a], [b]) => (a < b ? -1 : 1))
	);
	return canonicalText(JSON.parse(JSON.stringify(all)));
}
