// Practice never reaches the ward (issue 7, Shows g): whatever is mixed on one phone, what arrives is the real work and
// nothing else; and a client that was patched to hand practice over is refused at every wall that it comes to.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Birth } from '../../src/lib/domain/birth.ts';
import { makeConsent } from '../../src/lib/domain/consent.ts';
import { dayAt } from '../../src/lib/domain/day.ts';
import type { ClientId, HouseholdId } from '../../src/lib/domain/id.ts';
import type { Result } from '../../src/lib/domain/problem.ts';
import { readRescue, writeRescue } from '../../src/lib/contract/rescue.ts';
import { makeBundle, sendSealed } from '../../src/lib/device/courier.ts';
import { openDevice, type Device } from '../../src/lib/device/device.ts';
import { openDirectory, type Profile } from '../../src/lib/device/directory.ts';
import { Hand } from '../../src/lib/device/hand.ts';
import { openLink, type OpenLink } from '../../src/lib/device/link.ts';
import { PRACTICE_MARK, PRACTICE_RECORD } from '../../src/lib/device/practice-lane.ts';
import { layPracticeGround, makePractice } from '../../src/lib/device/practice.ts';
import { postRow, sealEntry } from '../../src/lib/device/row.ts';
import { openSealedDb } from '../../src/lib/device/sealed-db.ts';
import { openStoreAsIs } from '../../src/lib/server/db/open-store.ts';
import { openStore } from '../../src/lib/device/store.ts';
import { hashHex } from '../../src/lib/device/vault.ts';
import { makeSeal } from '../../src/lib/device/vault/seal.ts';
import { ROUND, runRound } from '../../src/lib/sync/phone.ts';
import { sendOpen } from '../../src/lib/sync/send.ts';
import type { PostedEntry } from '../../src/lib/sync/entry.ts';
import type { WardKeys } from '../../src/lib/sync/scope.ts';
import { Browser, makeTools, PIN, type FakeCaches } from '../fixtures/device.ts';
import { CODE, WardServer } from '../fixtures/ward-server.ts';
import { KHANG, openTestWard, type TestWard } from '../fixtures/ward.ts';
import { openWardFetch, ORIGIN, type Exchange } from '../fixtures/ward-fetch.ts';

const QUARTER = 'Khu tập';

