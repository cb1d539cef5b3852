// Made-up camera frames: a card's face with its code, seen through a lens by a hand that is not steady, in bad light.
// Drawn in a worker of a browser, which has letters, a canvas and a JPEG encoder. One seed and one name give one frame.

import { correction, generate, mode, type Bitmap2D } from 'lean-qr';
import { LEVELS, type Level, type LevelName } from './levels.ts';
import { makeCard, type MadeCard } from './people.ts';
import { openChance, type Chance } from './random.ts';

const CARD_MM = [85.6, 53.98] as const;
const CODE_MM = { chipCardOld: 11, idCard: 18 } as const;
/** Where the code's corner is on the card. */
const CODE_AT_MM = { chipCardOld: [70.5, 3.6], idCard: [62, 4.5] } as const;
/** The light edge around the code is narrow on cards. */
const QUIET_MODULES = 1.5;

interface Scene {
	readonly card: MadeCard;
	readonly code: Bitmap2D;
	readonly face: {
		readonly pixels: Float32Array;
		readonly width: number;
		readonly height: number;
		readonly perMm: number;
	};
	readonly ground: (x: number, y: number) => number;
}

/** Everything that may differ between two frames of one scene. */
interface Moment {
	readonly modulePx: number;
	readonly tilt: number;
	readonly tiltWay: number;
	readonly roll: number;
	readonly middle: readonly [number, number];
	readonly blur: number;
	readonly motion: number;
	readonly motionWay: number;
	readonly noise: number;
	readonly contrast: number;
	readonly base: number;
	readonly slope: number;
	readonly slopeWay: number;
	readonly glare: number;
	readonly glareAt: readonly [number, number];
	readonly glareSize: readonly [number, number];
	readonly shadow: number;
	readonly shadowWay: number;
	readonly sharpening: number;
	readonly jpeg: number;
	readonly noiseSeed: number;
}

export interface MadeFrame {
	readonly file: Blob;
	/** Empty where no code is in view. */
	readonly text: string;
}

export async function makeFrame(seed: number, level: LevelName, index: number): Promise<MadeFrame> {
	const chance = openChance(seed, level, index);
	const size = chance.isLucky(0.34) ? ([1920, 1080] as const) : ([1280, 720] as const);
	const moment = drawMoment(chance, LEVELS[level]);
	const scene = makeScene(chance, moment.modulePx, chance.isLucky(LEVELS[level].wearShare));
	return { file: await expose(scene, moment, size), text: scene.card.text };
}

/** The frames of one hand-held card at 15 pictures a second: focus settles, the hand shakes and comes nearer. */
export async function* makeBurst(seed: number, index: number, frames: number): AsyncGenerator<MadeFrame> {
	const chance = openChance(seed, 'burst', index);
	const first = drawMoment(chance, LEVELS[chance.pick(['medium', 'medium', 'hard'] as const)]);
	const scene = makeScene(chance, first.modulePx * 1.2, chance.isLucky(0.25));
	const focusS = chance.between(0.4, 1.6);
	const [blurEnd, blurStart] = [chance.between(0.15, 0.42), chance.between(0.8, 1.8)];
	const [near, far] = [chance.between(1, 1.25), chance.between(0.65, 0.9)];
	const shake = chance.between(0.2, 1);
	const phase = Array.from({ length: 6 }, () => chance.between(0, 2 * Math.PI));
	const pace = Array.from({ length: 3 }, () => chance.between(0.8, 2.6));
	const wave = (at: number, speed: number) => Math.sin(at * speed + phase[Math.floor(speed * 7) % 6]!);
	for (let frame = 0; frame < frames; frame++) {
		const atS = frame / 15;
		const come = Math.min(1, (atS * 15) / (frames * 0.7));
		const moment: Moment = {
			...first,
			modulePx: first.modulePx * (far + (near - far) * come),
			blur: blurEnd + (blurStart - blurEnd) * Math.exp((-3 * atS) / focusS),
			middle: [
				first.middle[0] + 0.02 * shake * wave(atS, pace[0]! * 2),
				first.middle[1] + 0.03 * shake * wave(atS, pace[1]! * 2)
			],
			tilt: Math.max(0, first.tilt + 0.087 * wave(atS, pace[2]!)),
			roll: first.roll + 0.07 * wave(atS, pace[0]!),
			motion: Math.abs(shake * 1.3 * wave(atS, pace[0]! * 3)),
			motionWay: first.motionWay + atS,
			noiseSeed: first.noiseSeed + frame
		};
		yield { file: await expose(scene, moment, [1280, 720]), text: scene.card.text };
	}
}

