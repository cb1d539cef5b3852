import { readWatcher } from '$lib/server/watcher.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ request, platform, locals, getClientAddress }) => {
	const address = platform?.req?.socket.remoteAddress ?? getClientAddress();
	const text = await locals.ward.readMetrics(readWatcher(request, address));
	const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' };
	// to everybody else the address is not there
	return text === null ? new Response(null, { status: 404 }) : new Response(text, { headers });
};
