// What a phone puts on the wire, and a signal as weak as it gets.

import type { BrowserContext, CDPSession, Page } from '@playwright/test';

export interface Traffic {
	readonly requests: number;
	/** Both directions, headers included. */
	readonly bytes: number;
	/** Of them what went up. */
	readonly up: number;
}

export interface WireWatch {
	/** What was asked and answered since the last call, once nothing was asked for a while. */
	read(quietMs?: number): Promise<Traffic>;
}

const ASK_MS = 50;
const MOST_WAIT_MS = 120_000;

/** Watches requests below `path` from now on. */
export function watchWire(context: BrowserContext, path: string): WireWatch {
	let sizes: Promise<{ up: number; down: number }>[] = [];
	let pending = 0;
	let lastAt = performance.now();
	const isOurs = (url: string) => new URL(url).pathname.startsWith(path);
	context.on('request', (request) => {
		if (!isOurs(request.url())) return;
		pending++;
		lastAt = performance.now();
	});
	context.on('requestfailed', (request) => {
		if (isOurs(request.url())) pending--;
	});
	context.on('requestfinished', (request) => {
		if (!isOurs(request.url())) return;
		pending--;
		lastAt = performance.now();
		sizes.push(
			Promise.all([request.sizes(), request.headerValue('content-length')]).then(([one, length]) => ({
				// of a body in bytes the browser tells the length in the header alone
				up: one.requestHeadersSize + Math.max(one.requestBodySize, Number(length ?? 0)),
				down: one.responseHeadersSize + one.responseBodySize
			}))
		);
	});
	const isBusy = (quietMs: number) => pending > 0 || performance.now() - lastAt < quietMs;
	return {
		async read(quietMs = 0) {
			const from = performance.now();
			while (isBusy(quietMs)) {
				if (performance.now() - from > MOST_WAIT_MS) throw new Error('the wire never was quiet');
				await new Promise((resolve) => setTimeout(resolve, ASK_MS));
			}
			const all = await Promise.all(sizes);
			sizes = [];
			const up = all.reduce((sum, one) => sum + one.up, 0);
			return { requests: all.length, up, bytes: all.reduce((sum, one) => sum + one.down, up) };
		}
	};
}

export interface Signal {
	/** No network at all. */
	cut(): Promise<void>;
	/** So many bits a second in each direction, so many milliseconds to the ward and back. */
	weaken(bitsPerSecond: number, latencyMs: number): Promise<void>;
}

/** The network of one page, in the hand. */
export async function holdSignal(page: Page): Promise<Signal> {
	const session: CDPSession = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	async function set(offline: boolean, bytesPerSecond: number, latency: number): Promise<void> {
		await session.send('Network.emulateNetworkConditions', {
			offline,
			latency,
			downloadThroughput: bytesPerSecond,
			uploadThroughput: bytesPerSecond
		});
	}
	return {
		cut: () => set(true, 0, 0),
		weaken: (bitsPerSecond, latencyMs) => set(false, bitsPerSecond / 8, latencyMs)
	};
}
