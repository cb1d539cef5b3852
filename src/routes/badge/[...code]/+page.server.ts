import { error } from '@sveltejs/kit';
import { statusOf } from '$lib/server/ward.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ params, url, locals, getClientAddress }) => {
	const found = await locals.ward.checkBadge(params.code, getClientAddress());
	if (!found.ok) error(statusOf(found.problem), found.problem.code);
	const language = url.searchParams.get('language') === 'en' ? ('en' as const) : ('vi' as const);
	return { ...found.value, language, host: url.host };
};
