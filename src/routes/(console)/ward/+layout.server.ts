import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ locals, cookies }) => ({
	staff: locals.desk?.staff ?? null,
	openVisits: (await locals.desk?.countOpenVisits()) ?? 0,
	language: cookies.get('language') === 'en' ? ('en' as const) : ('vi' as const)
});
