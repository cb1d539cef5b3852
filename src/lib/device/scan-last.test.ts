import { expose } from 'comlink';
import { afterEach, expect, test, vi } from 'vitest';
import type { Frame } from '../../../workers/scan.worker.ts';
import { LastResort } from './scan-last.ts';

/** What becomes of a worker's file: it comes, it cannot be had, or a network that is there brings nothing. */
let network: 'good' | 'none' | 'dead' = 'good';
let ended = 0;

class FakeWorker extends EventTarget {
	onerror: (() => void) | null = null;
	readonly #near: MessagePort;

	constructor() {
		super();
		const { port1, port2 } = new MessageChannel();
		this.#near = port1;
		port1.addEventListener('message', ({ data }) => this.dispatchEvent(new MessageEvent('message', { data })));
		port1.start();
		if (network === 'good') expose({ hello: () => true, decode: () => 'a text' }, port2);
		if (network === 'none') queueMicrotask(() => this.onerror?.());
	}

	postMessage(message: unknown): void {
		this.#near.postMessage(message);
	}

	terminate(): void {
		ended++;
		this.#near.close();
	}
}

vi.stubGlobal('Worker', FakeWorker);
vi.stubGlobal('ImageData', class {});

let last: LastResort;
afterEach(() => {
	last.close();
	vi.useRealTimers();
	ended = 0;
});

test('is fetched once and reads from then on', async () => {
	network = 'good';
	last = new LastResort();
	expect(last.isOpen).toBe(false);
	await expect(last.decode({} as Frame)).rejects.toThrow('before open');
	expect(await Promise.all([last.open(), last.open()])).toEqual([true, true]);
	expect(last.isOpen).toBe(true);
	expect(ended).toBe(0);
});

// at once: long before nobody would wait any more
test('without network it says no, and is asked for again by the next call', { timeout: 2_000 }, async () => {
	network = 'none';
	last = new LastResort();
	expect(await last.open()).toBe(false);
	expect(ended).toBe(1);
	network = 'good';
	expect(await last.open()).toBe(true);
});

test('nobody waits for a network that brings nothing', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout'] });
	network = 'dead';
	last = new LastResort();
	const opening = last.open();
	await vi.advanceTimersByTimeAsync(8_000);
	expect(await opening).toBe(false);
	expect(last.isOpen).toBe(false);
});

test('a scanner that was closed meanwhile opens nothing', async () => {
	network = 'good';
	last = new LastResort();
	const opening = last.open();
	last.close();
	expect(await Promise.race([opening, new Promise((resolve) => setTimeout(resolve, 200))])).not.toBe(true);
	expect(last.isOpen).toBe(false);
});
