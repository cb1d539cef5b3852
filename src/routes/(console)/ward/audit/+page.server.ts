import { requireDesk } from '$lib/server/require-desk.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const before = Number(url.searchParams.get('before'));
	return {
		lines: await requireDesk(locals).listAudit(Number.isSafeInteger(before) && before > 0 ? before : undefined)
	};
};
