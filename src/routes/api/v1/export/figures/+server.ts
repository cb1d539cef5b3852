import { answerResult } from '$lib/server/answer.ts';
import { readBearer } from '$lib/server/watcher.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ request, locals: { ward } }) =>
	answerResult(await ward.pullFigures(readBearer(request)));
