import { error, fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const server = await requireDesk(locals).readStatus();
	if (!server) error(403);
	return { server };
};

export const actions: Actions = {
	check: async ({ locals }) => {
		const answer = await requireDesk(locals).checkLogs();
		return answer.ok ? { checked: answer.value } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
