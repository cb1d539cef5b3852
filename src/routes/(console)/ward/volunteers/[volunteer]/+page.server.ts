import { error, fail, redirect } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { AreaId, VolunteerId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const desk = requireDesk(locals);
	const volunteer = params.volunteer as VolunteerId;
	const wanted = url.searchParams.has('plan')
		? (url.searchParams.getAll('area') as AreaId[])
		: await desk.readAssignment(volunteer);
	const until = url.searchParams.get('until') ?? (await desk.readAssignedUntil(volunteer));
	const [plan, areas] = await Promise.all([desk.planAssignment(volunteer, wanted, until), desk.readAreas()]);
	if (!plan) error(404);
	return { plan, areas };
};

export const actions: Actions = {
	leave: async ({ request, locals, params }) => {
		const desk = requireDesk(locals);
		const form = await request.formData();
		const answer = await desk.letGo(params.volunteer as VolunteerId, form.get('sure') === 'yes');
		if (!answer.ok) return fail(statusOf(answer.problem), { problem: answer.problem });
		redirect(303, '/ward/volunteers');
	},
	assign: async ({ request, locals, params }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).assignAreas({
			volunteer: params.volunteer as VolunteerId,
			before: form.getAll('before').map(String) as AreaId[],
			after: form.getAll('after').map(String) as AreaId[],
			until: String(form.get('until') ?? '')
		});
		return answer.ok ? { said: 'assigned' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
