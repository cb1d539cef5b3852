import { fail, redirect } from '@sveltejs/kit';
import { readWayBack, requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals, url }) => {
	requireDesk(locals);
	return { to: readWayBack(url.searchParams.get('to')) };
};

export const actions: Actions = {
	default: async ({ request, locals, url }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).people.makeFresh(String(form.get('password') ?? ''));
		if (!answer.ok) return fail(statusOf(answer.problem), { problem: answer.problem });
		redirect(303, readWayBack(url.searchParams.get('to')));
	}
};
