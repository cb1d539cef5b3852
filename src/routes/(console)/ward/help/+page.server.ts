import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseHelpForm } from '$lib/domain/outreach.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const desk = requireDesk(locals);
	const [day, areas] = await Promise.all([desk.outreach.readHelp(), desk.readAreas()]);
	return { day, areas, mayWrite: desk.outreach.mayWrite, isWhole: desk.staff.areas === null };
};

export const actions: Actions = {
	add: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
		const answer = await requireDesk(locals).outreach.addHelp(parseHelpForm(typed));
		return answer.ok ? { said: 'saved' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	withdraw: async ({ request, locals }) => {
		const id = String((await request.formData()).get('case') ?? '');
		const answer = await requireDesk(locals).outreach.withdrawHelp(id);
		return answer.ok ? { said: 'withdrawn' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
