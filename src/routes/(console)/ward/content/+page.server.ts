import { requireDesk } from '$lib/server/require-desk.ts';
import { filterItems, parseContentFilter } from '$lib/domain/content-form.ts';
import { listDue } from '$lib/domain/desk-content.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { content } = requireDesk(locals);
	const filter = parseContentFilter(url.searchParams);
	const [all, uses, editions] = await Promise.all([content.listItems(), content.listUses(), content.listEditions()]);
	return { filter, rows: filterItems(all, filter), due: listDue(all), uses, editions };
};
