// What the ward knows already while a list is gone through: doors by how they are written, people by the keyed index of
// their number and by name and birth behind a door. What the list itself brings is added, so that nothing comes twice.

import { birthDayOf, birthYearOf, type Birth } from '../domain/birth.ts';
import type { HouseholdId, PersonId, RecordId } from '../domain/id.ts';
import type { ListCode, ListRow } from '../domain/list-row.ts';
import { foldText } from '../domain/search.ts';
import type { Fields, Table } from '../sync/record.ts';
import { takeBreath } from './breath.ts';
import { makeWalk } from './db/projection.ts';
import type { Reader } from './db/open-store.ts';
import { KeyTable } from './key-table.ts';
import { newId, type Site } from './site.ts';
import type { KeptNumber } from './vault.ts';

const ROWS_AT_ONCE = 500;

/** A record that a row brings. */
export interface NewRecord {
	readonly table: Table;
	readonly id: RecordId;
	readonly area: string;
	readonly fields: Fields;
}

/** Where somebody is known from; the ward comes first. */
const OF_WARD = 1;
const OF_LIST = 2;

export class ListBook {
	readonly #site: Site;
	readonly #ward: string;
	readonly #today: string;
	/** Doors by their place among `#ids`, from 1. */
	readonly #doors = new KeyTable();
	readonly #ids: HouseholdId[] = [];
	readonly #numbers = new KeyTable();
	readonly #people = new KeyTable();

	private constructor(site: Site, ward: string, today: string) {
		this.#site = site;
		this.#ward = ward;
		this.#today = today;
	}

	static async open(site: Site, ward: string, today: string, signal: AbortSignal): Promise<ListBook> {
		const book = new ListBook(site, ward, today);
		const { db } = site.store;
		for await (const row of readAll(db, ward, 'household', signal)) {
			const { lane, number } = row.fields as { lane?: string; number?: string };
			book.#addDoor(makeDoorKey(row.area, lane ?? '', number ?? ''), row.id as HouseholdId);
		}
		for await (const row of readAll(db, ward, 'person', signal)) {
			const { household, name, birth, idKeep } = row.fields as {
				household: string;
				name: string;
				birth: Birth;
				idKeep?: KeptNumber;
			};
			if (idKeep) book.#numbers.add(idKeep.index, OF_WARD);
			book.#addPerson(household, name, birth, OF_WARD);
		}
		return book;
	}

	/** What a row brings: nothing, a door, a person, or both; or why its person is there already. */
	place(row: ListRow): { readonly records: readonly NewRecord[]; readonly twin: ListCode | null } {
		const { area, lane, number, person } = row;
		const records: NewRecord[] = [];
		const key = makeDoorKey(area, lane, number);
		const known = this.#ids[this.#doors.get(key) - 1];
		const household = known ?? newId<HouseholdId>(this.#site);
		const twin = person && this.#findTwin(household, person);
		if (twin) return { records, twin };
		if (!known) {
			this.#addDoor(key, household);
			records.push({ table: 'household', id: household, area, fields: { area, lane, number, kind: 'ordinary' } });
		}
		if (person) {
			const { standing, ...fields } = person;
			const seen = { on: this.#today, evidence: 'policeList', observer: 'ward' };
			records.push({
				table: 'person',
				id: newId<PersonId>(this.#site),
				area,
				fields: { household, presence: 'home', ...fields, ...(standing ? { standing: { ...standing, ...seen } } : {}) }
			});
		}
		return { records, twin: null };
	}

	#findTwin(household: HouseholdId, person: NonNullable<ListRow['person']>): ListCode | null {
		const { name, birth, personalId } = person;
		if (personalId) {
			const index = this.#site.vault.indexNumber(this.#ward, personalId);
			const known = this.#numbers.get(index);
			if (known !== 0) return known === OF_LIST ? 'twice' : 'sameNumber';
			this.#numbers.add(index, OF_LIST);
		}
		const known = this.#findPerson(household, name, birth);
		if (known !== 0) return known === OF_LIST ? 'twice' : 'samePerson';
		this.#addPerson(household, name, birth, OF_LIST);
		return null;
	}

	#addDoor(key: string, id: HouseholdId): void {
		this.#doors.add(key, this.#ids.push(id));
	}

	/**
	 * Two births agree that do not contradict each other; often a list knows the year alone. So a person is kept under the
	 * day where it is known, under the year where nothing else is, and once under the year for whoever knows no more.
	 */
	#addPerson(household: string, name: string, birth: Birth, from: number): void {
		const key = `${household}|${foldText(name)}|`;
		const year = birthYearOf(birth);
		this.#people.add(birthDayOf(birth) === null ? `${key}${year}?` : `${key}${birth}`, from);
		this.#people.add(`${key}${year}*`, from);
	}

	#findPerson(household: string, name: string, birth: Birth): number {
		const key = `${household}|${foldText(name)}|`;
		const year = birthYearOf(birth);
		if (birthDayOf(birth) === null) return this.#people.get(`${key}${year}*`);
		const [same, unsure] = [this.#people.get(`${key}${birth}`), this.#people.get(`${key}${year}?`)];
		return same === OF_WARD || unsure === 0 ? same : unsure;
	}
}

function makeDoorKey(area: string, lane: string, number: string): string {
	return `${area}|${makeWalk(lane, number)}`;
}

/** Live records of one table, a page at a time; others come in between. */
async function* readAll(db: Reader, ward: string, table: Table, signal: AbortSignal) {
	for (let after = ''; ;) {
		await takeBreath();
		signal.throwIfAborted();
		const rows = await db
			.selectFrom('record')
			.select(['id', 'area_id', 'body'])
			.where('ward_id', '=', ward)
			.where('tbl', '=', table)
			.where('deleted', '=', 0)
			.where('id', '>', after)
			.orderBy('id')
			.limit(ROWS_AT_ONCE)
			.execute();
		for (const row of rows) yield { id: row.id, area: row.area_id, fields: JSON.parse(row.body) as Fields };
		after = rows.at(-1)?.id ?? '';
		if (rows.length < ROWS_AT_ONCE) return;
	}
}
