import { error } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import type { PageServerLoad } from './$types.js';

/** An address that the desk does not have gets the desk's own answer, with the way back. */
export const load: PageServerLoad = ({ locals }) => {
	requireDesk(locals);
	error(404);
};
