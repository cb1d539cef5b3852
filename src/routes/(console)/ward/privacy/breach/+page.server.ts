import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const { privacy, content } = requireDesk(locals);
	const [breaches, { book }] = await Promise.all([privacy.listBreaches(), content.readBook()]);
	return { breaches, contacts: book.contacts };
};

export const actions: Actions = {
	open: async ({ request, locals }) => {
		const { privacy } = requireDesk(locals);
		const typed = String((await request.formData()).get('what') ?? '');
		const answer = await privacy.openBreach(typed);
		return answer.ok ? { said: 'opened' as const } : fail(statusOf(answer.problem), { problem: answer.problem, typed });
	},
	mark: async ({ request, locals }) => {
		const { privacy } = requireDesk(locals);
		const form = await request.formData();
		const answer = await privacy.markBreach(String(form.get('breach')), String(form.get('step')));
		return answer.ok ? { said: 'marked' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
