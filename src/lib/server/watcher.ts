// Which program asks, from the headers of a request.

import type { Watcher } from './ward.ts';

/** What proxies add; one of them is enough, since the socket then says only where the proxy is. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

export function readWatcher(request: Request, address: string): Watcher {
	return {
		address,
		isForwarded: FORWARDED.some((name) => request.headers.has(name)),
		token: readBearer(request)
	};
}

/** The token that a program brings. */
export function readBearer(request: Request): string | null {
	return /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}
