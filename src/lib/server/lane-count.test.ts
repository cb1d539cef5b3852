// Lanes of an area with how many doors they have are what a plain look at every door says, however lanes are written; over
// both databases.

import { expect, it } from 'vitest';
import { eachFigureSite } from '../../../tests/fixtures/figure-desk.ts';
import { makeChance, makeWard } from '../../../tests/fixtures/made-ward.ts';
import { foldLane, type Lane } from '../domain/lane.ts';
import type { WardRecord } from '../sync/record.ts';
import { inWard } from './db/ward-store.ts';
import { countLanes } from './lane-count.ts';

const LANES = [
	...['Ngõ 7', 'Ngõ 07', 'ngõ 7', ' Ngõ  7 ', 'NGO 007', 'a|b', 'a', 'a|c', '5 a', '2 a', 'Ngõ Đình', 'ngo dinh'],
	...['ngách 7/12 ngõ Đình', 'ngách 07/12 ngõ Đình', '7', '07', 'ngo', '|', '1|2']
];
const NUMBERS = ['1', '01', '1|2', '2 a', '5', '12/3', 'ngo', 'Ngõ 7', '7'];

eachFigureSite('lanes', (getSite, engine) => {
	it('are counted as by a look at every door', { timeout: 60_000 }, async () => {
		const site = getSite();
		const { db } = site.store;
		for (const seed of [1, 2, 3]) {
			const sizes = { quarters: 1, doors: 240, people: 60, visits: 200 };
			const made = await makeWard(site, seed, sizes, false, `Phường ngõ ${engine} ${seed}`);
			const chance = makeChance(seed);
			const doors = [...made.records.values()].filter(({ table }) => table === 'household');
			const written = doors.map((record): WardRecord => {
				const lane = chance.pick(LANES).normalize(chance.is(0.5) ? 'NFD' : 'NFC');
				return { ...record, v: 2, fields: { ...record.fields, lane, number: chance.pick(NUMBERS) } };
			});
			await inWard(site.store, made.ward, site.clock(), (tx) => tx.writeRecords(written));
			const rows = await db.selectFrom('household_row').select(['id', 'informed_on']).execute();
			const informed = new Set(rows.filter((row) => row.informed_on !== null).map(({ id }) => id));
			expect(informed.size).toBeGreaterThan(20);
			for (const { id: area } of made.areas) {
				const said: Lane[] = [{ area, name: 'Ngõ Vắng', way: 'number' }];
				if (chance.is(0.5)) said.push({ area, name: 'NGÕ 7', way: 'sides' });
				const own = written.filter((record) => record.area === area).toSorted((a, b) => (a.id < b.id ? -1 : 1));
				const laneOf = ({ fields }: WardRecord) => String(fields['lane']).trim();
				const names = new Map<string, string>();
				for (const name of [...said.map((lane) => lane.name), ...own.map(laneOf)])
					if (!names.has(foldLane(name))) names.set(foldLane(name), name);
				const expected = [...names].map(([key, name]) => {
					const here = own.filter((record) => foldLane(laneOf(record)) === key).map(({ id }) => id as string);
					return [key, { name, doors: here, informed: here.filter((door) => informed.has(door)).length }];
				});
				expect([...(await countLanes(db, made.ward, area, said))].sort()).toEqual(expected.sort());
			}
		}
	});
});
