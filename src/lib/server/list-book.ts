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

interface Known {
	readonly birth: Birth;
	readonly isListed: boolean;
}

export class ListBook {
	readonly #site: Site;
	readonly #ward: string;
	readonly #today: string;
	readonly #doors = new Map<string, HouseholdId>();
	/** Whether it came from the list itself. */
	readonly #numbers = new Map<string, boolean>();
	readonly #people = new Map<string, Known[]>();

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
			book.#doors.set(makeDoorKey(row.area, lane ?? '', number ?? ''), row.id as HouseholdId);
		}
		for await (const row of readAll(db, ward, 'person', signal)) {
			const { household, name, birth, idKeep } = row.fields as {
				household: string;
				name: string;
				birth: Birth;
				idKeep?: KeptNumber;
			};
			if (idKeep) book.#numbers.set(idKeep.index, false);
			book.#addPerson(household, name, { birth, isListed: false });
		}
		return book;
	}

	/** What a row brings: nothing, a door, a person, or both; or why its person is there already. */
	async place(row: ListRow): Promise<{ readonly records: readonly NewRecord[]; readonly twin: ListCode | null }> {
		const { area, lane, number, person } = row;
		const records: NewRecord[] = [];
		const key = makeDoorKey(area, lane, number);
		const known = this.#doors.get(key);
		const household = known ?? newId<HouseholdId>(this.#site);
		const twin = person && (await this.#findTwin(household, person));
		if (twin) return { records, twin };
		if (!known) {
			this.#doors.set(key, household);
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

	async #findTwin(household: HouseholdId, person: NonNullable<ListRow['person']>): Promise<ListCode | null> {
		const { name, birth, personalId } = person;
		if (personalId) {
			const { protect } = this.#site.vault.protectionOf(this.#ward);
			const { index } = (await protect({ personalId }))['idKeep'] as KeptNumber;
			const isListed = this.#numbers.get(index);
			if (isListed !== undefined) return isListed ? 'twice' : 'sameNumber';
			this.#numbers.set(index, true);
		}
		const same = this.#people.get(`${household}|${foldText(name)}`)?.find((one) => agree(one.birth, birth));
		if (same) return same.isListed ? 'twice' : 'samePerson';
		this.#addPerson(household, name, { birth, isListed: true });
		return null;
	}

	#addPerson(household: string, name: string, known: Known): void {
		const key = `${household}|${foldText(name)}`;
		const others = this.#people.get(key);
		if (others) others.push(known);
		else this.#people.set(key, [known]);
	}
}

/** Two births that do not contradict each other; often a list knows the year alone. */
function agree(one: Birth, other: Birth): boolean {
	if (birthDayOf(one) !== null && birthDayOf(other) !== null) return one === other;
	return birthYearOf(one) === birthYearOf(other);
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
