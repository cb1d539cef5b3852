import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, expect, test, vi } from 'vitest';
import { PROBE, runsWasm } from './runs-wasm.ts';

afterEach(() => vi.unstubAllGlobals());

test('the probe is a module, and runs where WebAssembly does', async () => {
	expect(WebAssembly.validate(PROBE)).toBe(true);
	expect(await runsWasm()).toBe(true);
});

test('a browser that reads modules and may not run them, one that is too old and one without any say no', async () => {
	vi.stubGlobal('WebAssembly', { validate: () => true, compile: () => Promise.reject(new Error('blocked by policy')) });
	expect(await runsWasm()).toBe(false);
	vi.stubGlobal('WebAssembly', undefined);
	expect(await runsWasm()).toBe(false);
});

test('the engine needs nothing newer than the probe: no section that came later', () => {
	const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
	expect(listSections(readFileSync(path)).filter((id) => id > 11)).toEqual([]);
});

/** Numbers of a module's sections; those above 11 belong to exceptions, garbage collection and shared data counts. */
function listSections(bytes: Uint8Array): number[] {
	const ids: number[] = [];
	for (let at = 8; at < bytes.length;) {
		ids.push(bytes[at++]!);
		let size = 0;
		let shift = 0;
		let byte: number;
		do {
			byte = bytes[at++]!;
			size |= (byte & 0x7f) << shift;
			shift += 7;
		} while (byte & 0x80);
		at += size;
	}
	return ids;
}
