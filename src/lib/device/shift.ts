// The shift of the day as it lies on this phone: sealed beside the drafts, read once when the vault opens, written after
// each change. Two tabs of one phone each keep their own word of it until they are opened anew; the later one stays.

import type { Day } from '../domain/day.ts';
import type { HouseholdId } from '../domain/id.ts';
import type { Knocker } from '../domain/knocker.ts';
import { knockerAt, openShift as openKept, type Shift } from '../domain/shift.ts';
import type { Drafts } from './draft.ts';

const KEY = 'shift';

export interface ShiftKeep {
	/** Null until it was read. */
	readonly shift: Shift | null;
	/** Resolves with the shift of today once it was read. */
	read(): Promise<Shift>;
	/** Who of a crew is at a door; null where one walks alone. */
	knockerAt(household: HouseholdId): Knocker | null;
	/** Resolves when the changed shift is durable. One change after the other. */
	change(change: (shift: Shift) => Shift): Promise<void>;
}

export function keepShift(drafts: Drafts, today: () => Day, onChange: () => void): ShiftKeep {
	let kept: Shift | null = null;
	const reading = drafts
		.read<Shift>(KEY)
		// what cannot be read now is no shift: whoever walks begins one
		.catch(() => null)
		.then((found) => {
			kept = openKept(found, today());
			if (found) onChange();
		});
	let tail: Promise<void> = reading;
	const now = () => (kept = openKept(kept, today()));
	return {
		get shift() {
			return kept && now();
		},
		knockerAt: (household) => knockerAt(now(), household),
		async read() {
			await reading;
			return now();
		},
		change(change) {
			const run = tail.then(async () => {
				const before = now();
				const after = change(before);
				if (after === before) return;
				kept = after;
				onChange();
				try {
					await drafts.write(KEY, after);
				} catch (error) {
					// Somebody is told that it was not kept: it must not look as if it were.
					if (kept === after) kept = before;
					onChange();
					throw error;
				}
			});
			tail = run.catch(() => undefined);
			return run;
		}
	};
}
