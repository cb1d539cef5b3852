// What a phone need not keep, or not wait for. SvelteKit names every file of the build to the service worker, which would
// have a phone of 2 GB fetch and hold the desk, and names in the shell the styles of every screen that may come later.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const OUTPUT = '.svelte-kit/output/client';

/** @typedef {{ file: string, css?: string[], assets?: string[], imports?: string[], dynamicImports?: string[] }} Chunk */

/**
 * @param {string} root
 * @returns {Record<string, Chunk>} what the client's build says of itself
 */
function readChunks(root) {
	return JSON.parse(readFileSync(join(root, OUTPUT, '.vite/manifest.json'), 'utf8'));
}

/**
 * Paths below the client's folder that no page of the field app leads to, by what the build says that imports what.
 * @param {string} root
 * @returns {string[]}
 */
export function listDeskFiles(root) {
	const chunks = readChunks(root);
	const names = Object.keys(chunks);
	/** @param {string} name */
	const isOfDesk = (name) =>
		name.includes('/nodes/') &&
		existsSync(join(root, name)) &&
		readFileSync(join(root, name), 'utf8').includes('(console)');
	// This one names every page of the house, as something to load later.
	const isIndex = (/** @type {string} */ name) => name.endsWith('/app.js');
	const wanted = new Set(names.filter((name) => /\/nodes\/|\/app\.js$|entry/.test(name) && !isOfDesk(name)));
	for (const name of wanted) {
		const { imports = [], dynamicImports = [] } = chunks[name] ?? {};
		for (const next of isIndex(name) ? imports : [...imports, ...dynamicImports]) wanted.add(next);
	}
	const filesOf = (/** @type {Iterable<string>} */ some) =>
		[...some].flatMap((name) => {
			const { file, css = [], assets = [] } = /** @type {Chunk} */ (chunks[name]);
			return [file, ...css, ...assets];
		});
	const kept = new Set(filesOf(wanted));
	return [...new Set(filesOf(names))].filter((file) => !kept.has(file)).sort();
}

/**
 * Takes the desk's files out of the list in the built service worker, and out of its compressed doubles.
 * @param {string} root
 * @param {string} build
 */
export function spareThePhone(root, build) {
	const path = join(build, 'client/service-worker.js');
	let worker = readFileSync(path, 'utf8');
	for (const file of listDeskFiles(root)) {
		const named = new RegExp(`[\\w$]+\\+([\`"'])/${file.replace(/[.+]/g, '\\$&')}\\1,?`, 'g');
		const without = worker.replace(named, '');
		if (without === worker)
			throw new Error(`the service worker does not name ${file}: has its list another shape now?`);
		worker = without;
	}
	writeServed(path, worker);
}

/**
 * Takes out of the shell the styles that come with a screen loaded later: that screen waits for its own, the lock screen
 * need not.
 * @param {string} root
 * @param {string} build
 */
export function slimTheShell(root, build) {
	const path = join(build, 'prerendered/index.html');
	const shell = readFileSync(path, 'utf8');
	const chunks = readChunks(root);
	const wanted = new Set(Object.keys(chunks).filter((name) => shell.includes(`/${chunks[name]?.file}"`)));
	for (const name of wanted) for (const next of chunks[name]?.imports ?? []) wanted.add(next);
	const styles = new Set([...wanted].flatMap((name) => chunks[name]?.css ?? []));
	if (styles.size === 0) throw new Error('the shell has no styles of its own: has the manifest another shape now?');
	const slim = shell.replace(/^\s*<link href="\/([^"]+\.css)" rel="stylesheet">\n/gm, (link, file) =>
		styles.has(file) ? link : ''
	);
	writeServed(path, slim);
}

/**
 * A file and its compressed doubles.
 * @param {string} path
 * @param {string} text
 */
function writeServed(path, text) {
	writeFileSync(path, text);
	const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
	writeFileSync(`${path}.br`, brotliCompressSync(text, brotli));
	writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
}
