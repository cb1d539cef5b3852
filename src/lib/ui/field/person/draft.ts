// A half-filled form on its way into the encrypted drafts of this phone: written soon after each change, at once when
// the page is left, hidden or replaced. Losing a draft never loses a record, so a failed write stays silent: the form
// itself is still on the screen, and saving it says what is wrong.

import { untrack } from 'svelte';
import type { FieldDevice } from '../device.svelte.ts';
import type { Update } from '../update.svelte.ts';

/** Long enough not to write with every letter, short enough that a phone in a pocket has lost nothing. */
const WRITE_WAIT_MS = 400;

/** Who keeps half-filled forms: the device, while its vault is open. */
export type DraftKeeper = Pick<FieldDevice, 'readDraft' | 'writeDraft' | 'dropDraft'>;

export class Draft<Value> {
	readonly #device: DraftKeeper;
	readonly #key: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#unwritten: { readonly value: Value } | null = null;
	#isDropped = false;
	/** Writes follow each other; a drop comes after all of them. */
	#line: Promise<void> = Promise.resolve();

	constructor(device: DraftKeeper, key: string) {
		this.#device = device;
		this.#key = key;
	}

	/** What was kept, or null; a draft that cannot be read is none. */
	async read(): Promise<Value | null> {
		try {
			return await this.#device.readDraft<Value>(this.#key);
		} catch {
			return null;
		}
	}

	write(value: Value): void {
		if (this.#isDropped) return;
		this.#unwritten = { value };
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), WRITE_WAIT_MS);
	}

	/** Resolves when everything handed in is written. */
	async flush(): Promise<void> {
		clearTimeout(this.#timer);
		const held = this.#unwritten;
		this.#unwritten = null;
		if (held) this.#queue(() => this.#device.writeDraft(this.#key, held.value));
		await this.#line;
	}

	/**
	 * The form is whole: `save` takes the draft away in its own commit, and nothing of the form is written meanwhile, nor
	 * ever again. When it fails, what was entered is kept as before.
	 */
	async complete<Saved extends { readonly ok: boolean }>(save: (key: string) => Promise<Saved>): Promise<Saved> {
		const held = this.#unwritten;
		this.#stop();
		await this.#line;
		const saved = await save(this.#key);
		if (!saved.ok) {
			this.#isDropped = false;
			if (held) this.write(held.value);
		}
		return saved;
	}

	/** The form was given up: nothing of it is written any more. */
	async drop(): Promise<void> {
		this.#stop();
		this.#queue(() => this.#device.dropDraft(this.#key));
		await this.#line;
	}

	#stop(): void {
		this.#isDropped = true;
		clearTimeout(this.#timer);
		this.#unwritten = null;
	}

	#queue(work: () => Promise<void>): void {
		// See the head of this file for why a failure says nothing.
		this.#line = this.#line.then(work).catch(() => undefined);
	}
}

/** While a form is open: no update prompt over it, and its draft is written before anything takes the page away. */
export function holdForm(update: Update, draft: Pick<Draft<unknown>, 'flush'>): () => void {
	// Counting forms reads and writes the count: the effect that opens a form must not wait for it.
	const release = untrack(() => update.holdWhile());
	const unlisten = update.beforeReload(() => draft.flush());
	const hide = () => void draft.flush();
	document.addEventListener('visibilitychange', hide);
	window.addEventListener('pagehide', hide);
	return () => {
		release();
		unlisten();
		document.removeEventListener('visibilitychange', hide);
		window.removeEventListener('pagehide', hide);
		void draft.flush();
	};
}
