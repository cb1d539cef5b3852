// The life of a practice, and the first of its walls: what it leads to knows no way to the ward. That it cannot reach the
// ward whatever is tried stands in tests/world/practice.test.ts.

import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it, vi } from 'vitest';
import { setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { PIN } from '../../../tests/fixtures/device.ts';
import type { Birth } from '../domain/birth.ts';
import { makeConsent } from '../domain/consent.ts';
import type { Day } from '../domain/day.ts';
import { isLeaseOver } from '../domain/lease.ts';
import { openDoorNamed, PRACTICE_DB } from './db.ts';
import type { Device } from './device.ts';
import { practiceDoor } from './practice-lane.ts';

const stage = setStage({ clock: () => Date.now() });
const { joined } = stage;

const practise = async (device: Device): Promise<Device> => take(await device.practise('Khu tập'));

async function listPracticeDbs(): Promise<string[]> {
	const all = await stage.browser.engine.indexedDB.databases();
	return all.flatMap(({ name }) => (name?.startsWith(PRACTICE_DB) ? [name] : []));
}

it('is the same work over doors of its own: list, one tap and undo, a visit, a person, a half-filled form', async () => {
	const device = await joined();
	const practice = await practise(device);
	expect(practice.phase).toEqual({ kind: 'open' });
	expect(practice.me?.volunteer.name).toBe(device.me?.volunteer.name);
	expect(practice.book.areas).toMatchObject([{ name: 'Khu tập', assigned: true }]);
	expect(practice.book.walkOn('2026-11-20' as Day).map(({ household }) => household.number)).toEqual([
		'2',
		'4',
		'6',
		'6/1',
		'8'
	]);

	const household = practiceDoor('2');
	const noted = take(await practice.noteVisit({ household, seenAt: Date.now(), outcome: 'nobodyHome' }));
	expect(practice.noted.get(household)).toBe(noted);
	expect(take(await practice.takeBackVisit(noted))).toBe(true);
	take(await practice.recordVisit({ household, seenAt: Date.now(), outcome: 'informed' }));
	expect(practice.book.visitsOf(household)).toHaveLength(1);

	take(
		await practice.addPerson({
			household,
			name: 'Trần Thị Tập',
			birth: '1992' as Birth,
			sex: 'female',
			presence: 'home',
			consent: { ...makeConsent(Date.now()), record: true }
		})
	);
	expect(practice.book.peopleOf(household)).toHaveLength(2);
	await practice.writeDraft(`visit/${household}`, { note: 'dở' });
	expect(await practice.readDraft(`visit/${household}`)).toEqual({ note: 'dở' });

	// nothing of it is in the real book, among its drafts or on its way
	expect(device.book.households.size + device.book.visits.size).toBe(0);
	expect(await device.readDraft(`visit/${household}`)).toBeNull();
	expect(device.sync.waiting).toBe(0);
});

it('says nothing that is not so of its way to the ward, and has none', async () => {
	const practice = await practise(await joined());
	expect(practice.sync).toMatchObject({ waiting: 0, received: 0, isRunning: false, problem: null });
	expect(isLeaseOver(practice.sync.lastSuccessAt, Date.now())).toBe(false);
	const asked = stage.server.asked.length;
	for (const answer of [
		await practice.syncNow(),
		await practice.exportUnsent(),
		await practice.leave(),
		await practice.join({} as never, 0, PIN)
	])
		expect(answer).toMatchObject({ ok: false, problem: { code: 'net.offline' } });
	expect(stage.server.asked).toHaveLength(asked);
});

it('ends with its database, and whoever still holds it can do nothing', async () => {
	const device = await joined();
	const practice = await practise(device);
	expect(await listPracticeDbs()).toHaveLength(1);
	const saving = practice.recordVisit({ household: practiceDoor('2'), seenAt: Date.now(), outcome: 'informed' });
	await practice.close();
	await saving;
	expect(practice.phase.kind).toBe('new');
	expect(practice.book.households.size).toBe(0);
	const late = { household: practiceDoor('2'), seenAt: Date.now(), outcome: 'informed' } as const;
	expect(await practice.recordVisit(late)).toMatchObject({ ok: false, problem: { code: 'vault.locked' } });
	await expect(practice.writeDraft('visit/x', {})).rejects.toThrow('vault.locked');
	expect(await listPracticeDbs()).toEqual([]);
	expect(device.phase.kind).toBe('open');
});

it('a second one takes the place of the first; a lock ends it; a locked phone begins none', async () => {
	const device = await joined();
	const first = await practise(device);
	const second = await practise(device);
	expect([first.phase.kind, second.phase.kind]).toEqual(['new', 'open']);
	expect(await listPracticeDbs()).toHaveLength(1);
	await device.lock();
	expect(second.phase.kind).toBe('new');
	expect(await listPracticeDbs()).toEqual([]);
	expect(await device.practise('Khu tập')).toMatchObject({ ok: false, problem: { code: 'vault.locked' } });
});

it.each(['left', 'erased'] as const)('goes with what is readable when the phone is %s', async (how) => {
	const device = await joined();
	const practice = await practise(device);
	// beside it lies what a page that died has left
	const orphan = openDoorNamed(`${PRACTICE_DB}orphan`, stage.browser.engine);
	await orphan.run(({ meta }) => meta.put({ k: 'stamp', value: 0 }));
	orphan.close();
	expect(await listPracticeDbs()).toHaveLength(2);
	if (how === 'left') take(await device.leave());
	else {
		stage.server.isRevoked = true;
		await device.syncNow();
		await vi.waitFor(() => expect(device.phase.kind).toBe('erased'), { timeout: 5_000 });
	}
	expect(practice.phase.kind).toBe('new');
	expect(await listPracticeDbs()).toEqual([]);
});

it('leads to nothing that knows a way to the ward', () => {
	const folder = import.meta.dirname;
	const seen = new Set<string>();
	const follow = (file: string) => {
		if (seen.has(file)) return;
		seen.add(file);
		const text = readFileSync(file, 'utf8').replace(/^import type [^;]*;$/gm, '');
		// static and dynamic ones, workers too; imports of types alone are not there any more
		for (const [, to] of text.matchAll(/(?:\bfrom|\bimport\(?|\bURL\()\s*['"](\.[^'"]+)['"]/g))
			follow(join(dirname(file), to!));
	};
	follow(join(folder, 'practice.ts'));
	// handed in by the phone
	follow(join(folder, 'hand.ts'));
	const names = [...seen].map((file) => relative(folder, file));
	// the reader does read: these it must find
	expect(names).toEqual(expect.arrayContaining(['work.ts', 'hand.ts', 'store.ts', 'row.ts', 'vault.ts', 'db.ts']));
	const ways = [
		'link',
		'courier',
		'cargo',
		'mirror',
		'rescue',
		'sync',
		'session',
		'locked-sync',
		'while-locked',
		'phone'
	];
	expect(names.filter((name) => ways.some((way) => name === `${way}.ts`))).toEqual([]);
	expect(
		[...seen].filter((file) => /\bfetch\(|WebSocket|sendBeacon|\bcaches\./.test(readFileSync(file, 'utf8')))
	).toEqual([]);
});
