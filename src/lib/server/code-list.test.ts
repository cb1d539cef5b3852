// The review by a code of a barrier or a flag shows what a plain look at every visit finds, in the order of the list,
// however far it is walked through; over both databases.

import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachFigureSite } from '../../../tests/fixtures/figure-desk.ts';
import { makeWard } from '../../../tests/fixtures/made-ward.ts';
import { BARRIER_CODES, type BarrierCode } from '../domain/catalogue/barriers.ts';
import { DATA_FLAG_CODES } from '../domain/catalogue/data-flags.ts';
import type { VisitFilter } from '../domain/desk.ts';
import type { VisitId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { WardRecord } from '../sync/record.ts';
import { VISIT_REACH, type Reach } from './search.ts';
import { countVisits, listVisits } from './visit-list.ts';

const SIZES = { quarters: 3, doors: 60, people: 100, visits: 4_000 };
/** As in life; found on the walk; given up after a while. */
const REACHES: readonly Reach[] = [VISIT_REACH, { many: 2, walk: 4_000 }, { many: 2, walk: 900 }];

function has({ fields }: WardRecord, code: string): boolean {
	const barriers = (fields['barriers'] ?? []) as readonly string[];
	const flags = (fields['flags'] ?? []) as readonly { code: string }[];
	return barriers.includes(code) || flags.some((flag) => flag.code === code);
}

const stateOf = ({ fields }: WardRecord) => (fields['review'] as { state: string } | undefined)?.state ?? 'waiting';

eachFigureSite('review by a code', (getSite, engine) => {
	it('shows what a look at every visit finds', { timeout: 120_000 }, async () => {
		const site = getSite();
		const { db } = site.store;
		const made = await makeWard(site, 7, SIZES, true, `Phường mã ${engine}`);
		// several that came at one moment
		await sql`update visit_row set received_at = seen_at % 997 where ward_id = ${made.ward}`.execute(db);
		const order = await db
			.selectFrom('visit_row')
			.select(['id', 'area_id'])
			.where('ward_id', '=', made.ward)
			.orderBy('received_at', 'desc')
			.orderBy('id', 'desc')
			.execute();
		const quarter = made.quarters[0]!.id;
		const below = [quarter, ...made.areas.filter((area) => area.parent === quarter).map(({ id }) => id)];
		let found = 0;
		// the last one is of neither kind: a catalogue of later years may hold it
		const codes = [BARRIER_CODES[0]!, BARRIER_CODES.at(-1)!, DATA_FLAG_CODES[0]!, 'B9.9' as BarrierCode];
		for (const code of codes) {
			const filters: VisitFilter[] = [{}, { state: 'open' }, { state: 'approved' }, { area: quarter }];
			for (const filter of [...filters, { outcome: 'done' } as const, { state: 'open', area: quarter } as const]) {
				const expected = order
					.map(({ id }) => made.records.get(id)!)
					.filter((record) => {
						const { state, area, outcome } = filter;
						if (!has(record, code) || (outcome && record.fields['outcome'] !== outcome)) return false;
						if (area && !(below as string[]).includes(record.area)) return false;
						return !state || (state === 'open' ? ['waiting', 'corrected'] : [state]).includes(stateOf(record));
					})
					.map(({ id }) => id as string);
				for (const reach of REACHES) {
					const about = `${code}, ${JSON.stringify(filter)}, ${JSON.stringify(reach)}`;
					const ids: string[] = [];
					for (let after: string | null | undefined; after !== null;) {
						const place = after ? { after: after as VisitId } : {};
						const page = await listVisits(db, made.ward, { ...filter, code, ...place }, reach);
						ids.push(...page.rows.map(({ visit }) => visit.id));
						expect(page, about).toMatchObject({ total: expected.length, hasMore: false });
						if (page.next) expect(page.rows, about).toHaveLength(LIMIT.listRows);
						after = page.next;
					}
					expect(ids, about).toEqual(expected);
				}
				expect(await countVisits(db, made.ward, { ...filter, code }, made.areas)).toBe(expected.length);
				found += expected.length;
			}
		}
		expect(found).toBeGreaterThan(400);
	});
});
