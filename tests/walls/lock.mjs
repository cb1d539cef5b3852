// The lock check. A registry that lags writes a lock without some platform packages; `npm install` is content with it
// and `npm ci` on a fresh machine is not. So: every optional dependency that a locked package names has an entry.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Lock
 * @property {Record<string, { version?: string, optionalDependencies?: Record<string, string> }>} packages
 */

/**
 * @param {Lock} lock
 * @param {{ overrides?: Record<string, string> }} manifest
 * @returns {string[]} one sentence per hole; empty when `npm ci` can work everywhere
 */
export function findLockHoles(lock, manifest) {
	const holes = [];
	for (const [place, entry] of Object.entries(lock.packages)) {
		for (const name of Object.keys(entry.optionalDependencies ?? {})) {
			if (!hasEntry(lock, place, name))
				holes.push(`${place || 'package.json'} names ${name}, which has no entry: npm ci will refuse this lock.`);
		}
	}
	for (const [name, version] of Object.entries(manifest.overrides ?? {})) {
		const locked = lock.packages[`node_modules/${name}`]?.version;
		if (locked !== version)
			holes.push(`the override ${name}@${version} is not what is locked (${locked ?? 'nothing'}).`);
	}
	if (!manifest.overrides?.rollup)
		holes.push('package.json has lost the override of rollup, whose newest versions leave holes in the lock.');
	return holes;
}

/**
 * Looks where Node would: beside the package first, then in every folder above.
 * @param {Lock} lock
 * @param {string} place
 * @param {string} name
 */
function hasEntry(lock, place, name) {
	for (let folder = place; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
		if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
		if (!folder.includes('/node_modules/')) return Boolean(lock.packages[`node_modules/${name}`]);
	}
}

/** @param {string} root */
export function checkLock(root) {
	const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
	return findLockHoles(read('package-lock.json'), read('package.json'));
}
