// The demo ward: made-up people in a made-up place, so that everything can be tried on the first day. Only in an empty
// store, in one transaction, and through the same log as everything else.

import type { Area } from '../../domain/area.ts';
import { makeConsent, type Consent } from '../../domain/consent.ts';
import { addDays, dayAt, type Day } from '../../domain/day.ts';
import type { StaffRole } from '../../domain/desk.ts';
import type {
	AreaId,
	EntryId,
	HouseholdId,
	PersonId,
	RecordId,
	StaffId,
	VisitId,
	VolunteerId,
	WardId
} from '../../domain/id.ts';
import type { Review } from '../../domain/review.ts';
import type { Fields, Table } from '../../sync/record.ts';
import { writeFromWard } from '../../sync/ward.ts';
import { OPERATOR, writeAudit } from '../audit.ts';
import type { Writer } from '../db/open-store.ts';
import { isUniqueViolation } from '../db/trouble.ts';
import { KyselyWardTx } from '../db/ward-store.ts';
import { insertAreas, insertWard } from '../new-ward.ts';
import { makeWardTools, newId, type Site } from '../site.ts';
import { hashPassword } from '../vault.ts';
import { DEMO_HOUSES, type DemoHouse, type DemoPerson } from './people.ts';
import { openDemoPassword } from './sign-in.ts';
import { DEMO_VISITS, type DemoVisit } from './visits.ts';

/** Two servers that start at once make one demo ward: the tag of its invitations is unique. */
const DEMO_TAG = 'DEMA';
const DAY_MS = 24 * 3600_000;
const EVENING_MS = 12 * 3600_000; // 19:00 in Vietnam is 12:00 UTC

/** Who signs in under which name; all with the one password of demo.json. */
export const DEMO_STAFF: readonly { readonly username: string; readonly name: string; readonly role: StaffRole }[] = [
	{ username: 'huy', name: 'Đặng Quốc Huy', role: 'areaPolice' },
	{ username: 'cuc', name: 'Phan Thu Cúc', role: 'civilStatus' },
	{ username: 'son', name: 'Vũ Đình Sơn', role: 'leader' },
	{ username: 'tuyet', name: 'Triệu Ánh Tuyết', role: 'oneStop' },
	{ username: 'khiem', name: 'Lưu Gia Khiêm', role: 'administrator' }
];

/** Roles as the desk's words know them; the first one gets the join code that the start prints. */
export const DEMO_VOLUNTEERS: readonly {
	readonly name: string;
	readonly role: string;
	readonly quarter: 'KP3' | 'KP4';
}[] = [
	{ name: 'Lê Minh Khang', role: 'youth', quarter: 'KP3' },
	{ name: 'Trần Thị Mận', role: 'quarterHead', quarter: 'KP3' },
	{ name: 'Đinh Công Thành', role: 'member', quarter: 'KP4' }
];

interface Cast {
	readonly ward: WardId;
	readonly areas: Readonly<Record<DemoHouse['quarter'], AreaId>>;
	readonly volunteers: ReadonlyMap<string, VolunteerId>;
	readonly approver: { readonly id: StaffId; readonly name: string };
	readonly today: Day;
}

/** Makes the demo ward when the store is empty; true when it did. */
export async function makeDemo(site: Site, dataDir: string): Promise<boolean> {
	const known = await site.store.db.selectFrom('ward').select('id').limit(1).execute();
	if (known.length > 0) return false;
	const pwHash = await hashPassword(openDemoPassword(dataDir, site.randomBytes));
	try {
		await site.store.transact((trx) => writeDemo(trx, site, pwHash));
		return true;
	} catch (error) {
		if (isUniqueViolation(error)) return false;
		throw error;
	}
}

async function writeDemo(trx: Writer, site: Site, pwHash: string): Promise<void> {
	const cast = await writeCast(trx, site, pwHash);
	const houses = new Map<string, HouseholdId>();
	const people = new Map<string, { readonly id: PersonId; readonly fields: Fields }>();
	// the list was handed in a month ago; what it says of people is older than every visit
	const listedAt = site.clock() - 30 * DAY_MS;
	for (const house of DEMO_HOUSES) {
		const id = newId<HouseholdId>(site);
		const area = cast.areas[house.quarter];
		const { lane, number, kind = 'ordinary', access } = house;
		houses.set(number, id);
		const fields = { area, lane, number, kind, ...(access ? { access } : {}) };
		await write(trx, site, cast, { table: 'household', id, area, fields, at: listedAt, actor: cast.ward });
		for (const person of house.people) {
			const personId = newId<PersonId>(site);
			const personFields = makePersonFields(person, id, cast);
			people.set(person.name, { id: personId, fields: personFields });
			const row = {
				table: 'person',
				id: personId,
				area,
				fields: personFields,
				at: listedAt,
				actor: cast.ward
			} as const;
			await write(trx, site, cast, row);
		}
	}
	for (const visit of DEMO_VISITS) {
		const house = DEMO_HOUSES.find((one) => one.number === visit.door);
		const household = houses.get(visit.door);
		if (!house || !household) throw new Error(`the demo has no door ${visit.door}`);
		const person = visit.person === undefined ? null : people.get(visit.person);
		if (person === undefined) throw new Error(`nobody in the demo is called ${visit.person}`);
		const knocker = house.quarter === 'KP3' ? 'Trần Thị Mận' : 'Đinh Công Thành';
		const by = cast.volunteers.get(knocker)!;
		const seenAt = Date.parse(addDays(cast.today, -visit.daysAgo)) + EVENING_MS;
		await write(trx, site, cast, {
			table: 'visit',
			id: newId<VisitId>(site),
			area: cast.areas[house.quarter],
			fields: makeVisitFields(visit, household, person, by, seenAt, cast),
			at: seenAt,
			actor: by
		});
	}
}

