import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseCaseKey, parseConflictFilter } from '$lib/domain/desk-filter.ts';
import type { EntryId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const filter = parseConflictFilter(url.searchParams);
	const chosen = parseCaseKey(url.searchParams.get('case'));
	const [page, areas, open, sheet] = await Promise.all([
		desk.listConflicts(filter),
		desk.readAreas(),
		desk.countOpenCases(),
		chosen ? desk.readConflict(chosen, filter) : null
	]);
	return { filter, page, areas, open, sheet };
};

export const actions: Actions = {
	choose: async ({ request, locals }) => {
		const form = await request.formData();
		const said = String(form.get('choice'));
		const value = String(form.get('value') ?? '').trim();
		const choice =
			said === 'other'
				? ({ choice: 'other', of: String(form.get('entry')) as EntryId } as const)
				: said === 'typed'
					? ({ choice: 'typed', value } as const)
					: ({ choice: 'kept' } as const);
		const answer = await requireDesk(locals).chooseValue(String(form.get('case')), Number(form.get('v')), choice);
		return answer.ok
			? { said: 'chosen' as const }
			: fail(statusOf(answer.problem), { problem: answer.problem, typed: value });
	}
};
