import { answerProblem, answerResult, readBody } from '$lib/server/answer.ts';
import { parsePull, readSignature } from '$lib/server/wire.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = async ({ request, locals: { ward } }) => {
	const body = await readBody(request);
	if (!body.ok) return answerProblem(body.problem);
	const page = parsePull(body.value);
	if (!page.ok) return answerProblem(page.problem);
	const device = await ward.readDevice(readSignature(request, body.value));
	if (!device.ok) return answerProblem(device.problem);
	return answerResult(await ward.pull(device.value, page.value));
};
