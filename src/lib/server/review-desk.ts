// How the review is worked through: filters that an account keeps for itself, and the ward's days to answer in.

import { dayAt } from '../domain/day.ts';
import type { Staff, VisitFilter } from '../domain/desk.ts';
import type { WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import { FIRST_REVIEW_RULE, lateBefore, type ReviewRule } from '../domain/review-rule.ts';
import { checkSavedFilter, type SavedFilter } from '../domain/saved-filter.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import type { ReviewDesk } from './review-port.ts';
import type { StaffScope } from './scope.ts';
import { answerWithTrouble, type Site } from './site.ts';
import { isAllowed } from './staff.ts';
import { countVisits } from './visit-list.ts';

async function readReviewRule(db: Reader, ward: WardId): Promise<ReviewRule> {
	const row = await db.selectFrom('review_rule').select('body').where('ward_id', '=', ward).executeTakeFirst();
	// only `writeRule` writes the column
	return row ? (JSON.parse(row.body) as ReviewRule) : FIRST_REVIEW_RULE;
}

/** A filter of what is late knows since when, by the ward's rule. */
export async function addLateDay(site: Site, ward: WardId, filter: VisitFilter): Promise<VisitFilter> {
	if (!filter.isLate) return filter;
	const rule = await readReviewRule(site.store.db, ward);
	return { ...filter, returnedBefore: lateBefore(rule, dayAt(site.clock())) };
}

export function openReviewDesk(site: Site, staff: Staff, scope: Pick<StaffScope, 'within'>): ReviewDesk {
	const { db } = site.store;
	const { ward } = staff;
	const own = scope.within ? { within: scope.within } : {};
	const mayRule = isAllowed(staff.role, 'oversee') && scope.within === null;
	return {
		mayRule,
		listFilters: () => listFilters(db, staff),
		saveFilter: (filter) => answerWithTrouble(saveFilter(site, staff, filter)),
		dropFilter: (name) => answerWithTrouble(dropFilter(site, staff, name)),
		readRule: () => readReviewRule(db, ward),
		// whoever may not is told so, whatever was typed
		writeRule: async (rule) => {
			if (!mayRule) return fail('staff.notAllowed');
			return rule.ok ? answerWithTrouble(writeReviewRule(site, staff, rule.value)) : rule;
		},
		countLate: async () =>
			countVisits(db, ward, await addLateDay(site, ward, { state: 'returned', isLate: true, ...own }))
	};
}

async function listFilters(db: Reader, { ward, id }: Staff): Promise<SavedFilter[]> {
	return db
		.selectFrom('saved_filter')
		.select(['name', 'query'])
		.where('ward_id', '=', ward)
		.where('staff_id', '=', id)
		.orderBy('name')
		.execute();
}

async function saveFilter(site: Site, staff: Staff, filter: SavedFilter): Promise<Result<void>> {
	const [wrong] = checkSavedFilter(filter);
	if (wrong) return failWith(wrong);
	const { ward, id } = staff;
	return site.store.transact(async (trx) => {
		const known = await listFilters(trx, staff);
		const isNew = !known.some(({ name }) => name === filter.name);
		if (isNew && known.length >= LIMIT.savedFilters) return fail('review.tooManyFilters');
		await trx
			.insertInto('saved_filter')
			.values({ ward_id: ward, staff_id: id, ...filter })
			.onConflict((on) => on.columns(['ward_id', 'staff_id', 'name']).doUpdateSet({ query: filter.query }))
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'filter.save', reason: filter.name });
		return succeed(undefined);
	});
}

async function dropFilter(site: Site, staff: Staff, name: string): Promise<Result<void>> {
	const { ward, id } = staff;
	return site.store.transact(async (trx) => {
		const { numDeletedRows } = await trx
			.deleteFrom('saved_filter')
			.where('ward_id', '=', ward)
			.where('staff_id', '=', id)
			.where('name', '=', name)
			.executeTakeFirst();
		// pressed twice: it is gone, as was wished
		if (numDeletedRows > 0n) await writeAudit(trx, site, { ward, actor: staff, act: 'filter.drop', reason: name });
		return succeed(undefined);
	});
}

async function writeReviewRule(site: Site, staff: Staff, rule: ReviewRule): Promise<Result<void>> {
	const { ward } = staff;
	const row = { body: JSON.stringify(rule) };
	return site.store.transact(async (trx) => {
		await trx
			.insertInto('review_rule')
			.values({ ward_id: ward, ...row })
			.onConflict((on) => on.column('ward_id').doUpdateSet(row))
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: 'review.rule', reason: `${rule.fixDays ?? '–'}` });
		return succeed(undefined);
	});
}