/** No code in view: a table, cloth, a form full of print, or a card's other side. */
export async function makeNegative(seed: number, index: number): Promise<MadeFrame> {
	const chance = openChance(seed, 'negative', index);
	const moment = drawMoment(chance, LEVELS[chance.pick(['easy', 'medium', 'hard'] as const)]);
	const scene = makeScene(chance, moment.modulePx, false, chance.isLucky(0.5) ? 'face' : 'none');
	return { file: await expose(scene, moment, [1280, 720]), text: '' };
}

function drawMoment(chance: Chance, level: Level): Moment {
	const from = ([least, most]: readonly [number, number]) => chance.between(least, most);
	const radians = (degrees: number) => (degrees * Math.PI) / 180;
	const contrast = from(level.contrast);
	return {
		modulePx: from(level.modulePx),
		tilt: radians(from(level.tiltDegrees)),
		tiltWay: chance.between(0, 2 * Math.PI),
		roll: radians(chance.between(-level.rollDegrees, level.rollDegrees)),
		middle: [chance.between(0.36, 0.64), chance.between(0.36, 0.64)],
		blur: from(level.blurModules),
		motion: from(level.motionModules),
		motionWay: chance.between(0, Math.PI),
		noise: from(level.noise),
		contrast,
		base: chance.between(0, 1 - contrast) * 130,
		slope: chance.between(0, 0.5),
		slopeWay: chance.between(0, 2 * Math.PI),
		glare: chance.isLucky(level.glareShare) ? chance.between(0.3, level.glareMost) : 0,
		glareAt: [chance.between(-0.7, 0.7), chance.between(-0.7, 0.7)],
		glareSize: [chance.between(0.15, 0.8), chance.between(0.15, 0.8)],
		shadow: chance.isLucky(level.shadowShare) ? chance.between(0.25, 0.6) : 0,
		shadowWay: chance.between(0, 2 * Math.PI),
		sharpening: chance.pick([0, 0.4, 0.8]),
		jpeg: from(level.jpeg),
		noiseSeed: chance.whole(0, 2 ** 31)
	};
}

function makeScene(chance: Chance, modulePx: number, isWorn: boolean, shows: 'code' | 'face' | 'none' = 'code'): Scene {
	const card = makeCard(chance);
	const level = chance.pick([correction.L, correction.M, correction.M, correction.M, correction.Q]);
	const code = generate(mode.bytes(new TextEncoder().encode(card.text)), {
		minCorrectionLevel: level,
		maxCorrectionLevel: level
	});
	const perMm = Math.min(48, Math.max(10, (2 * modulePx * code.size) / CODE_MM[card.kind]));
	return { card, code, face: drawFace(chance, card, code, perMm, isWorn, shows), ground: drawGround(chance) };
}

