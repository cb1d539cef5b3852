import { requireDesk } from '$lib/server/require-desk.ts';
import { CONSENT_STATES } from '$lib/domain/desk-privacy.ts';
import { isId } from '$lib/domain/id.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { privacy } = requireDesk(locals);
	const state = CONSENT_STATES.find((known) => known === url.searchParams.get('state')) ?? 'all';
	const after = url.searchParams.get('after') ?? '';
	return { state, page: await privacy.listConsents({ state, ...(isId(after) ? { after } : {}) }) };
};
