import { fail, redirect } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseSessionForm } from '$lib/domain/session-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const [rows, areas] = await Promise.all([desk.sessions.list(), desk.readAreas()]);
	return {
		rows,
		areas,
		mayPlan: desk.sessions.mayPlan,
		isWhole: desk.staff.areas === null,
		said: url.searchParams.has('cancelled') ? ('cancelled' as const) : null
	};
};

export const actions: Actions = {
	add: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
		const answer = await requireDesk(locals).sessions.add(parseSessionForm(typed));
		if (!answer.ok) return fail(statusOf(answer.problem), { problem: answer.problem, typed });
		redirect(303, `/ward/sessions/${answer.value}?added`);
	}
};
