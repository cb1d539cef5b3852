// What stands in deploy/: examples that name only settings and files that there are, and a sheet that gives the keys back.

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../lib/server/config.ts';
import { printSheet } from '../lib/server/key-sheet.ts';
import { readKeys } from '../lib/server/vault/keys.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
/** Names in the first column of README's table of settings, and one that Node itself reads. */
const SETTINGS = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!);

it('unit and container name settings that README knows, with values that a start takes', () => {
	expect(SETTINGS).toContain('DATA_DIR');
	const unit = [...read('deploy/go-cua.service').matchAll(/^Environment=(.+)$/gm)].flatMap(([, line]) =>
		line!.split(' ')
	);
	const image = /^ENV (.+)$/m.exec(read('deploy/Containerfile'))![1]!.split(' ');
	for (const pairs of [unit, image]) {
		expect(pairs.length).toBeGreaterThan(2);
		const env = Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s)));
		expect(Object.keys(env).filter((name) => ![...SETTINGS, 'NODE_ENV'].includes(name))).toEqual([]);
		// an image gets its address when it is run
		const address = { ORIGIN: 'https://ward.example.vn', DEMO: '0' };
		expect(readConfig({ ...address, ...env }).isDemo).toBe(false);
	}
});

it('every file of ours that they name is there', () => {
	const named = ['deploy/go-cua.service', 'deploy/Containerfile', 'docs/install.md'].flatMap((path) =>
		[...read(path).matchAll(/\b((?:src\/ops|deploy)\/[\w.-]+)/g)].map(([, file]) => file!.replace(/\.$/, ''))
	);
	expect(named).toContain('src/ops/start.mjs');
	expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

it('alerts name figures that the server gives, and say what to do first', () => {
	const alerts = read('deploy/alerts.yml');
	const given = read('src/lib/server/metrics.ts');
	const named = [
		...new Set([...alerts.matchAll(/gocua_[a-z_]+/g)].map(([name]) => name.replace(/_(bucket|count)$/, '')))
	];
	expect(named.length).toBeGreaterThan(4);
	expect(named.filter((name) => !given.includes(name))).toEqual([]);
	expect(alerts.match(/first:/g)).toHaveLength(alerts.match(/alert:/g)!.length);
});

it('no example lets figures out or believes an address that a client made up', () => {
	for (const path of ['deploy/Caddyfile.public', 'deploy/Caddyfile.lan']) {
		expect(read(path)).toContain('respond @watch 404');
		expect(read(path)).toContain('header_up X-Forwarded-For {remote_host}');
	}
	expect(read('deploy/go-cua.service')).toMatch(/^NoNewPrivileges=yes$/m);
	expect(read('deploy/Containerfile')).toMatch(/^USER node$/m);
});

it('the sheet for the safe, typed again, gives the same keys; a slip is found by its line', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'gocua-sheet-'));
	await expect(printSheet({ DATA_DIR: dataDir })).rejects.toThrow('npm start');
	const keys = readKeys({ dataDir, keys: null }, '2026-11-26');
	const before = readFileSync(join(dataDir, 'keys.json'), 'utf8');
	const sheet = await printSheet({ DATA_DIR: dataDir });
	expect(readFileSync(join(dataDir, 'keys.json'), 'utf8')).toBe(before);
	const rows = sheet.map((line) => /^ *\d+ {2}(.{48}) {2}([0-9a-f]{4})$/.exec(line)).filter((row) => row !== null);
	const texts = rows.map(([, text]) => text!.trimEnd());
	for (const [at, [, , check]] of rows.entries())
		expect(createHash('sha256').update(texts[at]!).digest('hex').slice(0, 4)).toBe(check);
	const other = mkdtempSync(join(tmpdir(), 'gocua-sheet-'));
	writeFileSync(join(other, 'keys.json'), texts.join(''), { mode: 0o600 });
	const again = readKeys({ dataDir: other, keys: null }, '2026-11-26', false);
	expect([again.field, again.index, again.mac]).toEqual([keys.field, keys.index, keys.mac]);
	expect(again.seal).toEqual(keys.seal);
	for (const folder of [dataDir, other]) rmSync(folder, { recursive: true });
});
