import { fail, redirect } from '@sveltejs/kit';
import { endDeskSession, readDeskToken, startDeskSession } from '$lib/server/desk-cookie.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.desk) redirect(303, '/ward');
	return { wards: await locals.ward.listWards() };
};

export const actions: Actions = {
	in: async ({ request, locals, cookies, url, getClientAddress }) => {
		const form = await request.formData();
		const username = String(form.get('username') ?? '').trim();
		const password = String(form.get('password') ?? '');
		const ward = form.get('ward');
		const answer = await locals.ward.signIn({
			ward: typeof ward === 'string' && ward !== '' ? ward : null,
			username,
			password,
			address: getClientAddress(),
			agent: request.headers.get('user-agent') ?? ''
		});
		if (!answer.ok) return fail(401, { username, problem: answer.problem });
		startDeskSession(cookies, url.protocol === 'https:', answer.value);
		if (answer.value.needsCode) return { isCodeAsked: true };
		redirect(303, '/ward');
	},
	code: async ({ request, locals, cookies, url }) => {
		const form = await request.formData();
		const isSecure = url.protocol === 'https:';
		const answer = await locals.ward.proveCode(readDeskToken(cookies, isSecure) ?? '', String(form.get('code') ?? ''));
		if (!answer.ok) {
			const isCodeAsked = answer.problem.code !== 'staff.signedOut';
			return fail(401, { problem: answer.problem, isCodeAsked });
		}
		startDeskSession(cookies, isSecure, answer.value);
		redirect(303, '/ward');
	},
	ask: ({ locals, url }) => ({ ask: locals.ward.askPasskey(url.origin) }),
	passkey: async ({ request, locals, cookies, url, getClientAddress }) => {
		const form = await request.formData();
		const answer = await locals.ward.signInByPasskey({
			answer: String(form.get('answer') ?? ''),
			origin: url.origin,
			address: getClientAddress(),
			agent: request.headers.get('user-agent') ?? ''
		});
		if (!answer.ok) return fail(401, { problem: answer.problem });
		startDeskSession(cookies, url.protocol === 'https:', answer.value);
		redirect(303, '/ward');
	},
	out: async ({ locals, cookies, url }) => {
		const token = endDeskSession(cookies, url.protocol === 'https:');
		if (token) await locals.ward.signOut(token);
		redirect(303, '/ward/sign-in?out');
	}
};
