// `npm run sim -- --seeds N --from S [--json] [--mutant NAME] [--mutants] [--report]`: the seeded world outside the test
// runner. Ends with 1, the seed and the fewest steps at the first broken law (`--only 3,8,17` repeats them); with a mutant
// planted, that is what one wants to see. `--report` prints for every mutant the share of seeds that catch it.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const args = process.argv.slice(2);
const isJson = args.includes('--json');

/** @param {string} name @param {number} otherwise */
function number(name, otherwise) {
	const at = args.indexOf(name);
	const value = at < 0 ? otherwise : Number(args[at + 1]);
	if (!Number.isSafeInteger(value) || value < 0) stop(`${name} takes a whole number, not ${args[at + 1]}`);
	return value;
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
	console.error(sentence);
	process.exit(2);
}

/** @param {object} line @param {string} sentence */
function say(line, sentence) {
	console.log(isJson ? JSON.stringify(line) : sentence);
}

const known = ['--seeds', '--from', '--json', '--mutant', '--mutants', '--only', '--report'];
const unknown = args.find((arg) => arg.startsWith('--') && !known.includes(arg));
if (unknown) stop(`${unknown} is not known; there are ${known.join(' ')}`);

// The world is TypeScript, which Node 20 cannot load by itself.
const { module } = await runnerImport(fileURLToPath(new URL('run.ts', import.meta.url)), {
	configFile: false,
	logLevel: 'error'
});
const { MUTANTS, runSeed, shrinkSeed } = module;

if (args.includes('--mutants')) {
	for (const mutant of Object.keys(MUTANTS)) say({ mutant }, mutant);
	process.exit(0);
}

const seeds = number('--seeds', 300);
const from = number('--from', 1);
const mutant = args.includes('--mutant') ? (args[args.indexOf('--mutant') + 1] ?? '') : undefined;
if (mutant !== undefined && !Object.hasOwn(MUTANTS, mutant)) stop(`no mutant is called "${mutant}"; see --mutants`);

const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',').map(Number) : undefined;
if (only?.some((step) => !Number.isSafeInteger(step) || step < 0)) stop('--only takes the numbers of steps, 3,8,17');

if (args.includes('--report')) {
	let missed = 0;
	for (const name of mutant === undefined ? Object.keys(MUTANTS) : [mutant]) {
		/** @type {Record<string, number>} */
		const laws = {};
		let first = 0;
		for (let seed = from; seed < from + seeds; seed++) {
			const { broken } = await runSeed(seed, name);
			if (!broken) continue;
			first ||= seed;
			laws[broken.law] = (laws[broken.law] ?? 0) + 1;
		}
		const caught = Object.values(laws).reduce((sum, times) => sum + times, 0);
		if (caught === 0) missed += 1;
		const share = `${((caught / seeds) * 100).toFixed(1)} %`;
		say({ mutant: name, seeds, caught, first, laws }, `${name}: ${share}, first seed ${first} ${JSON.stringify(laws)}`);
	}
	say({ missed }, `${missed} were never caught`);
	process.exit(missed === 0 ? 0 : 1);
}

/** @type {Record<string, number>} */
const tally = {};
const startedAt = Date.now();
for (let seed = from; seed < from + seeds; seed++) {
	const outcome = await runSeed(seed, mutant, only);
	for (const [what, times] of Object.entries(outcome.tally)) tally[what] = (tally[what] ?? 0) + Number(times);
	if (outcome.broken) {
		const { law, what } = outcome.broken;
		say({ seed, law, what, ...(mutant ? { mutant } : {}) }, `seed ${seed} breaks ${law}: ${what}`);
		const { steps, broken } = await shrinkSeed(outcome, mutant);
		const again = `npm run sim -- --seeds 1 --from ${seed} --only ${steps.join()}${mutant ? ` --mutant ${mutant}` : ''}`;
		say({ seed, steps, what: broken.what, again }, `${steps.length} steps are enough: ${broken.what}\nagain: ${again}`);
		process.exit(1);
	}
}
const msPerSeed = Math.round((Date.now() - startedAt) / Math.max(1, seeds));
say(
	{ seeds, from, broken: 0, msPerSeed, tally, ...(mutant ? { mutant } : {}) },
	`${seeds} seeds from ${from}: no law broken, ${msPerSeed} ms each\n${JSON.stringify(tally, null, 1)}`
);
