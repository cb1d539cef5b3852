import { requireDesk } from '$lib/server/require-desk.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const before = Number(url.searchParams.get('before'));
	const lines = await desk.listAudit(Number.isSafeInteger(before) && before > 0 ? before : undefined);
	return { lines, mayOversee: desk.people.mayOversee, today: desk.content.today };
};
