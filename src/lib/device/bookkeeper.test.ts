import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { householdFields, newId, personFields, phoneRecord } from '../../../tests/storage/samples.ts';
import type { Day } from '../domain/day.ts';
import type { Decision } from '../domain/decision.ts';
import type { AreaId, EntryId, HouseholdId, RecordId } from '../domain/id.ts';
import { listWalk, type WalkDoor } from '../domain/walk.ts';
import type { Verdict } from '../sync/entry.ts';
import { FRESH_STATE } from '../sync/phone-port.ts';
import type { Fields, PhoneRecord } from '../sync/record.ts';
import { EMPTY_BOOK, type Book } from './book.ts';
import { decideState, keepBook } from './bookkeeper.ts';
import type { EntryNote, Ground } from './step.ts';

/** A store of these records and nothing else. */
const groundOf = (records: ReadonlyMap<RecordId, PhoneRecord>): Ground => ({
	state: { ...FRESH_STATE, cid: 'cccccccc' },
	records,
	notes: new Map(),
	open: new Map(),
	posted: new Map(),
	notesOf: () => [],
	numberOf: () => undefined
});
const id = newId<EntryId>();
const note = (verdict: Omit<Verdict, 'id'>): EntryNote => ({
	id,
	n: 1,
	e: newId(),
	k: 'person.set',
	state: 'closed',
	savedAt: 0,
	isSealed: false,
	verdict: { id, ...verdict }
});
/** A newer copy of the record came down, with these words of the ward in it. */
const came = (decisions?: readonly Decision[]) => {
	const base = { number: '12', ...(decisions ? { decisions } : {}) };
	return phoneRecord({ v: 4, seq: 9, base, fields: base });
};
const word: Decision = { choice: 'kept', field: 'name', entries: [id], byName: 'H', at: 1, seq: 9 };

describe('a record stands where the ward put it', () => {
	it('OB12 in conflict until somebody chose, whatever else changed meanwhile', () => {
		const notes = [note({ s: 'conflict', seq: 5, v: 2, cf: ['name'] })];
		expect(decideState(came(), notes).state).toBe('conflict');
		expect(decideState(came([{ ...word, entries: [newId()] }]), notes).state).toBe('conflict');
		expect(decideState(came([word]), notes).state).toBe('received');
		const two = [note({ s: 'conflict', seq: 5, v: 2, cf: ['name', 'birth'] })];
		expect(decideState(came([word]), two).state).toBe('conflict');
		expect(decideState(came([word, { ...word, field: 'birth' }]), two).state).toBe('received');
	});

	it('OB12 being checked until the ward has spoken about the entry', () => {
		const notes = [note({ s: 'quar', seq: 5, v: 0, why: 'entry.outOfScope' })];
		expect(decideState(came(), notes).state).toBe('checking');
		const { field: _, ...whole } = word;
		expect(decideState(came([{ ...whole, choice: 'dismissed', note: 'ghi nhầm nhà' }]), notes).state).toBe('received');
		const held = [note({ s: 'held', seq: 5, v: 0, why: 'entry.missingParent' })];
		expect(decideState(came(), held).state).toBe('received');
	});
});

describe('people by their household', () => {
	const doors = Array.from({ length: 4 }, () => newId<HouseholdId>());
	const ids = Array.from({ length: 6 }, () => newId<RecordId>());
	/** Each step puts some people behind some doors, takes them away, or changes what is known of them. */
	const steps = fc.array(
		fc.array(
			fc.record({
				who: fc.nat(ids.length - 1),
				to: fc.nat(doors.length),
				name: fc.constantFrom('Một', 'Hai')
			}),
			{ minLength: 1, maxLength: 3 }
		),
		{ minLength: 1, maxLength: 12 }
	);
	const groupOf = (book: Book, door: HouseholdId) => new Set(book.peopleOf(door));
	const plain = (book: Book, door: HouseholdId) =>
		new Set([...book.people.values()].filter((person) => person.household === door));

	it('are whom a look through all finds, after any changes, in any book, asked at any time', () => {
		fc.assert(
			fc.property(steps, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (changes, asked) => {
				const records = new Map<RecordId, PhoneRecord>();
				const keeper = keepBook(groundOf(records));
				const books: Book[] = [];
				for (const [at, change] of changes.entries()) {
					for (const { who, to, name } of change) {
						const id = ids[who]!;
						const door = doors[to];
						const fields = { ...personFields(door ?? doors[0]!), name };
						if (door) records.set(id, phoneRecord({ id, table: 'person', fields, base: fields }));
						else records.delete(id);
					}
					const before = keeper.book;
					const untouched = doors.filter((door) => asked[at] && groupOf(before, door).size >= 0);
					const groups = new Map(untouched.map((door) => [door, before.peopleOf(door)]));
					if (asked[at + 1]) keeper.ready();
					keeper.follow(new Set(change.map(({ who }) => ids[who]!)));
					books.push(keeper.book);
					for (const [door, group] of groups) {
						const isSame = [...plain(keeper.book, door)].every((each) => plain(before, door).has(each));
						const isAll = plain(before, door).size === plain(keeper.book, door).size;
						if (isSame && isAll) expect(keeper.book.peopleOf(door)).toBe(group);
					}
				}
				// an older book, too, says what stood in it
				for (const book of [...books, ...books.reverse(), EMPTY_BOOK])
					for (const door of doors) expect(groupOf(book, door)).toEqual(plain(book, door));
			})
		);
	});
});

