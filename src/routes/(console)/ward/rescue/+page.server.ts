import { fail } from '@sveltejs/kit';
import { problem } from '$lib/domain/problem.ts';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals }) => {
	requireDesk(locals);
};

export const actions: Actions = {
	take: async ({ request, locals }) => {
		const desk = requireDesk(locals);
		// a body above the server's own limit is cut off while it is read
		const form = await request.formData().catch(() => null);
		const file = form?.get('file');
		if (!form) return fail(413, { problem: problem('rescue.tooLarge') });
		if (!(file instanceof File) || file.size === 0) return fail(400, { isMissing: true });
		const answer = await desk.importRescue(await file.text());
		return answer.ok ? { taken: answer.value } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
