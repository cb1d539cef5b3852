// Show d: the first wall, seen to fail with its reason on lines that nobody may write.
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { ROOT } from './house.ts';

const eslint = new ESLint({ cwd: ROOT });

async function lint(filePath: string, text: string): Promise<string[]> {
	const [result] = await eslint.lintText(text, { filePath: `${ROOT}${filePath}` });
	return result!.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const used = (to: string) => `import { it } from '${to}';\nexport const that = it;\n`;

describe('the linter refuses and says why', () => {
	it.each([
		['src/lib/domain/visit.ts', '$lib/sync/merge.ts', 'true at a door'],
		['src/lib/domain/visit.ts', '../server/ward.ts', 'true at a door'],
		['src/lib/domain/visit.ts', 'zod', 'true at a door'],
		['src/lib/sync/outbox.ts', '../contract/push.ts', 'sync only decides'],
		['src/lib/contract/push.ts', '../server/push.ts', 'read by both wings'],
		['src/lib/contract/push.ts', 'dexie', 'read by both wings'],
		['src/lib/device/sync.ts', '$lib/server/push.ts', 'one wing'],
		['src/lib/device/sync.ts', '../ui/field/today.svelte.ts', 'one wing'],
		['src/lib/device/household.ts', 'dexie', 'store of the phone'],
		['src/lib/device/sync.ts', 'svelte/reactivity', 'knows the framework'],
		['src/lib/device/sync.ts', '$app/environment', 'only inside its build'],
		['src/lib/server/push.ts', '../device/db.ts', 'holds secrets'],
		['src/lib/server/push.ts', '../ui/words/vi/review.ts', 'holds secrets'],
		['src/lib/server/review.ts', 'better-sqlite3', 'drivers live in server/db'],
		['src/lib/server/session.ts', '@node-rs/argon2', 'keys and ciphers'],
		['src/lib/ui/field/today.svelte.ts', '$lib/contract/push.ts', 'never the wire'],
		['src/lib/ui/console/review.svelte.ts', '$lib/device/db.ts', 'decided in one place'],
		['src/lib/ui/parts/button.ts', '../console/review.ts', 'both faces'],
		['workers/scan.worker.ts', '../src/lib/server/db/mark.ts', 'would be published'],
		['workers/service-worker.ts', '../src/lib/domain/visit.ts', 'caches the shell'],
		['workers/service-worker.ts', 'dexie', 'caches the shell'],
		['src/routes/(field)/+layout.ts', '$lib/server/push.ts', 'publish it to every phone'],
		['src/routes/(console)/ward/+page.ts', '$lib/server/push.ts', 'speak to the ward'],
		['src/routes/api/v1/sync/push/+server.ts', 'kysely', 'ward_id'],
		['src/routes/api/v1/sync/push/+server.ts', '$lib/device/db.ts', 'calls one function of the ward']
	])('%s importing %s', async (file, to, why) => {
		expect(await lint(file, used(to))).toContainEqual(
			expect.stringMatching(new RegExp(`no-restricted-imports: .*${why}`))
		);
	});

	it.each([
		['src/lib/domain/visit.ts', 'export const at = Date.now();', 'no-restricted-properties: .*Time is an argument'],
		['src/lib/domain/visit.ts', 'export const at = new Date();', 'no-restricted-syntax: .*Time is an argument'],
		[
			'src/lib/sync/backoff.ts',
			'export const waitMs = Math.random();',
			'no-restricted-properties: .*Chance is an argument'
		],
		['src/lib/sync/backoff.ts', 'export const key = crypto.subtle;', 'no-restricted-globals: .*Chance is an argument'],
		['src/lib/domain/visit.ts', "export const get = () => fetch('/x');", 'no-restricted-globals: .*no input or output'],
		['src/lib/server/push.ts', 'export const at = Date.now();', 'no-restricted-properties: .*Time is an argument'],
		[
			'src/lib/ui/field/today.svelte.ts',
			"export const get = () => fetch('/x');",
			'no-restricted-globals: .*asks the device'
		],
		['src/lib/domain/utils.ts', 'export const x = 1;', 'house/file-name: "utils" says nothing'],
		['src/lib/domain/helpers/day.ts', 'export const x = 1;', 'house/file-name: "helpers" says nothing'],
		[
			'src/lib/ui/parts/Note.svelte',
			'<script lang="ts">let { note } = $props();</script>\n{@html note}',
			'svelte/no-at-html-tags'
		]
	])('%s: %s', async (file, text, why) => {
		expect(await lint(file, text)).toContainEqual(expect.stringMatching(new RegExp(why)));
	});

	it.each([
		['src/lib/domain/visit.ts', './day.ts'],
		['src/lib/contract/push.ts', 'zod/mini'],
		['src/lib/device/door.ts', 'dexie'],
		['src/lib/device/scan.ts', 'comlink'],
		['src/lib/server/db/sqlite.ts', 'better-sqlite3'],
		['src/lib/server/vault.ts', 'node:crypto'],
		['src/lib/ui/field/update.svelte.ts', 'workbox-window'],
		['src/routes/(field)/+layout.ts', '$lib/device/device.ts'],
		['src/routes/api/v1/sync/push/+server.ts', '$lib/server/push.ts'],
		['workers/service-worker.ts', '$service-worker'],
		['src/lib/domain/visit.test.ts', 'vitest']
	])('%s may import %s', async (file, to) => {
		expect(await lint(file, used(to))).toEqual([]);
	});
});
