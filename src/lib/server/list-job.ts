// Work on lists beside the requests that began it: it goes on when the page is closed, one list after the other, because
// each holds in memory what its ward knows. What breaks off is said in the store (list-lease.ts) and in the log.

import { LIMIT } from '../domain/limit.ts';
import type { WardId } from '../domain/id.ts';
import type { ListFinding } from '../domain/list-row.ts';
import { removeStep, endUndo, writeStep } from './list-batch.ts';
import { beat, endBatch, LeaseLost, listBroken, resumeUndo, RightLost, type Lease } from './list-lease.ts';
import type { NewRecord } from './list-book.ts';
import { walkList, type ListWalk } from './list-walk.ts';
import { siteOf, type Site } from './site.ts';

const ROWS_AT_ONCE = 100;
/** A worker says three times in its minute that it is there. */
const BEAT_MS = LIMIT.listLeaseMs / 3;

/** Work of one kind, one after the other. */
class Turn {
	#last: Promise<unknown> = Promise.resolve();

	/** Waits for all that came before, then works; what was ended meanwhile is not begun. */
	take<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
		const mine = this.#last.then(() => {
			signal.throwIfAborted();
			return work();
		});
		// what came of it is not kept: it may be large
		const forget = () => undefined;
		this.#last = mine.then(forget, forget);
		return mine;
	}
}

/** The work on lists of one server process. */
export class ListJobs {
	/** Files that are read, and lists that are gone through: each of them takes memory. */
	readonly reading = new Turn();
	readonly walking = new Turn();
	readonly #ending = new AbortController();
	readonly #running = new Set<Promise<void>>();
	readonly #failures: unknown[] = [];

	/** Told when the server ends. */
	get signal(): AbortSignal {
		return this.#ending.signal;
	}

	/** Writes the list of a batch that has begun. */
	take(site: Site, lease: Lease, walk: Omit<ListWalk, 'signal'>): void {
		this.#keep(site, lease, 'stopped', async () => {
			await this.walking.take(this.signal, () => takeList(site, lease, { ...walk, signal: this.signal }));
			await endBatch(site, lease, 'done');
		});
	}

	/** Takes a batch back whose undo has begun. */
	undo(site: Site, lease: Lease): void {
		this.#keep(site, lease, 'broken', async () => {
			while (await removeStep(site, lease)) this.signal.throwIfAborted();
			await endUndo(site, lease);
		});
	}

	/** Something that nobody waits for went wrong: said in the log with the next look. */
	fail(error: unknown): void {
		this.#failures.push(error);
	}

	/** Takes up what broke off half taken back; answers what has failed since the last time. */
	async resume(all: Site): Promise<readonly unknown[]> {
		const wards = await all.store.db.selectFrom('ward').select('id').orderBy('id').execute();
		for (const { id } of wards) {
			const site = siteOf(all, id);
			for (const batch of await listBroken(site, id)) {
				const lease = await resumeUndo(site, id as WardId, batch);
				if (lease) this.undo(site, lease);
			}
		}
		return this.#failures.splice(0);
	}

	/** Ends what is under way with its next step, so that the store can be closed. */
	async close(): Promise<void> {
		this.#ending.abort(new ServerEnds());
		await Promise.all(this.#running);
	}

	/** Holds the batch while the work goes on, and says in the store how it ended. */
	#keep(site: Site, lease: Lease, otherwise: 'stopped' | 'broken', work: () => Promise<void>): void {
		// a beat that fails is missed by nobody until the minute is over; the next step says what is wrong
		const timer = setInterval(() => void beat(site, lease).catch(() => undefined), BEAT_MS);
		timer.unref();
		const job = work()
			.catch(async (error: unknown) => {
				if (error instanceof LeaseLost) return;
				if (!(error instanceof ServerEnds || error instanceof RightLost)) this.fail(error);
				// where the store cannot be written either, the lease runs out by itself
				await endBatch(site, lease, otherwise).catch(() => undefined);
			})
			.finally(() => {
				clearInterval(timer);
				this.#running.delete(job);
			});
		this.#running.add(job);
	}
}

class ServerEnds extends Error {}

async function takeList(site: Site, lease: Lease, walk: ListWalk): Promise<void> {
	const fresh = () => ({ rows: 0, skipped: 0, findings: [] as ListFinding[], records: [] as NewRecord[] });
	let next = fresh();
	for await (const step of walkList(site, walk)) {
		next.records.push(...step.records);
		next.findings.push(...step.findings);
		next.rows += 1;
		if (step.isSkipped) next.skipped += 1;
		if (next.rows < ROWS_AT_ONCE) continue;
		await writeStep(site, lease, next);
		next = fresh();
	}
	if (next.rows > 0) await writeStep(site, lease, next);
}
