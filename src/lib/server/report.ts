// Figures of a ward, grouped by the database and read by the same pure code as on the phone. Kept until the ward's
// counter moves, because nothing else can change them.

import type { Area } from '../domain/area.ts';
import type { AreaFigures } from '../domain/figures.ts';
import type { WardId } from '../domain/id.ts';
import { readAreas } from './area.ts';
import { foldPlace, listPlaces } from './figure-fold.ts';
import type { Site } from './site.ts';
import { readTally, type Tally } from './tally.ts';

export interface WardFigures {
	readonly ward: AreaFigures;
	readonly byArea: readonly { readonly area: Area; readonly figures: AreaFigures }[];
}

/** Remembers the last count of each ward. */
export class Report {
	readonly #site: Site;
	readonly #last = new Map<WardId, { seq: number; tally: Promise<Tally> }>();

	constructor(site: Site) {
		this.#site = site;
	}

	async countFigures(ward: WardId): Promise<WardFigures> {
		const [areas, tally] = await Promise.all([readAreas(this.#site.store.db, ward), this.readTally(ward)]);
		return {
			ward: foldPlace(tally, null),
			byArea: listPlaces(areas).map(({ area, within }) => ({ area, figures: foldPlace(tally, within) }))
		};
	}

	/** How things stand, counted at most once for each step of the ward. */
	async readTally(ward: WardId): Promise<Tally> {
		const { db } = this.#site.store;
		const { seq } = await db.selectFrom('ward').select('seq').where('id', '=', ward).executeTakeFirstOrThrow();
		const last = this.#last.get(ward);
		if (last?.seq === seq) return last.tally;
		const tally = readTally(db, ward);
		this.#last.set(ward, { seq, tally });
		tally.catch(() => this.#last.delete(ward));
		return tally;
	}
}
