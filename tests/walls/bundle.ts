// The fourth wall and the weight of the app, read from what `npm run build` made.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What a phone may be asked to load before the first screen (issue 2, "Speed and size"). */
export const BUDGET = {
	scriptGzBytes: 120_000,
	styleGzBytes: 15_000,
	/** Ours: each file costs a slow phone some 5 ms, whatever it weighs (docs/decisions.md 105). */
	files: 12,
	/** Before the first scan, beside the wasm (issue 5). */
	scanGzBytes: 60_000,
	/** All that a first install fetches (issue 7). */
	wholeAppBrBytes: 700_000
} as const;

export interface FirstLoad {
	readonly scripts: readonly string[];
	readonly styles: readonly string[];
	readonly scriptGzBytes: number;
	readonly scriptBrBytes: number;
	readonly styleGzBytes: number;
	readonly styleBrBytes: number;
}

const HASHED = '_app/immutable/';
const isCompressed = (path: string) => /\.(br|gz)$/.test(path);

/** Paths below a folder with forward slashes, without the compressed doubles. */
export function listFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && !isCompressed(entry.name))
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/')
		)
		.sort();
}

/** Files that carry the server's mark, which means that a file of server/db is inside. */
export function findMark(folder: string, mark: string): string[] {
	return listFiles(folder).filter((path) => readFileSync(join(folder, path)).includes(mark));
}

/** Hashed files that the service worker does not know. */
export function listUnkept(client: string): string[] {
	const worker = readFileSync(join(client, 'service-worker.js'), 'utf8');
	return listFiles(client).filter((path) => path.startsWith(HASHED) && !worker.includes(`/${path}`));
}

/**
 * Hashed files that the service worker knows and that a phone in Vietnamese with WebAssembly does not keep: what English
 * alone needs, by the list in the worker, and the scanner's worker of last resort.
 */
