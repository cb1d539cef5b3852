import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseAreaNames } from '$lib/domain/desk-lane.ts';
import type { AreaId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { lanes } = requireDesk(locals);
	const search = url.searchParams.get('q') ?? '';
	return { search, rows: await lanes.listAreas(search), may: lanes.may };
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
	}
};
