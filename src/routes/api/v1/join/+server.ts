import { answerProblem, answerResult, readBody } from '$lib/server/answer.ts';
import { parseJoin } from '$lib/server/wire.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = async ({ request, locals, getClientAddress }) => {
	const body = await readBody(request);
	if (!body.ok) return answerProblem(body.problem);
	const input = parseJoin(body.value);
	if (!input.ok) return answerProblem(input.problem);
	return answerResult(await locals.ward.join(input.value, getClientAddress()));
};
