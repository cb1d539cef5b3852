// One phone that records for several, and a lane that goes on from phone to phone without a network: what each visit says,
// what the other phone walks, who cannot read it, and that the ward has everything once.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { offline, setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { Browser, PIN } from '../../../tests/fixtures/device.ts';
import { VOLUNTEER_NAME } from '../../../tests/fixtures/ward-server.ts';
import { newId } from '../../../tests/storage/samples.ts';
import { makeCrew } from '../domain/crew.ts';
import { dayAt } from '../domain/day.ts';
import type { AreaId, HouseholdId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { relayWeek } from '../domain/relay.ts';
import { endCrew, noteRelay, startCrew, switchKnocker } from '../domain/shift.ts';
import { isLeft } from '../domain/walk.ts';
import type { Device, GivenRelay } from './device.ts';
import { packText, unpackText } from './pack.ts';
import { RowReader } from './picture-row.ts';
import { openRelay, sealRelay } from './vault/relay.ts';

/** Midday in Vietnam, so that half an hour later is the same day. */
const NOON = Date.parse('2026-11-20T05:00:00Z');
const KEY = 'A'.repeat(43);
const OTHER_KEY = `B${'A'.repeat(42)}`;

const stage = setStage();
const { join } = stage;
/** Another phone each time. */
const open = (browser = new Browser()) => stage.open({}, browser);

beforeEach(() => {
	stage.now = NOON;
	stage.server.skewMs = stage.now - Date.now();
	stage.server.relayKeys = keysOf(stage.server.area, KEY);
});

const keysOf = (area: AreaId, key: string, week = relayWeek(dayAt(NOON))) => [
	{ area, week, key },
	{ area, week: week + 1, key: `C${key.slice(1)}` }
];

const LANE = 'ngõ Bí Mật';
const doorOf = (device: Device, number: string) =>
	[...device.book.households.values()].find((household) => household.number === number)!.id;
const walkOf = (device: Device) => device.book.walkOn(dayAt(stage.now));
const leftOn = (device: Device) =>
	walkOf(device)
		.filter((row) => isLeft(row, dayAt(stage.now)))
		.map(({ household }) => household.number);
const nobodyHome = (device: Device, number: string) =>
	device.recordVisit({ household: doorOf(device, number), seenAt: stage.now, outcome: 'nobodyHome' });
const visitsAtWard = () =>
	stage.server.ward
		.look()
		.records.filter(({ table }) => table === 'visit')
		.map(({ fields }) => fields as { household: HouseholdId; knocker?: { letter: string; name: string } });

/** Two phones that hold the same lane of the ward, and then no network. */
async function meet(): Promise<{ giver: Device; taker: Device }> {
	const giver = open();
	await join(giver);
	for (const number of ['1', '2', '3', '4', '5', '6'])
		take(await giver.createHousehold({ area: stage.server.area, lane: LANE, number, kind: 'ordinary' }));
	take(await giver.syncNow());
	stage.server.inviteBeside();
	const taker = open();
	await join(taker);
	stage.server.mood = offline;
	return { giver, taker };
}

const give = async (device: Device, numbers: readonly string[]): Promise<GivenRelay> =>
	take(
		await device.giveRelay({
			area: stage.server.area,
			lane: LANE,
			doors: numbers.map((number) => doorOf(device, number))
		})
	);

/** What a camera makes of the pictures, one in three of which it misses. */
async function film({ pictures }: GivenRelay): Promise<string> {
	const reader = new RowReader();
	for (let number = 0; reader.finish() === null; number++) {
		expect(number).toBeLessThan(100);
		if (number % 3 !== 1) reader.take(pictures.text(number));
	}
	return take(await unpackText(reader.finish()!));
}

describe('a lane from phone to phone', () => {
	it('is walked on by the other one, passed over by this one, and the ward has each visit once', async () => {
		const { giver, taker } = await meet();
		take(await nobodyHome(giver, '1'));
		take(await giver.recordVisit({ household: doorOf(giver, '3'), seenAt: stage.now, outcome: 'refused' }));
		const given = await give(giver, ['1', '3', '5']);
		const text = await film(given);
		// not given before the other phone has said so
		expect(leftOn(giver)).toEqual(['1', '2', '4', '5', '6']);
		expect(take(await taker.takeRelay(text))).toMatchObject({ missing: 0, relay: { from: VOLUNTEER_NAME } });
		take(await giver.changeShift((shift) => noteRelay(shift, 'given', given.relay)));
		expect(leftOn(giver)).toEqual(['2', '4', '6']);
		// done on the first phone and known nowhere else: passed over here, too
		expect(leftOn(taker)).toEqual(['1', '2', '4', '5', '6']);
		expect(walkOf(taker)[0]).toMatchObject({
			seenOn: dayAt(stage.now),
			heard: { from: VOLUNTEER_NAME, isOver: false }
		});

		take(await nobodyHome(taker, '5'));
		const known = take(await taker.takeRelay(text));
		expect(known.missing).toBe(0);
		expect(taker.shift?.relays).toHaveLength(1);
		stage.server.mood = null;
		for (const phone of [giver, taker, giver, taker]) take(await phone.syncNow());
		const doors = visitsAtWard().map(({ household }) => household);
		expect(doors.toSorted()).toEqual([doorOf(giver, '1'), doorOf(giver, '3'), doorOf(giver, '5')].toSorted());
		// what changed hands is no record and no entry
		expect(stage.server.ward.look().entries).toHaveLength(6 + 3);
	});

	it('comes back from a phone that was locked meanwhile, and ends with the day', async () => {
		const browser = new Browser();
		const { giver } = await meet();
		stage.server.mood = null;
		stage.server.inviteBeside();
		const taker = open(browser);
		await join(taker);
		stage.server.mood = offline;
		const given = await give(giver, ['2', '4']);
		take(await taker.takeRelay(await film(given)));
		take(await taker.changeShift((shift) => noteRelay(shift, 'given', { ...given.relay, id: newId() })));
		expect(leftOn(taker)).toEqual(['1', '3', '5', '6']);
		await taker.lock();
		expect(taker.shift).toBeNull();
		take(await taker.unlock(PIN));
		await vi.waitFor(() => expect(leftOn(taker)).toEqual(['1', '3', '5', '6']));
		stage.now += 86_400_000;
		await taker.lock();
		take(await taker.unlock(PIN));
		await vi.waitFor(() => expect(leftOn(taker)).toHaveLength(6));
	});

	it('new doors that the ward does not have stay where they are', async () => {
		const { giver } = await meet();
		take(await giver.createHousehold({ area: stage.server.area, lane: LANE, number: '7', kind: 'ordinary' }));
		const given = await give(giver, ['6', '7']);
		expect([given.unknown, given.relay.doors.length]).toEqual([1, 1]);
		const none = await giver.giveRelay({ area: stage.server.area, lane: LANE, doors: [doorOf(giver, '7')] });
		expect(none).toMatchObject({ problem: { code: 'relay.nothing' } });
	});
});

describe('who can read it', () => {
	it('neither in the pictures nor on a lost phone does anything of it stand in clear', async () => {
		const { giver } = await meet();
		const browser = new Browser();
		stage.server.mood = null;
		stage.server.inviteBeside();
		const taker = open(browser);
		await join(taker);
		const given = await give(giver, ['1', '2', '3']);
		const text = await film(given);
		// the area of a phone stands there in clear anyway, for the visits of a locked one (`captureArea`)
		const secret = [LANE, 'Bí M', VOLUNTEER_NAME, given.relay.id, ...given.relay.doors.map(({ id }) => id)];
		for (const told of [...secret, stage.server.area]) expect(text).not.toContain(told);
		expect(Object.keys(JSON.parse(text) as object).toSorted()).toEqual(['ct', 'iv', 'ward', 'what']);
		take(await taker.takeRelay(text));
		await taker.lock();
		const kept = await readDrafts(browser);
		expect(kept).toContain('shift');
		for (const told of [...secret, KEY]) expect(kept).not.toContain(told);
	});

	it('a phone of another area, of another ward, one without a key, and one that comes too late take nothing', async () => {
		const { giver, taker } = await meet();
		const text = await film(await give(giver, ['1', '2']));
		const refuse = async (device: Device, given: string, code: string) => {
			expect(await device.takeRelay(given)).toMatchObject({ ok: false, problem: { code } });
			expect(device.shift?.relays).toEqual([]);
		};
		await refuse(taker, text.replace(stage.server.wardId, newId()), 'rescue.otherWard');
		await refuse(taker, 'anything', 'relay.foreign');
		const sealed = JSON.parse(text) as { ct: string };
		const swapped = sealed.ct.startsWith('A') ? 'B' : 'A';
		await refuse(taker, JSON.stringify({ ...sealed, ct: swapped + sealed.ct.slice(1) }), 'relay.notYours');
		// whoever holds the key but seals something else
		for (const plain of ['no relay', '{"doors":[]}', 'null']) {
			const inside = await sealRelay(KEY, stage.server.wardId, await packText(plain));
			await refuse(taker, JSON.stringify({ ...sealed, ...inside }), 'relay.foreign');
		}

		stage.server.mood = null;
		for (const [keys, code] of [
			[keysOf(newId<AreaId>(), OTHER_KEY), 'relay.notYours'],
			[undefined, 'relay.noKey']
		] as const) {
			stage.server.relayKeys = keys;
			stage.server.inviteBeside();
			const stranger = open();
			await join(stranger);
			await refuse(stranger, text, code);
			const own = [...stranger.book.households.keys()].slice(0, 1);
			expect(await stranger.giveRelay({ area: stage.server.area, lane: LANE, doors: own })).toMatchObject({
				problem: { code: 'relay.noKey' }
			});
		}

		stage.now += LIMIT.relayTakeMs + 1;
		await refuse(taker, text, 'relay.expired');
	});

	it('is opened by the key of its area and week alone, and for its ward alone', async () => {
		const plain = await packText('{}');
		const sealed = await sealRelay(KEY, 'ward 1', plain);
		expect(await openRelay([OTHER_KEY, KEY], 'ward 1', sealed)).toEqual(plain);
		expect(await openRelay([OTHER_KEY], 'ward 1', sealed)).toBeNull();
		expect(await openRelay([KEY], 'ward 2', sealed)).toBeNull();
		expect(await openRelay(['no key at all'], 'ward 1', sealed)).toBeNull();
	});

	it('what a phone gave it does not take itself', async () => {
		const { giver } = await meet();
		const given = await give(giver, ['1']);
		take(await giver.changeShift((shift) => noteRelay(shift, 'given', given.relay)));
		expect(await giver.takeRelay(await film(given))).toMatchObject({ problem: { code: 'relay.own' } });
	});
});

describe('one phone for several', () => {
	const crew = () => {
		const made = makeCrew(['Khang', 'Bác Tư', 'Cô Sáu'], stage.now);
		if ('problem' in made) throw new Error(made.problem.code);
		return made.crew;
	};

	it('each visit says who was at the door, also one that may be taken back; after the shift none does', async () => {
		const { giver } = await meet();
		take(await nobodyHome(giver, '1'));
		take(await giver.changeShift((shift) => startCrew(shift, crew())));
		take(await nobodyHome(giver, '2'));
		take(await giver.changeShift((shift) => switchKnocker(shift, 'B', doorOf(giver, '3'))));
		take(await nobodyHome(giver, '3'));
		take(await giver.changeShift((shift) => switchKnocker(shift, 'C', null)));
		take(await giver.noteVisit({ household: doorOf(giver, '4'), seenAt: stage.now, outcome: 'nobodyHome' }));
		// becomes a record with the lock, under the letter that was at the door
		await giver.lock();
		take(await giver.unlock(PIN));
		await vi.waitFor(() => expect(giver.shift?.crew?.at).toBe('C'));
		take(await nobodyHome(giver, '3'));
		take(await giver.changeShift((shift) => endCrew(shift, stage.now)));
		take(await nobodyHome(giver, '5'));
		stage.server.mood = null;
		take(await giver.syncNow());
		const said = visitsAtWard().map(({ household, knocker }) => [
			giver.book.households.get(household)!.number,
			knocker ? `${knocker.letter} ${knocker.name}` : null
		]);
		expect(said.toSorted()).toEqual(
			[
				['1', null],
				['2', 'A Khang'],
				['3', 'B Bác Tư'],
				['3', 'B Bác Tư'],
				['4', 'C Cô Sáu'],
				['5', null]
			].toSorted()
		);
	});

	it('a visit that is saved the moment after an unlock still says who knocked', async () => {
		const { giver } = await meet();
		take(await giver.changeShift((shift) => startCrew(shift, crew())));
		await giver.lock();
		take(await giver.unlock(PIN));
		take(await nobodyHome(giver, '6'));
		stage.server.mood = null;
		take(await giver.syncNow());
		expect(visitsAtWard()).toMatchObject([{ knocker: { letter: 'A', name: 'Khang' } }]);
	});
});

/** All that lies beside the records, as somebody with the whole disk reads it. */
async function readDrafts({ engine }: Browser): Promise<string> {
	const { indexedDB } = engine as { indexedDB: IDBFactory };
	const whole: unknown[] = [];
	const done = <Value>(request: IDBRequest<Value>) =>
		new Promise<Value>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('unreadable'));
		});
	for (const { name } of await indexedDB.databases()) {
		const db = await done(indexedDB.open(name!));
		for (const table of [...db.objectStoreNames].filter((one) => /draft|meta/.test(one))) {
			const store = db.transaction(table).objectStore(table);
			whole.push(await done(store.getAllKeys()), await done(store.getAll()));
		}
		db.close();
	}
	return JSON.stringify(whole, (_, value: unknown) =>
		value instanceof Uint8Array ? new TextDecoder().decode(value) : value
	);
}
