// Second decoder: the one inside html5-qrcode (zxing-js), for phones where WebAssembly is blocked and as a second opinion.
// Only its decoder class is used; its camera loop works on the main thread at the size of a CSS box (study, A4).

import { BaseLoggger, Html5QrcodeSupportedFormats } from 'html5-qrcode/esm/core.js';
import { ZXingHtml5QrcodeDecoder } from 'html5-qrcode/esm/zxing-html5-qrcode-decoder.js';
import type { Decoder, Pixels } from './decoder.ts';

type Canvas = Parameters<ZXingHtml5QrcodeDecoder['decodeAsync']>[0];

/** Ready at once. Its text is exact whenever it reads at all (study, B4); a replacement sign means it guessed. */
export function openHtml5(): Decoder {
	const decoder = new ZXingHtml5QrcodeDecoder([Html5QrcodeSupportedFormats.QR_CODE], false, new BaseLoggger(false));
	return {
		name: 'html5-qrcode',
		async decode(image) {
			try {
				const { text } = await decoder.decodeAsync(asCanvas(image));
				return text && !text.includes('\ufffd') ? text : null;
			} catch {
				return null; // It throws NotFoundException and its like for every picture without a readable code.
			}
		}
	};
}

/**
 * The decoder asks its canvas for size and pixels and nothing else (zxing-js HTMLCanvasElementLuminanceSource; rotation,
 * which would need a document, is off), so the pixels that we have can answer without being drawn a second time.
 */
function asCanvas(image: Pixels): Canvas {
	const { width, height } = image;
	return { width, height, getContext: () => ({ getImageData: () => image }) } as unknown as Canvas;
}
