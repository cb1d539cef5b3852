import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ locals, cookies }) => {
	const { desk } = locals;
	const [openVisits, cases, openQuestions] = await Promise.all([
		desk?.countOpenVisits(),
		desk?.countOpenCases(),
		desk?.difficulties.countOpen()
	]);
	return {
		staff: desk?.staff ?? null,
		openVisits: openVisits ?? 0,
		openQuestions: openQuestions ?? 0,
		openCases: cases ? cases.conflicts + cases.asides : 0,
		language: cookies.get('language') === 'en' ? ('en' as const) : ('vi' as const)
	};
};
