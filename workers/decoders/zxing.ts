// First engine: ZXing-C++ as WebAssembly. Best of all that were measured (shared study of the card QR, B1).

import { prepareZXingModule, readBarcodes, type ReaderOptions, type ReadResult } from 'zxing-wasm/reader';
import type { Gate, Pixels } from './decoder.ts';

const FRAME: ReaderOptions = {
	// 'QRCode' would let Micro QR in, and a blurred card was once accepted as the Micro QR text 55642.
	formats: ['QRCodeModel2'],
	tryHarder: true,
	// For a card held too near: 15 to 100 % of that class (study, B3).
	tryDownscale: true,
	// The finder patterns give the rotation; the other two only cost time on a live picture.
	tryRotate: false,
	tryInvert: false,
	// The text as it is; the default writes control characters by their names.
	textMode: 'Plain',
	// A second code in view must be known of: whose card would be taken?
	maxNumberOfSymbols: 2
};

/** How hard to look: a live frame, a piece cut out of it and enlarged, one with grain, or a picture that will not come again. */
const EFFORTS = {
	frame: FRAME,
	piece: { ...FRAME, tryDownscale: false, maxNumberOfSymbols: 1 },
	noisy: { ...FRAME, tryDownscale: false, maxNumberOfSymbols: 1, tryDenoise: true },
	picture: { ...FRAME, tryRotate: true, tryInvert: true, tryDenoise: true }
} as const satisfies Record<string, ReaderOptions>;

export type Effort = keyof typeof EFFORTS;

export interface Zxing {
	/** The texts of the codes in view, at most two, that of the larger one first. */
	read(image: Pixels, effort: Effort, gate: Gate): Promise<string[]>;
}

/** Where the module is: its address (in a browser) or its bytes (in Node). The package's default is a foreign CDN. */
export type ZxingSource = { readonly wasmUrl: string } | { readonly wasmBinary: ArrayBuffer };

/** Ready to decode when the promise resolves; rejects where WebAssembly is blocked or the file is out of reach. */
export async function openZxing(source: ZxingSource): Promise<Zxing> {
	const overrides = 'wasmUrl' in source ? { locateFile: () => source.wasmUrl } : { wasmBinary: source.wasmBinary };
	await prepareZXingModule({ overrides, fireImmediately: true });
	return {
		async read(image, effort, gate) {
			// The reader asks for data, width and height and nothing else of an ImageData.
			const symbols = await readBarcodes(image as ImageData, EFFORTS[effort]);
			// The engine's own order changes with the rotation.
			symbols.sort((a, b) => measureSpan(b) - measureSpan(a));
			return symbols.flatMap((symbol) => {
				if (!symbol.isValid) return [];
				// A card is UTF-8. Other codes say what they are, or the engine guesses as every reader does.
				const text = readUtf8(symbol.bytes) ?? (gate === 'any' ? symbol.text : '');
				// It writes signs of replacement for what it has no letters for (src/ops/scan-engine.ts).
				return text === '' || text.includes('\ufffd') ? [] : [text];
			});
		}
	};
}

/** How large a code is in the picture: its longer diagonal in pixels. */
function measureSpan({ position }: ReadResult): number {
	const { topLeft, topRight, bottomLeft, bottomRight } = position;
	const measure = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);
	return Math.max(measure(topLeft, bottomRight), measure(topRight, bottomLeft));
}

/** Cards hold UTF-8 without saying so; other bytes are somebody else's code and are refused rather than guessed at. */
export function readUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null; // Not UTF-8: the same answer as no code.
	}
}
