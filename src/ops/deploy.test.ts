// What stands in deploy/: examples that name only settings and files that there are, and a sheet that gives the keys back.

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../lib/server/config.ts';
import { printSheet, putKeys } from '../lib/server/key-sheet.ts';
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
	const backup = [...read('deploy/go-cua-backup.service').matchAll(/^Environment=(.+)$/gm)].flatMap(([, line]) =>
		line!.split(' ')
	);
	const image = /^ENV (.+)$/m.exec(read('deploy/Containerfile'))![1]!.split(' ');
	for (const pairs of [unit, backup, image]) {
		expect(pairs.length).toBeGreaterThan(2);
		const env = Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s)));
		expect(Object.keys(env).filter((name) => ![...SETTINGS, 'NODE_ENV'].includes(name))).toEqual([]);
		// an image gets its address when it is run
		const address = { ORIGIN: 'https://ward.example.vn', DEMO: '0' };
		expect(readConfig({ ...address, ...env }).isDemo).toBe(false);
	}
});

it('the service, its backup and the operator’s tool agree on user, folder and settings', () => {
	const [unit, copy, tool] = ['go-cua.service', 'go-cua-backup.service', 'go-cua'].map((name) =>
		read(`deploy/${name}`)
	);
	for (const line of ['User=gocua', 'WorkingDirectory=/opt/go-cua', 'EnvironmentFile=-/etc/go-cua.env', 'UMask=0077'])
		expect([unit, copy].map((text) => text!.split('\n').includes(line))).toEqual([true, true]);
	for (const text of [unit, copy, tool]) expect(text).toMatch(/NODE_ENV=production DEMO=0\b/);
	for (const text of [unit, copy, tool]) expect(text).toMatch(/DATA_DIR=\/var\/lib\/go-cua\b/);
	for (const words of ['runuser -u gocua', 'cd /opt/go-cua', '. /etc/go-cua.env', 'umask 077'])
		expect(tool).toContain(words);
});

it('every file of ours that they name is there', () => {
	const named = ['go-cua.service', 'go-cua-backup.service', 'go-cua', 'Containerfile']
		.map((name) => `deploy/${name}`)
		.concat('docs/install.md')
		.flatMap((path) =>
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
	const typed = join(other, 'typed.txt');
	const put = (lines: readonly string[]) => {
		writeFileSync(typed, lines.join('\r\n'));
		return putKeys({ DATA_DIR: other }, { file: typed });
	};
	// a person types the numbered lines alone, with other blanks between them, and slips
	const numbered = rows.map(([line]) => line.trim().replaceAll(/ +/g, ' '));
	const slipped = numbered.with(2, numbered[2]!.replace(/[a-z](?=\S* \S+$)/i, '~'));
	await expect(put(slipped)).rejects.toThrow('slip in line 3');
	await expect(put(numbered.toSpliced(1, 1))).rejects.toThrow('Line 2 of the sheet is missing');
	await expect(put(numbered.slice(0, -1))).rejects.toThrow('last lines');
	await expect(put(sheet.slice(0, 6))).rejects.toThrow('no numbered line');
	await expect(put(sheet.filter((line) => !line.includes(texts.at(-1)!)))).rejects.toThrow('last lines');
	expect(existsSync(join(other, 'keys.json'))).toBe(false);
	await put(numbered);
	expect(statSync(join(other, 'keys.json')).mode & 0o777).toBe(0o600);
	await expect(put(sheet)).rejects.toThrow('never written over');
	rmSync(join(other, 'keys.json'));
	await put(sheet);
	const again = readKeys({ dataDir: other, keys: null }, '2026-11-26', false);
	expect([again.field, again.index, again.mac]).toEqual([keys.field, keys.index, keys.mac]);
	expect(again.seal).toEqual(keys.seal);
	for (const folder of [dataDir, other]) rmSync(folder, { recursive: true });
});
