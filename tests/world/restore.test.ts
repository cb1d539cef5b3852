// A day-old copy of the database is put back under running phones, told to them or not: nothing that anybody had saved
// is lost, nothing is doubled, and all agree again (faults 33 and 34, law P1).

import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { restore } from '../../src/lib/server/backup.ts';
import { findChainBreak } from '../../src/lib/server/chain.ts';
import { openStore } from '../../src/lib/server/db/open-store.ts';
import { openVault } from '../../src/lib/server/site.ts';
import type { AreaId, EntryId, RecordId, WardId } from '../../src/lib/domain/id.ts';
import type { Answer, WardLink } from '../../src/lib/sync/phone-port.ts';
import { runRound, saveEntries, type EntryDraft } from '../../src/lib/sync/phone.ts';
import {
	eachEngine,
	joinPhone,
	KHANG,
	newId,
	pullAll,
	type TestPhone,
	type TestWard,
	type Way
} from '../fixtures/ward.ts';
import { PhoneDisk, type PhoneTab } from '../storage/memory-phone.ts';
import { householdFields, visitFields } from '../storage/samples.ts';

const HOUR_MS = 3600_000;

/** A volunteer's phone: the real engine over memory, the real handlers behind it. */
class Walker {
	readonly saved: EntryId[] = [];
	readonly records: RecordId[] = [];
	readonly tab: PhoneTab;
	readonly #test: TestWard;
	readonly #link: WardLink;

	constructor(test: TestWard, phone: TestPhone) {
		this.#test = test;
		this.tab = new PhoneDisk(phone.cid).openTab();
		const ask = (way: Way) => async (request: object) => {
			const entries = 'entries' in request ? JSON.stringify(request.entries) : null;
			const sum = entries === null ? {} : { sum: createHash('sha256').update(entries).digest('hex') };
			const { status, body } = await phone.ask<object>(way, { ...request, ...sum });
			if (status === 200) return { ok: true, value: body };
			const { problem, epoch, wm, now } = body;
			return { ok: false, problem, ...(epoch ? { ward: { epoch, wm, now } } : {}) };
		};
		const ways = ['push', 'pull', 'reconcile', 'digest', 'deposit', 'carry'] as const;
		// the answers' shapes are the handlers' own, which is what is tried here
		this.#link = Object.fromEntries(ways.map((way) => [way, ask(way)])) as never as Record<
			keyof WardLink,
			(request: object) => Promise<Answer<never>>
		>;
	}

	/** Rounds until nothing is left to do; each plays another minute, because of the limit of requests. */
	async sync(): Promise<void> {
		for (let i = 0; i < 20; i++) {
			this.#test.pass(61_000);
			const done = await runRound(this.tab, this.#link, { clock: this.#test.now });
			if (!done.ok) throw new Error(`${done.problem.code} ${done.problem.at}`);
			if (!done.value.more) return;
		}
		throw new Error('a phone does not come to rest');
	}

	/** A new door with two visits. */
	async work(): Promise<void> {
		const { scope } = await this.tab.transact((tx) => tx.readState());
		const area = scope!.areas.find((one) => one.assigned)!.id as AreaId;
		const [home, ...calls] = Array.from({ length: 3 }, () => newId(this.#test) as RecordId);
		const drafts: EntryDraft[] = [
			{ k: 'household.create', e: home!, table: 'household', area, p: householdFields(area) },
			...calls.map((e): EntryDraft => ({ k: 'visit.add', e, table: 'visit', area, p: visitFields(home!) }))
		];
		const tools = { now: this.#test.now(), newId: () => newId(this.#test) as EntryId };
		const entries = await this.tab.transact((tx) => saveEntries(tx, drafts, tools));
		this.saved.push(...entries.map(({ id }) => id));
		this.records.push(...entries.map(({ e }) => e));
	}
}

eachEngine('a day-old copy under running phones', (test) => {
	it.each(['undeclared', 'declared'] as const)('P1 loses nothing when it is put back, %s', async (how) => {
		const phones = [await joinPhone(test, KHANG), await joinPhone(test, 'Đinh Công Thành')];
		const walkers = phones.map((phone) => new Walker(test, phone));
		const all = async (what: (walker: Walker) => Promise<void>) => {
			for (const walker of walkers) await what(walker);
		};
		await all((walker) => walker.sync());
		await all((walker) => walker.work());
		await all((walker) => walker.sync());
		await test.keepCopy();
		for (let hour = 0; hour < 4; hour++) {
			test.pass(6 * HOUR_MS);
			await all((walker) => walker.work());
			await all((walker) => walker.sync());
		}
		// one has something that was never sent
		await walkers[0]!.work();
		const before = (await test.ward.checkHealth()).epoch;
		await test.travelBack();
		const { databaseUrl, dataDir } = test.config;
		if (how === 'declared')
			await restore({ DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) }, {});
		await all((walker) => walker.sync());
		await all((walker) => walker.sync());
		test.pass(2_000);
		const { epoch } = await test.ward.checkHealth();
		expect(epoch).not.toBe(before);
		const incidents = await (await test.desk('huy')).listIncidents();
		expect(incidents.map(({ kind }) => kind)).toEqual([how === 'declared' ? 'restore' : 'timeTravel']);

		for (const [i, walker] of walkers.entries()) {
			const state = await walker.tab.transact((tx) => tx.readState());
			expect(state).toMatchObject({ epoch, reconcileAfter: null });
			expect(await walker.tab.transact((tx) => tx.countOpen())).toBe(0);
			test.pass(61_000);
			const rows = await pullAll(phones[i]!);
			const mine = await walker.tab.transact((tx) => tx.listRecords());
			const place = (all: readonly { id: string; v: number }[]) => new Map(all.map(({ id, v }) => [id, v]));
			expect(place(mine)).toEqual(place(rows));
			const known = new Set(rows.map((row) => row.id));
			expect(walker.records.filter((id) => !known.has(id))).toEqual([]);
		}
		const store = await openStore(test.config);
		const { id: ward } = await store.db.selectFrom('ward').select('id').executeTakeFirstOrThrow();
		const changes = await store.db.selectFrom('change').select('entry_id').execute();
		const taken = changes.map((change) => change.entry_id);
		for (const id of walkers.flatMap((walker) => walker.saved)) expect(taken.filter((one) => one === id)).toEqual([id]);
		expect(await findChainBreak(store.db, openVault(test.config, test.now), ward as WardId)).toBeNull();
		await store.close();
	});
});
