// A ward as large as one volunteer may ever meet: written through the ward's own log, into the demo ward's store while
// the server stands still. Everybody is made up; numbers begin with the unallocated 000.

import { addDays, dayAt } from '../../src/lib/domain/day.ts';
import type { AreaId, EntryId, RecordId, WardId } from '../../src/lib/domain/id.ts';
import { LADDER_STATES } from '../../src/lib/domain/ladder.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { readRecordRow } from '../../src/lib/server/db/ward-row.ts';
import { KyselyWardTx } from '../../src/lib/server/db/ward-store.ts';
import { makeWardTools, newId, openSite, type Site } from '../../src/lib/server/site.ts';
import type { Fields, Table } from '../../src/lib/sync/record.ts';
import { writeFromWard } from '../../src/lib/sync/ward.ts';

export interface Crowd {
	readonly households: number;
	readonly people: number;
	readonly visits: number;
}

/** What one volunteer may have at most (issue 2, speed and size), with a visit at every fourth door. */
export const LARGE_QUARTER: Crowd = { households: 2000, people: 5000, visits: 500 };

/** The quarter of the volunteer whom the start invites. */
const QUARTER = 'Khu phố 3';
const LANES = 40;
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Ngọc', 'Minh', 'Thanh', 'Hữu', 'Kim', 'Xuân', 'Quang', 'Thu'];
const GIVEN = [
	'An',
	'Bình',
	'Chi',
	'Dũng',
	'Ế',
	'Giang',
	'Hạnh',
	'Khoa',
	'Lan',
	'Mận',
	'Nở',
	'Ý',
	'Phúc',
	'Quỳnh',
	'Sen'
];
/** Where people stand before a campaign: most have a card and no account that works. */
const STATES = LADDER_STATES.filter((state) => state !== 'deceased' && state !== 'moved');

/** Fills the demo ward's quarter up to this many households, people and visits. The server must not be running. */
export async function fillQuarter(dataDir: string, crowd: Crowd): Promise<void> {
	const site = await openSite(readConfig({ DATA_DIR: dataDir }));
	try {
		const area = await site.store.db
			.selectFrom('area')
			.select(['ward_id', 'id'])
			.where('name', '=', QUARTER)
			.executeTakeFirstOrThrow();
		await writeCrowd(site, area.ward_id as WardId, area.id as AreaId, crowd);
	} finally {
		await site.store.close();
	}
}

/** Every record of the quarter as a phone may see it: what the first sync brings, for whoever is compared with it. */
export async function readRevealed(dataDir: string): Promise<{ id: string; table: string; fields: Fields }[]> {
	const site = await openSite(readConfig({ DATA_DIR: dataDir }));
	try {
		const rows = await site.store.db
			.selectFrom('record as r')
			.innerJoin('area as a', (on) => on.onRef('a.ward_id', '=', 'r.ward_id').onRef('a.id', '=', 'r.area_id'))
			.selectAll('r')
			.where('a.name', '=', QUARTER)
			.execute();
		return rows.map((row) => {
			const { id, table, area, v, seq, fields } = readRecordRow(row);
			return { id, table, area, v, seq, fields: site.vault.protectionOf(row.ward_id).reveal(table, fields) };
		});
	} finally {
		await site.store.close();
	}
}

async function writeCrowd(site: Site, ward: WardId, area: AreaId, crowd: Crowd): Promise<void> {
	const now = site.clock();
	const today = dayAt(now);
	const known = await site.store.db
		.selectFrom('record')
		.select(['tbl', (column) => column.fn.countAll<number>().as('count')])
		.where('ward_id', '=', ward)
		.where('area_id', '=', area)
		.groupBy('tbl')
		.execute();
	const missing = (table: Table, wanted: number) => wanted - Number(known.find((row) => row.tbl === table)?.count ?? 0);
	await site.store.transact(async (trx) => {
		const tx = new KyselyWardTx(trx, ward, now);
		const tools = makeWardTools(site, ward, now);
		const write = async (table: Table, fields: Fields) => {
			const id = newId<RecordId>(site);
			const input = { table, id, area, fields, entry: newId<EntryId>(site), kind: 'ward.list' };
			await writeFromWard(tx, input, ward, tools);
			return id;
		};
		const houses: RecordId[] = [];
		for (let i = 0; i < missing('household', crowd.households); i++) {
			const lane = `ngõ ${1 + (i % LANES)}`;
			houses.push(
				await write('household', { area, lane, number: nameNumber(Math.floor(i / LANES)), kind: 'ordinary' })
			);
		}
		for (let i = 0; i < missing('person', crowd.people); i++) {
			await write('person', makePerson(i, houses[i % houses.length]!, addDays(today, -10)));
		}
		for (let i = 0; i < missing('visit', crowd.visits); i++) {
			await write('visit', {
				household: houses[(i * 3) % houses.length]!,
				seenAt: now - (1 + (i % 20)) * 24 * 3600_000,
				outcome: i % 3 === 0 ? 'nobodyHome' : 'informed',
				leaflet: true,
				...(i % 5 === 0 ? { next: { kind: 'revisit', on: addDays(today, (i % 9) - 2), at: '19:00' } } : {}),
				by: ward,
				review: { state: 'approved', by: ward, byName: 'Phường', decidedAt: now }
			});
		}
	});
}

/** 1, 1/1, 1/3, 3, 3/1 ... as numbers stand in a lane. */
function nameNumber(place: number): string {
	const door = 1 + 2 * Math.floor(place / 3);
	const inner = place % 3;
	return inner === 0 ? String(door) : `${door}/${2 * inner - 1}`;
}

function makePerson(i: number, household: RecordId, on: string): Fields {
	const pick = <Value>(list: readonly Value[], step: number) => list[Math.floor(i / step) % list.length]!;
	const isWoman = i % 2 === 0;
	const born = 1940 + ((i * 7) % 66);
	return {
		household,
		name: `${pick(FAMILY, 1)} ${pick(MIDDLE, 3)} ${pick(GIVEN, 5)}`,
		birth: i % 4 === 0 ? String(born) : `${born}-0${1 + (i % 9)}-1${i % 10}`,
		sex: isWoman ? 'female' : 'male',
		presence: i % 11 === 0 ? 'away' : 'home',
		relation: i % 3 === 0 ? 'head' : 'child',
		...(i % 3 === 0 ? {} : { personalId: `000${String(i).padStart(9, '0')}`, card: 'valid' }),
		standing: { state: pick(STATES, 1), on, evidence: 'policeList', observer: 'ward' }
	};
}
