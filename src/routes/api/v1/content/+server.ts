import { answerProblem, answerResult, API_HEADERS, readBody } from '$lib/server/answer.ts';
import { parseContent, readSignature } from '$lib/server/wire.ts';
import { problem } from '$lib/domain/problem.ts';
import type { WardId } from '$lib/domain/id.ts';
import type { RequestHandler } from './$types.js';

/** The whole pack, for anybody: nothing of it is about a person. */
export const GET: RequestHandler = async ({ request, url, locals: { ward } }) => {
	const asked = url.searchParams.get('ward') as WardId | null;
	const published = await ward.readPublished(asked, url.searchParams.get('language') ?? 'vi');
	if (!published) return answerProblem(problem('net.badRequest', 'ward'), 404);
	// kept by whoever asked, and asked for again by its tag
	const headers = { 'cache-control': 'no-cache', etag: published.etag };
	if (request.headers.get('if-none-match') === published.etag)
		return new Response(null, { status: 304, headers: { ...API_HEADERS, ...headers } });
	return new Response(published.text, {
		headers: { 'content-type': 'application/json; charset=utf-8', ...API_HEADERS, ...headers }
	});
};

/** What a phone lacks. */
export const POST: RequestHandler = async ({ request, locals: { ward } }) => {
	const body = await readBody(request);
	if (!body.ok) return answerProblem(body.problem);
	const asked = parseContent(body.value);
	if (!asked.ok) return answerProblem(asked.problem);
	return answerResult(await ward.answerContent(readSignature(request, body.value), asked.value));
};
