// The one place that draws codes.

import { correction, generate } from 'lean-qr';

export interface QrDrawing {
	/** Modules along one side, without the quiet zone. */
	readonly size: number;
	/** The dark modules as one path of unit squares; a path needs no markup from text. */
	readonly path: string;
}

export function drawQr(text: string): QrDrawing {
	const code = generate(text);
	let path = '';
	for (let y = 0; y < code.size; y++)
		for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
	return { size: code.size, path };
}

const QUIET_MODULES = 4;

/**
 * Draws a code as large as the canvas is shown, in whole pixels for each module: edges that fall between pixels cost a
 * camera more than a code that is a little smaller. Error correction is the lowest, because who misses a picture of a row
 * waits for another one, and fewer modules can be told apart from farther away.
 */
export function paintQr(canvas: HTMLCanvasElement, text: string): void {
	const code = generate(text, { maxCorrectionLevel: correction.L });
	const side = code.size + 2 * QUIET_MODULES;
	const modulePx = Math.max(1, Math.floor((canvas.clientWidth * devicePixelRatio) / side));
	canvas.width = canvas.height = side * modulePx;
	const context = canvas.getContext('2d');
	if (!context) return;
	context.fillStyle = '#fff';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.fillStyle = '#000';
	for (let y = 0; y < code.size; y++) {
		for (let x = 0; x < code.size; x++) {
			if (!code.get(x, y)) continue;
			context.fillRect((x + QUIET_MODULES) * modulePx, (y + QUIET_MODULES) * modulePx, modulePx, modulePx);
		}
	}
}
