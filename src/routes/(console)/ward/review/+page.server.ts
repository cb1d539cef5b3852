import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseReturnTarget, parseSeen, parseVisitFilter } from '$lib/domain/desk-filter.ts';
import { parseReviewRule } from '$lib/domain/review-rule.ts';
import { makeSavedFilter } from '$lib/domain/saved-filter.ts';
import { parseCorrection } from '$lib/domain/request-form.ts';
import type { PersonId, VisitId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const filter = parseVisitFilter(url.searchParams);
	const chosen = url.searchParams.get('visit') as VisitId | null;
	const [page, areas, volunteers, filters, rule, late, sheet] = await Promise.all([
		desk.listVisits(filter),
		desk.readAreas(),
		desk.nameVolunteers(),
		desk.review.listFilters(),
		desk.review.readRule(),
		desk.review.countLate(),
		chosen ? desk.readVisit(chosen, filter) : null
	]);
	const plain = await desk.choosePlain(page.rows);
	return {
		filter,
		page,
		plain,
		areas,
		sheet,
		volunteers,
		filters,
		fix: { rule, late, today: desk.content.today, mayRule: desk.review.mayRule }
	};
};

export const actions: Actions = {
	approve: async ({ request, locals }) => {
		const form = await request.formData();
		const visit = String(form.get('visit')) as VisitId;
		const answer = await requireDesk(locals).approveVisit(visit, Number(form.get('v')));
		return answer.ok ? { said: 'approved' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	plain: async ({ request, locals }) => {
		const form = await request.formData();
		const seen = form.getAll('plain').map((text) => parseSeen(String(text)));
		const answer = await requireDesk(locals).approvePlain(seen);
		return answer.ok ? { together: answer.value } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	return: async ({ request, locals }) => {
		const form = await request.formData();
		const visit = String(form.get('visit')) as VisitId;
		const target = parseReturnTarget(String(form.get('target')));
		const comment = String(form.get('comment') ?? '');
		const answer = await requireDesk(locals).returnVisit(visit, Number(form.get('v')), target, comment);
		return answer.ok
			? { said: 'returned' as const }
			: fail(statusOf(answer.problem), { problem: answer.problem, comment });
	},
	correct: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = parseCorrection(form);
		const correction = { visit: String(form.get('visit')) as VisitId, v: Number(form.get('v')), ...typed };
		const answer = await requireDesk(locals).correctPerson(correction);
		return answer.ok
			? { said: 'corrected' as const }
			: fail(statusOf(answer.problem), { problem: answer.problem, typed });
	},
	keep: async ({ request, locals, url }) => {
		const name = String((await request.formData()).get('name') ?? '');
		const answer = await requireDesk(locals).review.saveFilter(makeSavedFilter(name, url.searchParams));
		return answer.ok ? { kept: 'saved' as const } : fail(statusOf(answer.problem), { problem: answer.problem, name });
	},
	drop: async ({ request, locals }) => {
		const name = String((await request.formData()).get('name') ?? '');
		const answer = await requireDesk(locals).review.dropFilter(name);
		return answer.ok ? { kept: 'dropped' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	rule: async ({ request, locals }) => {
		const typed = String((await request.formData()).get('fixDays') ?? '');
		const answer = await requireDesk(locals).review.writeRule(parseReviewRule(typed));
		return answer.ok ? { kept: 'ruled' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	reveal: async ({ request, locals }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).revealNumber(
			String(form.get('person')) as PersonId,
			String(form.get('reason') ?? '')
		);
		return answer.ok ? { revealed: answer.value } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
