import { error, fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { AreaId, HouseholdId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const desk = requireDesk(locals);
	const household = params.household as HouseholdId;
	const to = url.searchParams.get('to') as AreaId | null;
	const [sheet, areas, plan] = await Promise.all([
		desk.readHousehold(household),
		desk.readAreas(),
		to ? desk.planMove(household, to) : null
	]);
	if (!sheet) error(404);
	return { sheet, areas, plan };
};

export const actions: Actions = {
	move: async ({ request, locals, params }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).moveHousehold({
			household: params.household as HouseholdId,
			v: Number(form.get('v')),
			to: String(form.get('to')) as AreaId
		});
		return answer.ok ? { said: 'moved' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
