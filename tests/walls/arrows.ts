// The third wall: reads every import of the house with the compiler (static, dynamic, of types, of worker addresses, and
// those inside components) and says which of them run up the stairs, in a circle, or around the one file that may.
import ts from 'typescript';
import { BANNED_NAMES, FLOORS, LIBRARIES, PACKAGES, VAULT } from './table.mjs';

export interface Violation {
	readonly file: string;
	readonly rule: 'arrow' | 'circle' | 'library' | 'unseen' | 'extension' | 'reexport' | 'name' | 'worker' | 'cipher';
	readonly detail: string;
	readonly why: string;
}

/** Path to text, paths from the project's root with forward slashes. */
export type House = ReadonlyMap<string, string>;

interface Seen {
	/** Addresses as written, with the line that wrote them. */
	readonly imports: readonly { readonly to: string; readonly isGlob: boolean }[];
	/** An import whose address is computed cannot be checked by anybody. */
	readonly hasComputedImport: boolean;
	readonly hasWorker: boolean;
	readonly hasCipher: boolean;
	readonly isReexportOnly: boolean;
}

const WHY_CIRCLE = 'files that need each other are one file in two pieces: neither can be read, tested or moved alone';
const WHY_UNSEEN = 'the wall cannot see where a computed address leads; write it out';
const WHY_EXTENSION = 'extensions are written, so that an address means one file to every tool';
const WHY_REEXPORT = 'a re-exporting index hides which file is used and pulls in all of its neighbours';
const WHY_NAME = 'such a name says nothing about what is inside; call the file after its noun, in kebab-case';
const WHY_WORKER = 'a worker is opened by its one device file, which alone knows how long it may live';
const WHY_CIPHER = 'keys and ciphers live in the vault of each wing, where they are reviewed together';
const WHY_ROUTE = 'a route is a door: what two places need belongs to a floor below';

/** Every breach of the plan, in file order; empty when the house stands. */
export function findViolations(house: House): Violation[] {
	const violations: Violation[] = [];
	const graph = new Map<string, Set<string>>();
	const users = new Map<(typeof LIBRARIES)[number], string[]>();
	const seenBy = new Map([...house].map(([file, text]) => [file, see(file, text)]));

	for (const [file, seen] of seenBy) {
		const floor = floorOf(file);
		const breach = (rule: Violation['rule'], detail: string, why: string) =>
			violations.push({ file, rule, detail, why });

		if (isBadName(file)) breach('name', 'this name is not allowed', WHY_NAME);
		if (floor === undefined || floor === 'tests') continue;
		if (seen.hasComputedImport && floor !== 'ops') breach('unseen', 'import() of a computed address', WHY_UNSEEN);
		if (seen.hasWorker && floor !== 'device') breach('worker', 'new Worker', WHY_WORKER);
		if (seen.hasCipher && !VAULT.test(file)) breach('cipher', 'crypto.subtle', WHY_CIPHER);

		for (const { to, isGlob } of seen.imports) {
			const target = resolve(file, to);
			if (target === undefined) {
				const allowed = PACKAGES[floor];
				if (allowed && !allowed.test(to)) breach('library', to, FLOORS[floor]!.why);
				for (const library of LIBRARIES.filter((candidate) => candidate.is.test(to))) {
					if (!library.only.test(file)) breach('library', to, library.why);
					else users.set(library, [...new Set([...(users.get(library) ?? []), file])]);
				}
				continue;
			}
			const targetFloor = floorOf(target);
			if (targetFloor === undefined) continue; // assets, generated types, package.json
			if (targetFloor === 'tests') breach('arrow', to, 'nobody imports a test');
			else if (targetFloor.startsWith('route')) breach('arrow', to, WHY_ROUTE);
			else if (targetFloor !== floor && !FLOORS[floor]!.may.includes(targetFloor))
				breach('arrow', `${floor} -> ${targetFloor}: ${to}`, FLOORS[floor]!.why);

			if (isGlob) continue;
			if (!house.has(target)) {
				if (!/\.[a-z0-9]+$/.test(target) || house.has(`${target}.ts`)) breach('extension', to, WHY_EXTENSION);
				continue;
			}
			if (seenBy.get(target)?.isReexportOnly) breach('reexport', to, WHY_REEXPORT);
			if (target !== file) graph.set(file, (graph.get(file) ?? new Set()).add(target));
		}
	}

	for (const [library, files] of users)
		if (library.once && files.length > 1)
			violations.push({
				file: files[1]!,
				rule: 'library',
				detail: `${library.is.source} also in ${files[0]}`,
				why: library.why
			});
	for (const circle of findCircles(graph))
		violations.push({ file: circle[0]!, rule: 'circle', detail: [...circle, circle[0]].join(' -> '), why: WHY_CIRCLE });
	return violations;
}

/** The name of the floor that a path belongs to; undefined for what stands outside the house. */
export function floorOf(path: string): string | undefined {
	if (/\/\$types(\.|$)/.test(path)) return undefined;
	return Object.entries(FLOORS).find(([, floor]) => floor.is.test(path))?.[0];
}

