// The decoder of last resort, behind its worker. Phones keep it where WebAssembly does not run; elsewhere it is fetched
// when it is first wanted, and without network the scanner goes on without it.

import { transfer, wrap, type Remote } from 'comlink';
import type { LastApi } from '../../../workers/scan-last.worker.ts';
import type { Frame } from '../../../workers/scan.worker.ts';
import { transferable } from './scan-source.ts';

/** Longer than this nobody waits for it: a network that is there and brings nothing. */
const WAIT_MS = 8_000;

interface Opened {
	readonly worker: Worker;
	readonly api: Remote<LastApi>;
}

export class LastResort {
	#opened: Opened | null = null;
	#opening: Promise<boolean> | null = null;
	#making: Worker | null = null;

	/** It answers: `decode` may be called. */
	get isOpen(): boolean {
		return this.#opened !== null;
	}

	/** Fetches it where it is not there yet; false where it cannot be had now. Tried again with the next call. */
	open(): Promise<boolean> {
		this.#opening ??= this.#open().then((isOpen) => {
			if (!isOpen) this.#opening = null;
			return isOpen;
		});
		return this.#opening;
	}

	async #open(): Promise<boolean> {
		const worker = new Worker(new URL('../../../workers/scan-last.worker.ts', import.meta.url), { type: 'module' });
		this.#making = worker;
		const api = wrap<LastApi>(worker);
		const failed = new Promise<false>((resolve) => {
			worker.onerror = () => resolve(false); // its file could not be had
			setTimeout(() => resolve(false), WAIT_MS);
		});
		if ((await Promise.race([api.hello(), failed])) === false || this.#making !== worker) {
			worker.terminate();
			return false;
		}
		this.#opened = { worker, api };
		return true;
	}

	/** The text of a code in this picture, which is handed over; null where there is none that it can read. */
	async decode(frame: Frame): Promise<string | null> {
		if (!this.#opened) throw new Error('decode before open');
		return this.#opened.api.decode(transfer(frame, [transferable(frame)]));
	}

	close(): void {
		this.#making?.terminate();
		this.#making = null;
		this.#opened = null;
	}
}
