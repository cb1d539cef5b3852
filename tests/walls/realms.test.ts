// Show d: the second wall. A realm is a tsconfig in which the other realms' globals do not exist; here a line that uses
// one is compiled in each realm and must be refused, and a line at home must pass.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from './house.ts';

/** What the compiler says of one planted file under the options of a realm. */
function compile(config: string, text: string): string[] {
	const { config: json } = ts.readConfigFile(join(ROOT, config), ts.sys.readFile);
	const folder = mkdtempSync(join(ROOT, 'tests', '.realm-')); // below the root, so that node_modules is found
	try {
		const file = join(folder, 'planted.ts');
		writeFileSync(file, text);
		const { options } = ts.parseJsonConfigFileContent(json, ts.sys, join(ROOT, config, '..'));
		const program = ts.createProgram([file], options);
		return ts
			.getPreEmitDiagnostics(program)
			.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const REALMS = {
	stem: 'tests/realms/stem.json',
	device: 'tests/realms/device.json',
	server: 'tests/realms/server.json',
	workers: 'workers/tsconfig.json'
};

const LINES = {
	page: 'export const it = document.title;',
	storage: 'export const it = indexedDB.databases();',
	network: "export const it = fetch('/x');",
	node: 'export const it = process.env;',
	worker: 'export const it = (scope: ServiceWorkerGlobalScope) => scope.skipWaiting();',
	plain: 'export const it = [1, 2].toSorted();'
};

/** Which lines each realm must refuse; all others must pass. */
const REFUSED: Record<keyof typeof REALMS, (keyof typeof LINES)[]> = {
	stem: ['page', 'storage', 'network', 'node', 'worker'],
	device: ['node', 'worker'],
	server: ['page', 'storage', 'worker'],
	workers: ['page', 'node']
};

describe.each(Object.entries(REALMS))('realm %s', (realm, config) => {
	it.each(Object.entries(LINES))('%s', (line, text) => {
		const said = compile(config, text);
		if (REFUSED[realm as keyof typeof REALMS].includes(line as keyof typeof LINES))
			expect(said.join()).toMatch(/Cannot find name/);
		else expect(said).toEqual([]);
	});
});
