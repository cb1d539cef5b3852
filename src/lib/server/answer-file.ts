// A file as an answer: always to be kept as one, never to be shown by a browser that guesses what it is.

import type { DeskFile, SentFile } from './figure-port.ts';

/** Names are ours; whatever else one could hold ends no header and means nothing to a shell. */
const UNSAFE = /[^\w.-]/g;

export function answerFile({ name, type, bytes }: DeskFile): Response {
	return sendFile({ name, type, body: bytes });
}

/** As `answerFile`, also for one that is still being written: how long it will be is not known then. */
export function sendFile({ name, type, body }: SentFile): Response {
	const isWhole = body instanceof Uint8Array;
	return new Response(isWhole ? Uint8Array.from(body) : body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name.replace(UNSAFE, '-')}"`,
			...(isWhole ? { 'content-length': String(body.length) } : {}),
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-store'
		}
	});
}
