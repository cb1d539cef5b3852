// A file as an answer: always to be kept as one, never to be shown by a browser that guesses what it is.

import type { DeskFile } from './figure-port.ts';

/** Names are ours; whatever else one could hold ends no header and means nothing to a shell. */
const UNSAFE = /[^\w.-]/g;

export function answerFile({ name, type, bytes }: DeskFile): Response {
	return new Response(Uint8Array.from(bytes), {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name.replace(UNSAFE, '-')}"`,
			'content-length': String(bytes.length),
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-store'
		}
	});
}