export function listLater(client: string): string[] {
	const worker = readFileSync(join(client, 'service-worker.js'), 'utf8');
	const english = /JSON\.parse\([`'](\[[^\]]*\])[`']\)/.exec(worker)?.[1] ?? '[]';
	const later = new Set((JSON.parse(english) as string[]).map((path) => path.slice(1)));
	return listFiles(client).filter((path) => later.has(path) || path.includes('/workers/scan-last.worker'));
}

/** Files of the app, kept ones, that cannot start without a file that is not kept: imported, not loaded later. */
export function findLateImports(client: string): string[] {
	const late = listLater(client);
	const apart = new Set([...late, ...listUnkept(client)]);
	const kept = listFiles(client).filter((path) => path.startsWith(HASHED) && path.endsWith('.js') && !apart.has(path));
	return kept.filter((path) => {
		const text = readFileSync(join(client, path), 'utf8');
		return listImports(text).some((to) => late.includes(join(dirname(path), to)));
	});
}

/** import"./x.js", import{a}from"./x.js", export*from"./x.js"; not import("./x.js"). */
function listImports(text: string): string[] {
	return [...text.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+\.js)["'`]/g)].map(([, to]) => to!);
}

/**
 * Files that the service worker does not know and that something it keeps asks for: without network these are holes in
 * the app. The entry asks for every page of the house, the desk's too, and is left out.
 */
export function findPrecacheHoles(client: string): string[] {
	const unkept = listUnkept(client);
	const kept = listFiles(client).filter(
		(path) => path.startsWith(HASHED) && /\.(js|css)$/.test(path) && !path.includes('/entry/app.')
	);
	const texts = kept.filter((path) => !unkept.includes(path)).map((path) => readFileSync(join(client, path), 'utf8'));
	return unkept.filter((path) => texts.some((text) => text.includes(basename(path))));
}

/** What the shell makes a phone load: its preload list, its entries, and all that these import statically. */
export function readFirstLoad(build: string): FirstLoad {
	const shell = readFileSync(join(build, 'prerendered', 'index.html'), 'utf8');
	const addresses = [...shell.matchAll(/(?:href|src)="([^"]+)"|import\("([^"]+)"\)/g)].map(
		(match) => match[1] ?? match[2]!
	);
	const named = (ending: string) => addresses.filter((path) => path.startsWith(`/${HASHED}`) && path.endsWith(ending));

	const scripts = new Set<string>();
	const follow = (path: string): void => {
		if (scripts.has(path)) return;
		scripts.add(path);
		const text = readFileSync(join(build, 'client', path), 'utf8');
		for (const to of listImports(text)) follow(join(dirname(path), to));
	};
	named('.js').forEach(follow);

	const styles = [...new Set(named('.css'))];
	const weigh = (paths: Iterable<string>, compress: (bytes: Buffer) => Buffer) =>
		[...paths].reduce((sum, path) => sum + compress(readFileSync(join(build, 'client', path))).length, 0);
	return {
		scripts: [...scripts],
		styles,
		scriptGzBytes: weigh(scripts, gzipSync),
		scriptBrBytes: weigh(scripts, brotliCompressSync),
		styleGzBytes: weigh(styles, gzipSync),
		styleBrBytes: weigh(styles, brotliCompressSync)
	};
}

/**
 * What the first scan makes a phone read beside the wasm: the worker, and the chunk that opens it. The worker of last
 * resort is named there too but is loaded only when all the rest has failed.
 */
export function weighScanPath(build: string): number {
	const client = join(build, 'client');
	const files = listFiles(client).filter((path) => path.endsWith('.js'));
	const worker = files.filter((path) => /\/scan\.worker-[^/]+\.js$/.test(path));
	if (worker.length !== 1) throw new Error(`${worker.length} scan workers were built`);
	const name = worker[0]!.split('/').at(-1)!;
	const opens = files.filter((path) => path !== worker[0] && readFileSync(join(client, path)).includes(name));
	const scanner = opens.filter((path) => !path.endsWith('service-worker.js'));
	return [...worker, ...scanner].reduce((sum, path) => sum + gzipSync(readFileSync(join(client, path))).length, 0);
}

/**
 * What a first install fetches in all, on a phone in Vietnamese where WebAssembly runs, as addresses: the hashed files, the
 * static ones and the shell. That a phone keeps these and no others is looked at in a phone (update.e2e.ts).
 */
export function listPrecache(build: string): string[] {
	const client = join(build, 'client');
	const worker = readFileSync(join(client, 'service-worker.js'), 'utf8');
	const later = new Set(listLater(client));
	const files = listFiles(client).filter((path) => worker.includes(`/${path}`) && !later.has(path));
	return ['/', ...files.filter((path) => path !== 'service-worker.js').map((path) => `/${path}`)].sort();
}

/** The weight of a first install with the worker itself, as sent (brotli). */
export function weighPrecache(build: string): { files: number; rawBytes: number; brBytes: number } {
	const paths = ['/service-worker.js', ...listPrecache(build)].map((path) => findServed(build, path));
	const sum = (bytesOf: (path: string) => number) => paths.reduce((total, path) => total + bytesOf(path), 0);
	return { files: paths.length, rawBytes: sum((path) => readFileSync(path).length), brBytes: sum(weighSent) };
}

/** Whether an address says what is in its file, so that a phone that has it need not fetch it again. */
export const isHashed = (address: string): boolean => address.startsWith(`/${HASHED}`);

/** Where the file lies that is sent for an address. */
export function findServed(build: string, path: string): string {
	return path === '/' ? join(build, 'prerendered', 'index.html') : join(build, 'client', path);
}

/** Bytes of a file as it is sent: packed where the build made a packed double of it. */
export function weighSent(path: string): number {
	return readFileSync(existsSync(`${path}.br`) ? `${path}.br` : path).length;
}

/** One sentence per budget that is broken. */
export function findOverweight(load: FirstLoad): string[] {
	const check = (name: string, bytes: number, limit: number) =>
		bytes > limit ? [`${name} of the first load: ${bytes} bytes gz, the budget is ${limit}`] : [];
	return [
		...(load.scripts.length === 0 ? ['the shell names no script: the budget was not measured'] : []),
		...check('scripts', load.scriptGzBytes, BUDGET.scriptGzBytes),
		...check('styles', load.styleGzBytes, BUDGET.styleGzBytes),
		...(load.scripts.length + load.styles.length > BUDGET.files
			? [`${load.scripts.length + load.styles.length} files in the first load, at most ${BUDGET.files}`]
			: [])
	];
}
