// The scanner's engine without the tables that nobody here asks for: those that turn old Chinese, Japanese and Korean
// codings into letters, a third of its weight on the wire, and those of codes that are no QR. A card is UTF-8, a code in
// another coding is nobody's here (workers/decoders/zxing.ts), and letters are looked up only after a code was read: what is
// found in a picture does not change. That it does not is seen in workers/decoders/slim.test.ts.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The engine that the places below were found in (zxing-wasm 3.1.4). Another one stops the build until they were looked at. */
const KNOWN_SHA256 = 'e8af31edb56d0522f4de74495839385ef019ba8bc90d38e5ecb2f18795d86fb2';
/** What is taken out, by its addresses in the engine's memory. */
const TABLES = [
	// patterns and sums of PDF417 and of bars, which are never looked for
	{ from: 28_834, to: 62_272 },
	// letters, from the first table of Big5 to the last one of GB 18030, right before those of atan
	{ from: 80_592, to: 188_064 }
];

const DATA_SECTION = 11;
const WANTED = 'zxing-wasm/reader/zxing_reader.wasm?url';

/** The package's engine as it comes. */
export function readWholeEngine(): Uint8Array {
	return readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
}

/** The same with nought in place of the tables, which packs to nothing. Throws for an engine that is not the known one. */
export function slimEngine(whole: Uint8Array): Uint8Array {
	if (createHash('sha256').update(whole).digest('hex') !== KNOWN_SHA256)
		throw new Error('zxing-wasm has another engine now: find its tables anew (src/ops/scan-engine.ts)');
	const slim = Uint8Array.from(whole);
	for (const { address, at, size } of listData(whole))
		for (const table of TABLES) {
			const from = Math.max(table.from, address);
			const to = Math.min(table.to, address + size);
			if (from < to) slim.fill(0, at + from - address, at + to - address);
		}
	return slim;
}

/** In a build the slim engine takes the place of the package's. The plugin for vite.config.ts. */
export function slimScanner(root: string) {
	let isBuild = false;
	return {
		name: 'slim-scanner',
		enforce: 'pre' as const,
		configResolved(config: { readonly command: string }) {
			isBuild = config.command === 'build';
		},
		resolveId(id: string) {
			if (!isBuild || id !== WANTED) return null;
			const folder = join(root, '.svelte-kit', 'engine');
			mkdirSync(folder, { recursive: true });
			const path = join(folder, 'zxing_reader.wasm');
			writeFileSync(path, slimEngine(readWholeEngine()));
			return `${path}?url`;
		}
	};
}

interface Data {
	/** Where it goes in memory, and where it lies in the file. */
	readonly address: number;
	readonly at: number;
	readonly size: number;
}

/** The pieces of a module's data section, each of which is put at an address that the file names. */
function listData(bytes: Uint8Array): Data[] {
	let at = 8;
	const readNumber = (): number => {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = bytes[at++]!;
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) return value;
		}
	};
	const expectBytes = (...wanted: number[]) => {
		for (const byte of wanted) if (bytes[at++] !== byte) throw new Error('the engine has another shape now');
	};
	for (;;) {
		const section = bytes[at++];
		const size = readNumber();
		if (section === DATA_SECTION) break;
		at += size;
	}
	return Array.from({ length: readNumber() }, () => {
		expectBytes(0, 0x41); // into the one memory, at a constant
		const address = readNumber();
		expectBytes(0x0b);
		const size = readNumber();
		const data = { address, at, size };
		at += size;
		return data;
	});
}
