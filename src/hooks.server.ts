// Opens the ward once and puts it, with the desk's session, on locals; guards the API; says nothing about people.

import { building, version } from '$app/environment';
import { answerProblem, API_HEADERS, refuseForeign } from '$lib/server/answer.ts';
import { compress } from '$lib/server/compress.ts';
import { readConfig } from '$lib/server/config.ts';
import { readDeskToken } from '$lib/server/desk-cookie.ts';
import { describeError, RefusalLog } from '$lib/server/log.ts';
import { openWard } from '$lib/server/open.ts';
import type { Ward } from '$lib/server/ward.ts';
import { LIMIT } from '$lib/domain/limit.ts';
import { problem } from '$lib/domain/problem.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';

/** For rendered pages; what is prerendered gets the same from the server in front (src/ops/headers.mjs). */
const PAGE_HEADERS = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin'
};

/** The code in the address is all that it takes to see a badge: it goes nowhere else and is kept nowhere. */
const BADGE_HEADERS = {
	'cache-control': 'no-store',
	'referrer-policy': 'no-referrer',
	'x-robots-tag': 'noindex, nofollow',
	'cross-origin-resource-policy': 'same-origin'
};

/** Kept by the framework for itself. */
const RESERVED_ACTION = '/default';

const refusals = new RefusalLog((line) => console.warn(line));

// The process's one ward; requests see it on their locals only.
let ward: Ward;

export const init: ServerInit = async () => {
	// prerendering the shell must not make a store
	if (building) return;
	ward = await openWard(readConfig(process.env), { version });
	// the wards of a province count themselves while the server runs; it ends without waiting for that
	setInterval(() => void say('summaries', ward.keepSummaries()), LIMIT.summaryEveryMs).unref();
	// a list that was half taken back when a server ended is taken up by whichever server looks first
	void say('lists', ward.resumeLists());
	setInterval(() => void say('lists', ward.resumeLists()), LIMIT.listLeaseMs).unref();
	// adapter-node's event; the signals themselves are handled by whoever listens on the port
	process.once('sveltekit:shutdown' as 'exit', () => void ward.close());
	console.log((await ward.describeStart()).join('\n'));
};

/** Work that nobody waits for: what failed of it is told in the log, and is tried again the next time. */
async function say(name: string, work: Promise<readonly unknown[]>): Promise<void> {
	const failures = await work.catch((error: unknown) => [error]);
	for (const error of failures) console.error(describeError(error, name));
}

export const handle: Handle = async (input) => {
	if (building) return answer(input);
	const from = performance.now();
	const response = await answer(input);
	const { route, request, locals } = input.event;
	ward.countAnswer(route.id, response.status, performance.now() - from);
	refusals.note({
		route: route.id,
		method: request.method,
		status: response.status,
		staff: locals.desk?.staff.id ?? null,
		device: request.headers.get('x-device')
	});
	return response;
};

const answer: Handle = async ({ event, resolve }) => {
	event.locals.ward = ward;
	event.locals.desk = null;
	if (isUnder(event, '/api')) return compress(event.request, await answerApi(event, resolve));
	if (isUnder(event, '/ward')) {
		const token = readDeskToken(event.cookies, event.url.protocol === 'https:');
		if (token) event.locals.desk = await ward.openDesk(token);
	}
	// asked for by hand it would count as a fault of the server (500), not of the asker
	if (event.request.method === 'POST' && readAction(event) === RESERVED_ACTION)
		return new Response(null, { status: 404, headers: PAGE_HEADERS });
	const response = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%version%', version) });
	for (const [name, value] of Object.entries(PAGE_HEADERS)) response.headers.set(name, value);
	if (isUnder(event, '/ward') || isUnder(event, '/province')) response.headers.set('cache-control', 'no-store');
	if (isUnder(event, '/badge'))
		for (const [name, value] of Object.entries(BADGE_HEADERS)) response.headers.set(name, value);
	return response;
};

/** Of a form that was sent; pages that are made beforehand know no questions in an address. */
function readAction({ url }: RequestEvent): string | undefined {
	return [...url.searchParams.keys()].find((name) => name.startsWith('/'));
}

function isUnder({ url }: RequestEvent, path: string): boolean {
	return url.pathname === path || url.pathname.startsWith(`${path}/`);
}

/** Every answer is the ward's own JSON: also for an address or a method that is not there, and for a bug. */
async function answerApi(event: RequestEvent, resolve: Parameters<Handle>[0]['resolve']): Promise<Response> {
	const refusal = refuseForeign(event.request, event.url.origin);
	if (refusal) return refusal;
	const response = await resolve(event);
	if (Object.keys(API_HEADERS).every((name) => response.headers.has(name))) return response;
	const code = response.status >= 500 ? 'store.failed' : 'net.badRequest';
	return answerProblem(problem(code), response.status);
}

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status >= 500) console.error(describeError(error, event.route.id));
};
