import { answerResult } from '$lib/server/answer.ts';
import { readBearer } from '$lib/server/watcher.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ request, url, locals: { ward } }) =>
	answerResult(await ward.pullVisits(readBearer(request), url.searchParams.get('after')));
