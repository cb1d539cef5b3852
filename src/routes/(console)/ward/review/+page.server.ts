import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseReturnTarget, parseSeen, parseVisitFilter } from '$lib/domain/desk-filter.ts';
import { parseCorrection } from '$lib/domain/request-form.ts';
import type { PersonId, VisitId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const filter = parseVisitFilter(url.searchParams);
	const chosen = url.searchParams.get('visit') as VisitId | null;
	const [page, areas, volunteers, sheet] = await Promise.all([
		desk.listVisits(filter),
		desk.readAreas(),
		desk.listVolunteers(),
		chosen ? desk.readVisit(chosen, filter) : null
	]);
	const plain = await desk.choosePlain(page.rows);
	return { filter, page, plain, areas, sheet, volunteers: volunteers.map(({ id, name }) => ({ id, name })) };
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
	reveal: async ({ request, locals }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).revealNumber(
			String(form.get('person')) as PersonId,
			String(form.get('reason') ?? '')
		);
		return answer.ok ? { revealed: answer.value } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
