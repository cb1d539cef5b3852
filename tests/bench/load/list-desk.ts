// A member of staff who brings a list in, as the page's forms do: the file in pieces, the dry run, the import, the way
// back; how far each is, is read off the page.

import { LIMIT } from '../../../src/lib/domain/limit.ts';

const LOOK_EVERY_MS = 500;
const PATH = '/ward/import';

export class ListHands {
	readonly #origin: string;
	readonly #cookie: string;
	/** Longest that any answer of the page took, in milliseconds. */
	longest = 0;

	constructor(origin: string, cookie: string) {
		this.#origin = origin;
		this.#cookie = cookie;
	}

	async send(bytes: Uint8Array): Promise<void> {
		for (let at = 0; at < bytes.length; at += LIMIT.listPartBytes) {
			const piece = new Blob([bytes.slice(at, at + LIMIT.listPartBytes)]);
			await this.#post('part', { at: String(at), of: String(bytes.length), piece });
		}
		await this.#until((page) => page.includes('action="?/plan"'));
	}

	/** Tries the list out; the columns stand in this order. */
	async plan(columns: readonly string[]): Promise<void> {
		const id = /name="id" value="([^"]+)"/.exec(await this.#read())?.[1] ?? '';
		const mapping = Object.fromEntries(columns.map((name, at) => [`column.${name}`, String(at)]));
		await this.#post('plan', { id, ...mapping });
		await this.#until((page) => page.includes('action="?/start"'));
	}

	async take(): Promise<void> {
		const page = await this.#read();
		const id = /action="\?\/start"[^]*?name="id" value="([^"]+)"/.exec(page)?.[1] ?? '';
		await this.#post('start', { id });
		await this.#until((page) => page.includes('name="batch"') && !page.includes('<progress'));
	}

	async undo(): Promise<void> {
		const batch = /name="batch" value="([^"]+)"/.exec(await this.#read())?.[1] ?? '';
		await this.#post('undo', { batch });
		await this.#until((page) => !/name="batch"|<progress/.test(page));
	}

	async #until(isThere: (page: string) => boolean): Promise<void> {
		while (!isThere(await this.#read())) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
	}

	#read(): Promise<string> {
		return this.#ask(PATH, {});
	}

	async #post(action: string, fields: Readonly<Record<string, string | Blob>>): Promise<void> {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) body.set(name, value);
		const headers = { origin: this.#origin.replace('127.0.0.1', 'localhost'), 'x-sveltekit-action': 'true' };
		const text = await this.#ask(`${PATH}?/${action}`, { method: 'POST', body, headers });
		const { type } = JSON.parse(text) as { type: string };
		if (type !== 'success') throw new Error(`${action}: ${text}`);
	}

	async #ask(
		path: string,
		{ headers = {}, ...init }: { headers?: Record<string, string> } & RequestInit
	): Promise<string> {
		const begun = performance.now();
		const answer = await fetch(this.#origin + path, {
			...init,
			headers: { accept: 'application/json, text/html', cookie: this.#cookie, ...headers },
			redirect: 'manual'
		});
		const text = await answer.text();
		this.longest = Math.max(this.longest, performance.now() - begun);
		if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
		return text;
	}
}
