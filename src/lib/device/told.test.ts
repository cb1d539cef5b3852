// What is told of the work beside the doors, on a phone with a ward: without a network, over a lock and a restart, once.

import { expect, it, vi } from 'vitest';
import { setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { PIN } from '../../../tests/fixtures/device.ts';
import { dayAt } from '../domain/day.ts';
import type { AreaId } from '../domain/id.ts';
import type { OutreachDraft } from '../domain/outreach.ts';
import { listHelpOn } from '../domain/told.ts';
import type { Device, HelpNote } from './device.ts';

const DAY_MS = 86_400_000;

const stage = setStage();
const { open, joined } = stage;

const atTable = (changes: Partial<HelpNote> = {}): HelpNote => ({
	...{ topic: 'activate', outcome: 'done', barrier: null, area: stage.server.area, at: stage.now },
	...changes
});
const held = (changes: Partial<OutreachDraft> = {}): OutreachDraft => ({
	...{ day: dayAt(stage.now), area: stage.server.area, place: 'school', channel: 'training' },
	...{ topic: 'Lớp thử', materials: '' },
	...{ audience: 20, households: 14, helped: 6, followUps: 2 },
	...changes
});
const arrived = (id: string) => stage.server.ward.look().records.find((record) => record.id === id);
const countToday = (device: Device) => listHelpOn(device.book.help.values(), dayAt(stage.now)).cases.length;

it('F077: three people at a table without a network, one taken back, over a restart, arrive once', async () => {
	const first = await joined();
	stage.server.mood = () => ({ status: 500, body: '' });
	const [one, two, three] = [
		take(await first.noteHelp(atTable())),
		take(await first.noteHelp(atTable({ outcome: 'notDone', barrier: 'B2.1' }))),
		take(await first.noteHelp(atTable({ outcome: 'informed' })))
	];
	take(await first.withdrawHelp(three, stage.now));
	// a second tap on the same button says nothing more
	take(await first.withdrawHelp(three, stage.now));
	expect(countToday(first)).toBe(2);
	expect(first.sync.waiting).toBe(4);
	await first.close();

	const device = open();
	await vi.waitFor(() => expect(device.phase.kind).toBe('locked'), { timeout: 5_000 });
	take(await device.unlock(PIN));
	expect(countToday(device)).toBe(2);
	expect(device.book.stateOf(one).state).toBe('waiting');
	stage.server.mood = null;
	take(await device.syncNow());
	take(await device.syncNow());
	expect(device.sync).toMatchObject({ waiting: 0, received: 0, checking: 0 });
	expect(device.book.stateOf(one)).toMatchObject({ state: 'received' });
	expect(arrived(one)?.fields).toMatchObject({ topic: 'activate', outcome: 'done' });
	expect(arrived(two)?.fields).toMatchObject({ outcome: 'notDone', barrier: 'B2.1' });
	expect(arrived(three)?.fields).toMatchObject({ withdrawn: stage.now });
	expect(stage.server.ward.look().records.filter(({ table }) => table === 'help')).toHaveLength(3);
	expect(countToday(device)).toBe(2);
});

it('F077: is about one of the areas of the phone, is two choices, and is taken back on its day', async () => {
	const device = await joined();
	const refused: [Partial<HelpNote>, string][] = [
		[{ area: null }, 'area'],
		[{ area: '0199a1b2-0000-7000-8000-000000000001' as AreaId }, 'area'],
		[{ topic: null }, 'topic'],
		[{ outcome: null }, 'outcome']
	];
	for (const [changes, at] of refused)
		expect(await device.noteHelp(atTable(changes)), at).toMatchObject({ ok: false, problem: { at } });
	const id = take(await device.noteHelp(atTable()));
	stage.now += DAY_MS;
	expect(await device.withdrawHelp(id, stage.now)).toMatchObject({ problem: { code: 'entry.notAllowed' } });
	expect(countToday(device)).toBe(0);
});

it('F081: an event is told with its draft, amended and withdrawn, and nothing of it that names somebody', async () => {
	const device = await joined();
	stage.server.mood = () => ({ status: 500, body: '' });
	await device.writeDraft('event', { topic: 'dở' });
	const id = take(await device.noteEvent(held({ materials: ' Tờ rơi ' }), 'event'));
	expect(await device.readDraft('event')).toBeNull();
	expect(device.book.events.get(id)).toMatchObject({ households: 14, materials: 'Tờ rơi' });
	expect(device.book.stateOf(id).state).toBe('waiting');

	const odd: [Partial<OutreachDraft>, string, string][] = [
		[{ topic: 'gọi 0999 000 001' }, 'note.phone', 'topic'],
		[{ materials: 'bà 000150000017' }, 'note.idNumber', 'materials'],
		[{ topic: 'OTP 482913' }, 'note.secretCode', 'topic'],
		[{ day: dayAt(stage.now + 2 * DAY_MS) }, 'field.badDay', 'day'],
		[{ audience: null }, 'figure.badCount', 'audience'],
		[{ area: '0199a1b2-0000-7000-8000-000000000001' as AreaId }, 'field.badChoice', 'area']
	];
	for (const [changes, code, at] of odd) {
		expect(await device.noteEvent(held(changes)), code).toMatchObject({ problem: { code, at } });
		// an event stays in its area, whatever a form still carries
		if (at !== 'area') expect(await device.amendEvent(id, held(changes))).toMatchObject({ problem: { code, at } });
	}

	take(await device.amendEvent(id, held({ households: 15 })));
	take(await device.amendEvent(id, held({ households: 15 })));
	expect(device.book.events.get(id)?.materials).toBeUndefined();
	expect(device.sync.waiting).toBe(2);
	stage.server.mood = null;
	take(await device.syncNow());
	expect(arrived(id)?.fields).toMatchObject({ households: 15, topic: 'Lớp thử' });
	take(await device.withdrawEvent(id, stage.now));
	expect(await device.amendEvent(id, held())).toMatchObject({ problem: { code: 'entry.notAllowed' } });
	take(await device.syncNow());
	expect(arrived(id)?.fields).toMatchObject({ withdrawn: stage.now });
	expect(device.book.events.get(id)).toMatchObject({ withdrawn: stage.now });
	expect(stage.server.ward.look().asides).toEqual([]);
});
