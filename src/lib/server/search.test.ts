// A search by the index of words finds what a plain look at every record finds, in the same order, whatever was typed
// and whatever became of the records; over both databases, with another ward beside it.

import { sql } from 'kysely';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachFigureSite } from '../../../tests/fixtures/figure-desk.ts';
import { readFoundWords } from '../../../tests/fixtures/found-words.ts';
import { makeChance, makeWard, type MadeWard } from '../../../tests/fixtures/made-ward.ts';
import type { Page, VisitFilter } from '../domain/desk.ts';
import { foldText } from '../domain/search.ts';
import type { Fields, WardRecord } from '../sync/record.ts';
import { rebuildProjections } from './db/rebuild.ts';
import { inWard } from './db/ward-store.ts';
import { findPeople } from './find-people.ts';
import { listHouseholds } from './household.ts';
import { DOOR_REACH, VISIT_REACH, type Reach } from './search.ts';
import type { Site } from './site.ts';
import { listVisits } from './visit-list.ts';

const SIZES = { quarters: 3, doors: 90, people: 200, visits: 420 };
const NAMES = ['Nguyễn Văn Thử', 'Đặng Thị Mẫu', 'Lê An', 'Vũ Ý', 'nguyễn thị ánh', 'Hồ Đô', 'Ngô  Nháp', 'AN AN'];
const LANES = ['Ngõ 7', 'ngách 7/12', 'Hẻm Đê', 'Khu phố 2', 'Ngõ Nguyễn'];
const NUMBERS = ['127', '7A', '12/3', '100%', 'a_b', '5 bis', 'Đ1'];
const WORDS = [
	...['nguyen', 'Nguyễn', 'ng', 'le', 'Vũ', 'y', 'an', 'đặng', 'DANG', 'd', 'do', 'thi', 'mẫ', 'ngo', 'de', 'khu'],
	...['7', '127', '12/3', '100%', '%', '_', 'a_b', '\\', '0101', '01', 'pho', '2', 'khongco', 'bis']
];
/** As in life; so short that common words are met on the walk, or after most of it; and that it is always given up. */
const REACHES: readonly (Reach | null)[] = [null, { many: 2, walk: 70 }, { many: 0, walk: 400 }, { many: 0, walk: 3 }];

const typedText = fc
	.tuple(
		fc.oneof(
			fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
			fc.constantFrom('Khu phố 2', 'khu pho 1', 'ngõ 7 127', 'Lê An', ' nguyễn   văn ')
		),
		fc.boolean()
	)
	.map(([text, isApart]) => text.normalize(isApart ? 'NFD' : 'NFC'));

/** Lists that were not counted, because their first page was full before all was looked at. */
let cut = 0;

type Records = ReadonlyMap<string, WardRecord>;

/** The plain look: folded words of a record. */
function wordsOf({ table, fields }: WardRecord): string[] {
	const tail = (fields['idKeep'] as { tail?: string } | undefined)?.tail ?? '';
	const text =
		table === 'person' ? `${String(fields['name'])} ${tail}` : `${String(fields['number'])} ${String(fields['lane'])}`;
	return foldText(text).split(' ');
}

function fits(typed: string, ...texts: string[][]): boolean {
	const begins = (word: string) => texts.some((words) => words.some((one) => one.startsWith(word)));
	return foldText(typed).split(' ').filter(Boolean).every(begins);
}

function find(made: MadeWard, records: Records, typed: string) {
	const all = [...records.values()];
	const folded = foldText(typed);
	const named = made.areas.filter(({ kind, name }) => {
		const known = foldText(name);
		return kind !== 'ward' && (folded.includes(' ') ? known.startsWith(folded) : known === folded);
	});
	const near = new Set<string>(
		made.areas.filter((area) => named.some(({ id }) => id === area.id || id === area.parent)).map(({ id }) => id)
	);
	const peopleOf = (door: string) =>
		all.filter(({ table, fields }) => table === 'person' && fields['household'] === door);
	const isOf = (visit: WardRecord, person: WardRecord | undefined) =>
		fits(typed, wordsOf(records.get(String(visit.fields['household']))!), person ? wordsOf(person) : []);
	return {
		doors: all
			.filter(
				(record) =>
					record.table === 'household' &&
					(near.has(record.area) || fits(typed, wordsOf(record), ...peopleOf(record.id).map(wordsOf)))
			)
			.map(({ id }) => id as string),
		visits: all
			.filter((record) => record.table === 'visit' && isOf(record, records.get(String(record.fields['person']))))
			.map(({ id }) => id as string),
		people: all
			.filter((record) => record.table === 'person' && isOf(record, record))
			.map(({ id }) => id as string)
			.sort()
	};
}

/** All pages of a list. */
async function walk<Row>(read: (after: string | undefined) => Promise<Page<Row>>, idOf: (row: Row) => string) {
	const first = await read(undefined);
	const ids = first.rows.map(idOf);
	for (let { next } = first; next;) {
		const page = await read(next);
		ids.push(...page.rows.map(idOf));
		next = page.next;
	}
	if (first.hasMore) cut += 1;
	if (first.hasMore) expect(first.total).toBeLessThan(ids.length);
	else expect(first.total).toBe(ids.length);
	return ids;
}

