import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Area } from './area.ts';
import type { Birth } from './birth.ts';
import { DoorIndex } from './door-index.ts';
import type { AreaId, HouseholdId, PersonId } from './id.ts';
import { maskNumber, type Person } from './person.ts';
import { findRows, foldText, makeSearchRow } from './search.ts';
import type { WalkDoor } from './walk.ts';

const AREAS: readonly Area[] = [
	{ id: 'ward' as AreaId, parent: null, kind: 'ward', name: 'Phường Hòa An', aliases: ['Xã Long Bình cũ'] },
	{ id: 'kp3' as AreaId, parent: 'ward' as AreaId, kind: 'quarter', name: 'Khu phố 3', aliases: ['Ấp Đình', 'Mỹ'] },
	{ id: 'kp4' as AreaId, parent: 'ward' as AreaId, kind: 'quarter', name: 'Khu phố 4', aliases: [] }
];

const named = (name: string, at: number): Person => ({
	id: `${name}${at}` as PersonId,
	household: 'h' as HouseholdId,
	name,
	birth: '1980' as Birth,
	sex: 'male',
	presence: 'home',
	idTail: String(1000 + at)
});

function door(id: string, number: string, names: readonly string[], area = 'kp3', lane = 'ngõ Đình'): WalkDoor {
	return {
		household: { id: id as HouseholdId, area: area as AreaId, lane, number, kind: 'ordinary' },
		people: names.map(named),
		visits: [],
		door: { state: 'new', people: names.length, successes: 0, isLate: false },
		seenOn: null
	};
}

const WALK = [
	door('a', '12', ['Nguyễn Thị Lá', 'Vũ Văn An']),
	door('b', '12/3', ['Lê Ý'.normalize('NFD'), 'Đặng Thị Ổi']),
	door('c', '14A', ['Hồ Thị Nga', 'Nguyễn Mỹ'], 'kp4', 'hẻm Chợ'),
	door('d', '16', [])
];
const index = new DoorIndex().follow(WALK, AREAS);
const found = (typed: string, most = 9) => index.find(typed, most).map(({ household }) => household.id);

describe('doors are found', () => {
	it.each([
		['nguyen thi la', ['a']],
		['vu', ['a']],
		['le', ['b']],
		['y', ['b']],
		['Ý'.normalize('NFD'), ['b']],
		['oi', ['b']],
		['nga thi', ['c']],
		['1001', ['a', 'b', 'c']],
		['12', ['a', 'b']],
		['12/3', ['b']],
		['14a', ['c']],
		['cho', ['c']],
		['16', ['d']],
		['', []],
		['   ', []],
		['zz', []],
		['nguyen zz', []],
		['* ( \\', []]
	])('by %j', (typed, ids) => expect(found(typed)).toEqual(ids));

	it('in the typed order first, at most as many as asked for', () => {
		expect(found('thi nga')).toEqual(['c']);
		expect(found('ngo dinh', 2)).toEqual(['a', 'b']);
	});

	it.each([
		['ấp đình', ['a', 'b', 'd']],
		['long binh', ['a', 'b', 'c', 'd']],
		['khu pho 4', ['c']],
		['ap dinh 12', ['a', 'b']],
		// a person called like the place stands before the place, and a piece of its name alone finds no place
		['my', ['c', 'a', 'b', 'd']],
		['hoa', []]
	])('F010: by a place’s name of today or of before, %j', (typed, ids) => expect(found(typed)).toEqual(ids));
});

const word = fc.constantFrom('Nguyễn', 'Ngô', 'Thị', 'Thanh', 'Ý', 'An', 'ẩn', 'Đỗ', 'Do', 'Lá', "H'Nga", 'Ngọc');
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const walk = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.array(name, { maxLength: 3 })), { maxLength: 13 });

test('F014: whatever was written before, doors are found that a plain reading of all of them finds, in its order', () => {
	const typing = fc.array(
		word.chain((each) => fc.integer({ min: 1, max: 3 }).map((letters) => each.slice(0, letters))),
		{ minLength: 1, maxLength: 3 }
	);
	fc.assert(
		fc.property(fc.array(walk, { minLength: 1, maxLength: 4 }), typing, (walks, words) => {
			const followed = new DoorIndex();
			const kept = new Map<string, WalkDoor>();
			for (const rows of walks) {
				// a door that is listed again with the same people is the same object, as the book has it
				const doors = [...new Map(rows).entries()].map(([id, names]) => {
					const key = `${id}/${names.join('/')}`;
					const made = kept.get(key) ?? door(String(id), String(id), names);
					kept.set(key, made);
					return made;
				});
				const plain = doors.map(({ household, people }) =>
					makeSearchRow(household.id, [
						household.number,
						household.lane,
						...people.flatMap((person) => [person.name, maskNumber(person)?.slice(-4)])
					])
				);
				const typed = words.join(' ');
				expect(
					followed
						.follow(doors, [])
						.find(typed, 5)
						.map(({ household }) => household.id)
				).toEqual(foldText(typed) === '' ? [] : findRows(plain, typed, 5).map(({ id }) => id));
			}
		}),
		{ numRuns: 300 }
	);
});

test('taken apart ahead, a few at a time; a door that was written again is another one', () => {
	const ahead = new DoorIndex();
	expect([ahead.warm(WALK, 3), ahead.warm(WALK, 3), ahead.warm(WALK, 0)]).toEqual([false, true, true]);
	expect(ahead.follow(WALK, []).find('oi', 9)).toHaveLength(1);
	const written = [{ ...WALK[0]!, people: [named('Phan Ổi', 7)] }, ...WALK.slice(1)];
	expect([ahead.warm(written, 0), ahead.follow(written, []).find('oi', 9)]).toEqual([false, written.slice(0, 2)]);
});

test('doors that left the phone are found no more, however many there were', () => {
	const grown = new DoorIndex();
	for (let turn = 0; turn < 12; turn++) {
		const doors = Array.from({ length: 100 }, (_, at) => door(`${turn}/${at}`, String(at), [`Người Thứ ${turn}`]));
		expect(grown.follow(doors, []).find('nguoi thu', 2000)).toEqual(doors);
	}
});
