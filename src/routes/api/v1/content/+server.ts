import { API_HEADERS } from '$lib/server/answer.ts';
import { readContent } from '$lib/server/content.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ request, url }) => {
	const { text, etag } = readContent(url.searchParams.get('language') ?? 'vi');
	// public and versioned: a phone may keep it, and asks by its tag
	const headers = { ...API_HEADERS, 'cache-control': 'no-cache', 'content-type': 'application/json', etag };
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return new Response(text, { headers });
};
