// Figures of a ward: a plain recount of its records by the same pure code as on the phone. Kept until the ward's
// counter moves, because nothing else can change them.

import { listWithin, type Area } from '../domain/area.ts';
import type { Household } from '../domain/household.ts';
import type { WardId } from '../domain/id.ts';
import type { Person } from '../domain/person.ts';
import { countFigures, type Figures } from '../domain/report.ts';
import type { Visit } from '../domain/visit.ts';
import { readAreas } from './area.ts';
import { readRecordRow } from './db/ward-store.ts';
import { toHousehold, toPerson, toVisit } from './record-view.ts';
import type { Site } from './site.ts';

/** Records read at once: between two of them other requests get their turn. */
const ROWS_AT_ONCE = 2_000;

export interface WardFigures {
	readonly ward: Figures;
	readonly byArea: readonly { readonly area: Area; readonly figures: Figures }[];
}

interface Pile {
	readonly households: Household[];
	readonly people: Person[];
	readonly visits: Visit[];
}

/** Remembers the last figures of each ward. */
export class Report {
	readonly #site: Site;
	readonly #last = new Map<WardId, { seq: number; figures: Promise<WardFigures> }>();

	constructor(site: Site) {
		this.#site = site;
	}

	async countFigures(ward: WardId): Promise<WardFigures> {
		const { db } = this.#site.store;
		const { seq } = await db.selectFrom('ward').select('seq').where('id', '=', ward).executeTakeFirstOrThrow();
		const last = this.#last.get(ward);
		if (last?.seq === seq) return last.figures;
		const figures = this.#count(ward);
		this.#last.set(ward, { seq, figures });
		figures.catch(() => this.#last.delete(ward));
		return figures;
	}

	async #count(ward: WardId): Promise<WardFigures> {
		const { db } = this.#site.store;
		const areas = await readAreas(db, ward);
		const byArea = new Map<string, Pile>();
		let after = '';
		for (let isMore = true; isMore;) {
			const rows = await db
				.selectFrom('record')
				.selectAll()
				.where('ward_id', '=', ward)
				.where('id', '>', after)
				.where('deleted', '=', 0)
				.orderBy('id')
				.limit(ROWS_AT_ONCE)
				.execute();
			isMore = rows.length === ROWS_AT_ONCE;
			after = rows.at(-1)?.id ?? '';
			for (const row of rows) {
				const record = readRecordRow(row);
				const pile = byArea.get(record.area) ?? { households: [], people: [], visits: [] };
				byArea.set(record.area, pile);
				if (record.table === 'household') pile.households.push(toHousehold(record));
				else if (record.table === 'person') pile.people.push(toPerson(record));
				else pile.visits.push(toVisit(record));
			}
			await new Promise((resolve) => setImmediate(resolve));
		}
		const count = (ids: readonly string[]) => {
			const piles = ids.flatMap((id) => byArea.get(id) ?? []);
			return countFigures(
				piles.flatMap((pile) => pile.households),
				piles.flatMap((pile) => pile.people),
				piles.flatMap((pile) => pile.visits)
			);
		};
		return {
			ward: count([...byArea.keys()]),
			byArea: areas
				.filter((area) => area.kind === 'quarter')
				.map((area) => ({ area, figures: count(listWithin(areas, [area.id])) }))
		};
	}
}
