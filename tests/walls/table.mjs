// The arrows of the house (docs/decisions.md, README.md "Plan of the house") as data. The linter (eslint.config.js) and
// the wall (arrows.ts) both read this table, so that they cannot come to disagree. Moving a wall means editing here and
// writing a decision in the same change.

/**
 * @typedef {object} Floor
 * @property {string[]} files globs for the linter
 * @property {RegExp} is matches a path of this floor; the first floor that matches wins
 * @property {string[]} may names of the floors that it may import, itself included
 * @property {string} why said to whoever breaks it
 */

/** @type {Record<string, Floor>} */
export const FLOORS = {
	tests: {
		files: ['tests/**/*.ts', 'tests/**/*.mjs', '**/*.test.ts'],
		is: /^tests\/|\.test\.ts$/,
		may: ['*'],
		why: ''
	},
	domain: {
		files: ['src/lib/domain/**/*.ts'],
		is: /^src\/lib\/domain\//,
		may: ['domain'],
		why: 'domain is what is true at a door; it stays true without network, clock, store or screen, so it knows none of them'
	},
	sync: {
		files: ['src/lib/sync/**/*.ts'],
		is: /^src\/lib\/sync\//,
		may: ['sync', 'domain'],
		why: 'sync only decides; what carries its decisions out is handed in, or the simulated world could not run it'
	},
	contract: {
		files: ['src/lib/contract/**/*.ts'],
		is: /^src\/lib\/contract\//,
		may: ['contract', 'sync', 'domain'],
		why: 'contract is read by both wings, so whatever it imports would land on the phone and on the server alike'
	},
	device: {
		files: ['src/lib/device/**/*.ts'],
		is: /^src\/lib\/device\//,
		may: ['device', 'contract', 'sync', 'domain', 'workers', 'content'],
		why: 'device is one wing: it meets the server only at the contract, and no screen may be needed to keep a record safe'
	},
	server: {
		files: ['src/lib/server/**/*.ts'],
		is: /^src\/lib\/server\//,
		may: ['server', 'contract', 'sync', 'domain', 'content'],
		why: 'server is one wing: it holds secrets and other people, so it meets the phone only at the contract'
	},
	uiField: {
		files: ['src/lib/ui/field/**/*.ts', 'src/lib/ui/field/**/*.svelte'],
		is: /^src\/lib\/ui\/field\//,
		may: ['uiField', 'uiParts', 'uiWords', 'device', 'domain'],
		why: 'a field screen asks the device, never the wire or the desk: it must work with no network at all'
	},
	uiConsole: {
		files: ['src/lib/ui/console/**/*.ts', 'src/lib/ui/console/**/*.svelte'],
		is: /^src\/lib\/ui\/console\//,
		may: ['uiConsole', 'uiParts', 'uiWords', 'domain'],
		why: 'a desk screen gets its data as props from load, so that what staff may see is decided in one place, the server'
	},
	uiWords: {
		files: ['src/lib/ui/words/**/*.ts'],
		is: /^src\/lib\/ui\/words(\/|\.ts$)/,
		may: ['uiWords', 'uiField', 'uiConsole', 'domain'],
		why: 'words know the closed tables that they must cover, of the domain and of the screens, and nothing else'
	},
	uiParts: {
		files: ['src/lib/ui/*.ts', 'src/lib/ui/parts/**/*.ts', 'src/lib/ui/parts/**/*.svelte'],
		is: /^src\/lib\/ui\//,
		may: ['uiParts', 'uiWords', 'domain'],
		why: 'parts serve both faces, so they may lean on neither'
	},
	serviceWorker: {
		files: ['workers/service-worker.ts', 'workers/runs-wasm.ts'],
		is: /^workers\/(service-worker|runs-wasm)\.ts$/,
		may: ['serviceWorker'],
		why: 'the service worker caches the shell: it reads no record and never syncs, and stays small because phones fetch it often'
	},
	workers: {
		files: ['workers/**/*.ts'],
		is: /^workers\//,
		may: ['workers', 'domain'],
		why: 'a worker is one heavy job without a screen; SvelteKit does not guard worker bundles, so a secret imported here would be published'
	},
	routeServer: {
		files: ['src/routes/**/*.server.ts', 'src/routes/**/+server.ts'],
		is: /^src\/routes\/.*(\.server|\+server)\.ts$/,
		may: ['server', 'domain', 'uiWords'],
		why: 'a route takes, calls one function of the ward and answers; reading the wire and the store belongs to the server floor'
	},
	routeField: {
		files: ['src/routes/(field)/**/*.ts', 'src/routes/(field)/**/*.svelte'],
		is: /^src\/routes\/\(field\)\//,
		may: ['uiField', 'uiParts', 'uiWords', 'device', 'domain'],
		why: 'the field app opens the device and shows screens; importing server code would publish it to every phone'
	},
	route: {
		files: ['src/routes/**/*.ts', 'src/routes/**/*.svelte'],
		is: /^src\/routes\//,
		may: ['uiConsole', 'uiParts', 'uiWords', 'domain'],
		why: 'routes are doors, not rooms: pages show screens, and only *.server.ts and +server.ts speak to the ward'
	},
	content: {
		files: ['src/content/**/*.ts'],
		is: /^src\/content\//,
		may: ['content', 'contract', 'domain'],
		why: 'content is data with a schema; whoever shows or sends it comes to fetch it'
	},
	ops: {
		files: ['src/ops/**/*.ts', 'src/ops/**/*.mjs'],
		is: /^src\/ops\//,
		may: ['ops', 'server', 'domain'],
		why: 'the operator tool is a door of the server: it starts it or calls it, and runs without SvelteKit'
	},
	app: {
		files: ['src/*.ts'],
		is: /^src\/[^/]+\.ts$/,
		may: ['server', 'domain'],
		why: 'hooks open the ward once and hand it on; screens and phones are none of their business'
	}
};

