// Taking away what can be read on this phone: by ten wrong PINs, by the ward, by the person, or because somebody else
// joined. The wraps of the data key go first, in one durable step on the directory: from there on nothing can be read,
// whatever is cut off. Then the bytes go; each start of the app finishes what was not finished. What is sealed to the
// ward stays in the profile's own database, and the profile stays in the directory as a former one, so that it can be
// sent (`Directory.listFormer`).

import type { Clock } from '../domain/id.ts';
import { mustErase } from '../domain/lock.ts';
import type { Directory, Profile, RetireReason } from './directory.ts';
import { PRACTICE_DB } from './db.ts';
import { removeDatabases, type Engine } from './door.ts';
import { eraseReadable } from './sealed-db.ts';
import type { Page } from './page.ts';
import { catchTrouble } from './trouble.ts';

export interface EraseTools {
	readonly clock: Clock;
	readonly engine: Engine;
	readonly page: Page;
}

const PIN_TURN = 'gocua-pin';
const PIN_WAIT_MS = 30_000;

/** One try at a PIN at a time, over all tabs: the tenth, while it runs, already stands written down as wrong. */
export function takePinTurn<Value>(page: Page, work: () => Promise<Value>): Promise<Value> {
	return page.takeTurn(PIN_TURN, PIN_WAIT_MS, work);
}

/** Throws away the current profile's wraps. Its bytes go with the next `sweep`. */
export function retire(directory: Directory, { clock }: EraseTools, reason: RetireReason): Promise<void> {
	return directory.retireCurrent(() => ({ at: clock(), reason }));
}

/** What ten wrong PINs cost, also where the tab was closed over the tenth. */
export async function retireWhenDue(directory: Directory, tools: EraseTools): Promise<void> {
	const isDue = async () => mustErase((await directory.readCurrent())?.wrongPins ?? 0);
	if (!(await isDue())) return;
	// Another tab may just be trying the tenth, and it may be the right one.
	await takePinTurn(tools.page, () =>
		directory.retireCurrent(({ wrongPins }) =>
			mustErase(wrongPins) ? { at: tools.clock(), reason: 'wrongPins' } : null
		)
	);
}

/** Whose phone this is, once all that an earlier end left to do is done. Mostly there is nothing, and one look says so. */
export async function settleDirectory(directory: Directory, tools: EraseTools): Promise<Profile | null> {
	const { current, former } = await directory.readAll();
	if (!mustErase(current?.wrongPins ?? 0) && former.every(({ retired }) => retired.isSwept)) return current;
	await retireWhenDue(directory, tools);
	await sweep(directory, tools);
	return directory.readCurrent();
}

/** Erases the bytes of every profile that was retired and not swept yet. What fails is tried again at the next start. */
export async function sweep(directory: Directory, { engine }: Pick<EraseTools, 'engine'>): Promise<void> {
	await catchTrouble(async () => {
		for (const { id, retired } of await directory.listFormer()) {
			if (retired.isSwept) continue;
			await eraseReadable(id, engine);
			await removeDatabases(PRACTICE_DB, engine);
			await directory.markSwept(id);
		}
	});
}
