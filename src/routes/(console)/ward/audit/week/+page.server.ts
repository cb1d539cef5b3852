import { error } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { parseDay } from '$lib/domain/day.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const week = await requireDesk(locals).people.readWeek(parseDay(url.searchParams.get('day') ?? ''));
	if (!week) error(403);
	return { week };
};
