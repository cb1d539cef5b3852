import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseReferralRule } from '$lib/domain/referral-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const { referrals } = requireDesk(locals);
	return { rule: await referrals.readRule(), mayWrite: referrals.may.rule };
};

export const actions: Actions = {
	save: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
		const answer = await requireDesk(locals).referrals.writeRule(parseReferralRule(typed));
		return answer.ok ? { said: 'saved' as const } : fail(statusOf(answer.problem), { problem: answer.problem, typed });
	}
};
