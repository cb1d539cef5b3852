import { error, fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseTextForm, readProblem } from '$lib/domain/figure-form.ts';
import { isId, type ReportId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { figures, people } = requireDesk(locals);
	if (!figures.may.report) error(403);
	const report = isId(params.report) ? await figures.readReport(params.report as ReportId) : null;
	if (!report) error(404);
	const isBack = people.isFresh && url.searchParams.has('again');
	return { report, mayAppend: figures.may.appendix, problem: readProblem(url.searchParams), isBack };
};

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const form = await request.formData();
		const typed = parseTextForm(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])));
		const { figures } = requireDesk(locals);
		const answer = await figures.writeReportTexts(params.report as ReportId, Number(form.get('v')), typed);
		return answer.ok ? { said: 'saved' as const } : fail(statusOf(answer.problem), { problem: answer.problem, typed });
	}
};
