// The socket side of the server: how much and how slowly a stranger may send before he is cut off. Node's own limits,
// set here by name so that another version of Node changes none of them.
import { createServer } from 'node:http';

export const SOCKET_LIMITS = {
	/** Cookies and signatures of ours stay below 1 kB. Above it: 431. */
	headerBytes: 16 * 1024,
	/** From the first byte to the last of the headers, then of the whole request: a phone in weak network has 1 MB to send. Above it: 408. */
	headersMs: 20_000,
	requestMs: 120_000,
	/** An idle connection is closed; after a proxy's own two minutes, or it would send into one that is just closing. */
	idleMs: 125_000,
	checkMs: 5_000
};

/**
 * A server that cuts off slow and boundless senders.
 * @param {import('node:http').RequestListener} handle
 * @param {typeof SOCKET_LIMITS} limits
 */
export function createListener(handle, limits = SOCKET_LIMITS) {
	return createServer(
		{
			maxHeaderSize: limits.headerBytes,
			headersTimeout: limits.headersMs,
			requestTimeout: limits.requestMs,
			keepAliveTimeout: limits.idleMs,
			connectionsCheckingInterval: limits.checkMs,
			insecureHTTPParser: false
		},
		handle
	);
}
