import { error } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import type { HouseholdId } from '$lib/domain/id.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const sheet = await requireDesk(locals).readHousehold(params.household as HouseholdId);
	if (!sheet) error(404);
	return { sheet };
};
