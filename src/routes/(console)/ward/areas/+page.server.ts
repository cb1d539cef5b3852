import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseAreaNames } from '$lib/domain/desk-lane.ts';
import type { AreaId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { lanes, readAreas } = requireDesk(locals);
	const search = url.searchParams.get('q') ?? '';
	const [area, to] = [url.searchParams.get('move'), url.searchParams.get('under')] as (AreaId | null)[];
	const [rows, areas, planned] = await Promise.all([
		lanes.listAreas(search),
		readAreas(),
		area && to ? lanes.planAreaMove({ area, to }) : null
	]);
	return {
		search,
		rows,
		areas,
		may: lanes.may,
		plan: planned?.ok ? planned.value : null,
		planProblem: planned && !planned.ok ? planned.problem : null
	};
};

export const actions: Actions = {
	add: async ({ request, locals }) => {
		const form = await request.formData();
		const parent = String(form.get('parent')) as AreaId;
		const answer = await requireDesk(locals).lanes.addArea({ parent, ...parseAreaNames(form) });
		return answer.ok ? { said: 'added' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	write: async ({ request, locals }) => {
		const form = await request.formData();
		const area = String(form.get('area')) as AreaId;
		const before = String(form.get('before'));
		const answer = await requireDesk(locals).lanes.writeArea({ area, before, ...parseAreaNames(form) });
		return answer.ok ? { said: 'written' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	move: async ({ request, locals }) => {
		const form = await request.formData();
		const of = (name: string) => String(form.get(name) ?? '') as AreaId;
		const move = { area: of('area'), before: of('before'), to: of('to') };
		const answer = await requireDesk(locals).lanes.moveArea(move);
		return answer.ok ? { said: 'movedArea' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
