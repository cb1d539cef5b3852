// The walk list of 2,000 doors, scrolled by a finger from its first row to its last. Each picture that the page could
// have drawn is counted, and each that showed an empty place where a door belongs. The peer is the plainest page with as
// many rows of the same height.

import type { Page } from '@playwright/test';
import { LARGE_QUARTER } from './crowd.ts';
import { median, round, weighLoad, type Figure } from './figures.ts';
import { joinLargeQuarter } from './handset.ts';

/** Issue 2, speed and size. */
const LEAST_FRAMES = 50;
const RUNS = 3;
/** About ten screens a second: a finger that wants to get to the end. */
const SPEED_PX = 7_000;

interface Scrolled {
	/** The fewest frames within any second. */
	readonly fewest: number;
	readonly mean: number;
	/** Frames in which a row of the screen was not there. */
	readonly gaps: number;
	readonly px: number;
}

interface Bench {
	build(): Promise<string>;
	browser(): Promise<string>;
	say(line: string): void;
}

export async function* run({ build, browser, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const { page, throwAway } = await joinLargeQuarter(await browser());
	try {
		const ours: Scrolled[] = [];
		const plain: Scrolled[] = [];
		const other = await page.context().newPage();
		await other.setContent(drawPlainList(LARGE_QUARTER.households));
		for (let i = 0; i < RUNS; i++) {
			await other.bringToFront();
			plain.push(await scroll(other));
			await page.bringToFront();
			ours.push(await scroll(page));
			say(`walk list ${JSON.stringify(ours.at(-1))}, plain ${JSON.stringify(plain.at(-1))}`);
		}
		const fewest = (runs: readonly Scrolled[]) => median(runs.map((run) => run.fewest));
		const peer = 'a plain list of as many rows';
		const ratio = round(fewest(ours) / fewest(plain));
		const unit = 'frames/s';
		yield { figure: `${peer}: fewest in any second`, value: fewest(plain), unit };
		yield {
			figure: `walk list: fewest in any second, median of ${RUNS}`,
			value: fewest(ours),
			unit,
			peer,
			ratio,
			least: LEAST_FRAMES
		};
		yield { figure: 'walk list: mean', value: round(median(ours.map((run) => run.mean))), unit };
		yield {
			figure: 'walk list: frames with an empty place',
			value: Math.max(...ours.map((run) => run.gaps)),
			unit: 'frames'
		};
		yield { figure: 'walk list: way', value: ours[0]!.px, unit: 'px' };
	} finally {
		await throwAway();
	}
	yield weighLoad();
}

/** From the top to the end, counting while the finger moves. */
async function scroll(page: Page): Promise<Scrolled> {
	await page.evaluate(() => scrollTo(0, 0));
	await page.waitForTimeout(500);
	const px = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
	await page.evaluate(() => {
		const list = [...document.querySelectorAll('ul')].sort((a, b) => b.offsetHeight - a.offsetHeight)[0]!;
		const rowPx = list.firstElementChild!.getBoundingClientRect().height;
		const listTop = list.getBoundingClientRect().top + scrollY;
		const rows = Math.round(list.offsetHeight / rowPx);
		const counted = { at: [] as number[], gaps: 0, isOver: false };
		Reflect.set(globalThis, 'counted', counted);
		requestAnimationFrame(function count(now) {
			counted.at.push(now);
			// the row in the middle of the screen, by its number; a plain list has all of them
			const place = Math.floor((scrollY + innerHeight / 2 - listTop) / rowPx);
			const isWindowed = list.childElementCount < rows;
			if (isWindowed && place >= 0 && place < rows && !list.querySelector(`[data-place="${place}"]`)) counted.gaps++;
			if (!counted.isOver) requestAnimationFrame(count);
		});
	});
	const session = await page.context().newCDPSession(page);
	await session.send('Input.synthesizeScrollGesture', {
		x: 180,
		y: 600,
		yDistance: -px,
		speed: SPEED_PX,
		gestureSourceType: 'mouse',
		preventFling: true
	});
	const { at, gaps, left } = await page.evaluate(() => {
		const counted = Reflect.get(globalThis, 'counted') as { at: number[]; gaps: number; isOver: boolean };
		counted.isOver = true;
		return { ...counted, left: document.documentElement.scrollHeight - innerHeight - scrollY };
	});
	await session.detach();
	if (left > 100) throw new Error(`the finger stopped ${left} px before the end`);
	return { ...countFrames(at), gaps, px };
}

/** Every second that begins with a frame, the last and shorter one left out. */
function countFrames(at: readonly number[]): { fewest: number; mean: number } {
	const last = at.at(-1)!;
	let fewest = Infinity;
	for (let from = 0, to = 0; at[from]! + 1000 <= last; from++) {
		while (at[to]! < at[from]! + 1000) to++;
		fewest = Math.min(fewest, to - from);
	}
	return { fewest, mean: round(((at.length - 1) * 1000) / (last - at[0]!)) };
}

function drawPlainList(rows: number): string {
	const row = (_: unknown, i: number) => `<li><strong>${i}/3</strong><br>chưa đến</li>`;
	return `<!doctype html><meta name="viewport" content="width=device-width"><style>
		body { margin: 0; font: 18px sans-serif }
		ul { margin: 0; padding: 0; list-style: none }
		li { box-sizing: border-box; height: 85.5px; padding: 16px; border-bottom: 1px solid #ccc }
	</style><ul>${Array.from({ length: rows }, row).join('')}</ul>`;
}
