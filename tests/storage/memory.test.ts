import { expect, it } from 'vitest';
import { Crashed, MemoryWard } from './memory-ward.ts';
import { Killed, PhoneDisk } from './memory-phone.ts';
import { phoneLaws } from './phone-laws.ts';
import { newId, phoneRecord, wardRecord } from './samples.ts';
import { wardLaws } from './ward-laws.ts';

phoneLaws('memory', async () => {
	const disk = new PhoneDisk(newId());
	return { store: disk.openTab(), reopen: async () => disk.openTab(), close: async () => {} };
});

wardLaws('memory', async () => {
	const store = new MemoryWard(newId());
	return { store, reopen: async () => store, close: async () => {} };
});

it.each([true, false])(
	'a tab that dies in a transaction leaves all of it or nothing (before commit: %s)',
	async (before) => {
		const disk = new PhoneDisk(newId());
		const tab = disk.openTab();
		const record = phoneRecord();
		tab.killAfter(2, before);
		await tab.transact((tx) => tx.writeState({ n: 1 }));
		await expect(tab.transact((tx) => tx.writeRecord(record))).rejects.toThrow(Killed);
		await expect(tab.transact((tx) => tx.readState())).rejects.toThrow(Killed);
		expect(disk.look()).toMatchObject({ state: { n: 1 }, records: before ? [] : [record] });
	}
);

it.each(['beforeCommit', 'afterCommit'] as const)(
	'a ward that goes down %s leaves all of it or nothing',
	async (crash) => {
		const ward = new MemoryWard(newId());
		const record = wardRecord({ area: newId(), seq: 1 });
		ward.crashNext(crash);
		await expect(ward.transact((tx) => tx.writeRecord(record))).rejects.toThrow(Crashed);
		expect(ward.look().records).toEqual(crash === 'afterCommit' ? [record] : []);
	}
);
