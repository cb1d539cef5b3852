import { requireDesk } from '$lib/server/require-desk.ts';
import { parseHouseholdFilter } from '$lib/domain/desk-filter.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const filter = parseHouseholdFilter(url.searchParams);
	const [page, areas] = await Promise.all([desk.listHouseholds(filter), desk.readAreas()]);
	return { filter, page, areas };
};
