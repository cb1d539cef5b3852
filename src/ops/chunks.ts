// Which modules go together into one file of the built app. Left alone, the bundler makes a file of each handful of
// modules that some other page shares: the lock screen of a phone then waits for a hundred files, and every one of them
// costs a slow phone several milliseconds in the page and in the service worker, whatever it weighs.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolldown } from 'vite';

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
/** Wanted at every unlock; the lock screen has them loaded while the PIN is being typed. */
const BEHIND_LOCK = [
	'src/lib/device/session.ts',
	'src/lib/ui/field/today/TodayScreen.svelte',
	'src/lib/ui/field/doors/DoorsScreen.svelte'
];

/** The groups for the client's build of the project at `root`; a module in none of them is where the bundler puts it. */
export function groupChunks(root: string): Group[] {
	const first = () => [...STARTS.map((path) => join(root, path)), ...findPages(root, FIRST_PAGES)];
	const behindLock = () => BEHIND_LOCK.map((path) => join(root, path));
	return [gather('first', 2, first), gather('open', 1, behindLock)];
}

/** All that `from` imports statically, near and far. `from` themselves stay files of their own where they are entries. */
function gather(name: string, priority: number, from: () => readonly string[]): Group {
	let all: ReadonlySet<string> | null = null;
	return {
		debugName: name,
		name: (id, graph) => {
			all ??= reach(from(), graph);
			return all.has(id) && !graph.getModuleInfo(id)?.isEntry ? name : null;
		},
		priority
	};
}

function reach(from: readonly string[], graph: Graph): ReadonlySet<string> {
	const reached = new Set<string>();
	const waiting = [...from];
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		if (reached.has(id)) continue;
		reached.add(id);
		const info = graph.getModuleInfo(id);
		if (!info) throw new Error(`the build knows no ${id}`);
		waiting.push(...info.importedIds);
	}
	return reached;
}

function findPages(root: string, components: readonly string[]): string[] {
	const folder = join(root, GENERATED, 'nodes');
	const pages = readdirSync(folder).map((file) => join(folder, file));
	return components.map((component) => {
		const page = pages.find((path) => readFileSync(path, 'utf8').includes(`${component}"`));
		if (!page) throw new Error(`Kit has no page for ${component}`);
		return page;
	});
}

/** Kit numbers its pages: of the built `file`, whether it is one that only the desk opens. */
export function isDeskPage(root: string, file: string): boolean {
	const number = /\/nodes\/(\d+)\./.exec(file)?.[1];
	if (number === undefined) return false;
	return readFileSync(join(root, GENERATED, 'nodes', `${number}.js`), 'utf8').includes('/(console)/');
}
