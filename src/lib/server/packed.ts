// Answers small on the wire: phones fetch content over weak networks, and dynamic answers pass no precompression.

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { API_HEADERS } from './answer.ts';

const pack = promisify(gzip);
/** Below this a compressed answer is no smaller in a packet. */
const WORTH_BYTES = 1_000;

/** JSON text as an answer, compressed where the asker takes it. */
export async function answerPacked(
	request: Request,
	text: string,
	headers: Readonly<Record<string, string>> = {}
): Promise<Response> {
	const all = {
		...API_HEADERS,
		'content-type': 'application/json; charset=utf-8',
		vary: 'accept-encoding',
		...headers
	};
	const takes = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
	if (!takes || text.length < WORTH_BYTES) return new Response(text, { headers: all });
	const bytes = await pack(text, { level: 9 });
	return new Response(new Uint8Array(bytes), {
		headers: { ...all, 'content-encoding': 'gzip', 'content-length': String(bytes.byteLength) }
	});
}
