import { requireDesk } from '$lib/server/require-desk.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const desk = requireDesk(locals);
	const [rows, open] = await Promise.all([desk.listIncidents(), desk.countOpenCases()]);
	return { rows, open };
};
