import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseReferralAnswer, parseReferralFilter } from '$lib/domain/referral-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const filter = parseReferralFilter(url.searchParams, desk.staff.role);
	const [page, late, areas] = await Promise.all([
		desk.referrals.list(filter),
		desk.referrals.countLate(),
		desk.readAreas()
	]);
	return { filter, page, late, areas, mayAnswer: desk.referrals.may.answer };
};

export const actions: Actions = {
	answer: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
		const answer = parseReferralAnswer(form.getAll('item').map(String), typed);
		const done = await requireDesk(locals).referrals.answer(answer);
		return done.ok
			? { said: 'answered' as const }
			: fail(statusOf(done.problem), { problem: done.problem, note: typed['note'] ?? '' });
	}
};
