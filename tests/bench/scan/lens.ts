// From a scene to a photo of it: through a lens, by a hand that is not steady, in bad light, and out of the phone as JPEG.

import type { Moment } from './moment.ts';
import { openChance } from './random.ts';
import { CODE_AT_MM, CODE_MM, type Scene } from './scene.ts';

/** Through the lens onto the sensor, and out of the phone as a JPEG. */
export async function expose(scene: Scene, moment: Moment, [width, height]: readonly [number, number]): Promise<Blob> {
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
	const [codeX, codeY] = CODE_AT_MM[card.kind].map((at) => at + CODE_MM[card.kind] / 2) as [number, number];
	const middleX = moment.middle[0] * width;
	const middleY = moment.middle[1] * height;
	const [normalX, normalY, normalZ] = normal;
	const [rightX, rightY, rightZ] = right;
	const [downX, downY, downZ] = down;
	const { pixels, perMm, width: faceWidth } = face;
	const [endU, endV] = [faceWidth - 1, face.height - 1];
	const { ground } = scene;
	const picture = new Float32Array(width * height);
	// millions of looks a frame: nothing in here makes an array
	const look = (x: number, y: number): number => {
		const rayX = (x - middleX) / focal;
		const rayY = (y - middleY) / focal;
		const depth = (normalZ * distance) / (normalX * rayX + normalY * rayY + normalZ);
		const px = rayX * depth;
		const py = rayY * depth;
		const pz = depth - distance;
		const u = (px * rightX + py * rightY + pz * rightZ + codeX) * perMm;
		const v = (px * downX + py * downY + pz * downZ + codeY) * perMm;
		if (!(u >= 0 && v >= 0 && u < endU && v < endV)) return ground(x, y);
		const left = Math.floor(u);
		const at = Math.floor(v) * faceWidth + left;
		const partU = u - left;
		const above = pixels[at]! + (pixels[at + 1]! - pixels[at]!) * partU;
		const below = pixels[at + faceWidth]! + (pixels[at + faceWidth + 1]! - pixels[at + faceWidth]!) * partU;
		return above + (below - above) * (v - Math.floor(v));
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
	const [slopeX, slopeY] = [Math.cos(moment.slopeWay), Math.sin(moment.slopeWay)];
	const [shadowX, shadowY] = [Math.cos(moment.shadowWay), Math.sin(moment.shadowWay)];
	for (let y = 0, at = 0; y < height; y++) {
		for (let x = 0; x < width; x++, at++) {
			const slope = (x / width - 0.5) * slopeX + (y / height - 0.5) * slopeY;
			let level = (moment.base + picture[at]! * moment.contrast) * (1 + moment.slope * slope);
			if (moment.shadow > 0) {
				const away = (x - middleX) * shadowX + (y - middleY) * shadowY;
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
	const pass = (from: Float32Array, step: number, count: number, placeOf: (i: number) => number) => {
		const to = new Float32Array(from.length);
		for (let i = 0; i < from.length; i++) {
			const place = placeOf(i);
			let level = 0;
			if (place >= reach && place < count - reach) {
				for (let d = 0, at = i - reach * step; d < weights.length; d++, at += step) level += weights[d]! * from[at]!;
			} else {
				for (let d = -reach; d <= reach; d++) {
					const here = place + d < 0 ? -place : place + d >= count ? count - 1 - place : d;
					level += weights[d + reach]! * from[i + here * step]!;
				}
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