async function checkSearch(site: Site, made: MadeWard, records: Records, typed: string): Promise<number> {
	const { db } = site.store;
	const { ward } = made;
	const expected = find(made, records, typed);
	const order = async (table: 'household_row' | 'visit_row') => {
		const query = db.selectFrom(table).select('id').where('ward_id', '=', ward);
		const rows = await (
			table === 'visit_row'
				? query.orderBy(sql`received_at`, 'desc').orderBy('id', 'desc')
				: query
						.orderBy('area_id')
						.orderBy(sql`walk`)
						.orderBy('id')
		).execute();
		return rows.map(({ id }) => id);
	};
	const [doors, visits] = [await order('household_row'), await order('visit_row')];
	for (const reach of REACHES) {
		const about = `${JSON.stringify(typed)}, ${JSON.stringify(reach)}`;
		const found = await walk(
			(after) =>
				listHouseholds(db, ward, { search: typed, ...(after ? { after: after as never } : {}) }, reach ?? DOOR_REACH),
			({ household }) => household.id
		);
		expect(found, `doors by ${about}`).toEqual(doors.filter((id) => expected.doors.includes(id)));
		for (const filter of [{}, { state: 'open' }] as VisitFilter[]) {
			const ids = await walk(
				(after) =>
					listVisits(
						db,
						ward,
						{ ...filter, search: typed, ...(after ? { after: after as never } : {}) },
						reach ?? VISIT_REACH
					),
				({ visit }) => visit.id
			);
			const isOpen = (id: string) => {
				const review = records.get(id)!.fields['review'] as { state: string } | undefined;
				return filter.state === undefined || !['approved', 'returned'].includes(review?.state ?? 'waiting');
			};
			expect(ids, `visits by ${about}`).toEqual(visits.filter((id) => expected.visits.includes(id) && isOpen(id)));
		}
		const people = await findPeople(db, ward, typed, null, reach ?? DOOR_REACH);
		expect(
			people.map(({ person }) => person.id),
			`people by ${about}`
		).toEqual(expected.people.slice(0, 10));
	}
	return expected.doors.length + expected.visits.length;
}

eachFigureSite('search', (getSite, engine) => {
	it('finds what a look at every record finds, whatever became of them', { timeout: 300_000 }, async () => {
		const site = getSite();
		let found = 0;
		cut = 0;
		const check = async (seed: number, searches: readonly string[]) => {
			const made = await makeWard(site, seed, SIZES, false, `Phường tìm ${engine} ${seed}`);
			const chance = makeChance(seed);
			const records = new Map(made.records);
			const write = async (change: (record: WardRecord) => Fields | null | undefined) => {
				const changed: WardRecord[] = [];
				for (const record of [...records.values()]) {
					const fields = change(record);
					if (fields === undefined) continue;
					const next: WardRecord = { ...record, v: record.v + 1, deleted: fields === null, fields: fields ?? {} };
					changed.push(next);
					if (fields === null) records.delete(record.id);
					else records.set(record.id, next);
				}
				await inWard(site.store, made.ward, site.clock(), (tx) => tx.writeRecords(changed));
			};
			const checkAll = async () => {
				const { rows, index } = await readFoundWords(site.store.db);
				expect(index).toEqual(rows);
				// many words begin with a 1
				for (const typed of ['ngo', 'Ng n', '1', ...searches]) found += await checkSearch(site, made, records, typed);
			};
			// several that came at one moment
			await sql`update visit_row set received_at = seen_at % 7 where ward_id = ${made.ward}`.execute(site.store.db);
			await checkAll();
			// everybody gets another name and address
			const name = () => chance.pick(NAMES).normalize(chance.is(0.5) ? 'NFD' : 'NFC');
			await write(({ table, fields }) => {
				if (table === 'household') return { ...fields, lane: chance.pick(LANES), number: chance.pick(NUMBERS) };
				if (table !== 'person') return undefined;
				return { ...fields, name: name(), ...(chance.is(0.3) ? { idKeep: { index: 'i', tail: '0101' } } : {}) };
			});
			await checkAll();
			// some move to another door, some visits become those of somebody else, some are taken away
			const [one, other] = [...records.values()].filter(({ table }) => table === 'household');
			const someone = [...records.values()].find(({ table }) => table === 'person')!;
			await write(({ table, fields }) => {
				if (table === 'household' || !chance.is(0.3)) return undefined;
				if (chance.is(0.4)) return null;
				return table === 'person' ? { ...fields, household: other!.id } : { ...fields, person: someone.id };
			});
			await checkAll();
			// a door goes with all that is behind it
			await write(({ id, fields }) => (id === one!.id || fields['household'] === one!.id ? null : undefined));
			await checkAll();
			await site.store.db.updateTable('ward').set({ projection: 0 }).where('id', '=', made.ward).execute();
			await rebuildProjections(site.store);
			await checkAll();
		};
		await fc.assert(fc.asyncProperty(fc.integer(), fc.array(typedText, { minLength: 4, maxLength: 8 }), check), {
			numRuns: engine === 'sqlite' ? 4 : 2
		});
		expect(found).toBeGreaterThan(100);
		expect(cut).toBeGreaterThan(10);
	});
});
