import { error, fail, redirect } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { listItems, parseSessionId } from '$lib/domain/session-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { sessions } = requireDesk(locals);
	const sheet = await sessions.read(parseSessionId(params.session));
	if (!sheet) error(404);
	return { sheet, mayPlan: sessions.mayPlan };
};

export const actions: Actions = {
	book: async ({ request, locals, params }) => {
		const items = listItems((await request.formData()).getAll('item').map(String));
		const answer = await requireDesk(locals).sessions.book(parseSessionId(params.session), items);
		return answer.ok
			? { said: 'booked' as const, left: answer.value.left }
			: fail(statusOf(answer.problem), { problem: answer.problem });
	},
	move: async ({ request, locals, params }) => {
		const form = await request.formData();
		const [item] = listItems([String(form.get('item') ?? '')]);
		const { sessions } = requireDesk(locals);
		const answer = await sessions.move(parseSessionId(params.session), item, String(form.get('at') ?? ''));
		return answer.ok ? { said: 'moved' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	free: async ({ request, locals, params }) => {
		const [item] = listItems([String((await request.formData()).get('item') ?? '')]);
		const answer = await requireDesk(locals).sessions.free(parseSessionId(params.session), item);
		return answer.ok ? { said: 'freed' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	cancel: async ({ locals, params }) => {
		const answer = await requireDesk(locals).sessions.cancel(parseSessionId(params.session));
		if (!answer.ok) return fail(statusOf(answer.problem), { problem: answer.problem });
		redirect(303, '/ward/sessions?cancelled');
	}
};
