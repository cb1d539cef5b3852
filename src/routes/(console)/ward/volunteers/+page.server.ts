import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { DeviceId, VolunteerId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({ volunteers: await requireDesk(locals).listVolunteers() });

export const actions: Actions = {
	invite: async ({ request, locals }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).makeInvitation(String(form.get('volunteer')) as VolunteerId);
		return answer.ok ? { invitation: answer.value } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	revoke: async ({ request, locals }) => {
		const form = await request.formData();
		const answer = await requireDesk(locals).revokeDevice(String(form.get('device')) as DeviceId);
		return answer.ok ? { said: 'revoked' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
