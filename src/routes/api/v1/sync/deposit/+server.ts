import { answerProblem, answerTold, readBody } from '$lib/server/answer.ts';
import { parseDeposit, readSignature } from '$lib/server/wire.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = async ({ request, locals: { ward } }) => {
	const body = await readBody(request);
	if (!body.ok) return answerProblem(body.problem);
	// before the signature: a body that was cut on the way is weather, not a stranger
	const said = parseDeposit(body.value);
	if (!said.ok) return answerProblem(said.problem);
	return answerTold(await ward.deposit(readSignature(request, body.value), said.value));
};
