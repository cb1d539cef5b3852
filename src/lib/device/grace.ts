// A visit that can be taken back for a few seconds (issue 7: nobody home in one tap). From the tap on it lies sealed and
// durable beside the drafts; it becomes record and entry when its time is over, when the vault closes, or, should the
// page have died meanwhile, when the vault is opened again. The commit that writes it takes it from there, and its id is
// given at the tap, so that it is written once whoever writes it.

import type { VisitId } from '../domain/id.ts';
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
	/** Resolves once the visit is durable on this phone. */
	hold(id: VisitId, draft: VisitDraft): Promise<void>;
	/** True when it was taken back; false when it is a record by now. */
	takeBack(id: VisitId): Promise<boolean>;
	/** Makes a record of whatever is held, also by a page that died. What fails stays held; never rejects. */
	settle(): Promise<void>;
}

/** `write` makes one a record, in the commit that takes its draft; a visit that is a record already is a success. */
export function openGrace(
	drafts: Drafts,
	write: (id: VisitId, draft: VisitDraft, form: string) => Promise<Result<void>>
): Grace {
	const timers = new Map<VisitId, ReturnType<typeof setTimeout>>();
	/** One after the other, so that nothing is written and taken back at once. */
	let tail: Promise<unknown> = Promise.resolve();
	const queue = <Value>(step: () => Promise<Value>): Promise<Value> => {
		const run = tail.then(step);
		tail = run.catch(() => undefined);
		return run;
	};
	const formOf = (id: VisitId) => `${PREFIX}${id}`;
	const stop = (id: VisitId) => {
		clearTimeout(timers.get(id));
		timers.delete(id);
	};
	async function keep(form: string): Promise<void> {
		const held = await drafts.read<Held>(form);
		// Taken back meanwhile, or written by another tab.
		if (!held || !(await write(held.id, held.draft, form)).ok) return;
		// Gone with the commit, unless another page was first.
		await drafts.drop(form);
	}
	return {
		async hold(id, draft) {
			await drafts.write(formOf(id), { id, draft } satisfies Held);
			// Should it fail now, the next opening of the vault does it.
			const end = () => void queue(() => keep(formOf(id))).catch(() => undefined);
			timers.set(id, setTimeout(end, LIMIT.takeBackMs));
		},
		takeBack: (id) =>
			queue(async () => {
				stop(id);
				const form = formOf(id);
				if ((await drafts.read(form)) === null) return false;
				await drafts.drop(form);
				return true;
			}),
		settle: () =>
			queue(async () => {
				for (const id of timers.keys()) stop(id);
				const forms = await drafts.list(PREFIX).catch(() => []);
				for (const form of forms) await keep(form).catch(() => undefined);
			})
	};
}
