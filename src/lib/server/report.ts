// Figures of a ward, grouped by the database and read by the same pure code as on the phone. Kept until the ward's
// counter moves, because nothing else can change them.

import type { Area } from '../domain/area.ts';
import type { MetGroup } from '../domain/cause-trend.ts';
import type { AreaFigures } from '../domain/figures.ts';
import type { AreaId, WardId } from '../domain/id.ts';
import type { Period } from '../domain/period.ts';
import { readAreas } from './area.ts';
import type { Reader } from './db/open-store.ts';
import { cutPeriodTally, cutTally, foldPlace, listPlaces } from './figure-fold.ts';
import { listOrNone } from './search.ts';
import type { Site } from './site.ts';
import {
	countReceived,
	readMetByDay,
	readPeriodTally,
	readTally,
	type InArea,
	type PeriodTally,
	type Tally
} from './tally.ts';

/** Periods that somebody looks at within one step of the ward: campaigns, and months of reports. */
const MOST_KEPT = 20;

export interface WardFigures {
	readonly ward: AreaFigures;
	readonly byArea: readonly { readonly area: Area; readonly figures: AreaFigures }[];
}

/** Areas of whoever asks: what stands elsewhere is not counted. Null for the whole ward. */
type Seen = readonly AreaId[] | null;

/** Counts that are asked for again and again, until the ward takes its next step. */
interface Kept {
	readonly seq: number;
	readonly counts: Map<string, Promise<unknown>>;
}

/** Remembers the last counts of each ward. */
export class Report {
	readonly #site: Site;
	readonly #kept = new Map<WardId, Kept>();

	constructor(site: Site) {
		this.#site = site;
	}

	async countFigures(ward: WardId, seen: Seen): Promise<WardFigures> {
		const places = listPlaces(await readAreas(this.#site.store.of(ward).db, ward), seen);
		const held = places.map(({ within }) => within);
		// groups are as many as areas, and each place looks through all of them: added up once, for the same places
		const name = `figures/${JSON.stringify([seen?.toSorted(), held.map((within) => [...within])])}`;
		const figures = await this.#remember(ward, name, async () => {
			const tally = await this.readTally(ward, seen);
			return { ward: foldPlace(tally, null), places: held.map((within) => foldPlace(tally, within)) };
		});
		return { ward: figures.ward, byArea: places.map(({ area }, at) => ({ area, figures: figures.places[at]! })) };
	}

	/** How things stand. */
	async readTally(ward: WardId, seen: Seen): Promise<Tally> {
		return cutTally(await this.#remember(ward, 'standing', (db) => readTally(db, ward)), seen);
	}

	/** What happened within these days. */
	async readPeriod(ward: WardId, period: Period, seen: Seen): Promise<PeriodTally> {
		const name = `${period.from}/${period.to}`;
		return cutPeriodTally(await this.#remember(ward, name, (db) => readPeriodTally(db, ward, period)), seen);
	}

	/** Barriers that visits met within these days. */
	async readMet(ward: WardId, period: Period, seen: Seen): Promise<readonly InArea<MetGroup>[]> {
		const name = `met/${period.from}/${period.to}`;
		const met = await this.#remember(ward, name, (db) => readMetByDay(db, ward, period));
		return seen === null ? met : met.filter((group) => (seen as readonly string[]).includes(group.area));
	}

	/** Visits by the ward's word on them. */
	countReceived(ward: WardId, seen: Seen): Promise<ReadonlyMap<string, number>> {
		const name = seen ? `received/${[...seen].sort().join()}` : 'received';
		return this.#remember(ward, name, (db) => countReceived(db, ward, seen && listOrNone(seen)));
	}

	/** Counted at most once for each step of the ward: nothing else can change it. */
	async #remember<Count>(ward: WardId, name: string, count: (db: Reader) => Promise<Count>): Promise<Count> {
		const { db } = this.#site.store.of(ward);
		const { seq } = await db.selectFrom('ward').select('seq').where('id', '=', ward).executeTakeFirstOrThrow();
		let kept = this.#kept.get(ward);
		if (!kept || kept.seq !== seq || kept.counts.size >= MOST_KEPT) {
			kept = { seq, counts: new Map() };
			this.#kept.set(ward, kept);
		}
		const { counts } = kept;
		const known = counts.get(name);
		// what stands under a name was counted by the one function that asks for it
		if (known) return known as Promise<Count>;
		const counting = count(db);
		counts.set(name, counting);
		counting.catch(() => counts.delete(name));
		return counting;
	}
}
