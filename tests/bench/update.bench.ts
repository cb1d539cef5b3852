// What a phone fetches when one line of one screen has changed and it takes the new version. Built for real: a copy of the
// sources is built, one line is changed in it, and it is built again, for each of some screens on its own. Counted is what
// the service worker of the second build would fetch on a phone in Vietnamese that keeps the first: hashed files that have
// no namesake there, each static file and the shell, which are asked for every time, and the worker itself; brotli, as
// sent. Headers are not counted, nor version.json, which only the desk asks for.

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { FILES, ROOTS } from '../../src/ops/source.mjs';
import { findServed, isHashed, listPrecache } from '../walls/bundle.ts';
import type { Figure } from './figures.ts';

/** Issue 7, speed and size. */
const MOST_KB = 100;

interface Change {
	readonly name: string;
	readonly file: string;
	readonly from: RegExp;
	readonly to: string;
}

/** An attribute more on an element that is drawn: the least that a change of a screen can be. */
const IN_MARKUP = { from: /(<\/script>[^]*?<(?:section|div|p|ul|li|article|button|span)\b)/, to: '$1 data-changed' };

const CHANGES: readonly Change[] = [
	{ name: 'a line of the visit', file: 'src/lib/ui/field/visit/VisitScreen.svelte', ...IN_MARKUP },
	{ name: 'a line of the day', file: 'src/lib/ui/field/today/TodayScreen.svelte', ...IN_MARKUP },
	{ name: 'a line of the lock screen', file: 'src/lib/ui/field/lock/LockScreen.svelte', ...IN_MARKUP }
];

interface Bench {
	readonly root: string;
	say(line: string): void;
}

export async function* run({ root, say }: Bench): AsyncGenerator<Figure> {
	const copy = join(root, 'tests/.tmp/update');
	rmSync(copy, { recursive: true, force: true });
	mkdirSync(copy, { recursive: true });
	try {
		for (const path of [...FILES, ...ROOTS]) cpSync(join(root, path), join(copy, path), { recursive: true });
		symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
		leaveUnpacked(join(copy, 'svelte.config.js'));
		const before = await build(copy, 'before');
		for (const { name, file, from, to } of CHANGES) {
			const path = join(copy, file);
			const text = readFileSync(path, 'utf8');
			const changed = text.replace(from, to);
			if (changed === text) throw new Error(`nothing to change was found in ${file}`);
			writeFileSync(path, changed);
			const after = await build(copy, 'after');
			writeFileSync(path, text);
			const fetched = listFetched(before, after);
			const brBytes = fetched.reduce((sum, one) => sum + pack(findServed(after, one)), 0);
			say(`${name}: ${fetched.join(' ')}`);
			yield { figure: `update after ${name} changed`, value: brBytes / 1000, unit: 'kB br', most: MOST_KB };
			yield { figure: `update after ${name} changed`, value: fetched.length, unit: 'files' };
		}
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}

/** Addresses that the second build's worker asks for where the first build's files are kept. */
function listFetched(before: string, after: string): string[] {
	const held = new Set(listPrecache(before).filter(isHashed));
	return ['/service-worker.js', ...listPrecache(after).filter((path) => !held.has(path))];
}

/** Packing all files takes half of a build's time; those that are counted are packed here, in the same way. */
function leaveUnpacked(config: string): void {
	const text = readFileSync(config, 'utf8');
	const changed = text.replace('precompress: true', 'precompress: false');
	if (changed === text) throw new Error('the build packs its files elsewhere now');
	writeFileSync(config, changed);
}

function pack(path: string): number {
	const bytes = readFileSync(path);
	const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
	// pictures are packed already and are sent as they are
	return path.endsWith('.png') ? bytes.length : brotliCompressSync(bytes, { params }).length;
}

async function build(folder: string, name: string): Promise<string> {
	// whoever asks may run under vite itself, which names the mode for its children
	const { APP_VERSION: _, ...own } = process.env;
	const env = { ...own, NODE_ENV: 'production', BUILD_DIR: name };
	const child = spawn('npm', ['run', '--silent', 'build'], { cwd: folder, env, shell: process.platform === 'win32' });
	let output = '';
	child.stdout.on('data', (chunk) => (output += String(chunk)));
	child.stderr.on('data', (chunk) => (output += String(chunk)));
	const code = await new Promise((resolve) => child.on('close', resolve));
	if (code !== 0) throw new Error(`the build failed:\n${output}`);
	return join(folder, name);
}
