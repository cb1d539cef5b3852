import { fail, redirect } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { formatDay } from '$lib/domain/day.ts';
import { parseReportForm } from '$lib/domain/figure-form.ts';
import { periodAround } from '$lib/domain/period.ts';
import { letter } from '$lib/ui/words/vi/letter.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const { figures } = requireDesk(locals);
	const [reports, campaigns] = await Promise.all([figures.listReports(), figures.listCampaigns()]);
	return { reports, campaigns, today: figures.today, mayMake: figures.may.report, isWhole: figures.isWhole };
};

export const actions: Actions = {
	make: async ({ request, locals }) => {
		const form = await request.formData();
		const order = parseReportForm(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])));
		if (!order.ok) return fail(statusOf(order.problem), { problem: order.problem });
		const { from, to } = periodAround(order.value.kind, order.value.day);
		const { summary, ...starts } = letter.starts;
		const texts = { summary: summary(formatDay(from), formatDay(to)), ...starts };
		const answer = await requireDesk(locals).figures.makeReport(order.value, texts);
		if (!answer.ok) return fail(statusOf(answer.problem), { problem: answer.problem });
		redirect(303, `/ward/reports/${answer.value}`);
	}
};
