// Answers of the API, compressed where the phone asks for it: pages of rows are the largest part of what a phone on a
// weak signal pays for, and names and addresses repeat. Pages and files of the app are compressed when they are built.

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LIMIT } from '../domain/limit.ts';
import { problem } from '../domain/problem.ts';
import { answerProblem } from './answer.ts';
import { Gate } from './gate.ts';

/** Below this a compressed answer is hardly smaller: one packet carries it either way. */
const LEAST_BYTES = 1_024;
/** A page of 500 rows: 7 % smaller than at 4 and 8 % smaller than gzip, for two milliseconds; 9 costs sixteen for 2 % more. */
const BROTLI_QUALITY = 5;

const brotliBytes = promisify(brotliCompress);
const gzipBytes = promisify(gzip);

const ENCODERS: readonly { readonly name: string; encode(body: Uint8Array): Promise<Uint8Array> }[] = [
	{
		name: 'br',
		encode: (body) =>
			brotliBytes(body, {
				params: {
					[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
					[constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
					[constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength
				}
			})
	},
	{ name: 'gzip', encode: (body) => gzipBytes(body) }
];

/** The same answer, compressed in the best way that `request` understands, where that helps. */
export async function compress(request: Request, response: Response): Promise<Response> {
	const accepted = (request.headers.get('accept-encoding') ?? '').split(',').map((name) => name.split(';')[0]!.trim());
	const encoder = ENCODERS.find(({ name }) => accepted.includes(name));
	if (!encoder || !response.body || response.headers.has('content-encoding')) return response;
	const body = new Uint8Array(await response.arrayBuffer());
	const { status } = response;
	const headers = new Headers(response.headers);
	// What nobody may keep needs no word on when it may be used again.
	if (headers.get('cache-control') !== 'no-store') headers.append('vary', 'accept-encoding');
	headers.delete('content-length');
	if (body.byteLength < LEAST_BYTES) return new Response(body, { status, headers });
	headers.set('content-encoding', encoder.name);
	return new Response(new Uint8Array(await encoder.encode(body)), { status, headers });
}

const gate = new Gate(LIMIT.pagesAtOnce, LIMIT.pagesWaiting);
const BUSY_WAIT_MS = 5_000;

/**
 * For answers that may be as long as a page of rows: made and compressed a few at a time, since one that waits for its
 * compressing takes up a megabyte. To be called when the request was read: a slow sender must hold no place.
 */
export async function answerInTurn(request: Request, make: () => Promise<Response>): Promise<Response> {
	const answer = await gate.run(async () => compress(request, await make()));
	return answer ?? answerProblem(problem('net.busy', undefined, BUSY_WAIT_MS));
}
