import { fail, redirect } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { chooseCampaign } from '$lib/domain/campaign.ts';
import { parseCampaignForm } from '$lib/domain/figure-form.ts';
import { isId, type CampaignId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const { figures } = desk;
	const [campaigns, areas] = await Promise.all([figures.listCampaigns(), desk.readAreas()]);
	const wanted = url.searchParams.get('campaign');
	const shown = campaigns.find((one) => one.id === wanted) ?? chooseCampaign(campaigns, figures.today);
	const chosen = url.searchParams.has('new') ? null : shown;
	const targets = chosen ? await figures.listTargets(chosen.id) : [];
	const places = areas.filter(({ id, kind }) => (kind === 'quarter' || kind === 'ward') && figures.holds(id));
	return { campaigns, chosen, targets, places, mayWrite: figures.may.campaign, isWhole: figures.isWhole };
};

export const actions: Actions = {
	save: async ({ request, locals }) => {
		const desk = requireDesk(locals);
		const form = await request.formData();
		const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
		const id = typed['id'] ?? '';
		const draft = parseCampaignForm(typed, await desk.readAreas());
		if (!draft.ok) return fail(statusOf(draft.problem), { problem: draft.problem, typed });
		const answer = await desk.figures.writeCampaign(isId(id) ? (id as CampaignId) : null, draft.value);
		if (!answer.ok) return fail(statusOf(answer.problem), { problem: answer.problem, typed });
		redirect(303, `/ward/campaigns?campaign=${answer.value}&saved`);
	}
};
