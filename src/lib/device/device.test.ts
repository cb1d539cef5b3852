import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Browser, makeTools, PIN, type FakePage } from '../../../tests/fixtures/device.ts';
import { CODE, VOLUNTEER_NAME, WARD_NAME, WardServer } from '../../../tests/fixtures/ward-server.ts';
import type { Day } from '../domain/day.ts';
import type { Birth } from '../domain/birth.ts';
import { makeConsent } from '../domain/consent.ts';
import type { HouseholdId } from '../domain/id.ts';
import type { Result } from '../domain/problem.ts';
import {
	openDevice,
	type Device,
	type HouseholdDraft,
	type PersonDraft,
	type Tools,
	type VisitDraft
} from './device.ts';

const MINUTE_MS = 60_000;

let server: WardServer;
let browser: Browser;
let now: number;
let devices: Device[];

beforeEach(async () => {
	server = await WardServer.open();
	browser = new Browser();
	now = Date.now();
	devices = [];
});
afterEach(async () => {
	await Promise.all(devices.map((device) => device.close()));
	await server.close();
});

function open(changes: Partial<Tools> = {}, where: Browser = browser): Device & { page: FakePage } {
	const page = where.openPage();
	const device = openDevice(makeTools(where, server.origin, { clock: () => now, page, ...changes }));
	devices.push(device);
	return Object.assign(device, { page });
}

async function until(device: Device, isSo: () => boolean): Promise<void> {
	if (isSo()) return;
	await new Promise<void>((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error('it never came to be so')), 10_000);
		const stop = device.subscribe(() => {
			if (!isSo()) return;
			clearTimeout(timer);
			stop();
			resolve();
		});
	});
}