async function write(
	trx: Writer,
	site: Site,
	{ ward }: Cast,
	row: { table: Table; id: RecordId; area: AreaId; fields: Fields; at: number; actor: string }
): Promise<void> {
	const { at, actor, ...record } = row;
	const input = { ...record, entry: newId<EntryId>(site), kind: 'ward.list' };
	await writeFromWard(new KyselyWardTx(trx, ward, at), input, actor, makeWardTools(site, ward, at));
}

async function writeCast(trx: Writer, site: Site, pwHash: string): Promise<Cast> {
	const now = site.clock();
	const ward = newId<WardId>(site);
	await insertWard(trx, site, { id: ward, name: 'Phường Hòa An (giả định)', joinTag: DEMO_TAG, isDemo: true });
	const [province, top, third, fourth] = Array.from({ length: 4 }, () => newId<AreaId>(site)) as [
		AreaId,
		AreaId,
		AreaId,
		AreaId
	];
	const areas: Area[] = [
		{ id: province, parent: null, kind: 'province', name: 'Tỉnh Bình Minh (giả định)', aliases: [] },
		{ id: top, parent: province, kind: 'ward', name: 'Phường Hòa An (giả định)', aliases: ['Xã Hòa An cũ'] },
		{ id: third, parent: top, kind: 'quarter', name: 'Khu phố 3', aliases: ['KP3', 'Ấp Đình'] },
		{ id: fourth, parent: top, kind: 'quarter', name: 'Khu phố 4', aliases: ['KP4', 'Xóm Lò Gốm'] }
	];
	await insertAreas(trx, ward, areas);
	await writeAudit(trx, site, { ward, actor: OPERATOR, act: 'ward.init' });
	const staff = DEMO_STAFF.map((member) => ({ ...member, id: newId<StaffId>(site) }));
	await trx
		.insertInto('staff')
		.values(staff.map((row) => ({ ...row, ward_id: ward, pw_hash: pwHash, created_at: now, disabled_at: null })))
		.execute();
	const volunteers = new Map<string, VolunteerId>();
	for (const { name, role, quarter } of DEMO_VOLUNTEERS) {
		const id = newId<VolunteerId>(site);
		volunteers.set(name, id);
		const row = { ward_id: ward, id, name, role, created_at: now + volunteers.size, left_at: null };
		await trx.insertInto('volunteer').values(row).execute();
		const area_id = quarter === 'KP3' ? third : fourth;
		await trx.insertInto('assignment').values({ ward_id: ward, volunteer_id: id, area_id }).execute();
	}
	return { ward, areas: { KP3: third, KP4: fourth }, volunteers, approver: staff[0]!, today: dayAt(now) };
}

function makePersonFields(person: DemoPerson, household: HouseholdId, { today }: Cast): Fields {
	const { name, sex, birth, number, standing, consent, presence = 'home', ...rest } = person;
	const [state, evidence, seenDaysAgo, approvedDaysAgo] = standing ?? [];
	return {
		household,
		name,
		birth: typeof birth === 'number' ? addDays(today, -birth) : birth,
		sex,
		presence,
		...rest,
		...(number ? { personalId: number } : {}),
		...(consent ? { consent: makeDemoConsent(consent, today) } : {}),
		...(state
			? {
					standing: {
						state,
						on: addDays(today, -(seenDaysAgo ?? 0)),
						evidence,
						observer: 'ward',
						...(approvedDaysAgo === undefined ? {} : { approvedOn: addDays(today, -approvedDaysAgo) })
					}
				}
			: {})
	};
}

function makeDemoConsent(consent: 'record' | 'all', today: Day): Consent {
	const isAll = consent === 'all';
	return { ...makeConsent(Date.parse(addDays(today, -9)) + EVENING_MS), record: true, phone: isAll, remind: isAll };
}

function makeVisitFields(
	visit: DemoVisit,
	household: HouseholdId,
	person: { readonly id: PersonId; readonly fields: Fields } | null,
	by: VolunteerId,
	seenAt: number,
	cast: Cast
): Fields {
	const { inDays, ...next } = visit.next ?? { kind: 'none' as const };
	const approved: Review = {
		state: 'approved',
		by: cast.approver.id,
		byName: cast.approver.name,
		decidedAt: seenAt + EVENING_MS
	};
	const about = person
		? Object.fromEntries(
				['consent', 'standing', 'barriers', 'presence'].flatMap((field) =>
					person.fields[field] === undefined ? [] : [[field, person.fields[field]]]
				)
			)
		: {};
	return {
		household,
		...(person ? { person: person.id } : {}),
		seenAt,
		outcome: visit.outcome,
		leaflet: true,
		...about,
		...(visit.flags ? { flags: visit.flags } : {}),
		...(visit.solved ? { solved: visit.solved } : {}),
		next: { ...next, ...(inDays === undefined ? {} : { on: addDays(cast.today, inDays) }) },
		...(visit.note ? { note: visit.note } : {}),
		by,
		...(visit.isWaiting ? {} : { review: approved })
	};
}
