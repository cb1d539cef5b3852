// When this phone talks to the ward, and what it may say about it. How they talk is sync/phone.ts.
//
// A round begins when something was saved, when the app comes into view, when the network seems to be back, on demand,
// and 30 seconds after a good round while something still waits. After a bad one it tries again, later each time, and
// for ever. A hidden app asks for nothing.

import type { Clock } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, failWith, problem, succeed, type Problem, type ProblemCode, type Result } from '../domain/problem.ts';
import { decideWait } from '../sync/backoff.ts';
import { runRound } from '../sync/phone.ts';
import { isChecked, isInConflict } from './bookkeeper.ts';
import type { OpenLink } from './link.ts';
import type { Page } from './page.ts';
import type { SyncStatus } from './sync-status.ts';
import type { OpenStore } from './store-port.ts';
import { Trouble } from './trouble.ts';

export interface Syncer {
	readonly status: SyncStatus;
	/** Runs a round, or waits for the one that is under way and runs another: what was saved before the call is in it. */
	runNow(): Promise<Result<void>>;
	/** Something was saved. */
	noteSave(): void;
	/** The phone was unlocked: what it holds is shown first, and one that holds nothing yet begins at once. */
	noteOpen(): void;
	/** Stops for good; a round under way is cut off. */
	close(): void;
}

export interface SyncTools {
	readonly clock: Clock;
	/** At least 0 and below 1: spreads phones that failed together. */
	readonly unitRandom: () => number;
	readonly page: Page;
}

const AGAIN_MS = 30_000;
/** A round begins so long after a save: the phone first shows that it is saved, and saves close together go together. */
const AFTER_SAVE_MS = 300;
export const TURN_NAME = 'gocua-sync';
export const TURN_WAIT_MS = 2 * LIMIT.answerWaitMs;

/** So many rounds in a row while each one says that more is to do: a ward that is beside itself must not wear a phone out. */
const ROUNDS_MOST = 100;

/** Trying the same again cannot help before a person or another version of the app has done something. */
export const NO_USE: readonly ProblemCode[] = ['net.revoked', 'net.upgrade'];

/** What else belongs to a round. */
export interface RoundExtras {
	/** Brings what this phone carries for others, once its own is there. */
	carry(): Promise<Result<void>>;
	/** The ward was reached and everything is exchanged; what else it has may be asked for now. */
	afterRound(): void;
}

export function openSyncer(
	store: OpenStore,
	link: OpenLink,
	tools: SyncTools,
	onChange: () => void,
	{ carry, afterRound }: RoundExtras
): Syncer {
	let isClosed = false;
	let failures = 0;
	let trouble: Problem | null = null;
	let running: Promise<Result<void>> | null = null;
	let next: Promise<Result<void>> | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** Of its own: the end of a round under way winds the other one anew. */
	let saveTimer: ReturnType<typeof setTimeout> | undefined;
	let status: SyncStatus | null = null;
	/** Counted anew when the store changed, not when a round begins or ends. */
	let counts: ReturnType<typeof countStatus> | null = null;

	function tell(): void {
		status = null;
		if (!isClosed) onChange();
	}

	function schedule(waitMs: number): void {
		clearTimeout(timer);
		if (!isClosed) timer = setTimeout(() => void (tools.page.isHidden() ? undefined : run()), waitMs);
	}

	/** What brings hope also ends the growing waits. */
	function prompt(): void {
		failures = 0;
		if (!isClosed && !tools.page.isHidden()) void run();
	}

	function promptSoon(): void {
		clearTimeout(saveTimer);
		if (!isClosed) saveTimer = setTimeout(prompt, AFTER_SAVE_MS);
	}

	function run(): Promise<Result<void>> {
		if (isClosed) return Promise.resolve(fail('vault.locked'));
		if (running) {
			next ??= running.then(() => {
				next = null;
				return run();
			});
			return next;
		}
		clearTimeout(timer);
		// What was saved before is in this round: the save's own would find nothing to do.
		clearTimeout(saveTimer);
		running = runToEnd().finally(() => {
			running = null;
			tell();
		});
		tell();
		return running;
	}

	async function runToEnd(): Promise<Result<void>> {
		const result = await tools.page.takeTurn(TURN_NAME, TURN_WAIT_MS, runRounds);
		if (isClosed) return fail('vault.locked');
		if (result.ok) {
			failures = 0;
			trouble = store.damaged > 0 ? problem('vault.damaged') : null;
			if (hasOpen(store)) schedule(AGAIN_MS);
			afterRound();
		} else {
			trouble = result.problem;
			if (!NO_USE.includes(trouble.code)) schedule(decideWait(failures++, tools.unitRandom(), trouble.waitMs));
		}
		return result;
	}

	/** Rounds until nothing is left to do at once, so that a long way down is one thing to wait for. */
	async function runRounds(): Promise<Result<void>> {
		try {
			for (let rounds = 0; rounds < ROUNDS_MOST; rounds++) {
				const round = await runRound(store, link, tools);
				if (!round.ok) return failWith(round.problem);
				if (!round.value.more || isClosed) {
					// The ward's key may have come with this round.
					await store.sealWaiting();
					return isClosed ? succeed(undefined) : await carry();
				}
			}
			return fail('net.busy');
		} catch (error) {
			if (error instanceof Trouble) return failWith(error.problem);
			throw error;
		}
	}

	const stops = [
		tools.page.onVisibility(() => {
			if (tools.page.isHidden()) clearTimeout(timer);
			else prompt();
		}),
		tools.page.onOnline(prompt)
	];
	store.onChange(() => (status = counts = null));

	return {
		get status() {
			return (status ??= { ...(counts ??= countStatus(store)), isRunning: running !== null, problem: trouble });
		},
		runNow() {
			failures = 0;
			return run();
		},
		noteSave: promptSoon,
		noteOpen() {
			if (store.records.size > 0) promptSoon();
			else prompt();
		},
		close() {
			isClosed = true;
			clearTimeout(saveTimer);
			clearTimeout(timer);
			for (const stop of stops) stop();
			link.close();
		}
	};
}

function hasOpen(store: OpenStore): boolean {
	for (const note of store.notes.values()) if (note.state === 'open') return true;
	return false;
}

function countStatus(store: OpenStore): Omit<SyncStatus, 'isRunning' | 'problem'> {
	let waiting = 0;
	let waitingSince: number | null = null;
	let checking = 0;
	for (const note of store.notes.values()) {
		const record = store.records.get(note.e) ?? null;
		if (note.state === 'open') {
			waiting++;
			waitingSince = Math.min(waitingSince ?? note.savedAt, note.savedAt);
		} else if (isChecked(note, record) || isInConflict(note, record)) checking++;
	}
	const held = { household: 0, person: 0, visit: 0 };
	// of what others ask and tell nothing is shown
	for (const { table, v, deleted } of store.records.values())
		if (v > 0 && !deleted && (table === 'household' || table === 'person' || table === 'visit')) held[table]++;
	const received = held.household + held.person + held.visit;
	const { lastSuccessAt, clockOffsetMs } = store.state;
	return { waiting, waitingSince, received, held, checking, lastSuccessAt, clockOffsetMs };
}
