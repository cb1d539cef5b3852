// Made-up pictures in which no card may be found. `negative`: what lies about where cards are read, and cards without a
// code. `texture`: what a finder of codes may take for one, from noise to tiles and print. `decoy`: a code that is no
// card's, or one of which too much is missing.

import { FOREIGN_CODES } from '../../fixtures/cards.ts';
import type { MadeFrame } from './frames.ts';
import { expose } from './lens.ts';
import { LEVELS } from './levels.ts';
import { drawMoment } from './moment.ts';
import { openChance, type Chance } from './random.ts';
import { encode, makeScene, type Scene } from './scene.ts';

const SIZE = [1280, 720] as const;
type Context = OffscreenCanvasRenderingContext2D;

/** No code in view. */
export async function makeNegative(seed: number, index: number): Promise<MadeFrame> {
	const chance = openChance(seed, 'negative', index);
	const moment = drawMoment(chance, LEVELS[chance.pick(['easy', 'medium', 'hard'] as const)]);
	const scene = makeScene(chance, moment.modulePx, { shows: chance.pick(['face', 'none'] as const) });
	return { file: await expose(scene, moment, SIZE), text: '' };
}

/** No code in view, and much that looks like one. */
export async function makeTexture(seed: number, index: number): Promise<MadeFrame> {
	const chance = openChance(seed, 'texture', index);
	const moment = drawMoment(chance, LEVELS[chance.pick(['easy', 'medium', 'hard'] as const)]);
	const scene = makeScene(chance, moment.modulePx, { shows: 'none' });
	return { file: await expose({ ...scene, ground: look(chance, chance.pick(VIEWS)) }, moment, SIZE), text: '' };
}

/** Another code than a card's (its text is the frame's), half a card's code, or modules that nobody printed. */
export async function makeDecoy(seed: number, index: number): Promise<MadeFrame> {
	const chance = openChance(seed, 'decoy', index);
	const moment = drawMoment(chance, LEVELS[chance.pick(['easy', 'easy', 'medium', 'hard'] as const)]);
	const kind = chance.pick(['foreign', 'half', 'scrambled'] as const);
	if (kind === 'foreign') {
		const { text } = chance.pick(FOREIGN_CODES.filter(({ text: some }) => some.trim() !== '' && some.length < 400));
		const scene = makeScene(chance, moment.modulePx, { print: () => encode(chance, text) });
		return { file: await expose(scene, moment, SIZE), text };
	}
	const spoil = kind === 'half' ? halve : scramble;
	const scene = makeScene(chance, moment.modulePx, { print: (code) => spoil(chance, code) });
	return { file: await expose(scene, moment, SIZE), text: '' };
}

type Code = Scene['code'];

/** More than a third of it is missing, which no error correction of these codes brings back. */
export function halve(chance: Chance, code: Code): Code {
	const { size } = code;
	const kept = size * chance.between(0.3, 0.62);
	const side = chance.whole(0, 4);
	const isDark = chance.isLucky(0.3);
	return {
		size,
		get: (x, y) => ([x, y, size - 1 - x, size - 1 - y][side]! < kept ? code.get(x, y) : isDark)
	};
}

/** The marks in the corners are a code's, all the rest is chance. */
export function scramble(chance: Chance, code: Code): Code {
	const { size } = code;
	const share = chance.between(0.4, 0.6);
	const modules = Array.from({ length: size * size }, () => chance.isLucky(share));
	const isMark = (x: number, y: number) => (x < 9 && (y < 9 || y >= size - 8)) || (x >= size - 8 && y < 9);
	return { size, get: (x, y) => (isMark(x, y) || x === 6 || y === 6 ? code.get(x, y) : modules[y * size + x]!) };
}

/** What a painter leaves on a canvas, as the ground of a scene. */
function look(chance: Chance, paint: (chance: Chance, context: Context) => void): Scene['ground'] {
	const [width, height] = SIZE;
	const context = new OffscreenCanvas(width, height).getContext('2d')!;
	context.fillStyle = grey(chance.whole(90, 230));
	context.fillRect(0, 0, width, height);
	paint(chance, context);
	const { data } = context.getImageData(0, 0, width, height);
	return (x, y) => data[(Math.floor(y) * width + Math.floor(x)) * 4]!;
}

const grey = (level: number) => `rgb(${level} ${level} ${level})`;

