import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPracticeDevice } from '../../../../../tests/fixtures/practice-device.ts';
import { practiceDoor } from '$lib/device/practice-lane.ts';
import type { FieldDevice } from '../device.svelte.ts';
import { openPersonForm } from '../person/form.ts';
import { Tenants } from './tenants.svelte.ts';

let device: FieldDevice;
let close: () => Promise<void>;
const home = practiceDoor('8');

beforeEach(async () => {
	({ device, close } = await openPracticeDevice());
	await device.amendHousehold(home, { kind: 'boardingHouse' });
});
afterEach(() => close());

async function openList(): Promise<Tenants> {
	const list = new Tenants(device, device.book.households.get(home)!);
	await list.load();
	return list;
}

/** Fills the open row as a volunteer would; consent is asked apart. */
function fill(list: Tenants, name: string, stay: 'registered' | 'missing' = 'registered', birth = '1999'): number {
	const slot = list.open!;
	list.change(slot, { form: { ...openPersonForm(), name, birth, sex: 'male' }, stay });
	return slot;
}

test('F018: 30 tenants on one page are 30 people with a consent and a visit each', async () => {
	const list = await openList();
	for (let which = 0; which < 30; which++) {
		if (which > 0) list.add();
		list.consent(fill(list, `Người Thuê ${which}`, which % 15 === 0 ? 'missing' : 'registered'), true);
	}
	expect(await list.save()).toBe(true);
	const people = device.book.peopleOf(home);
	expect([people.length, list.saved, list.filled.length]).toEqual([30, 30, 0]);
	expect(people.every(({ consent, relation }) => consent?.record && !consent.phone && relation === 'tenant')).toBe(
		true
	);
	const visits = device.book.visitsOf(home);
	expect(visits.map(({ person }) => person).sort()).toEqual(people.map(({ id }) => id).sort());
	const flagged = visits.filter(({ flags }) => flags?.[0]?.code === 'DF-07');
	expect(flagged.map(({ outcome, next }) => [outcome, next?.receiver])).toEqual(
		Array.from({ length: 2 }, () => ['referred', 'wardPolice'])
	);
	expect(await (await openList()).filled).toEqual([]);
});

test('a row without its own consent saves nobody: no tick speaks for somebody else', async () => {
	const list = await openList();
	list.consent(fill(list, 'Lý Văn Tài'), true);
	list.add();
	const other = fill(list, 'Lê Văn Vũ');
	expect(await list.save()).toBe(false);
	expect([list.open, device.book.peopleOf(home).length]).toEqual([other, 0]);
	expect(list.problemsOf(list.slots[1]!).map(({ code, at }) => [code, at])).toEqual([['field.noConsent', 'consent']]);
	list.consent(other, true);
	list.consent(other, false);
	expect(await list.save()).toBe(false);
	list.remove(other);
	list.countRefused(1);
	expect(await list.save()).toBe(true);
	expect(device.book.peopleOf(home).map(({ name }) => name)).toEqual(['Lý Văn Tài']);
	expect(device.book.visitsOf(home).filter(({ outcome }) => outcome === 'refused')).toMatchObject([
		{ refusedCount: 1 }
	]);
});

test('what is typed comes back after the page died; what was saved or taken away does not', async () => {
	const before = await openList();
	fill(before, 'Lý Văn Tài', 'missing');
	before.add();
	before.remove(fill(before, 'Không Còn'));
	before.add();
	fill(before, 'Lê Văn Vũ');
	await before.flush();

	const after = await openList();
	expect(after.filled.map(({ row }) => row.form.name)).toEqual(['Lý Văn Tài', 'Lê Văn Vũ']);
	expect(after.filled.map(({ row }) => [row.consent.record, row.stay])).toEqual([
		[false, 'missing'],
		[false, 'registered']
	]);
	for (const { slot } of after.filled) after.consent(slot, true);
	expect(await after.save()).toBe(true);
	expect((await openList()).filled).toEqual([]);
	expect(device.book.peopleOf(home)).toHaveLength(2);
});

test('two presses at once save each person once', async () => {
	const list = await openList();
	list.consent(fill(list, 'Lý Văn Tài'), true);
	expect(await Promise.all([list.save(), list.save()])).toEqual([true, false]);
	expect([device.book.peopleOf(home).length, device.book.visitsOf(home).length]).toEqual([1, 1]);
});

test('F015: the same name and birth is asked about, in the book and on the list, and never merged', async () => {
	const list = await openList();
	const first = fill(list, 'Phan Văn Thử', 'registered', '1968'); // stands in the book behind another door
	list.consent(first, true);
	list.add();
	const second = fill(list, 'Phan văn Thử', 'registered', '1968');
	list.consent(second, true);
	expect(list.twinsOf(list.slots[0]!).map(({ person }) => person?.household)).toEqual([practiceDoor('2')]);
	expect(list.twinsOf(list.slots[1]!)).toHaveLength(2);
	expect(await list.save()).toBe(false);
	list.change(first, { isOther: true });
	expect(await list.save()).toBe(false);
	list.change(second, { isOther: true });
	expect(await list.save()).toBe(true);
	expect(device.book.peopleOf(home)).toHaveLength(2);
});

test('half a name, a day that is none, nothing chosen: each row says what it lacks, and nobody is saved', async () => {
	const list = await openList();
	list.change(list.open!, { form: { ...openPersonForm(), name: 'Lý', birth: '31/02/1999' } });
	list.add();
	expect(await list.save()).toBe(false);
	expect(list.problemsOf(list.slots[0]!).map(({ at }) => at)).toEqual(['birth', 'sex', 'stay', 'consent']);
	expect(list.problemsOf(list.slots[1]!), 'an empty row is nobody').toEqual([]);
	expect(device.book.peopleOf(home)).toEqual([]);
});
