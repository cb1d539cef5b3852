// One name for one state of the sources: phones compare it to see an update, `npm start` to see a stale build.
// It is a hash of contents and not a commit, so that edited but uncommitted sources and a source archive without git
// count too, and the same sources always give the same name (otherwise every build would ask every phone to update).
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the built bytes depend on. */
export const ROOTS = ['src', 'static', 'workers'];
export const FILES = ['package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];

/** @param {string} path */
const isLeftOut = (path) => /\.(test\.ts|md)$|(^|\/)\./.test(path);

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} paths with forward slashes, relative to root
 */
function list(root, folder) {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		return entry.isDirectory() ? list(root, path) : [path];
	});
}

/**
 * @param {string} root the project's folder
 * @returns {string} twelve hex digits
 */
export function sourceHash(root) {
	const paths = [...FILES, ...ROOTS.flatMap((folder) => list(root, folder))].filter((path) => !isLeftOut(path)).sort();
	const hash = createHash('sha256');
	for (const path of paths)
		hash
			.update(path)
			.update('\0')
			.update(readFileSync(join(root, path)))
			.update('\0');
	return hash.digest('hex').slice(0, 12);
}
