import { fail, redirect } from '@sveltejs/kit';
import { readWayBack, requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { passkeys } = await requireDesk(locals).people.readAccount();
	return { to: readWayBack(url.searchParams.get('to')), hasPasskey: passkeys.length > 0 };
};

export const actions: Actions = {
	password: async ({ request, locals, url }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).people.makeFresh(String(form.get('password') ?? ''));
		if (!answer.ok) return fail(statusOf(answer.problem), { problem: answer.problem });
		redirect(303, readWayBack(url.searchParams.get('to')));
	},
	ask: async ({ locals, url }) => {
		const answer = await requireDesk(locals).people.askOwnPasskey(url.origin);
		return answer.ok ? { ask: answer.value } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	passkey: async ({ request, locals, url }) => {
		const form = await request.formData();
		const input = { answer: String(form.get('answer') ?? ''), origin: url.origin };
		const answer = await requireDesk(locals).people.makeFreshByPasskey(input);
		if (!answer.ok) return fail(statusOf(answer.problem), { problem: answer.problem });
		redirect(303, readWayBack(url.searchParams.get('to')));
	}
};
