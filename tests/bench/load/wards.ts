// Wards of made-up people with volunteers, phones that have joined, and somebody at the desk, written into a store whose
// servers stand still.

import { webcrypto } from 'node:crypto';
import { makeId, type DeviceId, type EntryId, type RecordId } from '../../../src/lib/domain/id.ts';
import { readConfig } from '../../../src/lib/server/config.ts';
import { inWard } from '../../../src/lib/server/db/ward-store.ts';
import { signIn, makeDecoyHash } from '../../../src/lib/server/session.ts';
import { makeWardTools, newId, openSite, type Site } from '../../../src/lib/server/site.ts';
import type { StaffRole } from '../../../src/lib/domain/desk.ts';
import { addStaff } from '../../../src/lib/server/staff.ts';
import { addVolunteer } from '../../../src/lib/server/volunteer.ts';
import { writeFromWard } from '../../../src/lib/sync/ward.ts';
import { makeWard, type MadeWard } from '../../fixtures/made-ward.ts';
import type { PhoneName } from './phone.ts';
import type { Place } from './servers.ts';

const QUARTERS = 4;
const PEOPLE_A_DOOR = 2.5;
const PEOPLE_A_VISIT = 5;
const OPERATOR = { id: 'operator', name: 'Bench' };
const PASSWORD = 'mot mat khau that dai';

export interface LoadWard {
	readonly phones: readonly PhoneName[];
	/** The cookie of somebody at the desk. */
	readonly cookie: string;
	/** Records that a phone which sees the whole ward gets. */
	readonly records: number;
}

/** Makes wards, each with so many people and phones; every phone sees the whole ward. `role` is of whoever is at the desk. */
export async function makeWards(
	place: Place,
	count: number,
	people: number,
	phones: number,
	role: StaffRole = 'leader'
): Promise<LoadWard[]> {
	const env = { DATA_DIR: place.dataDir, DEMO: '0', ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}) };
	const site = await openSite(readConfig(env));
	try {
		const wards: LoadWard[] = [];
		const sizes = {
			quarters: QUARTERS,
			people,
			doors: Math.ceil(people / PEOPLE_A_DOOR),
			visits: Math.ceil(people / PEOPLE_A_VISIT)
		};
		for (let i = 0; i < count; i++) {
			const made = await makeWard(site, 1000 + i, sizes);
			await beginLog(site, made);
			const names: PhoneName[] = [];
			for (let at = 0; at < phones; at++) names.push(await addPhone(site, made, at));
			wards.push({ phones: names, cookie: await openSession(site, made, role), records: made.records.size + 1 });
		}
		return wards;
	} finally {
		await site.store.close();
	}
}

/** The made records have no steps in the log; the first true one is where phones begin to remember. */
async function beginLog(site: Site, { ward, areas }: MadeWard): Promise<void> {
	const now = site.clock();
	const area = areas[0]!.id;
	const fields = { area, lane: 'Ngõ Đo', number: '1', kind: 'ordinary' };
	await inWard(site.store, ward, now, async (tx) => {
		const input = {
			...{ table: 'household' as const, id: newId<RecordId>(site), area, fields },
			...{ entry: newId<EntryId>(site), kind: 'ward.list' as const }
		};
		await writeFromWard(tx, input, ward, makeWardTools(site, ward, now));
	});
}

async function addPhone(site: Site, { ward, areas, records }: MadeWard, at: number): Promise<PhoneName> {
	const input = { name: `Tình nguyện viên ${at + 1}`, role: 'member', areas: [areas[0]!.id] };
	const volunteer = await addVolunteer(site, ward, input, OPERATOR);
	if (!volunteer.ok) throw new Error(volunteer.problem.code);
	const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
	const raw = await webcrypto.subtle.exportKey('raw', pair.publicKey);
	const device = newId<DeviceId>(site);
	const cid = makeId<string>(site.clock(), site.randomBytes);
	const now = site.clock();
	await site.store.db
		.insertInto('device')
		.values({
			...{ ward_id: ward, id: device, volunteer_id: volunteer.value, cid },
			public_key: Buffer.from(raw).toString('base64url'),
			...{ joined_at: now, pledged_at: now, pledge_wording: 1, seen_at: null, waiting: null, revoked_at: null },
			...{ deposited: 0, fresh_seq: 0, held: null, pace_at: 0, pace_count: 0 }
		})
		.execute();
	const household = [...records.values()].find((record) => record.table === 'household')!.id;
	return { ward, device, cid, key: pair.privateKey, household };
}

async function openSession(site: Site, { ward }: MadeWard, role: StaffRole): Promise<string> {
	const staff = { username: 'do', name: 'Người Đo', role, password: PASSWORD };
	const added = await addStaff(site, ward, staff, OPERATOR);
	if (!added.ok) throw new Error(added.problem.code);
	const input = { ward, username: 'do', password: PASSWORD, address: ward };
	const signedIn = await signIn(site, input, await makeDecoyHash(site));
	if (!signedIn.ok) throw new Error(signedIn.problem.code);
	return `gocua=${signedIn.value.token}`;
}
