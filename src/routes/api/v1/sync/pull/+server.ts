import { answerProblem, answerTold, readBody } from '$lib/server/answer.ts';
import { answerInTurn } from '$lib/server/compress.ts';
import { parsePull, readSignature } from '$lib/server/wire.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = async ({ request, locals: { ward } }) => {
	const body = await readBody(request);
	if (!body.ok) return answerProblem(body.problem);
	const said = parsePull(body.value);
	if (!said.ok) return answerProblem(said.problem);
	const signature = readSignature(request, body.value);
	return answerInTurn(request, async () => answerTold(await ward.pull(signature, said.value)));
};
