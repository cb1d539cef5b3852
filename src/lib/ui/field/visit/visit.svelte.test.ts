// What the flow of a visit says of bad input (issue 7), on a device of its own.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPracticeDevice } from '../../../../../tests/fixtures/practice-device.ts';
import { practiceDoor } from '$lib/device/practice-lane.ts';
import { makeConsent } from '$lib/domain/consent.ts';
import type { Person } from '$lib/domain/person.ts';
import type { FieldDevice } from '../device.svelte.ts';
import { openPersonForm } from '../person/form.ts';
import { chooseNew, chooseUnnamed } from './form.ts';
import { VisitFlow } from './visit.svelte.ts';

let device: FieldDevice;
let close: () => Promise<void>;

beforeEach(async () => void ({ device, close } = await openPracticeDevice()));
afterEach(() => close());

const called = (name: string): Person => [...device.book.people.values()].find((person) => person.name === name)!;
const agreed = (phone = false) => ({ ...makeConsent(device.now), record: true, phone });

async function openFlow(number: string): Promise<VisitFlow> {
	const flow = new VisitFlow(device, practiceDoor(number));
	await flow.open(null);
	return flow;
}

test('two presses on "save" at once write one visit', async () => {
	const flow = await openFlow('2');
	flow.take(chooseUnnamed(flow.form, 0, device.now));
	flow.answer('unnamed');
	expect(await Promise.all([flow.save(), flow.save()])).toEqual([true, false]);
	expect(device.book.visitsOf(practiceDoor('2'))).toHaveLength(1);
});

test('a phone number of somebody else in the list is told, of a newcomer and of somebody known', async () => {
	const mau = called('Lê Thị Mẫu');
	const saved = await device.amendPerson(mau.id, { consent: agreed(true), phone: '0999 000 011' });
	expect(saved.ok).toBe(true);

	const flow = await openFlow('6');
	flow.choose(called('Vũ Văn Nháp'));
	flow.note({ consent: agreed(true), phone: '0999.000.011' });
	expect(flow.sharers.map(({ name }) => name)).toEqual(['Lê Thị Mẫu']);
	flow.note({ phone: '0999 000 012' });
	expect(flow.sharers).toEqual([]);

	flow.take(chooseNew(flow.form, { ...openPersonForm(), phone: '0999000011' }, 'home'));
	flow.note({ consent: agreed(true) });
	expect(flow.sharers.map(({ name }) => name)).toEqual(['Lê Thị Mẫu']);
	// without the consent to write it down there is no number
	flow.note({ consent: agreed() });
	expect(flow.sharers).toEqual([]);
});

test('F017: a child at level 2 is warned of until somebody of the household stands there', async () => {
	const flow = await openFlow('6/1');
	flow.choose(called('Đỗ Văn Tập'));
	flow.note({ state: 'l2Approved' });
	expect(flow.isChildAhead).toBe(true);
	flow.note({ state: 'hasCard' });
	expect(flow.isChildAhead).toBe(false);
	flow.note({ state: 'l2Approved' });
	const mother = called('Đỗ Thị Nháp');
	const standing = { state: 'l2Active', on: device.today, evidence: 'seenOnScreen', observer: 'khang' } as const;
	expect((await device.amendPerson(mother.id, { consent: agreed(), standing })).ok).toBe(true);
	expect(flow.isChildAhead).toBe(false);
});

test('F072: a jump of the ladder is not saved without its reason', async () => {
	const flow = await openFlow('4');
	flow.choose(called('Lê Thị Mẫu')); // level 2, approved
	flow.note({ consent: agreed(), state: 'noCard', evidence: 'declared', outcome: 'notDone' });
	expect(flow.problems.map(({ step, problem }) => [step, problem.code])).toContainEqual([
		'evidence',
		'field.reasonNeeded'
	]);
	flow.note({ reason: 'Danh sách cũ sai' });
	expect(flow.problems).toEqual([]);
});

test('a visit that was left in the middle is taken up where it was', async () => {
	const before = await openFlow('2');
	before.choose(called('Phan Văn Thử'));
	before.answer('consent', { consent: agreed() });
	const { step } = before;
	await before.draft.flush();
	const after = await openFlow('2');
	expect([after.step, after.form.person]).toEqual([step, called('Phan Văn Thử').id]);
});