describe('the walk', () => {
	const today = '2026-11-27' as Day;
	const area = newId<AreaId>();
	const doors = Array.from({ length: 4 }, () => newId<HouseholdId>());
	const ids = Array.from({ length: 5 }, () => newId<RecordId>());
	/** Somebody comes, goes, is called otherwise, or the door itself is another one or gone. */
	const step = fc.oneof(
		fc.record({ who: fc.nat(ids.length - 1), to: fc.nat(doors.length), name: fc.constantFrom('Một', 'Hai') }),
		fc.record({ door: fc.nat(doors.length - 1), number: fc.constantFrom('1', '2', '3', null) })
	);
	const steps = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
	const plain = (book: Book) => {
		const of = <Noun extends { readonly household: HouseholdId }>(nouns: ReadonlyMap<unknown, Noun>, id: HouseholdId) =>
			[...nouns.values()].filter(({ household }) => household === id);
		return listWalk(
			{
				households: book.households.values(),
				peopleOf: (id) => of(book.people, id),
				visitsOf: (id) => of(book.visits, id),
				...(book.order ? { order: book.order } : {})
			},
			today
		);
	};
	const tell = (walk: readonly WalkDoor[]) =>
		walk.map(({ household, people }) => [household, people.toSorted((a, b) => (a.id < b.id ? -1 : 1))]);

	it('is what a look through all finds, whatever changed between two questions, in old books too', () => {
		fc.assert(
			fc.property(steps, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (changes, asked) => {
				const records = new Map<RecordId, PhoneRecord>();
				const keeper = keepBook(groundOf(records));
				const put = (id: RecordId, table: PhoneRecord['table'], fields: Fields) =>
					records.set(id, phoneRecord({ id, table, fields, base: fields }));
				// no two doors of one number: which of them comes first is nobody's business
				for (const [at, id] of doors.entries()) put(id, 'household', { ...householdFields(area), number: `${at}` });
				keeper.follow('all');
				const books: Book[] = [];
				for (const [at, change] of changes.entries()) {
					const changed = new Set<RecordId>();
					for (const one of change) {
						const id = 'who' in one ? ids[one.who]! : doors[one.door]!;
						changed.add(id);
						if ('who' in one) {
							const door = doors[one.to];
							if (door) put(id, 'person', { ...personFields(door), name: one.name });
							else records.delete(id);
						} else if (one.number === null) records.delete(id);
						else put(id, 'household', { ...householdFields(area), number: `${one.door}/${one.number}` });
					}
					if (asked[at + 1]) keeper.ready();
					keeper.follow(changed);
					books.push(keeper.book);
					if (asked[at]) expect(tell(keeper.book.walkOn(today))).toEqual(tell(plain(keeper.book)));
				}
				for (const book of [...books, ...books.reverse()]) expect(tell(book.walkOn(today))).toEqual(tell(plain(book)));
			})
		);
	});

	it('a copy that was made ready is used once: who is gone is in no later book', () => {
		const records = new Map<RecordId, PhoneRecord>();
		const keeper = keepBook(groundOf(records));
		keeper.ready();
		records.set(ids[0]!, phoneRecord({ id: ids[0]!, table: 'person', fields: personFields(doors[0]!) }));
		keeper.follow('all');
		expect(keeper.book.people.size).toBe(1);
		records.clear();
		records.set(ids[1]!, phoneRecord({ id: ids[1]!, table: 'person', fields: personFields(doors[0]!) }));
		keeper.follow('all');
		expect([...keeper.book.people.keys()]).toEqual([ids[1]]);
	});

	it('keeps the rows of all doors that nothing happened to', () => {
		const records = new Map<RecordId, PhoneRecord>();
		const keeper = keepBook(groundOf(records));
		for (const id of doors)
			records.set(
				id,
				phoneRecord({ id, table: 'household', fields: householdFields(area), base: householdFields(area) })
			);
		keeper.follow('all');
		const before = keeper.book.walkOn(today);
		const fields = personFields(doors[2]!);
		records.set(ids[0]!, phoneRecord({ id: ids[0]!, table: 'person', fields, base: fields }));
		keeper.follow(new Set([ids[0]!]));
		const after = keeper.book.walkOn(today);
		expect(after.filter((row, at) => row !== before[at]).map(({ household }) => household.id)).toEqual([doors[2]]);
	});
});
