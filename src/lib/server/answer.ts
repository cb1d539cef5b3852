// Answers of /api: always JSON, always with the ward's mark, never kept by anybody on the way. A problem says what is
// wrong by its code and nothing else.

import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PACKING, SYNC_HEADER } from '../contract/version.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, problem as makeProblem, succeed, type Problem, type Result } from '../domain/problem.ts';
import { statusOf, wallClock, type Told } from './ward.ts';

/** On every answer: an empty round has to stay below 2 kB, so no more words than these. */
export const API_HEADERS = { [SYNC_HEADER]: PACKING, 'cache-control': 'no-store' } as const;

export function answerJson(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
	return new Response(JSON.stringify(value), {
		status,
		headers: { 'content-type': 'application/json', ...API_HEADERS, ...headers }
	});
}

/** With the ward's clock, so that a phone whose clock is off can sign again. */
export function answerProblem(problem: Problem, status = statusOf(problem), more: object = {}): Response {
	const retryAfter = problem.waitMs ? { 'retry-after': String(Math.ceil(problem.waitMs / 1000)) } : undefined;
	return answerJson({ problem, now: wallClock(), ...more }, status, retryAfter);
}

export function answerResult<Value>(result: Result<Value>): Response {
	return result.ok ? answerJson(result.value) : answerProblem(result.problem);
}

/** What a phone is told: a refusal carries where the ward stands, where the phone may know it. */
export function answerTold<Value>(told: Told<Value>): Response {
	if (told.ok) return answerJson(told.value);
	const { epoch, wm, proof } = told;
	return answerProblem(told.problem, statusOf(told.problem), { epoch, wm, proof });
}

const unpack = promisify(gunzip);

/** The body, unpacked, unless it is longer than a phone may send; stops reading, and unpacking, at the limit. */
export async function readBody(request: Request): Promise<Result<Uint8Array>> {
	if (isTooLong(request)) return fail('net.tooLarge');
	if (!request.body) return succeed(new Uint8Array());
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	const reader = request.body.getReader();
	try {
		for (let read = await reader.read(); !read.done; read = await reader.read()) {
			bytes += read.value.byteLength;
			if (bytes > LIMIT.bodyBytes) {
				await reader.cancel();
				return fail('net.tooLarge');
			}
			chunks.push(read.value);
		}
	} catch {
		// the phone went away or the server's own limit cut it: nothing of it was used
		return fail('net.badRequest', 'body');
	}
	const body = Buffer.concat(chunks);
	const packing = request.headers.get('content-encoding');
	if (packing === null) return succeed(body);
	if (packing !== PACKING) return fail('net.badRequest', 'content-encoding');
	try {
		return succeed(await unpack(body, { maxOutputLength: LIMIT.bodyBytes }));
	} catch (error) {
		const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
		return isTooLong ? fail('net.tooLarge') : fail('net.badRequest', 'body');
	}
}

/** Said by the sender itself, before anything is read. */
function isTooLong(request: Request): boolean {
	return Number(request.headers.get('content-length') ?? 0) > LIMIT.bodyBytes;
}

/**
 * Why a request may not reach the API, or null. Only our own pages send JSON with our header from our own origin;
 * another site's page can do none of the three together (security.md 5.1, CSRF).
 */
export function refuseForeign(request: Request, origin: string): Response | null {
	if (request.method === 'GET' || request.method === 'HEAD') return null;
	if (request.method !== 'POST') return answerProblem(badRequest('method'), 405);
	const site = request.headers.get('sec-fetch-site');
	const from = request.headers.get('origin');
	const isOwn = site ? site === 'same-origin' : from === null || from === origin;
	const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
	if (!isOwn || !request.headers.has(SYNC_HEADER)) return answerProblem(badRequest('origin'), 403);
	if (!isJson) return answerProblem(badRequest('content-type'), 415);
	return isTooLong(request) ? answerProblem(makeProblem('net.tooLarge')) : null;
}

function badRequest(at: string): Problem {
	return makeProblem('net.badRequest', at);
}
