// Which modules go together into one file of the built app. Left alone, the bundler makes a file of each handful of
// modules that some other page shares: the lock screen of a phone then waits for a hundred files, and every one of them
// costs a slow phone several milliseconds in the page and in the service worker, whatever it weighs.

import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Group = Rolldown.CodeSplittingGroup;
type Graph = Parameters<Extract<Group['name'], (...given: never[]) => unknown>>[1];

/** What Kit writes for the client: a module for each page and layout, which names the component. */
const GENERATED = '.svelte-kit/generated/client-optimized';
const STARTS = ['node_modules/@sveltejs/kit/src/runtime/client/entry.js', `${GENERATED}/app.js`];

/** Shown to whoever opens the app, before anything of the phone's own can be read. */
const FIRST_PAGES = [
	'svelte-5/layout.svelte',
	'/(field)/+layout.svelte',
	'/(field)/+page.svelte',
	'/(field)/doors/+page.svelte'
];
/** Each a file of its own, whoever asks for it: the content, and what only a phone in English keeps. */
const LATER = ['src/content/vietnamese.ts', 'src/content/translated-en.ts', 'src/lib/ui/words/english.ts'];
/** What so many pages share is one file; what fewer share stays near them, or a change of one would be one of all. */
const MANY = 4;
/** The scanner, which is loaded where somebody scans: no part of what many pages share, nor is what begins with it. */
const APART = ['src/lib/device/scan', 'src/lib/ui/field/scan/'];
/**
 * Packages that the first pages need, and that need nothing of ours: a line changed in our own code leaves them as they
 * are on the phone. Svelte and Kit make an Error while they are loaded; whoever looks into a loading page (DevTools,
 * Lighthouse, a browser driven by a test) then has V8 read that whole file again for its line numbers, so Dexie, which
 * weighs as much as both, is not in it.
 */
