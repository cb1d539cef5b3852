// A visit that can be taken back for a few seconds (issue 7: nobody home in one tap). From the tap on it lies sealed and
// durable beside the drafts; it becomes record and entry when its time is over, when the vault closes, or, should the
// page have died meanwhile, when the vault is opened again. The commit that writes it takes it from there, and its id is
// given at the tap, so that it is written once whoever writes it.

import type { HouseholdId, VisitId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Result } from '../domain/problem.ts';
import type { Drafts } from './draft.ts';
import type { VisitDraft } from './visit.ts';

const PREFIX = 'grace/';

/** What is held: all that a record is made of. */
interface Held {
	readonly id: VisitId;
	readonly draft: VisitDraft;
}

export interface Grace {
	/** Visits that are durable and no records yet, by their door; replaced, not changed, on a change. */
	readonly noted: ReadonlyMap<HouseholdId, VisitId>;
	/** Resolves once a visit is durable, with its id: of the one that is held at this door already, where there is one. */
	hold(id: VisitId, draft: VisitDraft): Promise<VisitId>;
	/** True when it was taken back; false when it is a record by now. */
	takeBack(id: VisitId): Promise<boolean>;
	/** Makes records of what a page that died has left; never rejects. What fails stays held and is tried again. */
	recover(): Promise<void>;
	/** Makes records of whatever is held; never rejects. What fails is there for the next opening of the vault. */
	close(): Promise<void>;
}

/**
 * `write` makes one a record, in the commit that takes its draft; a visit that is a record already is a success.
 * `onChange`: `noted` is new.
 */
export function openGrace(
	drafts: Drafts,
	write: (id: VisitId, draft: VisitDraft, form: string) => Promise<Result<void>>,
	onChange: () => void
): Grace {
	const holding = new Map<HouseholdId, Promise<VisitId>>();
	const timers = new Map<VisitId, ReturnType<typeof setTimeout>>();
	let noted: ReadonlyMap<HouseholdId, VisitId> = new Map();
	let isClosed = false;
	/** One after the other, so that nothing is written and taken back at once. */
	let tail: Promise<unknown> = Promise.resolve();
	const queue = <Value>(step: () => Promise<Value>): Promise<Value> => {
		const run = tail.then(step);
		tail = run.catch(() => undefined);
		return run;
	};
	const formOf = (id: VisitId) => `${PREFIX}${id}`;

	function note({ id, draft }: Held): void {
		noted = new Map(noted).set(draft.household, id);
		clearTimeout(timers.get(id));
		if (!isClosed)
			timers.set(
				id,
				setTimeout(() => void queue(() => keep(formOf(id))), LIMIT.takeBackMs)
			);
		onChange();
	}

	function forget(id: VisitId): void {
		clearTimeout(timers.get(id));
		timers.delete(id);
		for (const [household, visit] of noted) if (visit === id) holding.delete(household);
		noted = new Map([...noted].filter(([, visit]) => visit !== id));
		onChange();
	}

	async function keep(form: string): Promise<void> {
		let held: Held | null = null;
		try {
			held = await drafts.read<Held>(form);
			// Taken back meanwhile, or written by another tab.
			if (!held) return forget(form.slice(PREFIX.length) as VisitId);
			if (!(await write(held.id, held.draft, form)).ok) return note(held);
			// Gone with the commit, unless another page was first.
			await drafts.drop(form);
			forget(held.id);
		} catch {
			// It lies where it lay.
			if (held) note(held);
		}
	}

	async function keepAll(): Promise<void> {
		for (const form of await drafts.list(PREFIX).catch(() => [])) await keep(form);
	}

	return {
		get noted() {
			return noted;
		},
		hold(id, draft) {
			const there = holding.get(draft.household);
			if (there) return there;
			const kept = drafts.write(formOf(id), { id, draft } satisfies Held).then(
				() => {
					note({ id, draft });
					return id;
				},
				async (error: unknown) => {
					holding.delete(draft.household);
					// Somebody is told that it was not saved: nothing of it may come to light later.
					await drafts.drop(formOf(id)).catch(() => undefined);
					throw error;
				}
			);
			holding.set(draft.household, kept);
			return kept;
		},
		takeBack: (id) =>
			queue(async () => {
				const form = formOf(id);
				if ((await drafts.read(form)) === null) return false;
				await drafts.drop(form);
				forget(id);
				return true;
			}),
		recover: () => queue(keepAll),
		close() {
			isClosed = true;
			for (const timer of timers.values()) clearTimeout(timer);
			return queue(keepAll);
		}
	};
}
