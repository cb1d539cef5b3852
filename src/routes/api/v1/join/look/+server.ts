import { answerProblem, answerResult, readBody } from '$lib/server/answer.ts';
import { parseLook } from '$lib/server/wire.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = async ({ request, locals, getClientAddress }) => {
	const body = await readBody(request);
	if (!body.ok) return answerProblem(body.problem);
	const look = parseLook(body.value);
	if (!look.ok) return answerProblem(look.problem);
	return answerResult(await locals.ward.lookAtInvitation(look.value.code, getClientAddress()));
};