function isBadName(path: string): boolean {
	const names = path.split('/').slice(1); // the top folders are given
	const file = names.pop() ?? '';
	const stem = file.split('.')[0] ?? '';
	// the router names its files, and SvelteKit those at the top of src
	if (path.startsWith('src/routes/') || names.length === 0) return false;
	if (names.some((name) => name !== 'lib' && BANNED_NAMES.test(name)) || BANNED_NAMES.test(stem)) return true;
	if (file.endsWith('.svelte')) return !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(file);
	return /\.(ts|mjs)$/.test(file) && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem);
}

/** The file that an address means, or undefined when it is a package or a module of the framework. */
function resolve(from: string, address: string): string | undefined {
	const bare = address.split('?')[0]!;
	if (bare.startsWith('$lib/')) return `src/lib/${bare.slice(5)}`;
	if (bare.startsWith('/')) return bare.slice(1);
	if (!bare.startsWith('.')) return undefined;
	const parts = from.split('/').slice(0, -1);
	for (const part of bare.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	return parts.join('/');
}

function see(file: string, text: string): Seen {
	if (!/\.(ts|mjs|js|svelte)$/.test(file))
		return { imports: [], hasComputedImport: false, hasWorker: false, hasCipher: false, isReexportOnly: false };
	if (!file.endsWith('.svelte')) return seeScript(file, text);
	const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
	const markup = text.replaceAll(/<script[^>]*>[\s\S]*?<\/script>/g, '');
	// markup may load too: {#await import('./Big.svelte')}
	const loaded = [...markup.matchAll(/\bimport\(\s*(['"`])([^'"`]+)\1/g)].map(
		(match) => `import(${JSON.stringify(match[2])})`
	);
	return seeScript(file, [...scripts, ...loaded].join(';\n'));
}

function seeScript(file: string, text: string): Seen {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
	const imports: { to: string; isGlob: boolean }[] = [];
	let hasComputedImport = false;
	let hasWorker = false;
	let hasCipher = false;

	const take = (node: ts.Node | undefined) => {
		if (node && ts.isStringLiteralLike(node)) imports.push({ to: node.text, isGlob: false });
		else hasComputedImport = true;
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) take(node.moduleSpecifier);
		else if (ts.isExportDeclaration(node) && node.moduleSpecifier) take(node.moduleSpecifier);
		else if (ts.isImportTypeNode(node)) take(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
		else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) take(node.arguments[0]);
		else if (ts.isCallExpression(node) && /^import\.meta\.glob$/.test(node.expression.getText(source)))
			for (const glob of literalsIn(node.arguments[0]))
				imports.push({ to: glob.replace(/[^/]*\*.*$/, ''), isGlob: true });
		else if (ts.isNewExpression(node)) {
			const made = node.expression.getText(source);
			if (made === 'Worker' || made === 'SharedWorker') hasWorker = true;
			// new URL('./x.worker.ts', import.meta.url) is how a bundler finds a worker: an import by address
			if (made === 'URL' && node.arguments?.[1]?.getText(source) === 'import.meta.url') take(node.arguments[0]);
		} else if (ts.isPropertyAccessExpression(node) && node.name.text === 'subtle') hasCipher = true;
		ts.forEachChild(node, visit);
	};
	visit(source);

	const isReexportOnly =
		source.statements.length > 0 &&
		source.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier);
	return { imports, hasComputedImport, hasWorker, hasCipher, isReexportOnly };
}

function literalsIn(node: ts.Node | undefined): string[] {
	if (!node) return [];
	if (ts.isStringLiteralLike(node)) return [node.text];
	return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(literalsIn) : [];
}

/** Tarjan's strongly connected parts of more than one file, each told as one way round. */
function findCircles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
	const order = new Map<string, number>();
	const low = new Map<string, number>();
	const stack: string[] = [];
	const circles: string[][] = [];

	const walk = (file: string): void => {
		order.set(file, order.size);
		low.set(file, order.get(file)!);
		stack.push(file);
		for (const next of graph.get(file) ?? []) {
			if (!order.has(next)) walk(next);
			if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!));
		}
		if (low.get(file) !== order.get(file)) return;
		const part = stack.splice(stack.indexOf(file));
		if (part.length > 1) circles.push(wayRound(part, graph));
	};
	for (const file of graph.keys()) if (!order.has(file)) walk(file);
	return circles;
}

/** The shortest way from the first file of a part back to itself. */
function wayRound(part: readonly string[], graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
	const start = part[0]!;
	const ways: string[][] = [[start]];
	const reached = new Set<string>();
	for (const way of ways) {
		for (const next of graph.get(way.at(-1)!) ?? []) {
			if (next === start) return way;
			if (!part.includes(next) || reached.has(next)) continue;
			reached.add(next);
			ways.push([...way, next]);
		}
	}
	return [...part];
}
