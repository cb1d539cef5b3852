// `npm run bench [-- NAME] [--json] [arguments of that bench]`: runs tests/bench/NAME.bench.{ts,mjs}, or all of them.
//
// A bench module exports `run(context)` and gives its figures as it gets them:
//
//   export async function* run({ root, build, args, browser }) {
//     yield { figure: 'first load', value: 71.7, unit: 'kB gz', most: 120 };
//   }
//
// `most` and `least` are the bounds of that figure: a broken one makes the command fail. `peer` and `ratio` compare with
// another program. `--json` prints one line per figure, `{ bench, figure, value, unit, peer?, ratio? }`, with `bound` and
// `within` where it has a bound; a bench with another shape (scan: `{ bench, decoder, level, ... }`) gives its own
// fields, which are passed on as they are.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runnerImport } from 'vite';
import { BUILD, ROOT, ensureBuild } from '../../src/ops/build.mjs';
import { findBrowser } from '../browser.mjs';

/**
 * @typedef {object} Context
 * @property {string} root the project's folder
 * @property {() => Promise<string>} build the folder of an up-to-date build, made when there is none
 * @property {() => Promise<string>} browser the path of a Chromium that starts
 * @property {string[]} args what stands after the name, without --json
 * @property {(line: string) => void} say progress; never on the output that holds the figures
 */
/** @typedef {{ figure?: string, value?: number, unit?: string, peer?: string, ratio?: number, most?: number, least?: number } & Record<string, unknown>} Figure */

const FOLDER = join(ROOT, 'tests', 'bench');
const all = readdirSync(FOLDER)
	.filter((name) => /\.bench\.(ts|mjs)$/.test(name))
	.sort();
const args = process.argv.slice(2);
const isJson = args.includes('--json');
const [wanted] = args.filter((arg) => !arg.startsWith('-'));
const named = all.filter((file) => nameOf(file) === wanted);
// `npm run bench:scan -- --images DIR` puts a value behind an option; only the first word can be a name
const chosen = wanted !== undefined && args[0] === wanted ? named : all;

if (chosen.length === 0) {
	console.error(`There is no bench "${wanted}". There are: ${all.map(nameOf).join(', ')}.`);
	process.exit(2);
}

const say = (/** @type {string} */ line) => console.error(line);
/** @type {Context} */
const context = {
	root: ROOT,
	async build() {
		if (!(await ensureBuild(say))) throw new Error('the build failed');
		return BUILD;
	},
	browser: () => findBrowser(),
	args: args.filter((arg, at) => arg !== '--json' && !(at === 0 && arg === wanted)),
	say
};

// The root tsconfig extends a file that SvelteKit writes; on a machine fresh from `npm ci` nobody has asked for it yet.
if (!existsSync(join(ROOT, '.svelte-kit', 'tsconfig.json'))) {
	const kit = join(ROOT, 'node_modules', '@sveltejs', 'kit', 'svelte-kit.js');
	spawnSync(process.execPath, [kit, 'sync'], { cwd: ROOT, stdio: 'ignore' });
}

let broken = 0;
for (const file of chosen) {
	const bench = nameOf(file);
	/** @type {Figure[]} */
	const figures = [];
	try {
		for await (const figure of await load(file).then((module) => module.run(context))) {
			figures.push(figure);
			if (isJson) console.log(JSON.stringify(toLine(bench, figure)));
			if (isBroken(figure)) broken += 1;
		}
	} catch (error) {
		broken += 1;
		say(`${bench}: ${error instanceof Error ? error.stack : error}`);
	}
	if (!isJson) print(bench, figures);
}
if (broken > 0) say(`${broken} figure${broken === 1 ? '' : 's'} out of bounds or not taken`);
process.exit(broken > 0 ? 1 : 0); // a bench may leave a server or a browser that would keep this process

/**
 * @param {string} file
 * @returns {Promise<{ run(context: Context): AsyncIterable<Figure> | Iterable<Figure> }>}
 */
async function load(file) {
	const { module } = await runnerImport(join(FOLDER, file), {
		configFile: false,
		root: ROOT,
		logLevel: 'error',
		resolve: { alias: { $lib: join(ROOT, 'src/lib') } }
	});
	return /** @type {any} */ (module);
}

/** @param {Figure} figure */
function isBroken({ value, most, least }) {
	if (most === undefined && least === undefined) return false;
	return !(typeof value === 'number' && value <= (most ?? Infinity) && value >= (least ?? -Infinity));
}

/**
 * @param {string} bench
 * @param {Figure} figure
 */
function toLine(bench, { most, least, ...figure }) {
	if (most === undefined && least === undefined) return { bench, ...figure };
	return { bench, ...figure, bound: most ?? least, within: !isBroken({ ...figure, most, least }) };
}

/**
 * @param {string} bench
 * @param {Figure[]} figures
 */
function print(bench, figures) {
	console.log(`\n${bench}`);
	const columns = [...new Set(figures.flatMap((figure) => Object.keys(figure)))];
	const rows = figures.map((figure) => [
		...columns.map((column) => show(figure[column])),
		figure.most === undefined && figure.least === undefined ? '' : isBroken(figure) ? 'OUT OF BOUNDS' : 'ok'
	]);
	const table = [[...columns, ''], ...rows];
	const widths = table[0].map((_, at) => Math.max(...table.map((row) => row[at].length)));
	for (const row of table)
		console.log(
			`  ${row
				.map((cell, at) => cell.padEnd(widths[at]))
				.join('  ')
				.trimEnd()}`
		);
}

/** @param {unknown} value */
function show(value) {
	if (value === undefined || value === null) return '';
	return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(value < 10 ? 2 : 1) : String(value);
}

/** @param {string} file */
function nameOf(file) {
	return basename(file).replace(/\.bench\.(ts|mjs)$/, '');
}
