import { error, fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseTypedDay } from '$lib/domain/day.ts';
import type { VolunteerId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const sheet = await requireDesk(locals).readBadge(params.volunteer as VolunteerId);
	if (!sheet) error(404);
	return { sheet, origin: url.origin };
};

export const actions: Actions = {
	issue: async ({ request, locals, params }) => {
		const desk = requireDesk(locals);
		const form = await request.formData();
		const validTo = String(form.get('validTo') ?? '');
		const file = form.get('photo');
		const hasPhoto = file instanceof File && file.size > 0;
		const answer = await desk.issueBadge({
			volunteer: params.volunteer as VolunteerId,
			validTo: parseTypedDay(validTo) ?? '',
			photo: hasPhoto ? { bytes: new Uint8Array(await file.arrayBuffer()) } : form.has('keep') ? 'kept' : null,
			agreed: form.has('agreed')
		});
		if (answer.ok) return { said: 'issued' as const };
		return fail(statusOf(answer.problem), { problem: answer.problem, validTo });
	},
	revoke: async ({ locals, params }) => {
		const answer = await requireDesk(locals).revokeBadge(params.volunteer as VolunteerId);
		return answer.ok ? { said: 'revoked' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
