// Builds when there is no build or the sources have changed since, and says so.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceHash } from './source.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the build lies; another folder is for tests that need two builds at once. */
export const BUILD = join(ROOT, process.env.BUILD_DIR || 'build');

/** Written by the last step of `npm run build`, so that half a build does not count as one. */
const STAMP = join(BUILD, 'source.txt');

export function isBuildFresh() {
	return existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === sourceHash(ROOT);
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} false when the build failed; its output has been said
 */
export async function ensureBuild(say = console.log) {
	// whoever names a build means that very one
	if (process.env.BUILD_DIR && existsSync(STAMP)) return true;
	if (isBuildFresh()) return true;
	if (!existsSync(join(ROOT, 'node_modules', 'vite'))) {
		if (existsSync(STAMP)) return true; // a server that got only build/ and the runtime packages cannot build
		say('There is no build and no build tool here. Run `npm ci` first.');
		return false;
	}
	say(existsSync(STAMP) ? 'The sources have changed: building again ...' : 'Building for the first time ...');
	const startedAt = Date.now();
	const pulse = setInterval(() => say(`  still building, ${Math.round((Date.now() - startedAt) / 1000)} s`), 15_000);
	const { code, output } = await run('npm', ['run', '--silent', 'build']);
	clearInterval(pulse);
	if (code !== 0) {
		say(output);
		say('The build failed; what it said stands above.');
		return false;
	}
	say(`Built in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
	return true;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(command, args) {
	return new Promise((resolve) => {
		// npm is a script on Windows and needs its shell
		// vite's own runner, from which the benches come, has set NODE_ENV: a build for phones is never one for developers
		const env = { ...process.env, NODE_ENV: 'production' };
		const child = spawn(command, args, { cwd: ROOT, shell: process.platform === 'win32', env });
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.on('error', (error) => resolve({ code: 1, output: String(error) }));
		child.on('close', (code) => resolve({ code, output }));
	});
}
