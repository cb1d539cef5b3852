// What people have in common stands in a table of its own: it and the list of twins say what a plain look at every person
// says, whatever became of the people; over both databases, with another ward beside it.

import { expect, it } from 'vitest';
import { eachFigureSite } from '../../../tests/fixtures/figure-desk.ts';
import { makeChance, makeWard, type MadeWard } from '../../../tests/fixtures/made-ward.ts';
import type { AreaId, PersonId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { nameTwin, pairTwins } from '../domain/twin.ts';
import type { Fields, WardRecord } from '../sync/record.ts';
import { rebuildProjections } from './db/rebuild.ts';
import { inWard } from './db/ward-store.ts';
import type { Site } from './site.ts';
import { listTwins } from './twins.ts';

const SIZES = { quarters: 3, doors: 30, people: 120, visits: 0 };
const NUMBERS = 160;
const NAMES = ['Nguyễn Thử', 'nguyễn  thử', 'Trần Mẫu', 'Lê Giả', 'Phạm Nháp', 'Đỗ Đếm'];

type Records = ReadonlyMap<string, WardRecord>;

const numberOf = ({ fields }: WardRecord) => (fields['idKeep'] as { index?: string } | undefined)?.index ?? '';
const twinOf = ({ fields }: WardRecord) => nameTwin({ name: String(fields['name']), birth: String(fields['birth']) });

/** What more than one has, by a look at everybody. */
function lookAtMarks(people: readonly WardRecord[]): string[] {
	const of = (kind: string, markOf: (record: WardRecord) => string) => {
		const marks = people.map(markOf).filter(Boolean);
		return [...new Set(marks.filter((mark, at) => marks.indexOf(mark) !== at))].map((mark) => `${kind}/${mark}`);
	};
	// of one name and day, and with a number each: no pair by that name
	const open = new Set(people.filter((record) => numberOf(record) === '').map((record) => `twin/${twinOf(record)}`));
	return [...of('id_index', numberOf), ...of('twin', twinOf).filter((line) => open.has(line))].sort();
}

function lookAtPairs(people: readonly WardRecord[], apart: ReadonlySet<string>): string[] {
	const marks = people.map((record) => ({
		id: record.id as unknown as PersonId,
		number: numberOf(record) || null,
		twin: twinOf(record)
	}));
	return pairTwins(marks)
		.map(({ one, other }) => `${one}/${other}`)
		.filter((key) => !apart.has(key))
		.sort();
}

eachFigureSite('shared marks', (getSite, engine) => {
	let apart: ReadonlySet<string>;
	let met = 0;

	async function check(site: Site, made: MadeWard, records: Records, about: string): Promise<void> {
		const { db } = site.store;
		const people = [...records.values()].filter(({ table }) => table === 'person');
		const rows = await db.selectFrom('shared_mark').selectAll().where('ward_id', '=', made.ward).execute();
		expect(rows.map(({ kind, mark }) => `${kind}/${mark}`).sort(), about).toEqual(lookAtMarks(people));
		const some = made.areas.slice(1, 4).map(({ id }) => id);
		for (const within of [null, some] as (readonly AreaId[] | null)[]) {
			const seen = people.filter(({ area }) => within === null || within.includes(area));
			const pairs = lookAtPairs(seen, apart);
			const list = await listTwins(db, made.ward, within);
			const shown = list.rows.map(({ one, other }) => `${one.person.id}/${other.person.id}`);
			expect(shown, about).toEqual(pairs.slice(0, LIMIT.twinPairs));
			expect(list, about).toMatchObject({ total: pairs.length, hasMore: false });
			met += pairs.length;
		}
	}

	it('are what a look at everybody finds, whatever became of them', { timeout: 120_000 }, async () => {
		const site = getSite();
		met = 0;
		for (const seed of [1, 2]) {
			apart = new Set();
			const made = await makeWard(site, seed, SIZES, false, `Phường trùng ${engine} ${seed}`);
			const chance = makeChance(seed);
			const records = new Map(made.records);
			const write = async (change: (record: WardRecord) => Fields | null | undefined) => {
				const changed: WardRecord[] = [];
				for (const record of [...records.values()].filter(({ table }) => table === 'person')) {
					const fields = change(record);
					if (fields === undefined) continue;
					changed.push({ ...record, v: record.v + 1, deleted: fields === null, fields: fields ?? {} });
					if (fields === null) records.delete(record.id);
					else records.set(record.id, changed.at(-1)!);
				}
				await inWard(site.store, made.ward, site.clock(), (tx) => tx.writeRecords(changed));
			};
			const mark = ({ fields }: WardRecord): Fields => {
				const { idKeep: _, ...rest } = fields;
				return {
					...rest,
					name: chance.pick(NAMES),
					birth: chance.is(0.3) ? '1970' : `19${60 + chance.below(20)}-01-0${1 + chance.below(9)}`,
					...(chance.is(0.6) ? { idKeep: { index: `n${chance.below(NUMBERS)}`, tail: '0101' } } : {})
				};
			};
			await check(site, made, records, 'as made');
			await write(mark);
			await check(site, made, records, 'marked');
			await write((record) => (chance.is(0.4) ? mark(record) : undefined));
			await check(site, made, records, 'some marked anew');
			// everything else of them changes, and nothing of this
			await write(({ fields }) => ({ ...fields, presence: 'away' }));
			await check(site, made, records, 'untouched');
			const [first] = lookAtPairs([...records.values()], apart);
			const [one, other] = first!.split('/') as [string, string];
			const said = { at: 1, staff_id: 'x', staff_name: 'x', ended_at: null, moved: '{}', state: 'apart' };
			const row = { ward_id: made.ward, id: `apart-${seed}`, one_id: one, other_id: other, ...said };
			await site.store.db.insertInto('twin').values(row).execute();
			apart = new Set([first!]);
			await check(site, made, records, 'two kept apart');
			await write(() => (chance.is(0.3) ? null : undefined));
			await check(site, made, records, 'some gone');
			// one of those who shared leaves the other alone; the last one goes as well
			await write((record) => (chance.is(0.5) ? { ...record.fields, idKeep: { index: record.id } } : undefined));
			await check(site, made, records, 'numbers of their own');
			await site.store.db.deleteFrom('shared_mark').where('ward_id', '=', made.ward).execute();
			await site.store.db.insertInto('shared_mark').values({ ward_id: made.ward, kind: 'twin', mark: 'old' }).execute();
			await site.store.db.updateTable('ward').set({ projection: 0 }).where('id', '=', made.ward).execute();
			await rebuildProjections(site.store);
			await check(site, made, records, 'rows written anew');
			await write(() => null);
			await check(site, made, records, 'nobody left');
		}
		expect(met).toBeGreaterThan(100);
	});
});
