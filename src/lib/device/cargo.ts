// Bundles that other phones wrote and this one carries to the ward. They lie as they came: sealed to the ward, signed by
// their writers, of no use to whoever finds this phone.

import type { Clock } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { failWith, succeed, type ProblemCode, type Result } from '../domain/problem.ts';
import { standingOf } from '../sync/history.ts';
import type { PhoneState, WardLink } from '../sync/phone-port.ts';
import type { Engine } from './door.ts';
import { putCargo, type CargoRow } from './sealed-db.ts';

/** Entries of other phones, by what became of them. */
export type Cargo = Readonly<Record<CargoRow['state'], number>>;

export function readCargo(profileId: string, engine: Engine): Promise<ReadonlyMap<string, CargoRow>> {
	return putCargo(profileId, engine, (there) => ({ rows: new Map(), value: there }));
}

export async function countCargo(profileId: string, engine: Engine): Promise<Cargo> {
	const counts = { waiting: 0, delivered: 0, refused: 0 };
	for (const { state, entries } of (await readCargo(profileId, engine)).values()) counts[state] += entries;
	return counts;
}

/** The ward has looked at the bundle and will not take it from a carrier: only the desk can say more. */
const REFUSALS: readonly ProblemCode[] = ['net.badRequest', 'net.tooLarge'];

/**
 * Brings each bundle that waits to the ward. It is carried until the ward has given a verdict on every entry, or has
 * said that it will not read it; then only the count stays, for as long as receipts do.
 */
export async function deliverCargo(
	profileId: string,
	state: PhoneState,
	link: WardLink,
	{ clock, engine }: { readonly clock: Clock; readonly engine: Engine }
): Promise<Result<void>> {
	const settle = (name: string, change: Partial<CargoRow> | null) =>
		putCargo(profileId, engine, (there) => {
			const row = there.get(name);
			return { rows: new Map(row ? [[name, change && { ...row, ...change }]] : []), value: undefined };
		});
	for (const [name, { bundle, state: kept, settledAt = 0 }] of await readCargo(profileId, engine)) {
		if (kept !== 'waiting' && settledAt < clock() - LIMIT.retainMs) await settle(name, null);
		if (kept !== 'waiting' || !bundle) continue;
		const answer = await link.carry({ ...standingOf(state, clock()), bundle });
		if (answer.ok) {
			const answered = new Set(answer.value.res.map(({ id }) => id));
			if (bundle.entries.every(({ id }) => answered.has(id)))
				await settle(name, { state: 'delivered', settledAt: clock(), bundle: null });
		} else if (REFUSALS.includes(answer.problem.code)) {
			await settle(name, { state: 'refused', settledAt: clock() });
		} else return failWith(answer.problem);
	}
	return succeed(undefined);
}
