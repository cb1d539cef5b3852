// A picture of somebody's screen, read as another phone's camera would: by a decoder that knows nothing of how we draw.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

let isReady: Promise<unknown> | null = null;

async function prepare(): Promise<void> {
	const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
	const bytes = await readFile(path);
	const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
	await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** The text of the one code in a PNG. */
export async function readQr(png: Uint8Array): Promise<string> {
	await (isReady ??= prepare());
	const found = await readBarcodes(png, { formats: ['QRCodeModel2'], tryHarder: true });
	const [only, other] = found.filter(({ isValid }) => isValid);
	if (!only || other) throw new Error(`${found.length} codes in the picture`);
	return only.text;
}
