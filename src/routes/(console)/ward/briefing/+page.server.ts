import { requireDesk } from '$lib/server/require-desk.ts';
import { isId, type CampaignId } from '$lib/domain/id.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const wanted = url.searchParams.get('campaign') ?? '';
	const overview = await desk.figures.readDashboard(isId(wanted) ? (wanted as CampaignId) : null);
	return { overview, wardName: desk.staff.wardName };
};
