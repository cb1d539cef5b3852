import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseReportedForm } from '$lib/domain/figure-form.ts';
import type { ReportedId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const desk = requireDesk(locals);
	const { figures } = desk;
	const [overview, areas] = await Promise.all([figures.readDashboard(null), desk.readAreas()]);
	const held = areas.filter((area) => figures.holds(area.id));
	const places = figures.isWhole ? held.filter((area) => area.kind === 'quarter' || area.kind === 'ward') : held;
	return { overview, areas, places, mayWrite: figures.may.reported };
};

export const actions: Actions = {
	add: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
		const draft = parseReportedForm(typed);
		const answer = draft.ok ? await requireDesk(locals).figures.addReported(draft.value) : draft;
		return answer.ok ? { said: 'added' as const } : fail(statusOf(answer.problem), { problem: answer.problem, typed });
	},
	withdraw: async ({ request, locals }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).figures.withdrawReported(String(form.get('id')) as ReportedId);
		return answer.ok ? { said: 'withdrawn' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
