import { describe, expect, it } from 'vitest';
import { findViolations, floorOf, type House } from './arrows.ts';
import { readHouse } from './house.ts';
import { FLOORS, LIBRARIES, PACKAGES, WORDS } from './table.mjs';

const lines = (house: House) =>
	findViolations(house).map(({ file, rule, detail, why }) => `${file}: ${rule}: ${detail} (${why})`);
const rules = (files: Record<string, string>) =>
	findViolations(new Map(Object.entries(files))).map(({ file, rule }) => `${rule} ${file}`);

describe('the house as it stands', () => {
	const house = readHouse();

	it('has no arrow up the stairs, no circle and no way around a wall', () => {
		expect(lines(house)).toEqual([]);
	});

	it('was really read', () => {
		expect(house.size).toBeGreaterThan(40);
		expect([...house.keys()].filter((path) => /\.(ts|svelte)$/.test(path) && floorOf(path) === undefined)).toEqual([]);
	});

	it('has a reason for every wall', () => {
		for (const [name, floor] of Object.entries(FLOORS))
			if (name !== 'tests') expect(floor.why, name).toMatch(/\w{20}|.{30}/);
		for (const library of LIBRARIES) expect(library.why).not.toBe('');
		for (const name of [...Object.keys(WORDS), ...Object.keys(PACKAGES)]) expect(FLOORS).toHaveProperty(name);
	});
});

