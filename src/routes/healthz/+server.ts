import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals }) => {
	const health = await locals.ward.checkHealth();
	const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
	return new Response(JSON.stringify(health), { status: health.status === 'ok' ? 200 : 503, headers });
};
