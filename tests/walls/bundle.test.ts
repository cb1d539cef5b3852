// Show d: the checks of what is built, each seen to fail over a planted build.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { SERVER_MARK } from '../../src/lib/server/db/mark.ts';
import {
	BUDGET,
	findLateImports,
	findMark,
	findOverweight,
	findPrecacheHoles,
	listLater,
	listPrecache,
	listUnkept,
	readFirstLoad,
	weighPrecache
} from './bundle.ts';

const folders: string[] = [];

function plant(files: Record<string, string>): string {
	const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
	folders.push(folder);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

const IMMUTABLE = '_app/immutable';
const SHELL = `<link href="/${IMMUTABLE}/entry/start.a.js" rel="modulepreload"><link href="/${IMMUTABLE}/assets/0.a.css" rel="stylesheet">
	<script>import("/${IMMUTABLE}/entry/app.a.js")</script>`;

/** Bytes that gzip cannot shrink below half. */
function noise(bytes: number): string {
	let state = 1;
	return Array.from({ length: bytes }, () => {
		state = (state * 48271) % 2147483647;
		return String.fromCharCode(97 + (state % 26));
	}).join('');
}

function build(extra: Record<string, string> = {}): string {
	return plant({
		'prerendered/index.html': SHELL,
		[`client/${IMMUTABLE}/entry/start.a.js`]: 'import{a}from"../chunks/one.js";a()',
		[`client/${IMMUTABLE}/entry/app.a.js`]: 'export const late=()=>import("../chunks/late.js")',
		[`client/${IMMUTABLE}/chunks/one.js`]: 'export const a=()=>{};export*from"./two.js";',
		[`client/${IMMUTABLE}/chunks/two.js`]: 'export const b=1',
		[`client/${IMMUTABLE}/chunks/late.js`]: 'export default 1',
		[`client/${IMMUTABLE}/assets/0.a.css`]: 'p{color:#000}',
		...extra
	});
}

describe('a planted build', () => {
	it('with the server mark in a worker or in the service worker is found', () => {
		const folder = build({
			[`client/${IMMUTABLE}/workers/scan.worker.a.js`]: `var mark="${SERVER_MARK}"`,
			'client/service-worker.js': `const m='${SERVER_MARK}'`,
			'client/icon.svg': '<svg/>'
		});
		expect(findMark(join(folder, 'client'), SERVER_MARK)).toEqual([
			`${IMMUTABLE}/workers/scan.worker.a.js`,
			'service-worker.js'
		]);
	});

	it('with a file that something kept asks for and the service worker does not know is found', () => {
		const known = ['entry/start.a.js', 'entry/app.a.js', 'chunks/one.js', 'chunks/two.js', 'assets/0.a.css'];
		const list = known.map((path) => `"/${IMMUTABLE}/${path}"`).join();
		const folder = build({
			'client/service-worker.js': `const build=[${list}]`,
			[`client/${IMMUTABLE}/chunks/two.js`]: 'export const b=()=>import("./hole.js")',
			[`client/${IMMUTABLE}/chunks/hole.js`]: 'export default 2',
			[`client/${IMMUTABLE}/chunks/hole.js.br`]: 'compressed double'
		});
		// `late` is a page that the entry alone names, as it names the desk's
		expect(listUnkept(join(folder, 'client'))).toEqual([`${IMMUTABLE}/chunks/hole.js`, `${IMMUTABLE}/chunks/late.js`]);
		expect(findPrecacheHoles(join(folder, 'client'))).toEqual([`${IMMUTABLE}/chunks/hole.js`]);
	});

	it('in which a kept file cannot start without one that is kept later is found', () => {
		const known = ['entry/start.a.js', 'chunks/one.js', 'chunks/two.js', 'workers/scan-last.worker-a.js'];
		const english = [`/${IMMUTABLE}/chunks/two.js`];
		const list = known.map((path) => `"/${IMMUTABLE}/${path}"`).join();
		const folder = build({
			'client/service-worker.js': `const build=[${list}],english=new Set(JSON.parse('${JSON.stringify(english)}'))`,
			[`client/${IMMUTABLE}/workers/scan-last.worker-a.js`]: 'onmessage=()=>{}',
			[`client/${IMMUTABLE}/chunks/late.js`]: 'const later=()=>import("./two.js")',
			'client/icon-512.png': 'a picture'
		});
		const client = join(folder, 'client');
		expect(listLater(client)).toEqual([`${IMMUTABLE}/chunks/two.js`, `${IMMUTABLE}/workers/scan-last.worker-a.js`]);
		expect(findLateImports(client)).toEqual([`${IMMUTABLE}/chunks/one.js`]);
		expect(listPrecache(folder)).toEqual(['/', `/${IMMUTABLE}/chunks/one.js`, `/${IMMUTABLE}/entry/start.a.js`]);
		// what is not kept weighs nothing
		const { files, brBytes } = weighPrecache(folder);
		expect(files).toBe(4);
		const heavy = {
			[`client/${IMMUTABLE}/chunks/one.js`]: noise(5000),
			[`client/${IMMUTABLE}/chunks/two.js`]: noise(9000)
		};
		for (const [path, text] of Object.entries(heavy)) writeFileSync(join(folder, path), text);
		expect(weighPrecache(folder).brBytes - brBytes).toBeGreaterThan(4900);
		expect(weighPrecache(folder).brBytes - brBytes).toBeLessThan(5100);
	});

	it('is weighed with everything imported statically and nothing imported later', () => {
		const load = readFirstLoad(build());
		const names = load.scripts.map((path) => path.split('/').at(-1)).sort();
		expect(names).toEqual(['app.a.js', 'one.js', 'start.a.js', 'two.js']);
		expect(load.styles).toHaveLength(1);
		expect(findOverweight(load)).toEqual([]);
	});

	it('that is too heavy is found, in a chunk that only a chunk imports, and in its styles', () => {
		const heavy = build({
			[`client/${IMMUTABLE}/chunks/two.js`]: `export const b="${noise(2 * BUDGET.scriptGzBytes)}"`
		});
		expect(findOverweight(readFirstLoad(heavy))).toEqual([expect.stringContaining('scripts of the first load')]);
		const styled = build({ [`client/${IMMUTABLE}/assets/0.a.css`]: noise(2 * BUDGET.styleGzBytes) });
		expect(findOverweight(readFirstLoad(styled))).toEqual([expect.stringContaining('styles of the first load')]);
		const names = Array.from({ length: BUDGET.files }, (_, i) => `more${i}.js`);
		const many = build({
			...Object.fromEntries(names.map((name) => [`client/${IMMUTABLE}/chunks/${name}`, 'export default 3'])),
			[`client/${IMMUTABLE}/chunks/two.js`]: names.map((name) => `import"./${name}";`).join('')
		});
		expect(findOverweight(readFirstLoad(many))).toEqual([expect.stringContaining('files in the first load')]);
	});

	it('whose shell names nothing is not taken for a light one', () => {
		expect(findOverweight(readFirstLoad(build({ 'prerendered/index.html': '<p></p>' })))).toHaveLength(1);
	});
});
