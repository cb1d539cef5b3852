import { error } from '@sveltejs/kit';
import { requireFreshDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseDay } from '$lib/domain/day.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, url }) => {
	const desk = requireFreshDesk(locals, url);
	if (!desk.people.mayOversee) error(403);
	const from = parseDay(url.searchParams.get('from') ?? '');
	const to = parseDay(url.searchParams.get('until') ?? '');
	if (!from || !to) error(400);
	const answer = await desk.people.exportAudit({ from, to });
	if (!answer.ok) error(statusOf(answer.problem));
	const headers = {
		'content-type': 'text/csv; charset=utf-8',
		'content-disposition': `attachment; filename="${answer.value.name}"`
	};
	return new Response(answer.value.text, { headers });
};
