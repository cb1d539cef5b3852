import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ locals, cookies }) => {
	const [openVisits, cases] = await Promise.all([locals.desk?.countOpenVisits(), locals.desk?.countOpenCases()]);
	return {
		staff: locals.desk?.staff ?? null,
		openVisits: openVisits ?? 0,
		openCases: cases ? cases.conflicts + cases.asides : 0,
		language: cookies.get('language') === 'en' ? ('en' as const) : ('vi' as const)
	};
};
