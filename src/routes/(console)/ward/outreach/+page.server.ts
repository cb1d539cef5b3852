import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { formatDay } from '$lib/domain/day.ts';
import { parseOutreachForm } from '$lib/domain/outreach.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const desk = requireDesk(locals);
	const [events, areas, { byArea }] = await Promise.all([
		desk.outreach.listEvents(),
		desk.readAreas(),
		desk.countFigures()
	]);
	return {
		events,
		areas,
		doors: byArea.map(({ area, figures }) => ({ area, informed: figures.householdsInformed })),
		today: formatDay(desk.figures.today),
		mayWrite: desk.outreach.mayWrite,
		isWhole: desk.staff.areas === null
	};
};

export const actions: Actions = {
	add: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
		const answer = await requireDesk(locals).outreach.addEvent(parseOutreachForm(typed));
		return answer.ok ? { said: 'added' as const } : fail(statusOf(answer.problem), { problem: answer.problem, typed });
	},
	withdraw: async ({ request, locals }) => {
		const id = String((await request.formData()).get('event') ?? '');
		const answer = await requireDesk(locals).outreach.withdrawEvent(id);
		return answer.ok ? { said: 'withdrawn' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
