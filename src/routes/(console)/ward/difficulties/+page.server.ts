import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseBoxAnswer, parseBoxFilter } from '$lib/domain/desk-difficulty.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { difficulties, readAreas } = requireDesk(locals);
	const filter = parseBoxFilter(url.searchParams);
	const [list, areas, audiences] = await Promise.all([
		difficulties.list(filter),
		readAreas(),
		difficulties.listAudiences()
	]);
	return { ...list, filter, areas, mayAnswer: difficulties.mayAnswer, audiences };
};

export const actions: Actions = {
	answer: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
		const answer = await requireDesk(locals).difficulties.answer(parseBoxAnswer(typed));
		return answer.ok
			? { said: 'answered' as const }
			: fail(statusOf(answer.problem), { problem: answer.problem, typed });
	}
};
