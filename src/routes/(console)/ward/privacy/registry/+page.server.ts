import { requireDesk } from '$lib/server/require-desk.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals }) => {
	requireDesk(locals);
};
