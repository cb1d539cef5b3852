// `npm test`: everything, one step after the other, on a machine that has only Node, npm and git.
// `--fast` stops before the build, `--only STEP` runs one step. Every type check, lint run, lock check and build counts
// as one test. A skipped test counts as a failed one: a known failure is written as a test that must fail.
// The last line is always `N passed, N failed`; the exit code is 1 when anything failed or nothing ran.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { findBrowser } from './browser.mjs';
import { ENGINE_NAMES, getEngines, sayInstall } from './engines.mjs';
import { getReaders, READER_NAMES, sayReader } from './readers.mjs';
import { checkLock } from './walls/lock.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TMP = join(ROOT, 'tests', '.tmp');
const PULSE_MS = 30_000;

/** @typedef {{ passed: number, failed: number, output?: string }} Count */
/** @typedef {{ code: number | null, output: string }} Ended */

/** One tsconfig per realm: what a floor must not know (window, process) is unknown in it. */
const REALMS = {
	stem: 'tests/realms/stem.json',
	device: 'tests/realms/device.json',
	server: 'tests/realms/server.json',
	workers: 'workers/tsconfig.json',
	tools: 'tests/realms/tools.json'
};

/**
 * In running order. `needs` names steps whose failure makes this one pointless.
 * @type {Record<string, { isFast?: boolean, needs?: string[], run: () => Promise<Count> }>}
 */
const STEPS = {
	types: { isFast: true, run: checkTypes },
	lint: { isFast: true, run: checkLint },
	lock: { isFast: true, run: async () => countSentences(checkLock(ROOT)) },
	unit: { isFast: true, run: unit },
	build: { run: async () => countOne(await run('npm', ['run', '--silent', 'build'])) },
	built: { needs: ['build'], run: () => vitest('built') },
	e2e: { needs: ['build'], run: endToEnd }
};

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
if (args.includes('--only') && !(only && only in STEPS)) {
	console.error(`--only takes one of: ${Object.keys(STEPS).join(', ')}`);
	process.exit(2);
}

let passed = 0;
let failed = 0;
/** Sentences about engines and readers that this machine has not and could not get. @type {string[]} */
const notRun = [];
const failedSteps = new Set();
mkdirSync(TMP, { recursive: true });

for (const [name, step] of Object.entries(STEPS)) {
	if (only ? name !== only : args.includes('--fast') && !step.isFast) continue;
	const missing = step.needs?.find((need) => failedSteps.has(need));
	const startedAt = Date.now();
	console.log(`> ${name}`);
	const pulse = setInterval(() => console.log(`  ${name}: still running, ${seconds(startedAt)}`), PULSE_MS);
	const count = missing
		? { passed: 0, failed: 1, output: `not run, because ${missing} failed` }
		: await step.run().catch((error) => ({ passed: 0, failed: 1, output: String(error?.message ?? error) }));
	clearInterval(pulse);
	passed += count.passed;
	failed += count.failed;
	if (count.failed > 0 || count.passed === 0) failedSteps.add(name);
	if (count.failed > 0 && count.output) console.log(indent(count.output));
	console.log(
		`  ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'}, ${count.passed} of ${count.passed + count.failed} (${seconds(startedAt)})`
	);
}

