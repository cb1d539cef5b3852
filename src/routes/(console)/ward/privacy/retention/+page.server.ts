import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseRetentionChoice } from '$lib/domain/request-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { privacy } = requireDesk(locals);
	const isAsked = url.searchParams.has('by');
	const choice = isAsked ? parseRetentionChoice(url.searchParams) : null;
	const [rule, runs, plan] = await Promise.all([
		privacy.readRule(),
		privacy.listRuns(),
		choice ? privacy.planRetention(choice) : null
	]);
	return { rule, runs, plan, choice, isAsked, mayRetain: privacy.mayRetain };
};

export const actions: Actions = {
	rule: async ({ request, locals }) => {
		const { privacy } = requireDesk(locals);
		const form = await request.formData();
		const typed = { keepDays: Number(form.get('keepDays')), daysOff: String(form.get('daysOff') ?? '') };
		const answer = await privacy.writeRule(typed);
		return answer.ok ? { said: 'rule' as const } : fail(statusOf(answer.problem), { problem: answer.problem, typed });
	},
	run: async ({ request, locals }) => {
		const { privacy } = requireDesk(locals);
		const form = await request.formData();
		const choice = parseRetentionChoice(form) ?? ({ by: 'age' } as const);
		const answer = await privacy.runRetention({ choice, hash: String(form.get('hash') ?? '') });
		return answer.ok ? { said: 'run' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
