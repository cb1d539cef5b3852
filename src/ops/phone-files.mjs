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

/** What nothing but English needs, by the sources that are loaded when somebody chooses it. */
const ENGLISH = ['src/lib/ui/words/english.ts', 'src/content/translated-en.ts'];

/**
 * Names of the chunks that pages of the field app lead to, by what the build says that imports what.
 * @param {string} root
 * @param {Record<string, Chunk>} chunks
 * @param {readonly string[]} apart are not gone into
 */
function followPages(root, chunks, apart = []) {
	/** @param {string} name */
	const isOfDesk = (name) =>
		name.includes('/nodes/') &&
		existsSync(join(root, name)) &&
		/\/src\/routes\/(?!\(field\)\/)[^/]+\//.test(readFileSync(join(root, name), 'utf8'));
	// This one names every page of the house, as something to load later.
	const isIndex = (/** @type {string} */ name) => name.endsWith('/app.js');
	const names = Object.keys(chunks);
	const wanted = new Set(names.filter((name) => /\/nodes\/|\/app\.js$|entry/.test(name) && !isOfDesk(name)));
	for (const name of wanted) {
		const { imports = [], dynamicImports = [] } = chunks[name] ?? {};
		for (const next of isIndex(name) ? imports : [...imports, ...dynamicImports])
			if (!apart.includes(next)) wanted.add(next);
	}
	return wanted;
}

/**
 * @param {Record<string, Chunk>} chunks
 * @param {Iterable<string>} names
 */
function filesOf(chunks, names) {
	const files = [...names].flatMap((name) => {
		const { file, css = [], assets = [] } = /** @type {Chunk} */ (chunks[name]);
		return [file, ...css, ...assets];
	});
	return new Set(files);
}

/**
 * Paths below the client's folder that no page of the field app leads to.
 * @param {string} root
 * @returns {string[]}
 */
export function listDeskFiles(root) {
	const chunks = readChunks(root);
	const kept = filesOf(chunks, followPages(root, chunks));
	return [...filesOf(chunks, Object.keys(chunks))].filter((file) => !kept.has(file)).sort();
}

/**
 * Paths below the client's folder that a phone needs for English alone.
 * @param {string} root
 * @returns {string[]}
 */
export function listEnglishFiles(root) {
	const chunks = readChunks(root);
	for (const name of ENGLISH) if (!chunks[name]) throw new Error(`the build made no file of ${name}`);
	const others = filesOf(chunks, followPages(root, chunks, ENGLISH));
	return [...filesOf(chunks, followPages(root, chunks))].filter((file) => !others.has(file)).sort();
}

/** Stands in the service worker's source where its build does not know yet what belongs to English. */
const ENGLISH_MARK = '["%english%"]';

/**
 * Takes the desk's files out of the list in the built service worker and tells it which ones are English, in its
 * compressed doubles as well.
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
	if (!worker.includes(ENGLISH_MARK)) throw new Error('the service worker has no place for what belongs to English');
	worker = worker.replace(ENGLISH_MARK, JSON.stringify(listEnglishFiles(root).map((file) => `/${file}`)));
	writeServed(path, worker);
}

/**
 * What the ward's pages compare with the version that they were opened in. Kit has a fixed name there (version.ts).
 * @param {string} build
 * @param {string} version
 */
export function nameVersionFile(build, version) {
	writeServed(join(build, 'client/_app/version.json'), JSON.stringify({ version }));
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
