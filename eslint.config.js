// The first wall. What floors may import, and why, stands in tests/walls/table.mjs; this file turns it into lint rules,
// so that an editor says it while the line is written. tests/walls/arrows.ts sees what a linter cannot.
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { BANNED_NAMES, FLOORS, LIBRARIES, PACKAGES, WORDS } from './tests/walls/table.mjs';

/** Of ESLint's own rules those that find a mistake which the compiler lets pass. */
const MISTAKES = [
	...['no-async-promise-executor', 'no-cond-assign', 'no-constant-condition', 'no-control-regex', 'no-debugger'],
	...['no-empty', 'no-empty-character-class', 'no-irregular-whitespace', 'no-loss-of-precision'],
	...['no-misleading-character-class', 'no-prototype-builtins', 'no-regex-spaces', 'no-self-compare'],
	...['no-unmodified-loop-condition', 'no-unsafe-finally', 'no-unused-labels'],
	...['no-useless-backreference', 'no-useless-catch', 'no-useless-escape']
];

const SCRIPTS = ['**/*.ts', '**/*.mjs', '**/*.js'];
const CODE = [...SCRIPTS, '**/*.svelte'];
const TESTS = FLOORS.tests.files;

/** Browser, worker and Node globals are the realms' business (tsconfig), not the linter's. */
const CLOCK =
	'Time is an argument: only device.ts, ward.ts and the edges of workers read the clock, so that tests can.';
const CHANCE = 'Chance is an argument: only device.ts, ward.ts and the vaults make it, so that a seeded run repeats.';
const IO = 'This floor does no input or output; it is told what happened and says what to do.';

const CLOCK_AND_CHANCE = [
	{ object: 'Date', property: 'now', message: CLOCK },
	{ object: 'Math', property: 'random', message: CHANCE },
	{ object: 'crypto', property: 'randomUUID', message: CHANCE }
];

const NEW_DATE = { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK };

/**
 * Names of files and folders; ESLint has no rule of its own for them.
 * @type {import('eslint').Rule.RuleModule}
 */
const fileName = {
	meta: {
		type: 'problem',
		messages: { bad: '"{{name}}" says nothing about what is inside; call the file after its noun.' }
	},
	create: (context) => ({
		Program(node) {
			const parts = context.filename.split(/[/\\]/).slice(-2);
			if (parts[0] === 'src') return; // SvelteKit names the files at the top of src
			const names = [parts.length > 1 ? parts[0] : '', (parts.at(-1) ?? '').split('.')[0]];
			for (const name of names)
				if (name && BANNED_NAMES.test(name)) context.report({ node, messageId: 'bad', data: { name } });
		}
	})
};

/**
 * The restricted imports of one floor: the other floors by the words in the address, packages by their name.
 * @param {string} name
 */
function floorRules(name) {
	const floor = FLOORS[name];
	const others = Object.entries(WORDS).filter(([other]) => !floor.may.includes(other));
	const patterns = others.map(([other, word]) => ({
		regex: `^(\\$lib/|\\.{1,2}/)(.*/)?${word}/`,
		message: `${name} may not import ${other}: ${floor.why}.`
	}));
	if (PACKAGES[name])
		patterns.push({
			regex: `^(?!\\.{1,2}/|\\$lib/)(?!(?:${PACKAGES[name].source}))`,
			message: `${name} imports no other package: ${floor.why}.`
		});
	return patterns;
}

/**
 * A library is restricted in every floor, except for the files that it is given to.
 * @param {string} path
 * @param {string} name
 */
function libraryRules(path, name) {
	return LIBRARIES.filter((library) => !library.only.test(path) && !PACKAGES[name]).map((library) => ({
		regex: library.is.source,
		message: `${library.why}.`
	}));
}

/**
 * @param {string[]} files
 * @param {string} name
 * @param {string} path
 * @returns {import('eslint').Linter.Config}
 */
