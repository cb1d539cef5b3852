// The built server, one or several processes of it on one store, as an operator runs it.

import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const START_WAIT_MS = 60_000;
const LOOK_EVERY_MS = 50;

export interface Place {
	readonly dataDir: string;
	readonly databaseUrl: string | null;
}

export class Servers {
	readonly #running: { child: ChildProcess; ended: Promise<unknown> }[] = [];
	readonly origins: string[] = [];
	/** From the start of the last process to its first healthy answer. */
	coldStartMs = 0;
	/** Highest that any of them said, in bytes. */
	memory = 0;

	async start(place: Place, processes: number): Promise<void> {
		for (let i = 0; i < processes; i++) await this.#startOne(place);
	}

	async #startOne({ dataDir, databaseUrl }: Place): Promise<void> {
		const port = await findFreePort();
		const begun = performance.now();
		const child = spawn(process.execPath, ['src/ops/start.mjs'], {
			cwd: ROOT,
			env: {
				// nothing that a test runner has set
				...{ PATH: process.env['PATH'], HOME: process.env['HOME'] },
				...{ DEMO: '0', ORIGIN: '', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir },
				DATABASE_URL: databaseUrl ?? ''
			},
			stdio: ['ignore', 'ignore', 'inherit']
		});
		const ended = new Promise((resolve) => child.once('exit', resolve));
		this.#running.push({ child, ended });
		const origin = `http://127.0.0.1:${port}`;
		for (;;) {
			const answer = await fetch(`${origin}/healthz`).catch(() => null);
			if (answer?.ok) break;
			if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
			if (performance.now() - begun > START_WAIT_MS) throw new Error('the server does not start');
			await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
		}
		this.coldStartMs = performance.now() - begun;
		this.origins.push(origin);
	}

	/** Asks each for its memory, as Prometheus would. */
	async watch(): Promise<void> {
		for (const origin of this.origins) {
			const text = await (await fetch(`${origin}/metrics`)).text();
			const kinds = [...text.matchAll(/^gocua_memory_bytes(?:\{[^}]*\})? (\d+)/gm)].map(([, bytes]) => Number(bytes));
			this.memory = Math.max(this.memory, ...kinds);
		}
	}

	/** The most memory that any of them ever held, in bytes, by the kernel's own count; where it keeps none, what was watched. */
	readPeak(): number {
		const peaks = this.#running.map(({ child }) => {
			try {
				const told = readFileSync(`/proc/${child.pid}/status`, 'utf8');
				return 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(told)?.[1] ?? 0);
			} catch {
				return 0; // no Linux
			}
		});
		return Math.max(this.memory, ...peaks);
	}

	async stop(): Promise<void> {
		for (const { child, ended } of this.#running.splice(0)) {
			child.kill('SIGTERM');
			await ended;
		}
		this.origins.length = 0;
	}
}

function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() =>
				typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))
			);
		});
	});
}