function take<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.at ?? ''}`);
	return result.value;
}

async function join(device: Device): Promise<void> {
	await until(device, () => device.phase.kind === 'new');
	take(await device.join(take(await device.lookAtInvitation(CODE)), now, PIN));
	take(await device.syncNow());
}

async function unlock(device: Device): Promise<void> {
	await until(device, () => device.phase.kind === 'locked');
	take(await device.unlock(PIN));
}

const door = (changes: Partial<HouseholdDraft> = {}): HouseholdDraft => ({
	area: server.area,
	lane: 'ngõ Đình',
	number: '12/3',
	kind: 'ordinary',
	...changes
});
const somebody = (household: HouseholdId, changes: Partial<PersonDraft> = {}): PersonDraft => ({
	household,
	name: 'Nguyễn Thị Thử',
	birth: '1950' as Birth,
	sex: 'female',
	presence: 'home',
	personalId: '000150000001',
	phone: '0999 000 001',
	consent: { ...makeConsent(now), record: true, phone: true },
	...changes
});
const knock = (household: HouseholdId, changes: Partial<VisitDraft> = {}): VisitDraft => ({
	household,
	seenAt: now,
	outcome: 'nobodyHome',
	...changes
});

describe('joining', () => {
	it('ends open, knowing who works here, with a vault that the PIN opens', async () => {
		const device = open();
		expect(device.phase).toEqual({ kind: 'starting' });
		await join(device);
		expect(device.phase).toEqual({ kind: 'open' });
		expect(device.me).toMatchObject({ volunteer: { name: VOLUNTEER_NAME }, ward: { name: WARD_NAME } });
		expect(device.book.areas).toMatchObject([{ id: server.area, assigned: true }]);
		await device.lock();
		expect(device.phase).toEqual({ kind: 'locked', wrongPins: 0, waitMs: 0 });
		expect(device.me).toBeNull();
		expect(device.book.areas).toEqual([]);
		take(await device.unlock(PIN));
		expect(device.me?.volunteer.name).toBe(VOLUNTEER_NAME);
	});

	it('refuses a code that is none without asking, a wrong one, and a weak PIN before the code is used up', async () => {
		const device = open();
		await until(device, () => device.phase.kind === 'new');
		expect(await device.lookAtInvitation('1234')).toMatchObject({ ok: false, problem: { code: 'join.badCode' } });
		expect(server.asked).toHaveLength(0);
		expect(await device.lookAtInvitation('0000-KHEK-A000-0002')).toMatchObject({ problem: { code: 'join.badCode' } });
		const offer = take(await device.lookAtInvitation('gocua:0000-khek-a000-ooo1'));
		for (const [pin, code] of [
			['1234', 'pin.tooShort'],
			['123456', 'pin.tooEasy']
		] as const)
			expect(await device.join(offer, now, pin)).toMatchObject({ ok: false, problem: { code } });
		expect(server.asked.map(({ path }) => path)).toEqual(['/api/v1/join/look', '/api/v1/join/look']);
		expect(device.phase.kind).toBe('new');
	});

	it('is the same phone to the ward when the answer was lost and the app closed', async () => {
		const device = open();
		await until(device, () => device.phase.kind === 'new');
		const offer = take(await device.lookAtInvitation(CODE));
		server.mood = (path) => (path === '/api/v1/join' ? 'cut' : null);
		expect(await device.join(offer, now, PIN)).toMatchObject({ ok: false, problem: { code: 'net.offline' } });
		expect(device.phase.kind).toBe('new');
		await device.close();
		server.mood = null;
		await join(open());
		const keys = server.asked.filter(({ path }) => path === '/api/v1/join').map(({ body }) => JSON.parse(body));
		expect(keys[1]).toMatchObject({ cid: keys[0].cid, publicKey: keys[0].publicKey });
	});

	it('tells the other tabs', async () => {
		const [one, other] = [open(), open()];
		await join(one);
		await until(other, () => other.phase.kind === 'locked');
	});

	it('says so when the browser keeps nothing', async () => {
		const device = open({ engine: { indexedDB: undefined as never, IDBKeyRange: undefined as never } });
		await until(device, () => device.phase.kind !== 'starting');
		expect(device.phase).toMatchObject({ kind: 'broken', problem: { code: 'store.failed' } });
	});
});

describe('the PIN', () => {
	it('has to wait longer after each wrong one from the fifth on, also after the app was closed', async () => {
		const first = open();
		await join(first);
		await first.close();
		const device = open();
		await until(device, () => device.phase.kind === 'locked');
		for (let wrong = 1; wrong <= 4; wrong++) {
			expect(await device.unlock('111222')).toMatchObject({ ok: false, problem: { code: 'pin.wrong' } });
			expect(device.phase).toEqual({ kind: 'locked', wrongPins: wrong, waitMs: 0 });
		}
		for (const [wrongPins, minutes] of [
			[5, 1],
			[6, 5],
			[7, 15],
			[8, 60],
			[9, 60]
		] as const) {
			expect(await device.unlock('111222')).toMatchObject({
				problem: { code: 'pin.wrong', waitMs: minutes * MINUTE_MS }
			});
			expect(device.phase).toEqual({ kind: 'locked', wrongPins, waitMs: minutes * MINUTE_MS });
			now += minutes * MINUTE_MS - 1;
			// The right one is not even tried, here or in a tab that was opened anew.
			for (const tab of [device, open()]) {
				await until(tab, () => tab.phase.kind === 'locked');
				expect(await tab.unlock(PIN)).toMatchObject({ ok: false, problem: { code: 'pin.wait', waitMs: 1 } });
			}
			now += 1;
		}
		take(await device.unlock(PIN));
		await device.lock();
		expect(device.phase).toEqual({ kind: 'locked', wrongPins: 0, waitMs: 0 });
	});

	it('counts an attempt that was cut off', async () => {
		const first = open();
		await join(first);
		await first.close();
		let isAsked = () => {};
		const asked = new Promise<void>((resolve) => (isAsked = resolve));
		const dying = openDevice(
			makeTools(browser, server.origin, {
				clock: () => now,
				hashPin: () => {
					isAsked();
					return new Promise(() => {});
				}
			})
		);
		await until(dying, () => dying.phase.kind === 'locked');
		void dying.unlock('111222');
		await asked;
		const device = open();
		await until(device, () => device.phase.kind === 'locked');
		expect(device.phase).toMatchObject({ wrongPins: 1 });
	});

	it('is not counted as wrong when it could not be tried', async () => {
		const first = open();
		await join(first);
		await first.close();
		const device = open({ hashPin: () => Promise.reject(new RangeError('no memory')) });
		await until(device, () => device.phase.kind === 'locked');
		expect(await device.unlock(PIN)).toMatchObject({ ok: false, problem: { code: 'store.failed' } });
		await unlock(open());
	});
});

describe('saving', () => {
	it('keeps a door, a person and a visit without any network, over a restart', async () => {
		const first = open();
		await join(first);
		const origin = server.origin;
		await server.close();
		const household = take(await first.createHousehold(door({ number: ' 14A ', access: '' })));
		const person = take(await first.addPerson(somebody(household)));
		const standing = { state: 'l2LoggedIn', on: '2026-11-20', evidence: 'seenOnScreen', observer: 'x' } as never;
		const visit = take(
			await first.recordVisit(
				knock(household, { person, outcome: 'done', consent: somebody(household).consent!, standing }),
				{ changes: { standing, barriers: ['B1.1'] as never, phone: '0999.000.002' } }
			)
		);
		await first.close();

		const device = open({ origin });
		await unlock(device);
		expect(device.book.households.get(household)).toEqual({ id: household, ...door({ number: '14A' }) });
		expect(device.book.peopleOf(household)).toMatchObject([
			{ id: person, name: 'Nguyễn Thị Thử', personalId: '000150000001', phone: '0999000002', standing }
		]);
		expect(device.book.visitsOf(household)).toMatchObject([{ id: visit, person, outcome: 'done' }]);
		expect(device.sync).toMatchObject({ waiting: 4, waitingSince: now, received: 0 });
		expect(device.book.stateOf(visit)).toEqual({ state: 'waiting' });
	});

	it('brings what was saved to the ward, once, in the order of the act', async () => {
		const device = open();
		await join(device);
		const household = take(await device.createHousehold(door()));
		const person = take(await device.addPerson(somebody(household)));
		const visit = take(
			await device.recordVisit(
				knock(household, { person, outcome: 'notDone', consent: somebody(household).consent! }),
				{ changes: { presence: 'away' } }
			)
		);
		take(await device.syncNow());
		expect(device.sync).toMatchObject({ waiting: 0, waitingSince: null, received: 3, checking: 0, problem: null });
		const { records, entries, asides } = server.ward.look();
		expect(asides).toEqual([]);
		expect(entries.map(({ entry }) => entry.k)).toEqual(['household.create', 'person.add', 'person.set', 'visit.add']);
		expect(records.find(({ id }) => id === person)?.fields).toMatchObject({
			presence: 'away',
			idKeep: { tail: '0001' }
		});
		// What the ward gave back carries the last digits only.
		expect(device.book.people.get(person)).toMatchObject({ idTail: '0001' });
		expect(device.book.people.get(person)).not.toHaveProperty('personalId');
		expect(device.book.stateOf(visit)).toEqual({ state: 'received', receipt: 4 });
	});

	it('hands out a new book only when something that can be read from it is another', async () => {
		const device = open();
		await join(device);
		const household = take(await device.createHousehold(door()));
		const other = take(await device.createHousehold(door({ number: '99' })));
		take(await device.syncNow());
		const { book } = device;
		const walk = book.walkOn('2026-11-20' as Day);
		expect(walk.map((row) => row.household.id)).toEqual([household, other]);
		take(await device.syncNow());
		expect(device.book).toBe(book);
		const visit = take(await device.recordVisit(knock(household)));
		expect(device.book).not.toBe(book);
		expect(device.book.households).toBe(book.households);
		const after = device.book.walkOn('2026-11-20' as Day);
		expect(after[0]).toMatchObject({ visits: [{ id: visit }], door: { state: 'nobodyHome' } });
		expect(after[1]).toBe(walk[1]);
		// A verdict changes what is said of a record, and must reach whoever shows that.
		const waiting = device.book;
		take(await device.syncNow());
		expect(device.book).not.toBe(waiting);
		expect(device.book.stateOf(visit)).toMatchObject({ state: 'received' });
	});

	it('refuses what the domain refuses, by field, and keeps nothing of it', async () => {
		const device = open();
		await join(device);
		const household = take(await device.createHousehold(door()));
		const person = take(await device.addPerson(somebody(household)));
		const waiting = device.sync.waiting;
		const refusals: [Promise<Result<unknown>>, string, string][] = [
			[device.createHousehold(door({ number: '  ' })), 'field.required', 'number'],
			[device.createHousehold(door({ area: household as never })), 'field.badChoice', 'area'],
			[device.amendHousehold(household, { number: '' }), 'field.required', 'number'],
			[device.addPerson(somebody(household, { name: ' ' })), 'field.required', 'name'],
			[device.addPerson(somebody(household, { birth: '2099' as Birth })), 'field.badDay', 'birth'],
			[device.addPerson(somebody(household, { personalId: '123' })), 'card.badNumber', 'personalId'],
			[device.addPerson(somebody(household, { phone: '12' })), 'field.badPhone', 'phone'],
			[device.addPerson({ household } as PersonDraft), 'field.required', 'name'],
			[device.addPerson(somebody('x' as HouseholdId)), 'entry.outOfScope', 'household'],
			[device.amendPerson(person, { name: null }), 'field.required', 'name'],
			[device.recordVisit(knock(household, { person, outcome: 'done' })), 'field.noConsent', 'consent'],
			[device.recordVisit(knock(household, { note: 'otp 123456' })), 'note.secretCode', 'note'],
			[device.recordVisit(knock(household, { next: { kind: 'revisit' } })), 'field.required', 'next']
		];
		for (const [refusal, code, at] of refusals)
			expect(await refusal).toMatchObject({ ok: false, problem: { code, at } });
		expect(device.sync.waiting).toBe(waiting);
		expect(device.book.households.size).toBe(1);
	});

	it('takes the number back with the consent to keep it', async () => {
		const device = open();
		await join(device);
		const person = take(await device.addPerson(somebody(take(await device.createHousehold(door())))));
		expect(device.book.people.get(person)).toHaveProperty('phone');
		take(await device.amendPerson(person, { consent: null }));
		expect(device.book.people.get(person)).not.toHaveProperty('phone');
	});

	it('F078 notes who of the household helps, nobody else, and nothing of them once they take back their consent', async () => {
		const device = open();
		await join(device);
		const [home, other] = [
			take(await device.createHousehold(door())),
			take(await device.createHousehold(door({ number: '14' })))
		];
		const { personalId: _, ...anybody } = somebody(home);
		const grandma = take(await device.addPerson(anybody));
		const boy = take(await device.addPerson({ ...anybody, name: 'Nguyễn Văn Thử', birth: '2004' as Birth }));
		const shy = take(
			await device.addPerson({
				...anybody,
				name: 'Nguyễn Thị Im',
				phone: undefined as never,
				consent: makeConsent(now)
			})
		);
		const neighbour = take(await device.addPerson({ ...anybody, household: other, name: 'Lê Thị Thử' }));
		for (const wrong of [grandma, neighbour, shy])
			expect(await device.amendPerson(grandma, { buddy: wrong })).toMatchObject({ problem: { at: 'buddy' } });
		// who may not be written down has nobody written down beside them
		expect(await device.amendPerson(shy, { buddy: boy })).toMatchObject({ problem: { at: 'buddy' } });
		take(await device.amendPerson(grandma, { buddy: boy }));
		take(await device.syncNow());
		const kept = () => server.ward.look().records.find(({ id }) => id === grandma)!.fields;
		expect(kept()).toMatchObject({ buddy: boy });
		expect(server.ward.look().asides).toEqual([]);
		// the link goes with the consent of the one who helped, in the same act
		take(await device.amendPerson(boy, { consent: null }));
		expect(device.book.people.get(grandma)).not.toHaveProperty('buddy');
		take(await device.amendPerson(boy, { consent: { ...makeConsent(now), record: true } }));
		take(await device.amendPerson(grandma, { buddy: boy }));
		// and with the consent of the one who was helped
		take(await device.amendPerson(grandma, { consent: null }));
		expect(device.book.people.get(grandma)).not.toHaveProperty('buddy');
		take(await device.syncNow());
		expect(kept()).not.toHaveProperty('buddy');
	});

	it('F021 puts a door into a square of its lane’s drawing, takes it off again, and knows no other place', async () => {
		const device = open();
		await join(device);
		const home = take(await device.createHousehold(door()));
		take(await device.amendHousehold(home, { sketch: { x: 2, y: 7 } }));
		expect(device.book.households.get(home)).toMatchObject({ sketch: { x: 2, y: 7 } });
		for (const odd of [
			{ x: 9, y: 0 },
			{ x: 1, y: 1, lat: 10.7 }
		])
			expect(await device.amendHousehold(home, { sketch: odd })).toMatchObject({ problem: { at: 'sketch' } });
		take(await device.syncNow());
		const kept = () => server.ward.look().records.find(({ id }) => id === home)!.fields;
		expect(kept()).toMatchObject({ sketch: { x: 2, y: 7 } });
		take(await device.amendHousehold(home, { sketch: null }));
		take(await device.syncNow());
		expect(kept()).not.toHaveProperty('sketch');
		expect(server.ward.look().asides).toEqual([]);
	});

	it('build 3: tells what the ward knows of somebody apart from what only this phone knows', async () => {
		const device = open();
		await join(device);
		const standing = { state: 'l2LoggedIn', on: '2026-11-20' as Day, evidence: 'seenOnScreen', observer: 'x' } as const;
		const home = take(await device.createHousehold(door()));
		const person = take(await device.addPerson(somebody(home)));
		take(await device.syncNow());
		expect(device.book.knownOf(person)).toBeUndefined();
		const consent = { ...makeConsent(now), record: true, phone: true };
		take(
			await device.recordVisit(knock(home, { outcome: 'done', person, consent, standing }), { changes: { standing } })
		);
		expect([device.book.people.get(person)?.standing, device.book.knownOf(person)]).toEqual([standing, undefined]);
		take(await device.syncNow());
		expect(device.book.knownOf(person)).toEqual(standing);
		// another change that waits takes nothing away from what the ward has
		take(await device.amendPerson(person, { presence: 'away' }));
		expect(device.book.knownOf(person)).toEqual(standing);
	});

	it('writes nothing when nothing changed, and clears a field with null', async () => {
		const device = open();
		await join(device);
		const household = take(await device.createHousehold(door({ access: 'chó dữ' })));
		const person = take(await device.addPerson(somebody(household)));
		take(await device.syncNow());
		take(await device.amendHousehold(household, { lane: 'ngõ Đình ' }));
		take(await device.amendPerson(person, { name: 'Nguyễn Thị Thử', phone: '0999 000 001' }));
		expect(device.sync.waiting).toBe(0);
		take(await device.amendHousehold(household, { access: undefined as never }));
		take(await device.amendPerson(person, { phone: null }));
		expect(device.book.households.get(household)).not.toHaveProperty('access');
		take(await device.syncNow());
		expect(device.book.people.get(person)).not.toHaveProperty('phone');
		expect(server.ward.look().records.find(({ id }) => id === person)?.fields).not.toHaveProperty('phone');
	});

	it('shows what the ward sent back, and gives the mended visit to it', async () => {
		const device = open();
		await join(device);
		const household = take(await device.createHousehold(door()));
		const visit = take(await device.recordVisit(knock(household, { note: 'gọi cửa' })));
		expect(await device.answerReturned(visit, {})).toMatchObject({ ok: false, problem: { code: 'review.notWaiting' } });
		take(await device.syncNow());
		const target = { table: 'visit', id: visit, field: 'note' } as const;
		await server.review(visit, { act: 'return', target, comment: 'Ghi rõ hơn' });
		take(await device.syncNow());
		expect(device.book.visits.get(visit)?.review).toMatchObject({ state: 'returned', comment: 'Ghi rõ hơn', target });
		expect(device.book.stateOf(visit).state).toBe('returned');
		take(
			await device.answerReturned(visit, { visit: { note: 'gọi cửa hai lần' }, household: door({ number: '12/4' }) })
		);
		expect(device.book.visits.get(visit)).toMatchObject({ note: 'gọi cửa hai lần', review: { state: 'corrected' } });
		expect(device.book.stateOf(visit).state).toBe('waiting');
		take(await device.syncNow());
		expect(device.book.stateOf(visit).state).toBe('corrected');
		expect(device.book.households.get(household)?.number).toBe('12/4');
		await server.review(visit, { act: 'approve' });
		take(await device.syncNow());
		expect(device.book.stateOf(visit).state).toBe('approved');
	});

	it('shows in one tab what another one saved', async () => {
		const [one, other] = [open(), open()];
		await join(one);
		await unlock(other);
		const household = take(await one.createHousehold(door()));
		await until(other, () => other.book.households.has(household));
		take(await other.amendHousehold(household, { number: '99' }));
		await until(one, () => one.book.households.get(household)?.number === '99');
	});
});

describe('sync', () => {
	it('keeps everything and says why while the ward does not answer, then goes on by itself', async () => {
		const device = open();
		await join(device);
		for (const [body, code] of [
			['<html>', 'net.notWard'],
			['500', 'net.busy']
		] as const) {
			server.mood = () => ({ status: code === 'net.busy' ? 500 : 200, body });
			take(await device.createHousehold(door({ number: body })));
			await until(device, () => device.sync.problem?.code === code);
		}
		expect(device.sync.waiting).toBe(2);
		server.mood = null;
		device.page.goOnline();
		await until(device, () => device.sync.waiting === 0 && device.sync.problem === null);
		expect(server.ward.look().records).toHaveLength(2);
	});

	it('begins at once where the phone holds nothing yet, and after its list is shown where it holds one', async () => {
		const first = open();
		await until(first, () => first.phase.kind === 'new');
		take(await first.join(take(await first.lookAtInvitation(CODE)), now, PIN));
		expect(first.sync.isRunning).toBe(true);
		take(await first.syncNow());
		take(await first.createHousehold(door()));
		await first.close();
		const second = open();
		await unlock(second);
		expect(second.sync.isRunning).toBe(false);
		await until(second, () => second.sync.waiting === 0);
	});

	it('asks for nothing while it is hidden, and as soon as it is seen', async () => {
		const device = open();
		await join(device);
		await until(device, () => !device.sync.isRunning);
		device.page.hide();
		take(await device.createHousehold(door()));
		const asked = server.asked.length;
		device.page.goOnline();
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(server.asked.length).toBe(asked);
		device.page.show();
		await until(device, () => device.sync.waiting === 0);
	});

	it('learns how far the clock is off', async () => {
		server.skewMs = -3 * 3600_000;
		const device = open();
		await join(device);
		expect(Math.abs(device.sync.clockOffsetMs + 3 * 3600_000)).toBeLessThan(5000);
		take(await device.createHousehold(door()));
		take(await device.syncNow());
		expect(device.sync.waiting).toBe(0);
	});
});

describe('locking', () => {
	it('on demand locks every tab and leaves nothing to read', async () => {
		const [one, other] = [open(), open()];
		await join(one);
		await unlock(other);
		const household = take(await one.createHousehold(door()));
		await one.lock();
		for (const tab of [one, other]) {
			await until(tab, () => tab.phase.kind === 'locked');
			expect(tab.book.households.size).toBe(0);
			expect(tab.me).toBeNull();
			expect(await tab.createHousehold(door())).toMatchObject({ ok: false, problem: { code: 'vault.locked' } });
			expect(await tab.syncNow()).toMatchObject({ ok: false, problem: { code: 'vault.locked' } });
			await expect(tab.writeDraft('a', 1)).rejects.toMatchObject({ problem: { code: 'vault.locked' } });
		}
		take(await one.unlock(PIN));
		expect(one.book.households.has(household)).toBe(true);
		expect(other.phase.kind).toBe('locked');
	});

	it('finishes a save that is under way', async () => {
		const device = open();
		await join(device);
		const saved = device.createHousehold(door());
		await device.lock();
		const household = take(await saved);
		take(await device.unlock(PIN));
		expect(device.book.households.has(household)).toBe(true);
	});

	it('comes by itself after 2 minutes hidden, seen at the return at the latest', async () => {
		const device = open();
		await join(device);
		device.page.hide();
		now += 2 * MINUTE_MS - 1;
		device.page.show();
		expect(device.phase.kind).toBe('open');
		device.page.hide();
		now += 2 * MINUTE_MS;
		device.page.show();
		expect(device.phase.kind).toBe('locked');
	});

	it('comes by itself after 5 minutes without a touch', async () => {
		const device = open();
		await join(device);
		now += 5 * MINUTE_MS - 1;
		device.noteActivity();
		now += 5 * MINUTE_MS - 1;
		device.noteActivity();
		expect(device.phase.kind).toBe('open');
		now += 5 * MINUTE_MS;
		device.noteActivity();
		expect(device.phase.kind).toBe('locked');
	});
});

describe('drafts', () => {
	it('outlive a lock and a restart until they are dropped', async () => {
		const first = open();
		await join(first);
		const form = { name: 'Nguyễn', step: 2 };
		void first.writeDraft('person/new', form);
		form.step = 9;
		await first.writeDraft('other', null);
		await first.close();
		const device = open();
		await unlock(device);
		expect(await device.readDraft('person/new')).toEqual({ name: 'Nguyễn', step: 2 });
		expect(await device.readDraft('nothing')).toBeNull();
		void device.writeDraft('person/new', { late: true });
		await device.dropDraft('person/new');
		expect(await device.readDraft('person/new')).toBeNull();
	});

	it('go in the commit of the save that ends them, and stay when it fails', async () => {
		const device = open();
		await join(device);
		const household = take(await device.createHousehold(door()));
		const form = 'visit/1';
		await device.writeDraft(form, 'half');
		const newcomer = somebody(household);
		const visit = knock(household, { outcome: 'done', consent: newcomer.consent! });
		const put = IDBObjectStore.prototype.put;
		const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
			if (this.name === 'record') throw new DOMException('no room', 'QuotaExceededError');
			return put.apply(this, row);
		});
		expect(await device.recordVisit(visit, { newcomer, form })).toMatchObject({ problem: { code: 'store.full' } });
		full.mockRestore();
		expect(await device.readDraft(form)).toBe('half');
		expect(device.book.peopleOf(household)).toEqual([]);

		void device.writeDraft(form, 'nearly whole');
		take(await device.recordVisit(visit, { newcomer, form }));
		expect(await device.readDraft(form)).toBeNull();
		const [person] = device.book.peopleOf(household);
		expect(device.book.visitsOf(household)).toMatchObject([{ person: person?.id }]);
	});

	it('wait for room on a full disk, also through a lock, and are written when there is some', async () => {
		const device = open();
		await join(device);
		await device.writeDraft('a', 'old');
		const put = IDBObjectStore.prototype.put;
		const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
			if (this.name === 'draft') throw new DOMException('no room', 'QuotaExceededError');
			return put.apply(this, row);
		});
		await expect(device.writeDraft('a', 'new')).rejects.toMatchObject({ problem: { code: 'store.full' } });
		await expect(device.writeDraft('b', 'gone')).rejects.toMatchObject({ problem: { code: 'store.full' } });
		await device.dropDraft('b');
		await device.lock();
		await unlock(device);
		expect(await device.readDraft('a')).toBe('new');
		expect(await device.readDraft('b')).toBeNull();
		full.mockRestore();
		await device.close();
		const later = open();
		await unlock(later);
		expect(await later.readDraft('a')).toBe('new');
	});
});

describe('what lies on the disk', () => {
	it('names nobody: no name, number, phone or address in any row, open or locked', async () => {
		const device = open();
		await join(device);
		const household = take(await device.createHousehold(door({ lane: 'hẻm Bí Mật', access: 'chó dữ' })));
		const person = take(await device.addPerson(somebody(household)));
		take(
			await device.recordVisit(
				knock(household, { person, outcome: 'notDone', consent: somebody(household).consent!, note: 'ghi chú riêng' }),
				{ changes: { name: 'Nguyễn Thị Thử Hai' } }
			)
		);
		await device.writeDraft('form', { name: 'Nguyễn Thị Nháp', number: '000150000009' });
		take(await device.syncNow());
		take(await device.amendPerson(person, { name: 'Nguyễn Thị Thử Ba' }));
		await device.lock();
		const secrets = [
			...['Nguyễn', 'Nháp', 'Bí Mật', 'chó dữ', 'ghi chú', '12/3', VOLUNTEER_NAME, WARD_NAME, 'Tổ dân phố Thử'],
			...['000150000001', '000150000009', '0999000001', '0999 000 001', PIN, CODE]
		];
		const disk = await readDisk(browser);
		expect(disk.length).toBeGreaterThan(2000);
		expect(secrets.filter((secret) => isIn(disk, secret))).toEqual([]);
		// The scan itself sees what lies open.
		expect(isIn(disk, household)).toBe(true);
		expect(isIn(Buffer.concat([disk, Buffer.from('Bí Mật', 'utf16le')]), 'Bí Mật')).toBe(true);
	});
});

/** Every byte of every row of every database. */
async function readDisk({ engine }: Browser): Promise<Buffer> {
	const parts: Buffer[] = [];
	const ask = <Value>(request: IDBRequest<Value>) =>
		new Promise<Value>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	for (const { name } of await engine.indexedDB.databases()) {
		const db = await ask(engine.indexedDB.open(name!));
		parts.push(Buffer.from(name!));
		for (const store of db.objectStoreNames) {
			const rows = db.transaction(store).objectStore(store);
			for (const value of [...(await ask(rows.getAll())), ...(await ask(rows.getAllKeys()))]) collect(value, parts);
		}
		db.close();
	}
	return Buffer.concat(parts);
}

function collect(value: unknown, parts: Buffer[]): void {
	if (value instanceof Uint8Array) parts.push(Buffer.from(value));
	else if (value instanceof ArrayBuffer) parts.push(Buffer.from(value));
	else if (Array.isArray(value)) for (const item of value) collect(item, parts);
	else if (value instanceof Object)
		for (const [key, item] of Object.entries(value)) {
			parts.push(Buffer.from(key));
			collect(item, parts);
		}
	else parts.push(Buffer.from(`${String(value)}\n`));
}

function isIn(disk: Buffer, secret: string): boolean {
	return ['NFC', 'NFD'].some((form) => {
		const text = secret.normalize(form);
		const bytes = Buffer.from(text);
		// Base64 of a text depends on where it begins: three ways, without the characters that its neighbours share.
		const base64 = [0, 1, 2].map((shift) => {
			const whole = Buffer.concat([Buffer.alloc(shift), bytes])
				.toString('base64')
				.replace(/=+$/, '');
			return whole.slice(shift === 0 ? 0 : shift + 1, -1);
		});
		return [bytes, Buffer.from(text, 'utf16le'), ...base64].some((form) => disk.includes(form));
	});
}