/** A grid whose cells are filled by `isDark`: tiles, a crossword, a chessboard, a keyboard, a house front. */
function paintCells(chance: Chance, context: Context, isDark: (column: number, row: number) => boolean): void {
	const [cell, gap] = [chance.between(4, 46), chance.pick([0, 0.1, 0.35])];
	const [dark, light] = [grey(chance.whole(10, 80)), grey(chance.whole(150, 250))];
	context.rotate(chance.between(-0.4, 0.4));
	for (let y = -500; y < 1300; y += cell) {
		for (let x = -500; x < 1800; x += cell) {
			context.fillStyle = isDark(Math.round(x / cell), Math.round(y / cell)) ? dark : light;
			context.fillRect(x, y, cell * (1 - gap), cell * (1 - gap));
		}
	}
}

const VIEWS: readonly ((chance: Chance, context: Context) => void)[] = [
	function noise(chance, context) {
		const image = context.createImageData(...SIZE);
		const coarse = chance.whole(1, 7);
		const levels = Array.from({ length: 65_521 }, () => chance.whole(0, 256));
		for (let i = 0; i < image.data.length; i += 4) {
			const [x, y] = [(i / 4) % SIZE[0], Math.floor(i / 4 / SIZE[0])];
			image.data[i] = levels[(Math.floor(x / coarse) * 7919 + Math.floor(y / coarse) * 104_729) % levels.length]!;
			image.data[i + 3] = 255;
		}
		context.putImageData(image, 0, 0);
	},
	(chance, context) => paintCells(chance, context, (column, row) => (column + row) % 2 === 0),
	(chance, context) => paintCells(chance, context, () => chance.isLucky(0.5)),
	function bars(chance, context) {
		for (let code = chance.whole(1, 5); code > 0; code--) {
			context.setTransform(1, 0, 0, 1, chance.between(0, 900), chance.between(0, 500));
			context.rotate(chance.between(-1, 1));
			context.fillStyle = grey(240);
			context.fillRect(-20, -10, 460, 170);
			context.fillStyle = grey(20);
			for (let x = 0; x < 420; x += chance.whole(2, 12)) context.fillRect(x, 0, chance.whole(2, 8), 150);
		}
	},
	function page(chance, context) {
		context.rotate(chance.between(-0.3, 0.3));
		const px = chance.whole(9, 40);
		context.fillStyle = grey(30);
		context.font = `${px}px ${chance.pick(['serif', 'sans-serif', 'monospace'])}`;
		const words = 'Hộ gia đình, khu phố, tổ dân phố, số định danh, ngày sinh, nơi thường trú'.split(' ');
		for (let y = -200; y < 1000; y += px * 1.3) {
			context.fillText(Array.from({ length: 60 }, () => chance.pick(words)).join(' '), -200, y);
		}
	},
	function things(chance, context) {
		for (let thing = 0; thing < 260; thing++) {
			context.fillStyle = grey(chance.whole(0, 256));
			const [x, y, size] = [chance.between(0, 1280), chance.between(0, 720), chance.between(3, 160)];
			if (chance.isLucky(0.5)) context.fillRect(x, y, size, size * chance.between(0.2, 2));
			else {
				context.beginPath();
				context.arc(x, y, size / 2, 0, 2 * Math.PI);
				context.fill();
			}
		}
	},
	/** Squares in squares: what a decoder takes for the corner marks of a code. */
	function rings(chance, context) {
		for (let ring = 0; ring < 40; ring++) {
			const [x, y, unit] = [chance.between(0, 1280), chance.between(0, 720), chance.between(2, 14)];
			for (const [at, level] of [7, 5, 3].entries()) {
				context.fillStyle = grey(at % 2 ? 230 : 25);
				context.fillRect(x - (level * unit) / 2, y - (level * unit) / 2, level * unit, level * unit);
			}
		}
	},
	function leaves(chance, context) {
		for (let leaf = 0; leaf < 4000; leaf++) {
			context.fillStyle = grey(chance.whole(20, 220));
			context.beginPath();
			const [x, y, turn] = [chance.between(0, 1280), chance.between(0, 720), chance.between(0, 6.28)];
			context.ellipse(x, y, chance.between(2, 26), chance.between(1, 9), turn, 0, 6.28);
			context.fill();
		}
	}
];
