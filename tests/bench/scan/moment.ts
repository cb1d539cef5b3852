// What may differ between two pictures of one scene: how the card is held, how the lens and the light are.

import type { Level } from './levels.ts';
import type { Chance } from './random.ts';

/** Everything that may differ between two frames of one scene. */
export interface Moment {
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

/** One moment out of a level's ranges. */
export function drawMoment(chance: Chance, level: Level): Moment {
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
