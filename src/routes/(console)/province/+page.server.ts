import { fail, redirect } from '@sveltejs/kit';
import { endProvinceSession, readProvinceToken, startProvinceSession } from '$lib/server/desk-cookie.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, cookies, url }) => {
	const token = readProvinceToken(cookies, url.protocol === 'https:');
	return { view: token ? await locals.ward.readProvince(token) : null, isLeft: url.searchParams.has('out') };
};

export const actions: Actions = {
	in: async ({ request, locals, cookies, url, getClientAddress }) => {
		const form = await request.formData();
		const key = String(form.get('key') ?? '');
		const answer = await locals.ward.enterProvince({ key, address: getClientAddress() });
		if (!answer.ok) return fail(401, { problem: answer.problem });
		startProvinceSession(cookies, url.protocol === 'https:', answer.value);
		redirect(303, '/province');
	},
	out: async ({ locals, cookies, url }) => {
		const token = endProvinceSession(cookies, url.protocol === 'https:');
		if (token) await locals.ward.leaveProvince(token);
		redirect(303, '/province?out');
	}
};