/** What a floor is called in an import, for the linter, which sees words and not files. */
export const WORDS = {
	domain: 'domain',
	sync: 'sync',
	contract: 'contract',
	device: 'device',
	server: 'server',
	uiField: 'field',
	uiConsole: 'console',
	uiWords: 'words',
	uiParts: 'parts',
	workers: 'workers',
	content: 'content',
	ops: 'ops',
	route: 'routes',
	tests: 'tests'
};

const UI_OR_ROUTE = /^src\/(lib\/ui|routes)\//;
const VAULT = /^src\/lib\/(device|server)\/vault(\.ts|\/)|^workers\/vault\.worker\.ts$/;

/**
 * Outside libraries, each with the only place that may know it; one that is not named here may be used by any floor
 * that may import packages at all. `once` asks for a single file.
 * @type {{ is: RegExp, only: RegExp, once?: boolean, why: string }[]}
 */
export const LIBRARIES = [
	{
		is: /^dexie$/,
		only: /^src\/lib\/device\/door\.ts$/,
		why: 'one file knows the store of the phone, so that its durability and upgrades are decided once'
	},
	{
		is: /^(better-sqlite3(-node20)?|pg)$/,
		only: /^src\/lib\/server\/db\//,
		why: 'drivers live in server/db alone: every other file works on SQLite and PostgreSQL without knowing which'
	},
	{
		is: /^kysely$/,
		only: /^src\/lib\/server\//,
		why: 'queries belong to the server floor; a query in a route or a screen escapes the ward_id rule'
	},
	{
		is: /^comlink$/,
		only: /^src\/lib\/device\/[a-z-]+\.ts$|^workers\/[a-z-]+\.worker\.ts$/,
		why: 'a worker is opened by its one device file, which alone knows how long it may live'
	},
	{
		is: /^(zxing-wasm|html5-qrcode|@nuintun\/qrcode)(\/|$)/,
		only: /^src\/lib\/device\/scan[a-z-]*\.ts$|^workers\/(decoders\/[a-z0-9-]+|scan(-last)?\.worker)\.ts$/,
		why: 'decoders stand behind the scanner: screens must not depend on which one reads a card'
	},
	{
		is: /^(hash-wasm|@node-rs\/argon2|@hpke\/.*|@noble\/.*|(node:)?crypto)(\/|$)/,
		only: new RegExp(`${VAULT.source}|^src/ops/`),
		why: 'keys and ciphers live in the vault of each wing, where they are reviewed together'
	},
	{
		is: /^read-excel-file(\/|$)/,
		only: /^tests\//,
		why: 'it holds a sheet in memory as a whole: tests measure our own reader against it (src/lib/server/workbook.ts)'
	},
	{
		is: /^workbox-window$/,
		only: /^src\/lib\/ui\/field\/update\.svelte\.ts$/,
		why: 'one place decides when the app may be replaced under the hands of a person'
	},
	{
		is: /^(fflate|write-excel-file)(\/|$)/,
		only: /^src\/lib\/server\/letter\/(docx|sheet)\.ts$/,
		why: 'papers and workbooks are made on the server: a phone must not carry what writes them'
	},
	{ is: /^lean-qr(\/|$)/, only: /^src\/lib\/(ui|server)\//, once: true, why: 'one file draws codes' },
	{
		is: /^zod(\/|$)/,
		only: /^src\/lib\/contract\//,
		why: 'the wire has one home: schemas elsewhere would drift from it, and weigh on the phone twice'
	},
	{
		is: /^(svelte|esm-env)(\/|$)/,
		only: UI_OR_ROUTE,
		why: 'below the screens nothing knows the framework, so that it can be tested and replaced without it'
	},
	{
		is: /^\$(app|env)\//,
		only: /^src\/(lib\/ui|routes)\/|^src\/[^/]+\.ts$/,
		why: 'modules of SvelteKit exist only inside its build; workers, the operator tool and the tests run without it'
	},
	{
		is: /^@sveltejs\/kit$/,
		// the desk's session is a cookie and its door a redirect: two named files of the server know that, no other
		only: /^src\/routes\/|^src\/[^/]+\.ts$|^src\/lib\/server\/(desk-cookie|require-desk)\.ts$/,
		why: 'only routes speak HTTP; the floors below answer with a Result'
	},
	{
		is: /^node:/,
		only: /^src\/(lib\/server|ops)\//,
		why: 'Node exists on the server only; on a phone this import is a hole'
	}
];

/**
 * Floors that may import no outside library at all, and those that may import only what is named.
 * @type {Readonly<Record<string, RegExp>>}
 */
export const PACKAGES = {
	domain: /^$/,
	sync: /^$/,
	contract: /^zod\/mini$/,
	serviceWorker: /^\$service-worker$/
};

/** Names that say nothing about what is inside. */
export const BANNED_NAMES =
	/^(utils?|helpers?|common|shared|managers?|services?|data|info|index|misc|types|constants|hooks)$/;

export { VAULT };