function restrict(files, name, path) {
	const patterns = [...floorRules(name), ...libraryRules(path, name)];
	return { files, ignores: TESTS, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

/** One config per floor; files that a library is given to get theirs after it (GIVEN). */
const floors = Object.entries(FLOORS)
	.filter(([name]) => name !== 'tests')
	.reverse() // the table's first match wins, the linter's last one does
	.map(([name, floor]) => restrict(floor.files, name, sample(name)));

/** A path that no library rule gives anything to beyond what the whole floor may have. */
function sample(/** @type {string} */ name) {
	return FLOORS[name].files[0].replace('**/*', 'zz').replace('*', 'zz');
}

/**
 * Files that alone know a library: [glob, floor, a path that the library's rule accepts].
 * @type {[string, string, string][]}
 */
const GIVEN = [
	['src/lib/device/door.ts', 'device', 'src/lib/device/door.ts'],
	['src/lib/device/scan*.ts', 'device', 'src/lib/device/scan.ts'],
	['src/lib/device/vault.ts', 'device', 'src/lib/device/vault.ts'],
	['src/lib/device/vault/**/*.ts', 'device', 'src/lib/device/vault/zz.ts'],
	['src/lib/server/db/**/*.ts', 'server', 'src/lib/server/db/zz.ts'],
	['src/lib/server/{desk-cookie,require-desk}.ts', 'server', 'src/lib/server/desk-cookie.ts'],
	['src/lib/server/letter/{docx,sheet}.ts', 'server', 'src/lib/server/letter/docx.ts'],
	['src/lib/server/list-file.ts', 'server', 'src/lib/server/list-file.ts'],
	['src/lib/server/vault.ts', 'server', 'src/lib/server/vault.ts'],
	['src/lib/server/vault/**/*.ts', 'server', 'src/lib/server/vault/zz.ts'],
	['src/lib/ui/field/update.svelte.ts', 'uiField', 'src/lib/ui/field/update.svelte.ts'],
	['workers/*.worker.ts', 'workers', 'workers/zz.worker.ts'],
	['workers/scan.worker.ts', 'workers', 'workers/scan.worker.ts'],
	['workers/decoders/*.ts', 'workers', 'workers/decoders/zz.ts'],
	['workers/vault.worker.ts', 'workers', 'workers/vault.worker.ts']
];

const givenFiles = GIVEN.map(([glob, name, path]) => restrict([glob], name, path));

export default defineConfig(
	{ ignores: ['node_modules/', '.svelte-kit/', 'build/', 'data/', 'tests/.tmp/', 'test-results/'] },
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	{
		files: CODE,
		plugins: { house: { rules: { 'file-name': fileName } } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'house/file-name': 'error',
			'no-undef': 'off', // the realms' tsconfigs know better which globals exist where
			'no-console': 'off',
			eqeqeq: ['error', 'always'],
			...Object.fromEntries(MISTAKES.map((name) => [name, 'error'])),
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }]
		}
	},
	{
		files: ['**/*.svelte'],
		rules: {
			// text that a person typed would run as code on the ward's desk
			'svelte/no-at-html-tags': 'error',
			// the app lives at the root of its host (kit.paths.base is empty), so a plain address is the right one
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: TESTS,
		// a test hands in what the types forbid, to see it refused
		rules: { '@typescript-eslint/no-explicit-any': 'off' }
	},
	...floors,
	...givenFiles,
	{
		files: ['src/lib/{domain,sync,contract}/**/*.ts'],
		ignores: TESTS,
		rules: {
			'no-restricted-globals': [
				'error',
				...['fetch', 'indexedDB', 'localStorage', 'caches', 'navigator', 'window', 'document', 'process'].map(
					(name) => ({ name, message: IO })
				),
				...['setTimeout', 'setInterval', 'performance'].map((name) => ({ name, message: CLOCK })),
				{ name: 'crypto', message: CHANCE }
			],
			'no-restricted-properties': ['error', ...CLOCK_AND_CHANCE],
			'no-restricted-syntax': ['error', NEW_DATE]
		}
	},
	{
		files: ['src/lib/device/**/*.ts', 'src/lib/server/**/*.ts'],
		ignores: [
			...TESTS,
			'src/lib/device/device.ts',
			'src/lib/device/open.ts',
			'src/lib/server/ward.ts',
			'src/lib/server/open.ts'
		],
		rules: {
			'no-restricted-properties': ['error', ...CLOCK_AND_CHANCE],
			'no-restricted-syntax': ['error', NEW_DATE]
		}
	},
	{
		files: ['src/lib/ui/**/*.ts', 'src/lib/ui/**/*.svelte', 'src/routes/**/*.svelte'],
		ignores: TESTS,
		rules: {
			'no-restricted-globals': [
				'error',
				{ name: 'fetch', message: 'A screen never talks to the network: it asks the device, or sends a form.' },
				...['indexedDB', 'localStorage', 'sessionStorage', 'caches'].map((name) => ({
					name,
					message: 'Screens keep nothing: what must stay goes through the device, encrypted.'
				}))
			]
		}
	}
);
