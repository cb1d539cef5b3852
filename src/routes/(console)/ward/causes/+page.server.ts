import { isId, type CampaignId } from '$lib/domain/id.ts';
import { requireDesk } from '$lib/server/require-desk.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const wanted = url.searchParams.get('campaign') ?? '';
	return {
		trend: await desk.figures.readCauseTrend(isId(wanted) ? (wanted as CampaignId) : null),
		area: url.searchParams.get('area') ?? '',
		cause: url.searchParams.get('cause') ?? ''
	};
};
