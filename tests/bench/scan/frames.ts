// Made-up camera frames of cards: one seed, one level and one number give one frame.

import { LEVELS, type LevelName } from './levels.ts';
import { expose } from './lens.ts';
import { drawMoment, type Moment } from './moment.ts';
import { openChance } from './random.ts';
import { makeScene } from './scene.ts';

export interface MadeFrame {
	readonly file: Blob;
	/** Empty where no code is in view. */
	readonly text: string;
}

export async function makeFrame(seed: number, level: LevelName, index: number): Promise<MadeFrame> {
	const chance = openChance(seed, level, index);
	const size = chance.isLucky(0.34) ? ([1920, 1080] as const) : ([1280, 720] as const);
	const moment = drawMoment(chance, LEVELS[level]);
	const scene = makeScene(chance, moment.modulePx, { isWorn: chance.isLucky(LEVELS[level].wearShare) });
	return { file: await expose(scene, moment, size), text: scene.card.text };
}

/** The frames of one hand-held card at 15 pictures a second: focus settles, the hand shakes and comes nearer. */
export async function* makeBurst(seed: number, index: number, frames: number): AsyncGenerator<MadeFrame> {
	const chance = openChance(seed, 'burst', index);
	const first = drawMoment(chance, LEVELS[chance.pick(['medium', 'medium', 'hard'] as const)]);
	const scene = makeScene(chance, first.modulePx * 1.2, { isWorn: chance.isLucky(0.25) });
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
