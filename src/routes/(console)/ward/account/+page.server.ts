import { fail } from '@sveltejs/kit';
import { readDeskToken } from '$lib/server/desk-cookie.ts';
import { requireOwnDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const { people } = requireOwnDesk(locals);
	return { account: await people.readAccount(), mustSetUp: people.session.mustSetUp, isFresh: people.isFresh };
};

export const actions: Actions = {
	password: async ({ request, locals, cookies, url }) => {
		const { people } = requireOwnDesk(locals);
		const form = await request.formData();
		const typed = (name: string) => String(form.get(name) ?? '');
		if (typed('after') !== typed('again')) return fail(400, { isMismatch: true });
		const answer = await people.changePassword({
			before: typed('before'),
			after: typed('after')
		});
		if (!answer.ok) return fail(statusOf(answer.problem), { problem: answer.problem });
		// the page that answers knows what the session still has to set up now, not what it had to before
		const token = readDeskToken(cookies, url.protocol === 'https:');
		locals.desk = (token && (await locals.ward.openDesk(token))) || locals.desk;
		return { said: 'password' as const };
	},
	offer: async ({ locals }) => {
		const answer = await requireOwnDesk(locals).people.offerCode();
		return answer.ok ? { offer: answer.value } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	code: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = (name: string) => String(form.get(name) ?? '');
		const answer = await requireOwnDesk(locals).people.confirmCode(typed('code'));
		if (answer.ok) return { papers: answer.value };
		// the secret comes back from the page that shows it, so that a code that was mistyped does not begin anew
		const offer = { uri: typed('uri'), secret: typed('secret') };
		return fail(statusOf(answer.problem), { problem: answer.problem, offer });
	},
	drop: async ({ request, locals }) => {
		const form = await request.formData();
		const answer = await requireOwnDesk(locals).people.removeOwnCode(String(form.get('password') ?? ''));
		return answer.ok ? { said: 'dropped' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	ask: async ({ locals, url }) => {
		const answer = await requireOwnDesk(locals).people.offerPasskey(url.origin);
		return answer.ok ? { ask: answer.value } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	passkey: async ({ request, locals, url }) => {
		const form = await request.formData();
		const typed = (name: string) => String(form.get(name) ?? '');
		const answer = await requireOwnDesk(locals).people.addPasskey({
			answer: typed('answer'),
			origin: url.origin,
			label: typed('label'),
			agent: request.headers.get('user-agent') ?? ''
		});
		return answer.ok ? { said: 'passkey' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	forget: async ({ request, locals }) => {
		const form = await request.formData();
		const answer = await requireOwnDesk(locals).people.removePasskey(String(form.get('passkey') ?? ''));
		return answer.ok ? { said: 'forgotten' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	},
	end: async ({ request, locals }) => {
		const form = await request.formData();
		const answer = await requireOwnDesk(locals).people.endSession(String(form.get('session') ?? ''));
		return answer.ok ? { said: 'ended' as const } : fail(statusOf(answer.problem), { problem: answer.problem });
	}
};