const PACKAGES: readonly (readonly [name: string, test: RegExp])[] = [
	['base', /\/node_modules\/(svelte|@sveltejs\/kit|devalue|clsx|esm-env)\//],
	['data', /\/node_modules\/dexie\//]
];
const HINT = '//# allFunctionsCalledOnLoad\n';
const HINTED: ReadonlySet<string> = new Set(['base', 'data', 'first', 'frame']);
/** Wanted at every unlock; the lock screen has them loaded while the PIN is being typed. */
const BEHIND_LOCK = [
	'src/lib/device/session.ts',
	'src/lib/ui/field/today/TodayScreen.svelte',
	'src/lib/ui/field/doors/DoorsScreen.svelte'
];

/**
 * Puts a hint to V8 (Chromium 136 and later; a comment to all others) at the top of the files that a start waits for:
 * compile every function now, beside the page's thread, instead of one after the other on it when it is first called.
 */
export function hintChunks(): Plugin {
	return {
		name: 'hint-chunks',
		applyToEnvironment: ({ name }) => name === 'client',
		generateBundle: {
			order: 'post', // Vite still puts a line of its own at the top
			handler(_, bundle) {
				for (const file of Object.values(bundle))
					if (file.type === 'chunk' && HINTED.has(file.name)) file.code = HINT + file.code;
			}
		}
	};
}

/**
 * The groups for the client's build of the project at `root`; a module in none of them is where the bundler puts it.
 * A file's name says what is in it and what the files are called that it asks for, so a change spreads to all that import
 * it. Therefore what only the first screens need is kept apart from what all others need as well: a line changed in the
 * list of the day is then one file and its door, not the whole app (`npm run bench -- update`).
 */
export function groupChunks(root: string): Group[] {
	let plan: Plan | null = null;
	const parts = [
		...PACKAGES.map(([name, test]) => ({ name, part: 'first', test }) as const),
		...(['first', 'frame', 'open', 'day', 'shared'] as const).map((part) => ({ name: part, part, test: null }))
	];
	return parts.map(({ name, part, test }, at) => ({
		debugName: name,
		name: (id, graph) => {
			plan ??= makePlan(root, graph);
			const isIn = plan[part].has(id) && (test?.test(id) ?? true);
			return isIn && !graph.getModuleInfo(id)?.isEntry ? name : null;
		},
		priority: parts.length - at
	}));
}

/** Which modules go into which file. */
interface Plan {
	/** What the first pages need and others need too, and what the first pages alone need. */
	readonly first: ReadonlySet<string>;
	readonly frame: ReadonlySet<string>;
	/** The same of what is loaded behind the lock. */
	readonly open: ReadonlySet<string>;
	readonly day: ReadonlySet<string>;
	/** What many other pages, or screens loaded later, need. */
	readonly shared: ReadonlySet<string>;
}

function makePlan(root: string, graph: Graph): Plan {
	const pages = listPages(root);
	const fieldPages = pages.filter(({ isDesk }) => !isDesk).map(({ path }) => path);
	// packages may lie elsewhere behind a link; the build knows them by where they really are
	const starts = STARTS.map((path) => realpathSync(join(root, path)));
	const apart = new Set(LATER.map((path) => join(root, path)));
	const all = reach([...starts, ...pages.map(({ path }) => path)], graph, () => true);
	const upFront = reach([...starts, ...FIRST_PAGES.map((component) => findPage(pages, component))], graph);
	const behindLock = minus(
		reach(
			BEHIND_LOCK.map((path) => join(root, path)),
			graph
		),
		upFront
	);

	const askers = new Map<string, number>();
	const rest = [...reach(fieldPages, graph, (id) => !apart.has(id))];
	const doors = rest.filter((id) => isDoor(id, graph) && !upFront.has(id) && !behindLock.has(id));
	for (const door of doors) for (const id of reach([door], graph)) askers.set(id, (askers.get(id) ?? 0) + 1);
	const known = new Set([...upFront, ...behindLock]);
	// a file that is loaded later is a file of its own, and so is whatever begins with it
	const isApart = (id: string) =>
		APART.some((path) => id.startsWith(join(root, path))) || (isDoor(id, graph) && !known.has(id));
	const shared = new Set(
		[...askers.keys()].filter(
			(id) => askers.get(id)! >= MANY && !known.has(id) && ![...reach([id], graph)].some(isApart)
		)
	);

	const first = wantedBy(minus(all, upFront), upFront, graph);
	const open = wantedBy(minus(all, known), behindLock, graph);
	return { first, frame: minus(upFront, first), open, day: minus(behindLock, open), shared };
}

/** Of `some`, all that `others` import, and what that imports. */
function wantedBy(others: Iterable<string>, some: ReadonlySet<string>, graph: Graph): ReadonlySet<string> {
	const asked = [...others].flatMap((id) => readModule(id, graph).importedIds).filter((id) => some.has(id));
	return new Set([...reach(asked, graph)].filter((id) => some.has(id)));
}

function minus(all: ReadonlySet<string>, some: ReadonlySet<string>): ReadonlySet<string> {
	return new Set([...all].filter((id) => !some.has(id)));
}

/** A page, or what is loaded later than the page it belongs to. */
function isDoor(id: string, graph: Graph): boolean {
	const { isEntry, dynamicImporters } = readModule(id, graph);
	return isEntry || dynamicImporters.length > 0;
}

/** All that `from` imports statically, near and far, `from` included; with `isFollowed` what is loaded later, too. */
function reach(
	from: readonly string[],
	graph: Graph,
	isFollowed: ((id: string) => boolean) | null = null
): ReadonlySet<string> {
	const reached = new Set<string>();
	const waiting = [...from];
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		if (reached.has(id)) continue;
		reached.add(id);
		const { importedIds, dynamicallyImportedIds } = readModule(id, graph);
		waiting.push(...importedIds);
		if (isFollowed) waiting.push(...dynamicallyImportedIds.filter(isFollowed));
	}
	return reached;
}

function readModule(id: string, graph: Graph) {
	const info = graph.getModuleInfo(id);
	if (!info) throw new Error(`the build knows no ${id}`);
	return info;
}

interface KitPage {
	readonly path: string;
	readonly text: string;
	readonly isDesk: boolean;
}

function listPages(root: string): KitPage[] {
	const folder = join(root, GENERATED, 'nodes');
	return readdirSync(folder).map((file) => {
		const path = join(folder, file);
		const text = readFileSync(path, 'utf8');
		return { path, text, isDesk: isOutsideField(text) };
	});
}

function findPage(pages: readonly KitPage[], component: string): string {
	const page = pages.find(({ text }) => text.includes(`${component}"`));
	if (!page) throw new Error(`Kit has no page for ${component}`);
	return page.path;
}

/** Kit numbers its pages: of the built `file`, whether it is one that no phone opens as its app. */
export function isDeskPage(root: string, file: string): boolean {
	const number = /\/nodes\/(\d+)\./.exec(file)?.[1];
	if (number === undefined) return false;
	return isOutsideField(readFileSync(join(root, GENERATED, 'nodes', `${number}.js`), 'utf8'));
}

/** Of Kit's text for a page: whether it is none of the field app's, but of the desk or a badge, which the server draws. */
function isOutsideField(text: string): boolean {
	return /\/src\/routes\/(?!\(field\)\/)[^/]+\//.test(text);
}
