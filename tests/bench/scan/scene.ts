// A made-up card's face with its code, worn or not, and what it lies on, drawn in a worker of a browser, which has letters
// and a canvas.

import { correction, generate, mode, type Bitmap2D } from 'lean-qr';
import { makeCard, type MadeCard } from './people.ts';
import type { Chance } from './random.ts';

const CARD_MM = [85.6, 53.98] as const;
export const CODE_MM = { chipCardOld: 11, idCard: 18 } as const;
/** Where the code's corner is on the card. */
export const CODE_AT_MM = { chipCardOld: [70.5, 3.6], idCard: [62, 4.5] } as const;
/** The light edge around the code is narrow on cards. */
const QUIET_MODULES = 1.5;

export interface Scene {
	readonly card: MadeCard;
	readonly code: Pick<Bitmap2D, 'size'> & { get(x: number, y: number): boolean };
	readonly face: {
		readonly pixels: Float32Array;
		readonly width: number;
		readonly height: number;
		readonly perMm: number;
	};
	readonly ground: (x: number, y: number) => number;
}

/** What is drawn on a card's face, where it is no new card with its code. */
interface Look {
	readonly isWorn?: boolean;
	readonly shows?: 'code' | 'face' | 'none';
	/** What is printed instead of the card's code. */
	readonly print?: (code: Scene['code']) => Scene['code'];
}

export function makeScene(
	chance: Chance,
	modulePx: number,
	{ isWorn = false, shows = 'code', print = (code) => code }: Look = {}
): Scene {
	const card = makeCard(chance);
	const code = print(encode(chance, card.text));
	const perMm = Math.min(48, Math.max(10, (2 * modulePx * code.size) / CODE_MM[card.kind]));
	return { card, code, face: drawFace(chance, card, code, perMm, isWorn, shows), ground: drawGround(chance) };
}

/** A text as a code, with the error correction of most cards or a little more or less. */
export function encode(chance: Chance, text: string): Scene['code'] {
	const level = chance.pick([correction.L, correction.M, correction.M, correction.M, correction.Q]);
	return generate(mode.bytes(new TextEncoder().encode(text)), {
		minCorrectionLevel: level,
		maxCorrectionLevel: level
	});
}

function drawFace(
	chance: Chance,
	card: MadeCard,
	code: Scene['code'],
	perMm: number,
	isWorn: boolean,
	shows: 'code' | 'face' | 'none'
): Scene['face'] {
	const [width, height] = shows === 'none' ? [1, 1] : [Math.round(CARD_MM[0] * perMm), Math.round(CARD_MM[1] * perMm)];
	const context = new OffscreenCanvas(width, height).getContext('2d')!;
	context.fillStyle = '#d4dcd6';
	context.fillRect(0, 0, width, height);
	context.scale(perMm, perMm);
	context.lineWidth = 0.12;
	for (let line = 0; line < 40; line++) {
		context.strokeStyle = `rgb(120 150 140 / ${chance.between(0.15, 0.5)})`;
		context.beginPath();
		const [y, high, step] = [chance.between(0, 54), chance.between(0.5, 3), chance.between(4, 14)];
		for (let x = 0; x < 86; x += 0.5) context.lineTo(x, y + high * Math.sin(x / step));
		context.stroke();
	}
	const fields = card.text.split('|');
	context.fillStyle = '#1c1c1c';
	const print = [
		`Số / No: ${fields[0]}`,
		fields[2]!.toUpperCase(),
		`Ngày sinh: ${fields[3]}`,
		`Giới tính: ${fields[4]}`
	];
	[...print, fields[5]!.slice(0, 40), fields[5]!.slice(40), 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'].forEach(
		(text, row) => {
			context.font = `${row % 3 === 0 ? 2.6 : 2.1}px sans-serif`;
			context.fillText(text, card.kind === 'idCard' ? 4 : 26, 14 + row * 4.6);
		}
	);
	if (card.kind === 'chipCardOld') {
		context.fillStyle = '#8d8478';
		context.fillRect(3.5, 18, 20, 30);
	}
	if (shows === 'code') drawCode(context, card, code);
	if (isWorn) scratch(chance, context, card);
	const { data } = context.getImageData(0, 0, width, height);
	const pixels = new Float32Array(width * height);
	for (let i = 0; i < pixels.length; i++) {
		pixels[i] = 0.299 * data[i * 4]! + 0.587 * data[i * 4 + 1]! + 0.114 * data[i * 4 + 2]!;
	}
	return { pixels, width, height, perMm };
}

function drawCode(context: OffscreenCanvasRenderingContext2D, { kind }: MadeCard, code: Scene['code']): void {
	const [left, top] = CODE_AT_MM[kind];
	const module = CODE_MM[kind] / code.size;
	const quiet = QUIET_MODULES * module;
	context.fillStyle = 'rgb(240 240 236 / 0.7)';
	context.fillRect(left - quiet, top - quiet, CODE_MM[kind] + 2 * quiet, CODE_MM[kind] + 2 * quiet);
	context.fillStyle = '#242220';
	for (let y = 0; y < code.size; y++) {
		// ink spreads a little
		for (let x = 0; x < code.size; x++) {
			if (code.get(x, y))
				context.fillRect(left + (x - 0.04) * module, top + (y - 0.04) * module, module * 1.08, module * 1.08);
		}
	}
}

function scratch(chance: Chance, context: OffscreenCanvasRenderingContext2D, { kind }: MadeCard): void {
	const [left, top] = CODE_AT_MM[kind];
	const side = CODE_MM[kind];
	const inside = () => [left + chance.between(-0.2, 1.2) * side, top + chance.between(-0.2, 1.2) * side] as const;
	for (let line = chance.whole(1, 5); line > 0; line--) {
		const shade = chance.whole(120, 225);
		context.strokeStyle = `rgb(${shade} ${shade} ${shade})`;
		context.lineWidth = side * chance.between(0.003, 0.012);
		context.beginPath();
		context.moveTo(...inside());
		context.lineTo(...inside());
		context.stroke();
	}
}

/** What lies around the card, by place: a desk, wood, checked cloth, lines of print. */
function drawGround(chance: Chance): Scene['ground'] {
	const level = chance.between(40, 200);
	const [scale, strength, turn] = [chance.between(18, 60), chance.between(15, 80), chance.between(0, 6.28)];
	switch (chance.whole(0, 4)) {
		case 0:
			return () => level;
		case 1:
			return (x, y) => level + 18 * Math.sin((y + 18 * Math.sin(x / 200 + turn)) / (scale / 3));
		case 2:
			return (x, y) => level + ((Math.floor(x / scale) + Math.floor(y / scale)) % 2) * strength;
		default:
			return (x, y) => {
				const row = Math.floor(y / scale);
				const isInk = y % scale < scale * 0.45 && Math.sin(x * 0.9 + row * 7) + Math.sin(x * 0.37 + row * 3) > 0.4;
				return isInk ? 50 : 215;
			};
	}
}
