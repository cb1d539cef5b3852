import { error, fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseRequestAct } from '$lib/domain/request-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { privacy, staff, content } = requireDesk(locals);
	const sheet = await privacy.readRequest(params.request);
	if (!sheet) error(404);
	return { sheet, mayAnswer: privacy.mayAnswer, wardName: staff.wardName, today: content.today };
};

export const actions: Actions = {
	answer: async ({ request, locals, params }) => {
		const { privacy } = requireDesk(locals);
		const form = await request.formData();
		const typed = String(form.get('answer') ?? '');
		const answer = await privacy.answerRequest(params.request, { act: parseRequestAct(form), answer: typed });
		return answer.ok
			? { said: 'answered' as const }
			: fail(statusOf(answer.problem), { problem: answer.problem, typed });
	}
};
