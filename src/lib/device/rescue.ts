// Rescue without a network: what only this phone holds leaves it as files, or as rows of pictures that another phone
// films; and what another phone has given out this way is taken over. All of it is sealed to the ward when it is written,
// so that neither the way nor the carrier has to be trusted.

import { readRescue, writeRescue } from '../contract/rescue.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { describeBundle, type Bundle, type PostedEntry } from '../sync/entry.ts';
import { cutBatch } from '../sync/outbox.ts';
import { ROUND } from '../sync/round.ts';
import { standingOf } from '../sync/history.ts';
import { makeBundle, type CourierTools, type SealedProfile } from './courier.ts';
import { readCargo } from './cargo.ts';
import { openSealedDb, putCargo, type CargoRow } from './sealed-db.ts';
import { packText } from './pack.ts';
import { makeRow, type PictureRow } from './picture-row.ts';
import { postRow } from './row.ts';
import { hashHex } from './vault.ts';

export { countCargo } from './cargo.ts';

/** What goes out. The same entries may go by several ways at once: the ward takes each of them once. */
export interface UnsentExport {
	readonly entries: number;
	/** Waiting, but not sealed yet, because the ward's key has never come: they cannot be carried by others. */
	readonly unsealed: number;
	/** Texts of files. */
	readonly files: readonly string[];
	/** As pictures: rows that are shown one after the other. */
	readonly rows: readonly { readonly entries: number; readonly pictures: PictureRow }[];
}

/** What came in: entries that this phone carries from now on, and those that it had taken over before. */
export interface Taken {
	readonly entries: number;
	readonly known: number;
}

/** Entries of these profiles, and what they carry for others. `rescue.nothing` where nothing could be given out. */
export async function exportUnsent(
	profiles: readonly SealedProfile[],
	tools: Pick<CourierTools, 'clock' | 'engine'>
): Promise<Result<UnsentExport>> {
	const bundles: Bundle[] = [];
	let unsealed = 0;
	for (const profile of profiles) {
		const own = await bundleOutbox(profile, tools);
		unsealed += own.unsealed;
		bundles.push(...own.bundles);
		for (const { bundle, state } of (await readCargo(profile.id, tools.engine)).values())
			if (bundle && state !== 'delivered') bundles.push(bundle);
	}
	// One file and one row hold bundles of one ward: that of whoever takes them.
	const mine = bundles.filter(({ ward }) => ward === profiles[0]?.ward);
	if (mine.length === 0) return fail('rescue.nothing');
	const files = await Promise.all(
		group(mine, LIMIT.rescueBundles, Number.POSITIVE_INFINITY).map((part) => writeRescue(part, hashHex))
	);
	const rows = await Promise.all(
		group(mine, LIMIT.rescueBundles, LIMIT.pictureEntries).map(async (part) => {
			const packed = await packText(await writeRescue(part, hashHex));
			return { entries: countEntries(part), pictures: makeRow(packed) };
		})
	);
	return succeed({ entries: countEntries(mine), unsealed, files, rows });
}

async function bundleOutbox(
	{ id, ward, device, keys }: SealedProfile,
	{ clock, engine }: Pick<CourierTools, 'clock' | 'engine'>
): Promise<{ readonly bundles: Bundle[]; readonly unsealed: number }> {
	const db = openSealedDb(id, engine);
	try {
		const { state, outbox } = await db.readOutbox();
		const open = outbox.filter((row) => row.state === 'open').sort((a, b) => a.n - b.n);
		const posted = open.flatMap((row) => postRow(row) ?? []);
		const { cid } = standingOf({ ...state, scope: null }, clock());
		const bundles: Bundle[] = [];
		for (let at = 0; at < posted.length;) {
			const entries: PostedEntry[] = cutBatch(posted.slice(at, at + ROUND.batchEntries), ROUND);
			bundles.push(await makeBundle({ ward, device, cid, madeAt: clock(), entries }, keys.signing));
			at += entries.length;
		}
		return { bundles, unsealed: open.length - posted.length };
	} finally {
		db.close();
	}
}

/** Bundles in order, as many together as both limits let; at least one. */
function group(bundles: readonly Bundle[], most: number, mostEntries: number): Bundle[][] {
	const groups: Bundle[][] = [];
	let entries = 0;
	for (const bundle of bundles) {
		const last = groups.at(-1);
		entries += bundle.entries.length;
		if (last && last.length < most && entries <= mostEntries) last.push(bundle);
		else {
			groups.push([bundle]);
			entries = bundle.entries.length;
		}
	}
	return groups;
}

/** Takes bundles over: all that a text brings, or nothing. */
export async function takeRescue(
	{ id, ward }: SealedProfile,
	text: string,
	{ clock, engine }: Pick<CourierTools, 'clock' | 'engine'>
): Promise<Result<Taken>> {
	const brought = await readRescue(text, ward, hashHex);
	if (!brought.ok) return brought;
	const named = await Promise.all(
		brought.value.map(async (bundle) => [await hashHex(describeBundle(bundle) + bundle.signature), bundle] as const)
	);
	return putCargo<Result<Taken>>(id, engine, (there) => {
		const fresh = new Map(named.filter(([name]) => !there.has(name)));
		const waiting = [...there.values()].filter(({ bundle }) => bundle !== null).length;
		if (waiting + fresh.size > LIMIT.cargoBundles) return { rows: new Map(), value: fail('rescue.full') };
		const rows = new Map<string, CargoRow>();
		for (const [name, bundle] of fresh)
			rows.set(name, { bundle, entries: bundle.entries.length, takenAt: clock(), state: 'waiting' });
		const entries = countEntries([...fresh.values()]);
		return { rows, value: succeed({ entries, known: countEntries(brought.value) - entries }) };
	});
}

function countEntries(bundles: readonly Bundle[]): number {
	return bundles.reduce((sum, { entries }) => sum + entries.length, 0);
}
