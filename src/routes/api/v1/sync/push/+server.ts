import { answerProblem, answerResult, readBody } from '$lib/server/answer.ts';
import { parsePush, readSignature } from '$lib/server/wire.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = async ({ request, locals: { ward } }) => {
	const body = await readBody(request);
	if (!body.ok) return answerProblem(body.problem);
	// before the signature: a body that was cut on the way is weather, not a stranger
	const batch = parsePush(body.value);
	if (!batch.ok) return answerProblem(batch.problem);
	const device = await ward.readDevice(readSignature(request, body.value));
	if (!device.ok) return answerProblem(device.problem);
	return answerResult(await ward.push(device.value, batch.value));
};