function drawFace(
	chance: Chance,
	card: MadeCard,
	code: Bitmap2D,
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

function drawCode(context: OffscreenCanvasRenderingContext2D, { kind }: MadeCard, code: Bitmap2D): void {
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

/** Through the lens onto the sensor, and out of the phone as a JPEG. */
async function expose(scene: Scene, moment: Moment, [width, height]: readonly [number, number]): Promise<Blob> {
	const side = scene.code.size * moment.modulePx;
	let picture = project(scene, moment, width, height);
	light(picture, moment, width, height, side);
	picture = blur(picture, width, height, moment.blur * moment.modulePx);
	picture = smear(picture, width, height, moment.motion * moment.modulePx, moment.motionWay);
	addNoise(picture, moment);
	if (moment.sharpening > 0) {
		const soft = blur(picture, width, height, 1.6);
		for (let i = 0; i < picture.length; i++) picture[i]! += moment.sharpening * (picture[i]! - soft[i]!);
	}
	const image = new ImageData(width, height);
	for (let i = 0; i < picture.length; i++) {
		image.data[i * 4] = image.data[i * 4 + 1] = image.data[i * 4 + 2] = picture[i]!;
		image.data[i * 4 + 3] = 255;
	}
	const canvas = new OffscreenCanvas(width, height);
	canvas.getContext('2d')!.putImageData(image, 0, 0);
	return canvas.convertToBlob({ type: 'image/jpeg', quality: moment.jpeg });
}

/** Each pixel looks back through a pinhole at the tilted card, at four places. */
function project(scene: Scene, moment: Moment, width: number, height: number): Float32Array {
	const { face, card, code } = scene;
	const focal = 1.1 * Math.max(width, height);
	const pxPerMm = (moment.modulePx * code.size) / CODE_MM[card.kind];
	const distance = focal / pxPerMm;
	const [sin, cos] = [Math.sin(moment.tilt), Math.cos(moment.tilt)];
	// the axis of the tilt lies in the card's plane
	const [axisX, axisY] = [-Math.sin(moment.tiltWay), Math.cos(moment.tiltWay)];
	const turn = (x: number, y: number): readonly [number, number, number] => {
		const along = (axisX * x + axisY * y) * (1 - cos);
		return [x * cos + axisX * along, y * cos + axisY * along, sin * (axisX * y - axisY * x)];
	};
	const [rollSin, rollCos] = [Math.sin(moment.roll), Math.cos(moment.roll)];
	const right = turn(rollCos, rollSin);
	const down = turn(-rollSin, rollCos);
	const normal = [
		right[1] * down[2] - right[2] * down[1],
		right[2] * down[0] - right[0] * down[2],
		right[0] * down[1] - right[1] * down[0]
	] as const;
	const codeMiddle = CODE_AT_MM[card.kind].map((at) => at + CODE_MM[card.kind] / 2) as [number, number];
	const [middleX, middleY] = [moment.middle[0] * width, moment.middle[1] * height];
	const picture = new Float32Array(width * height);
	const look = (x: number, y: number): number => {
		const [rayX, rayY] = [(x - middleX) / focal, (y - middleY) / focal];
		const depth = (normal[2] * distance) / (normal[0] * rayX + normal[1] * rayY + normal[2]);
		const [px, py, pz] = [rayX * depth, rayY * depth, depth - distance];
		const u = (px * right[0] + py * right[1] + pz * right[2] + codeMiddle[0]) * face.perMm;
		const v = (px * down[0] + py * down[1] + pz * down[2] + codeMiddle[1]) * face.perMm;
		if (!(u >= 0 && v >= 0 && u < face.width - 1 && v < face.height - 1)) return scene.ground(x, y);
		const at = Math.floor(v) * face.width + Math.floor(u);
		const [partU, partV] = [u - Math.floor(u), v - Math.floor(v)];
		const { pixels } = face;
		const above = pixels[at]! + (pixels[at + 1]! - pixels[at]!) * partU;
		const below = pixels[at + face.width]! + (pixels[at + face.width + 1]! - pixels[at + face.width]!) * partU;
		return above + (below - above) * partV;
	};
	for (let y = 0, at = 0; y < height; y++) {
		for (let x = 0; x < width; x++, at++) {
			picture[at] =
				(look(x + 0.25, y + 0.25) + look(x + 0.75, y + 0.25) + look(x + 0.25, y + 0.75) + look(x + 0.75, y + 0.75)) / 4;
		}
	}
	return picture;
}

function light(picture: Float32Array, moment: Moment, width: number, height: number, side: number): void {
	const [middleX, middleY] = [moment.middle[0] * width, moment.middle[1] * height];
	for (let y = 0, at = 0; y < height; y++) {
		for (let x = 0; x < width; x++, at++) {
			const slope = (x / width - 0.5) * Math.cos(moment.slopeWay) + (y / height - 0.5) * Math.sin(moment.slopeWay);
			let level = (moment.base + picture[at]! * moment.contrast) * (1 + moment.slope * slope);
			if (moment.shadow > 0) {
				const away = (x - middleX) * Math.cos(moment.shadowWay) + (y - middleY) * Math.sin(moment.shadowWay);
				level *= 1 - moment.shadow * Math.min(1, Math.max(0, away / (side * 0.06) + 0.5));
			}
			if (moment.glare > 0) {
				const awayX = (x - middleX - moment.glareAt[0] * side) / (side * moment.glareSize[0]);
				const awayY = (y - middleY - moment.glareAt[1] * side) / (side * moment.glareSize[1]);
				level += moment.glare * 235 * Math.exp(-(awayX * awayX + awayY * awayY));
			}
			picture[at] = level;
		}
	}
}

function blur(picture: Float32Array, width: number, height: number, sigma: number): Float32Array {
	if (sigma < 0.15) return picture;
	const reach = Math.ceil(sigma * 2.5);
	const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
		Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma))
	);
	const sum = weights.reduce((all, weight) => all + weight, 0);
	const pass = (from: Float32Array, step: number, count: number, at: (i: number) => number) => {
		const to = new Float32Array(from.length);
		for (let i = 0; i < from.length; i++) {
			const place = at(i);
			let level = 0;
			for (let d = -reach; d <= reach; d++) {
				const here = place + d < 0 ? -place : place + d >= count ? count - 1 - place : d;
				level += weights[d + reach]! * from[i + here * step]!;
			}
			to[i] = level / sum;
		}
		return to;
	};
	const rows = pass(picture, 1, width, (i) => i % width);
	return pass(rows, width, height, (i) => Math.floor(i / width));
}

