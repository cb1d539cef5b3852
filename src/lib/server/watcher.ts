// Who asks for the figures of the server, from the headers of a request.

import type { Watcher } from './ward.ts';

/** What proxies add; one of them is enough, since the socket then says only where the proxy is. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

export function readWatcher(request: Request, address: string): Watcher {
	const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '');
	return {
		address,
		isForwarded: FORWARDED.some((name) => request.headers.has(name)),
		token: bearer?.[1] ?? null
	};
}
