// The book and the saves of a whole phone: over a restart, in another tab, to the ward and back.

import { describe, expect, it } from 'vitest';
import { setStage, take } from '../../../tests/fixtures/device-stage.ts';
import type { Birth } from '../domain/birth.ts';
import { makeConsent } from '../domain/consent.ts';
import type { Day } from '../domain/day.ts';
import type { HouseholdId } from '../domain/id.ts';
import type { Result } from '../domain/problem.ts';
import type { PersonDraft } from './device.ts';

const stage = setStage();
const { open, join, until, unlock, door, somebody, knock } = stage;

describe('saving', () => {
	it('keeps a door, a person and a visit without any network, over a restart', async () => {
		const first = open();
		await join(first);
		const origin = stage.server.origin;
		await stage.server.close();
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
		expect(device.sync).toMatchObject({ waiting: 4, waitingSince: stage.now, received: 0 });
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
		const { records, entries, asides } = stage.server.ward.look();
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
				consent: makeConsent(stage.now)
			})
		);
		const neighbour = take(await device.addPerson({ ...anybody, household: other, name: 'Lê Thị Thử' }));
		for (const wrong of [grandma, neighbour, shy])
			expect(await device.amendPerson(grandma, { buddy: wrong })).toMatchObject({ problem: { at: 'buddy' } });
		// who may not be written down has nobody written down beside them
		expect(await device.amendPerson(shy, { buddy: boy })).toMatchObject({ problem: { at: 'buddy' } });
		take(await device.amendPerson(grandma, { buddy: boy }));
		take(await device.syncNow());
		const kept = () => stage.server.ward.look().records.find(({ id }) => id === grandma)!.fields;
		expect(kept()).toMatchObject({ buddy: boy });
		expect(stage.server.ward.look().asides).toEqual([]);
		// the link goes with the consent of the one who helped, in the same act
		take(await device.amendPerson(boy, { consent: null }));
		expect(device.book.people.get(grandma)).not.toHaveProperty('buddy');
		take(await device.amendPerson(boy, { consent: { ...makeConsent(stage.now), record: true } }));
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
		const kept = () => stage.server.ward.look().records.find(({ id }) => id === home)!.fields;
		expect(kept()).toMatchObject({ sketch: { x: 2, y: 7 } });
		take(await device.amendHousehold(home, { sketch: null }));
		take(await device.syncNow());
		expect(kept()).not.toHaveProperty('sketch');
		expect(stage.server.ward.look().asides).toEqual([]);
	});

	it('build 3: tells what the ward knows of somebody apart from what only this phone knows', async () => {
		const device = open();
		await join(device);
		const standing = { state: 'l2LoggedIn', on: '2026-11-20' as Day, evidence: 'seenOnScreen', observer: 'x' } as const;
		const home = take(await device.createHousehold(door()));
		const person = take(await device.addPerson(somebody(home)));
		take(await device.syncNow());
		expect(device.book.knownOf(person)).toBeUndefined();
		const consent = { ...makeConsent(stage.now), record: true, phone: true };
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
		expect(stage.server.ward.look().records.find(({ id }) => id === person)?.fields).not.toHaveProperty('phone');
	});

	it('shows what the ward sent back, and gives the mended visit to it', async () => {
		const device = open();
		await join(device);
		const household = take(await device.createHousehold(door()));
		const visit = take(await device.recordVisit(knock(household, { note: 'gọi cửa' })));
		expect(await device.answerReturned(visit, {})).toMatchObject({ ok: false, problem: { code: 'review.notWaiting' } });
		take(await device.syncNow());
		const target = { table: 'visit', id: visit, field: 'note' } as const;
		await stage.server.review(visit, { act: 'return', target, comment: 'Ghi rõ hơn' });
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
		await stage.server.review(visit, { act: 'approve' });
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