for (const sentence of notRun) console.log(sentence);
if (failedSteps.size > 0) console.log(`failed steps: ${[...failedSteps].join(', ')}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

/** Types of the whole app once with everything known, then each realm with only what it may know. */
async function checkTypes() {
	const sync = await bin('@sveltejs/kit/svelte-kit.js', ['sync']); // makes .svelte-kit/tsconfig.json on a fresh clone
	if (sync.code !== 0) return countOne(sync);
	const counts = [countOne(await bin('svelte-check/bin/svelte-check', ['--threshold', 'error', '--output', 'human']))];
	for (const [realm, config] of Object.entries(REALMS)) {
		const ended = await bin('typescript/bin/tsc', ['--noEmit', '-p', config]);
		counts.push(countOne({ ...ended, output: `realm ${realm} (${config})\n${ended.output}` }));
	}
	return sum(counts);
}

async function checkLint() {
	return sum([
		countOne(await bin('eslint/bin/eslint.js', ['.', '--max-warnings', '0'])),
		countOne(await bin('prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn']))
	]);
}

/** @returns {Promise<Count>} */
async function unit() {
	const readers = getReaders((line) => console.log(`  ${line}`));
	for (const name of READER_NAMES.filter((one) => !readers.includes(one)))
		notRun.push(`files were not opened by ${name}, which is not here (Debian: ${sayReader(name)})`);
	return vitest('unit');
}

/** @param {string} project @returns {Promise<Count>} */
async function vitest(project) {
	const file = join(TMP, `${project}.json`);
	rmSync(file, { force: true });
	const ended = await bin('vitest/vitest.mjs', [
		...['run', '--project', project, '--passWithNoTests=false'],
		// left to itself it keeps one core free, and of two that is half
		`--maxWorkers=${availableParallelism()}`,
		...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
	]);
	const report = readJson(file);
	if (!report) return { passed: 0, failed: 1, output: ended.output };
	// a file that cannot even be read has no tests in it, and an error outside every test belongs to none
	const unreadable = report.testResults.filter(
		(/** @type {any} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0
	).length;
	const skipped = report.numPendingTests + report.numTodoTests;
	const failed = report.numFailedTests + unreadable + skipped;
	const output = `${skipped > 0 ? `${skipped} skipped\n` : ''}${ended.output}`;
	return { passed: report.numPassedTests, failed: failed || (ended.code === 0 ? 0 : 1), output };
}

/** @returns {Promise<Count>} */
async function endToEnd() {
	const path = await findBrowser();
	console.log(`  browser: ${path}`);
	const engines = getEngines((line) => console.log(`  ${line}`));
	console.log(`  other engines: ${engines.join(', ') || 'none'}`);
	for (const name of ENGINE_NAMES.filter((one) => !engines.includes(one)))
		notRun.push(`not run on ${name}, which is not here (Debian: ${sayInstall(name)})`);
	const file = join(TMP, 'e2e.json');
	rmSync(file, { force: true });
	const ended = await bin('@playwright/test/cli.js', ['test', '--config', 'tests/playwright.config.ts'], {
		CHROMIUM_PATH: path
	});
	const stats = readJson(file)?.stats;
	if (!stats) return { passed: 0, failed: 1, output: ended.output };
	const failed = stats.unexpected + stats.flaky + stats.skipped;
	return { passed: stats.expected, failed: failed || (ended.code === 0 ? 0 : 1), output: ended.output };
}

/**
 * @param {string} script path of a tool below node_modules
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function bin(script, args, env) {
	return run(process.execPath, [join(ROOT, 'node_modules', script), ...args], env);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Ended>}
 */
function run(command, args, env = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: ROOT,
			env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, CI: '1', ...env },
			shell: command === 'npm' && process.platform === 'win32', // there npm is a script
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.on('error', (error) => resolve({ code: 1, output: `${output}${error}` }));
		child.on('close', (code) => resolve({ code, output }));
	});
}

/** @param {Ended} ended @returns {Count} */
function countOne({ code, output }) {
	return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
}

/** @param {string[]} sentences @returns {Count} */
function countSentences(sentences) {
	return countOne({ code: sentences.length, output: sentences.join('\n') });
}

/** @param {Count[]} counts @returns {Count} */
function sum(counts) {
	return {
		passed: counts.reduce((total, count) => total + count.passed, 0),
		failed: counts.reduce((total, count) => total + count.failed, 0),
		output: counts.flatMap((count) => count.output ?? []).join('\n')
	};
}

/** @param {string} file @returns {any} undefined when the runner died before it could write */
function readJson(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined; // told by the caller, with the runner's output
	}
}

/** @param {number} startedAt */
function seconds(startedAt) {
	return `${Math.round((Date.now() - startedAt) / 1000)} s`;
}

/** @param {string} text */
function indent(text) {
	// not every tool honours NO_COLOR
	return stripVTControlCharacters(text).trimEnd().replaceAll(/^/gm, '  | ');
}