/** The hand moves while the shutter is open: the mean along a line. */
function smear(picture: Float32Array, width: number, height: number, length: number, way: number): Float32Array {
	if (length < 0.6) return picture;
	const steps = Math.max(3, Math.ceil(length * 2));
	const to = new Float32Array(picture.length);
	for (let step = 0; step < steps; step++) {
		const along = (step / (steps - 1) - 0.5) * length;
		const [moveX, moveY] = [along * Math.cos(way), along * Math.sin(way)];
		const [left, top] = [Math.floor(moveX), Math.floor(moveY)];
		const [partX, partY] = [moveX - left, moveY - top];
		for (let y = 0, at = 0; y < height; y++) {
			const row = Math.min(height - 1, Math.max(0, y + top)) * width;
			const below = Math.min(height - 1, Math.max(0, y + top + 1)) * width;
			for (let x = 0; x < width; x++, at++) {
				const here = Math.min(width - 1, Math.max(0, x + left));
				const next = Math.min(width - 1, here + 1);
				const upper = picture[row + here]! * (1 - partX) + picture[row + next]! * partX;
				const lower = picture[below + here]! * (1 - partX) + picture[below + next]! * partX;
				to[at]! += (upper * (1 - partY) + lower * partY) / steps;
			}
		}
	}
	return to;
}

/** Of the light and of the sensor; the phone smooths a little before it sharpens. */
function addNoise(picture: Float32Array, { noise, noiseSeed }: Moment): void {
	const chance = openChance(noiseSeed);
	for (let i = 0; i < picture.length; i++) {
		const level = Math.min(255, Math.max(0, picture[i]!));
		// the sum of four even numbers is near enough to a bell, and four times quicker
		const bell = (chance.unit() + chance.unit() + chance.unit() + chance.unit() - 2) * 1.73;
		picture[i] = level + 0.8 * noise * Math.sqrt(0.25 + level / 170) * bell;
	}
}
