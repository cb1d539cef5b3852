// How hard a made-up frame is to read: ranges that each frame draws from. Distances are in modules of the code, because
// that is what decides; the pixels per module are drawn beside them.

type Range = readonly [number, number];

export interface Level {
	readonly modulePx: Range;
	readonly tiltDegrees: Range;
	readonly rollDegrees: number;
	readonly blurModules: Range;
	readonly motionModules: Range;
	readonly noise: Range;
	readonly contrast: Range;
	readonly glareShare: number;
	readonly glareMost: number;
	readonly shadowShare: number;
	readonly wearShare: number;
	readonly jpeg: Range;
}

export const LEVELS = {
	easy: {
		modulePx: [3.5, 6],
		tiltDegrees: [0, 12],
		rollDegrees: 20,
		blurModules: [0.1, 0.3],
		motionModules: [0, 0.35],
		noise: [1, 4],
		contrast: [0.75, 0.95],
		glareShare: 0.1,
		glareMost: 0.35,
		shadowShare: 0.15,
		wearShare: 0,
		jpeg: [0.82, 0.95]
	},
	medium: {
		modulePx: [2.6, 4.5],
		tiltDegrees: [5, 25],
		rollDegrees: 60,
		blurModules: [0.15, 0.38],
		motionModules: [0, 0.7],
		noise: [2, 7],
		contrast: [0.55, 0.9],
		glareShare: 0.25,
		glareMost: 0.5,
		shadowShare: 0.3,
		wearShare: 0.2,
		jpeg: [0.65, 0.9]
	},
	hard: {
		modulePx: [2.1, 3.8],
		tiltDegrees: [8, 35],
		rollDegrees: 180,
		blurModules: [0.16, 0.44],
		motionModules: [0, 0.8],
		noise: [3, 9],
		contrast: [0.4, 0.8],
		glareShare: 0.35,
		glareMost: 0.65,
		shadowShare: 0.4,
		wearShare: 0.35,
		jpeg: [0.52, 0.85]
	}
} as const satisfies Record<string, Level>;

export type LevelName = keyof typeof LEVELS;
