// A visit recorded while the phone is locked. It is sealed to the ward at once: whoever holds the phone can add it, and
// nobody can read it here again, the volunteer included, before the ward has sent it down. What lies on the phone cannot be
// looked at meanwhile, so the door is a new one; the ward joins it with the one that it knows.

import type { Day } from '../domain/day.ts';
import { makeId, type AreaId, type EntryId, type HouseholdId, type VisitId } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { Outcome } from '../domain/visit.ts';
import { saveEntries } from '../sync/phone.ts';
import { ACTS } from './acts.ts';
import { EMPTY_BOOK, type Book } from './book.ts';
import type { CourierTools, SealedProfile } from './courier.ts';
import { openSealedDb } from './sealed-db.ts';
import { openMirror } from './mirror.ts';
import { openSealedStore } from './sealed-store.ts';
import { catchTrouble } from './trouble.ts';

/** What can be said of a door without looking anything up. */
export interface CaptureDraft {
	readonly lane: string;
	readonly number: string;
	readonly outcome: Extract<Outcome, 'nobodyHome' | 'informed' | 'refused'>;
	readonly note?: string;
}

/** Saves the visit, durably and sealed. */
export async function captureVisit(
	profile: SealedProfile,
	draft: CaptureDraft,
	today: Day,
	tools: CourierTools
): Promise<Result<void>> {
	const saved = await catchTrouble(async () => {
		const db = openSealedDb(profile.id, tools.engine);
		try {
			const { state } = await db.readOutbox();
			// Before the first contact there is nobody to seal to, and no place to be at.
			if (!state.keys || state.captureArea === undefined) return fail<void>('vault.locked');
			const newId = <Id extends string>() => makeId<Id>(tools.clock(), tools.randomBytes);
			const act = decideCapture(draft, state.captureArea as AreaId, newId(), newId(), tools.clock(), today);
			if (!act.ok) return act;
			const store = openSealedStore(db, profile.ward);
			const now = tools.clock();
			const entries = await store.transact((tx) => saveEntries(tx, act.value, { now, newId: newId<EntryId> }));
			const first = Math.min(...entries.map(({ n }) => n));
			const { posted, n } = await store.transact(async (tx) => ({
				posted: await tx.listPosted(first - 1, entries.length),
				n: (await tx.readState()).n
			}));
			const mirrored = posted.map((entry) => ({ posted: entry, savedAt: now }));
			// A full cache takes nothing from what is saved.
			await openMirror(profile.id, tools.caches)
				.add({ keys: state.keys, n }, mirrored)
				.catch(() => undefined);
			return succeed(undefined);
		} finally {
			db.close();
		}
	});
	return saved.ok ? saved.value : saved;
}

function decideCapture(
	{ lane, number, outcome, note }: CaptureDraft,
	area: AreaId,
	household: HouseholdId,
	visit: VisitId,
	seenAt: number,
	today: Day
) {
	const book: Book = {
		...EMPTY_BOOK,
		areas: [{ id: area, parent: null, kind: 'quarter', name: '', aliases: [], assigned: true }]
	};
	const door = { area, lane, number, kind: 'ordinary' } as const;
	const created = ACTS.decideNewHousehold(book, household, door);
	if (!created.ok) return created;
	const known: Book = { ...book, households: new Map([[household, { id: household, ...door }]]) };
	const told = note === undefined ? {} : { note };
	const knocked = ACTS.decideNewVisit(known, visit, { household, seenAt, outcome, ...told }, {}, today);
	return knocked.ok ? succeed([...created.value, ...knocked.value]) : knocked;
}