function take<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.at ?? ''}`);
	return result.value;
}

const AT_TABLE = { topic: 'activate', outcome: 'done', barrier: null } as const;
const EVENT = {
	...({ place: 'school', channel: 'training', topic: 'Lớp chỉ để tập', materials: '' } as const),
	...{ audience: 9, households: 9, helped: 9, followUps: 9 }
};

const ACTS = [
	'door',
	'knock',
	'help',
	'begin',
	'practiceDoor',
	'practicePerson',
	'practiceVisit',
	'practiceKnock',
	'practiceTold',
	'practiceDraft',
	'end',
	'sync',
	'export',
	'lock',
	'restart',
	'otherPage'
] as const;
type Act = (typeof ACTS)[number];

describe('the real work and practice on one phone, in any order', () => {
	/** How much was practised over all runs: a law about nothing would always hold. */
	let practised = 0;

	/** One phone with one ward, and all that was really done. */
	class Mixed {
		readonly real = new Set<string>();
		readonly files: string[] = [];
		readonly #server: WardServer;
		readonly #browser = new Browser();
		readonly #devices: Device[] = [];
		readonly #doors: HouseholdId[] = [];
		#practice: Device | null = null;

		static async open(): Promise<Mixed> {
			const mixed = new Mixed(await WardServer.open());
			const device = mixed.#turnOn();
			await vi.waitFor(() => expect(device.phase.kind).toBe('new'), { timeout: 5_000 });
			take(await device.join(take(await device.lookAtInvitation(CODE)), Date.now(), PIN));
			take(await device.syncNow());
			return mixed;
		}

		private constructor(server: WardServer) {
			this.#server = server;
		}

		get #device(): Device {
			return this.#devices.at(-1)!;
		}

		#turnOn(): Device {
			const device = openDevice(makeTools(this.#browser, this.#server.origin));
			this.#devices.push(device);
			return device;
		}

		async #unlock(): Promise<void> {
			await vi.waitFor(() => expect(this.#device.phase.kind).toBe('locked'), { timeout: 5_000 });
			take(await this.#device.unlock(PIN));
		}

		async act(act: Act): Promise<void> {
			const device = this.#device;
			const door = this.#doors.at(-1);
			const practice = this.#practice?.phase.kind === 'open' ? this.#practice : null;
			const practiceDoors = [...(practice?.book.households.keys() ?? [])];
			const practiceDoor = practiceDoors[practised % Math.max(1, practiceDoors.length)];
			if (act.startsWith('practice') && practice) practised += 1;
			switch (act) {
				case 'door': {
					const fields = { area: this.#server.area, lane: 'ngõ Đình', number: '7', kind: 'ordinary' } as const;
					const id = take(await device.createHousehold(fields));
					this.#doors.push(id);
					this.real.add(id);
					return;
				}
				case 'knock':
					if (door)
						this.real.add(take(await device.noteVisit({ household: door, seenAt: Date.now(), outcome: 'nobodyHome' })));
					return;
				case 'help':
					this.real.add(take(await device.noteHelp({ ...AT_TABLE, area: this.#server.area, at: Date.now() })));
					return;
				case 'begin':
					this.#practice = take(await device.practise(QUARTER));
					return;
				case 'practiceDoor':
					if (practice)
						take(
							await practice.createHousehold({
								area: practice.book.areas[0]!.id,
								lane: 'ngõ Tập',
								number: '10',
								kind: 'ordinary'
							})
						);
					return;
				case 'practicePerson':
					if (practice && practiceDoor) take(await practice.addPerson(somebody(practiceDoor)));
					return;
				case 'practiceVisit':
					if (practice && practiceDoor)
						take(await practice.recordVisit({ household: practiceDoor, seenAt: Date.now(), outcome: 'informed' }));
					return;
				case 'practiceKnock':
					if (practice && practiceDoor)
						take(await practice.noteVisit({ household: practiceDoor, seenAt: Date.now(), outcome: 'nobodyHome' }));
					return;
				case 'practiceTold': {
					if (!practice) return;
					const area = practice.book.areas[0]!.id;
					take(await practice.noteHelp({ ...AT_TABLE, area, at: Date.now() }));
					take(await practice.noteEvent({ ...EVENT, day: dayAt(Date.now()), area }));
					return;
				}
				case 'practiceDraft':
					await practice?.writeDraft(`visit/${practiceDoor}`, { note: 'dở' });
					return;
				case 'end':
					await practice?.close();
					return;
				case 'sync':
					take(await device.syncNow());
					return;
				case 'export': {
					const exported = await device.exportUnsent();
					if (exported.ok) this.files.push(...exported.value.files);
					return;
				}
				case 'lock':
					await device.lock();
					return this.#unlock();
				case 'restart':
					await device.close();
					this.#turnOn();
					return this.#unlock();
				case 'otherPage':
					// the one before lives on behind it, with its practice
					this.#turnOn();
					return this.#unlock();
			}
		}

		/** Everything that is still held or waits goes, then what has arrived and what lies anywhere beside it. */
		async settle(): Promise<{ arrived: string[]; texts: string }> {
			for (const device of this.#devices) await device.close();
			this.#turnOn();
			await this.#unlock();
			take(await this.#device.syncNow());
			const { entries, asides } = this.#server.ward.look();
			const mirrored = [...(this.#browser.caches as unknown as FakeCaches).kept.values()].flatMap((shelf) => [
				...shelf
			]);
			const texts = JSON.stringify([
				this.#server.ward.look(),
				this.#server.asked.map(({ body }) => body),
				this.files,
				mirrored
			]);
			expect(asides).toEqual([]);
			return { arrived: entries.map(({ entry }) => entry.e), texts };
		}

		async close(): Promise<void> {
			for (const device of this.#devices) await device.close();
			await this.#server.close();
		}
	}

	const somebody = (household: HouseholdId) => ({
		household,
		name: 'Trần Thị Tập',
		birth: '1992' as Birth,
		sex: 'female' as const,
		presence: 'home' as const,
		personalId: '000192000902',
		consent: { ...makeConsent(Date.now()), record: true }
	});

	it(
		'what arrives at the ward is what was really done, once, and nothing anywhere names practice',
		{ timeout: 300_000 },
		async () => {
			const anyActs = fc.array(fc.constantFrom(...ACTS), { minLength: 6, maxLength: 18 });
			await fc.assert(
				fc.asyncProperty(anyActs, async (acts) => {
					const mixed = await Mixed.open();
					try {
						// every run begins with both, so that each has something to mix
						for (const act of ['door', 'begin', ...acts] as const) await mixed.act(act);
						const { arrived, texts } = await mixed.settle();
						expect(new Set(arrived)).toEqual(mixed.real);
						expect(arrived).toHaveLength(mixed.real.size);
						for (const mark of [PRACTICE_MARK, PRACTICE_RECORD]) expect(texts).not.toContain(mark);
						for (const name of ['Trần Thị Tập', 'ngõ Tập', EVENT.topic, QUARTER]) expect(texts).not.toContain(name);
					} finally {
						await mixed.close();
					}
				}),
				{ numRuns: 20 }
			);
			expect(practised).toBeGreaterThan(20);
		}
	);
});

describe('a client that was patched to send practice', () => {
	let test: TestWard;
	let browser: Browser;
	let device: Device;
	let profile: Profile;
	let link: OpenLink;
	let keys: WardKeys;
	let log: Exchange[];

	beforeEach(async () => {
		test = await openTestWard();
		browser = new Browser();
		log = [];
		const tools = makeTools(browser, ORIGIN, { clock: test.now, fetch: openWardFetch(test, log) });
		device = openDevice(tools);
		await vi.waitFor(() => expect(device.phase.kind).toBe('new'), { timeout: 5_000 });
		take(await device.join(take(await device.lookAtInvitation(await test.invite(KHANG))), test.now(), PIN));
		take(await device.syncNow());
		const directory = openDirectory(browser.engine);
		profile = (await directory.readCurrent())!;
		directory.close();
		const signer = { ward: profile.ward, device: profile.device, key: profile.keys.signing, clockOffsetMs: 0 };
		link = openLink(tools, { ...signer, wardKey: () => null });
		keys = take(await link.pull({ ...(await standing()), cur: 0, scope: null, pend: 0, limit: 1 })).scope!.keys;
	});
	afterEach(async () => {
		link.close();
		await device.close();
		await test.close();
	});

	/** As the phone stands at its ward; read from its own database. */
	async function standing() {
		const db = openSealedDb(profile.id, browser.engine);
		const { state } = await db.readOutbox();
		db.close();
		return { epoch: state.epoch, wm: state.wm, cid: state.cid as ClientId, now: test.now() };
	}

	const practiceTools = () => ({
		clock: test.now,
		randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
		engine: browser.engine
	});

	/** A practice with three entries in its outbox, and what a patched client would have taken out of it. */
	async function practise() {
		const names = { quarter: QUARTER, ward: 'Phường', volunteer: KHANG };
		const ground = await layPracticeGround(names, practiceTools());
		const practice = makePractice(names, practiceTools(), Hand, ground);
		const [door] = practice.book.households.keys();
		const seenAt = test.now();
		take(await practice.recordVisit({ household: door!, seenAt, outcome: 'informed' }));
		take(await practice.recordVisit({ household: door!, seenAt, outcome: 'refused' }));
		const area = practice.book.areas[0]!.id;
		take(await practice.createHousehold({ area, lane: 'ngõ Tập', number: '99', kind: 'ordinary' }));
		expect(await ground.store.transact((tx) => tx.countOpen())).toBe(3);
		return { practice, ground };
	}

	/** All that the ward has kept, whatever it thinks of it. */
	async function countKept(): Promise<Record<string, number>> {
		const store = openStoreAsIs(test.config);
		const kept: Record<string, number> = {};
		for (const table of ['entry', 'record', 'change', 'aside'] as const)
			kept[table] = (await store.db.selectFrom(table).select('ward_id').execute()).length;
		await store.close();
		return kept;
	}

	const pushes = () => log.filter(({ path }) => path.endsWith('/push')).map(({ status }) => status);

	it('finds nothing to send under the name of a profile', async () => {
		const { practice, ground } = await practise();
		const before = await countKept();
		const pushed = pushes().length;
		const tools = makeTools(browser, ORIGIN, { clock: test.now, fetch: openWardFetch(test, log) });
		const names = (await browser.engine.indexedDB.databases()).map(({ name }) => name!);
		const mine = names.find((name) => name.startsWith(PRACTICE_MARK))!;
		for (const id of [mine, mine.replace(/^practice-/, '')])
			expect(await sendSealed({ ...profile, id }, tools)).toMatchObject({ problem: { code: 'vault.damaged' } });
		expect(pushes()).toHaveLength(pushed);
		expect(await countKept()).toEqual(before);
		expect(ground.store.posted.size).toBe(0);
		await practice.close();
	});

	it('gets no seal for it, also where it plants the ward’s keys', async () => {
		const { practice, ground } = await practise();
		await ground.store.transact((tx) => tx.writeState({ keys }));
		await ground.store.sealWaiting();
		const [door] = practice.book.households.keys();
		take(await practice.recordVisit({ household: door!, seenAt: test.now(), outcome: 'informed' }));
		expect(ground.store.posted.size).toBe(0);
		await practice.close();
	});

	it('is refused when it runs a round over the open store: every entry stays where it was', async () => {
		const { practice, ground } = await practise();
		const before = await countKept();
		const round = await runRound(ground.store, link, { clock: test.now } as never);
		expect(round).toMatchObject({ ok: false });
		expect(new Set(pushes().slice(-1))).toEqual(new Set([400]));
		expect(await countKept()).toEqual(before);
		expect(await ground.store.transact((tx) => tx.countOpen())).toBe(3);
		await practice.close();
	});

	it('is refused with the phone’s own name, keys and seal, by each way that takes entries', async () => {
		const { practice, ground } = await practise();
		const { cid, epoch, wm } = await standing();
		await ground.store.transact((tx) => tx.writeState({ cid, epoch, wm, keys }));
		const before = await countKept();
		const seal = makeSeal(profile.ward, keys.seal);
		const sealed: PostedEntry[] = [];
		for (const open of ground.store.open.values()) sealed.push(postRow(await sealEntry(null, seal, open, 0))!);
		expect(sealed).toHaveLength(3);
		const batch = { ...(await standing()), pend: 3, maxN: 3, entries: sealed };
		const bundle = await makeBundle(
			{ ward: profile.ward, device: profile.device, cid, madeAt: test.now(), entries: sealed },
			profile.keys.signing
		);
		const answers = [
			await link.push(batch),
			await link.deposit(batch),
			await link.carry({ ...(await standing()), bundle })
		];
		for (const answer of answers) expect(answer).toMatchObject({ ok: false, problem: { code: 'net.badRequest' } });
		// in the clear and one by one, as the engine goes on where a batch is refused
		const plain = await sendOpen(ground.store, (one) => link.push(one), test.now, ROUND);
		expect(plain).toMatchObject({ ok: true, value: { pushed: 0, stuck: { code: 'entry.invalid' } } });
		// and no other phone takes it over
		const file = await writeRescue([bundle], hashHex);
		expect(await readRescue(file, profile.ward, hashHex)).toMatchObject({ problem: { code: 'rescue.foreign' } });
		expect(await device.takeRescue(file)).toMatchObject({ problem: { code: 'rescue.foreign' } });
		expect(await countKept()).toEqual(before);
		await practice.close();
	});

	it('the same ways take a real entry: what is refused is practice', async () => {
		const before = await countKept();
		const [area] = device.book.areas.filter(({ assigned }) => assigned);
		take(await device.createHousehold({ area: area!.id, lane: 'ngõ Đình', number: '99', kind: 'ordinary' }));
		take(await device.syncNow());
		expect((await countKept())['entry']).toBe(before['entry']! + 1);
	});

	it('opens nothing that a page which died has left', async () => {
		const { ground } = await practise();
		const { cipher } = await layPracticeGround({ quarter: '', ward: '', volunteer: '' }, practiceTools());
		const other = await openStore(ground.db, cipher, null);
		expect(other.records.size).toBe(0);
		expect(other.open.size).toBe(0);
		expect(other.damaged).toBeGreaterThan(0);
	});
});
