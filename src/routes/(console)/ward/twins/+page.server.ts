import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { PersonId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const desk = requireDesk(locals);
	const [list, open] = await Promise.all([desk.listTwins(), desk.countOpenCases()]);
	return { list, open };
};

export const actions: Actions = {
	merge: async ({ request, locals }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).mergeTwins({
			kept: String(form.get('kept')) as PersonId,
			keptV: Number(form.get('keptV')),
			gone: String(form.get('gone')) as PersonId,
			goneV: Number(form.get('goneV'))
		});
		return answer.ok ? { said: 'merged' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	apart: async ({ request, locals }) => {
		const form = await request.formData();
		const [one, other] = [String(form.get('one')) as PersonId, String(form.get('other')) as PersonId];
		const answer = await requireDesk(locals).keepApart(one, other);
		return answer.ok ? { said: 'apart' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	undo: async ({ request, locals }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).undoTwin(String(form.get('word')));
		return answer.ok ? { said: 'undone' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
