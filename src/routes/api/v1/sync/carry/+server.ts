import { answerProblem, answerTold, readBody } from '$lib/server/answer.ts';
import { parseCarry, readSignature } from '$lib/server/wire.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = async ({ request, locals: { ward } }) => {
	const body = await readBody(request);
	if (!body.ok) return answerProblem(body.problem);
	const said = parseCarry(body.value);
	if (!said.ok) return answerProblem(said.problem);
	return answerTold(await ward.carry(readSignature(request, body.value), said.value));
};