// Show d: each planted breach must be found, in each way that an import can be written.
describe('a planted breach', () => {
	const STEM = { 'src/lib/domain/day.ts': 'export const day = 1;', 'src/lib/server/ward.ts': 'export const ward = 1;' };

	it.each([
		['static', "import { ward } from '$lib/server/ward.ts';"],
		['relative', "import { ward } from '../server/ward.ts';"],
		['type', "import type { ward } from '../server/ward.ts';"],
		['type query', "export type Ward = import('../server/ward.ts').ward;"],
		['re-export', "export { ward } from '../server/ward.ts'; export const x = 1;"],
		['side effect', "import '../server/ward.ts';"],
		['dynamic', "export const late = () => import('../server/ward.ts');"],
		['address', "export const url = new URL('../server/ward.ts', import.meta.url);"],
		['glob', "export const all = import.meta.glob('../server/*.ts');"]
	])('domain to server, %s', (_how, text) => {
		expect(rules({ ...STEM, 'src/lib/domain/visit.ts': text })).toEqual(['arrow src/lib/domain/visit.ts']);
	});

	it.each([
		['sync knows the contract', 'src/lib/sync/outbox.ts', '../contract/push.ts'],
		['contract knows a wing', 'src/lib/contract/push.ts', '../device/db.ts'],
		['device knows the server', 'src/lib/device/sync.ts', '../server/push.ts'],
		['device knows a screen', 'src/lib/device/sync.ts', '../ui/field/Today.svelte'],
		['server knows the device', 'src/lib/server/push.ts', '../device/db.ts'],
		['server knows words', 'src/lib/server/push.ts', '../ui/words/vi/review.ts'],
		['a desk screen knows the device', 'src/lib/ui/console/Review.svelte', '../../device/db.ts'],
		['a field screen knows the wire', 'src/lib/ui/field/Today.svelte', '$lib/contract/push.ts'],
		['a part knows the field', 'src/lib/ui/parts/Button.svelte', '../field/Today.svelte'],
		['a worker knows the server', 'workers/scan.worker.ts', '../src/lib/server/db/mark.ts'],
		['the service worker knows a record', 'workers/service-worker.ts', '../src/lib/domain/visit.ts'],
		['a page knows the server', 'src/routes/(console)/ward/+page.svelte', '$lib/server/review.ts'],
		['the field knows the server', 'src/routes/(field)/+layout.ts', '$lib/server/review.ts'],
		['the API knows the device', 'src/routes/api/v1/sync/push/+server.ts', '$lib/device/db.ts'],
		['a route knows another route', 'src/routes/(field)/+page.ts', '../api/v1/sync/push/+server.ts'],
		['somebody knows a test', 'src/lib/sync/outbox.ts', './merge.test.ts']
	])('%s', (_breach, file, to) => {
		const text = file.endsWith('.svelte')
			? `<script lang="ts">\n\timport it from '${to}';\n</script>`
			: `import '${to}';`;
		expect(rules({ [file]: text })).toContain(`arrow ${file}`);
	});

	it('in the markup of a component', () => {
		const text = "{#await import('$lib/server/ward.ts') then ward}{ward}{/await}";
		expect(rules({ ...STEM, 'src/lib/ui/field/Today.svelte': text })).toEqual(['arrow src/lib/ui/field/Today.svelte']);
	});

	it('a circle, also of three, also through types', () => {
		const three = {
			'src/lib/domain/a.ts': "import { b } from './b.ts';",
			'src/lib/domain/b.ts': "import type { c } from './c.ts';",
			'src/lib/domain/c.ts': "export const a = () => import('./a.ts');"
		};
		const found = findViolations(new Map(Object.entries(three)));
		expect(found.map(({ rule }) => rule)).toEqual(['circle']);
		expect(found[0]?.detail).toContain('src/lib/domain/a.ts -> src/lib/domain/b.ts -> src/lib/domain/c.ts');
	});

	it.each([
		['dexie', 'src/lib/device/household.ts'],
		['better-sqlite3', 'src/lib/server/review.ts'],
		['pg', 'src/lib/server/ward.ts'],
		['kysely', 'src/routes/api/v1/sync/push/+server.ts'],
		['comlink', 'src/lib/ui/field/Scan.svelte'],
		['zxing-wasm/reader', 'src/lib/device/household.ts'],
		['html5-qrcode', 'src/lib/ui/field/Scan.svelte'],
		['hash-wasm', 'src/lib/device/session.ts'],
		['@node-rs/argon2', 'src/lib/server/session.ts'],
		['node:crypto', 'src/lib/server/session.ts'],
		['workbox-window', 'src/lib/ui/field/Today.svelte'],
		['zod/mini', 'src/lib/server/push.ts'],
		['zod', 'src/lib/contract/push.ts'],
		['svelte/reactivity', 'src/lib/device/household.ts'],
		['$app/environment', 'src/lib/server/config.ts'],
		['$env/dynamic/private', 'src/lib/server/config.ts'],
		['@sveltejs/kit', 'src/lib/server/push.ts'],
		['node:fs', 'src/lib/device/db.ts'],
		['uuid', 'src/lib/domain/id.ts']
	])('%s in %s', (name, file) => {
		const text = file.endsWith('.svelte') ? `<script>import it from '${name}';</script>` : `import it from '${name}';`;
		expect(rules({ [file]: text })).toContain(`library ${file}`);
	});

	it('one library in two files that may each have it', () => {
		const files = { 'src/lib/ui/parts/Qr.svelte': '', 'src/lib/ui/console/Invite.svelte': '' };
		const text = "<script>import { generate } from 'lean-qr';</script>";
		expect(rules(Object.fromEntries(Object.keys(files).map((file) => [file, text])))).toHaveLength(1);
	});

	it('the same libraries where they belong are no breach', () => {
		expect(
			rules({
				'src/lib/device/door.ts': "import Dexie from 'dexie';",
				'src/lib/device/vault.ts': "import { argon2id } from 'hash-wasm'; export const a = crypto.subtle;",
				'src/lib/device/scan.ts': "import { wrap } from 'comlink'; export const w = () => new Worker('x');",
				'src/lib/server/db/sqlite.ts': "import Database from 'better-sqlite3'; import { Kysely } from 'kysely';",
				'src/lib/contract/push.ts': "import * as z from 'zod/mini';",
				'workers/service-worker.ts': "import { build } from '$service-worker';"
			})
		).toEqual([]);
	});

	it.each([
		['unseen', 'src/lib/device/scan.ts', 'export const late = (to: string) => import(to);'],
		['worker', 'src/lib/ui/field/scan.svelte.ts', "export const w = new Worker('x');"],
		['cipher', 'src/lib/device/session.ts', 'export const k = crypto.subtle;'],
		['extension', 'src/lib/domain/visit.ts', "import { day } from './day';"],
		['name', 'src/lib/domain/utils.ts', 'export const x = 1;'],
		['name', 'src/lib/domain/helpers/day.ts', 'export const x = 1;'],
		['name', 'src/lib/domain/visitKind.ts', 'export const x = 1;'],
		['name', 'src/lib/ui/parts/big-button.svelte', '<p></p>']
	])('%s: %s', (rule, file, text) => {
		expect(rules({ ...STEM, [file]: text })).toEqual([`${rule} ${file}`]);
	});

	it('an index that only re-exports', () => {
		const barrel = "export { day } from './day.ts';\nexport * from './day.ts';";
		const files = {
			...STEM,
			'src/lib/domain/all.ts': barrel,
			'src/lib/sync/merge.ts': "import { day } from '../domain/all.ts';"
		};
		expect(rules(files)).toEqual(['reexport src/lib/sync/merge.ts']);
	});

	it('says why', () => {
		const found = findViolations(
			new Map([['src/lib/ui/console/Review.svelte', "<script>import '$lib/device/db.ts';</script>"]])
		);
		expect(found[0]?.why).toMatch(/decided in one place/);
	});
});
