// The peer of the first sync: PouchDB 9 in the same browser, reading the same records from pouchdb-server's core.

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeFolder } from '../e2e/stage.ts';

const FOLDER = join(import.meta.dirname, 'peers');
const START_WAIT_MS = 120_000;

/** What the peer's phone measured, by its own clock. */
export interface PeerSync {
	readonly firstMs: number;
	readonly allMs: number;
	readonly documents: number;
}

/** Installs what is compared with, once, from its own lock. */
function install(say: (line: string) => void): void {
	if (existsSync(join(FOLDER, 'node_modules', 'express-pouchdb'))) return;
	say('installing PouchDB and its server, once');
	execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: FOLDER, stdio: 'ignore' });
}

export class CouchServer {
	readonly #folder = makeFolder('peer');
	#child: ChildProcess | null = null;
	port = 0;

	async start(documents: readonly object[], say: (line: string) => void): Promise<this> {
		install(say);
		const file = join(this.#folder, 'documents.json');
		writeFileSync(file, JSON.stringify(documents));
		const child = spawn(process.execPath, [join(FOLDER, 'couch.mjs'), file], { cwd: this.#folder });
		this.#child = child;
		let output = '';
		child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
		this.port = await new Promise<number>((resolve, reject) => {
			const tooLong = setTimeout(() => reject(new Error(`the peer did not start:\n${output}`)), START_WAIT_MS);
			child.once('exit', () => reject(new Error(`the peer ended:\n${output}`)));
			child.stdout.on('data', (chunk: Buffer) => {
				const port = /port (\d+)/.exec(chunk.toString())?.[1];
				if (!port) return;
				clearTimeout(tooLong);
				resolve(Number(port));
			});
		});
		return this;
	}

	async close(): Promise<void> {
		const child = this.#child;
		if (child && child.exitCode === null) {
			child.removeAllListeners('exit');
			const ended = new Promise((resolve) => child.once('exit', resolve));
			child.kill('SIGKILL');
			await ended;
		}
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

/** Replicates everything into an empty database of the page; the page must stand on the peer's own origin. */
export async function replicate(page: Page, batchRows: number): Promise<PeerSync> {
	return page.evaluate(async (batch_size) => {
		interface Replication extends Promise<unknown> {
			on(event: 'change', listener: () => void): Replication;
		}
		interface Pouch {
			readonly replicate: { from(address: string, options: object): Replication };
			info(): Promise<{ doc_count: number }>;
		}
		const { PouchDB } = globalThis as unknown as { PouchDB: new (name: string, options?: object) => Pouch };
		const startedAt = performance.now();
		let firstMs = 0;
		const local = new PouchDB(`phone-${startedAt}`, { auto_compaction: true });
		await local.replicate.from(`${location.origin}/couch/ward`, { batch_size }).on('change', () => {
			firstMs ||= performance.now() - startedAt;
		});
		const allMs = performance.now() - startedAt;
		return { firstMs, allMs, documents: (await local.info()).doc_count };
	}, batchRows);
}
