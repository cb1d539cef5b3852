import { fail, redirect } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { PersonId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { privacy, content } = requireDesk(locals);
	const state = url.searchParams.get('state') === 'closed' ? 'closed' : 'open';
	const search = url.searchParams.get('q') ?? '';
	const [requests, found] = await Promise.all([
		privacy.listRequests(state, url.searchParams.get('after')),
		privacy.findPeople(search)
	]);
	return { state, search, requests, found, today: content.today } as const;
};

export const actions: Actions = {
	add: async ({ request, locals }) => {
		const { privacy } = requireDesk(locals);
		const form = await request.formData();
		const typed = (name: string) => String(form.get(name) ?? '').trim();
		const person = (typed('person') || null) as PersonId | null;
		const draft = {
			kind: typed('kind'),
			person,
			asker: typed('asker'),
			contact: typed('contact'),
			detail: typed('detail')
		};
		const answer = await privacy.addRequest(draft);
		if (!answer.ok) return fail(statusOf(answer.problem), { problem: answer.problem, draft });
		redirect(303, `/ward/privacy/${answer.value.id}`);
	}
};
