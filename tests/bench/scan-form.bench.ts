// From the finger on "scan" to a form that is filled from the card, with a card held to a camera that is a film: the
// camera's start, the worker's start, the decoder and the reading. The peer is the camera's start alone. Another bench,
// `scan`, compares decoders on pictures.

import type { Page } from '@playwright/test';
import { doors } from '../../src/lib/ui/words/vi/doors.ts';
import { person } from '../../src/lib/ui/words/vi/person.ts';
import { WardServer } from '../e2e/stage.ts';
import { CARD_S01 } from '../fixtures/cards.ts';
import { median, ms, quantile, round, weighLoad, type Figure } from './figures.ts';
import { DOOR_ROW, goToDoors, Handset, joinWard, measureTap } from './handset.ts';

/** Issue 2, speed and size. */
const MOST_MS = 1_500;
const RUNS = 9;
/** Pictures in the film, each with other noise. */
const FRAMES = 20;

interface Bench {
	build(): Promise<string>;
	browser(): Promise<string>;
	say(line: string): void;
}

export async function* run({ build, browser, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const ward = await new WardServer().start();
	const handset = new Handset(ward.origin, await browser());
	try {
		handset.holdToCamera([{ text: CARD_S01, frames: FRAMES }]);
		const page = await handset.open('/');
		await joinWard(page, ward);
		const camera: number[] = [];
		const filled: number[] = [];
		for (let i = 0; i < RUNS; i++) {
			camera.push(await startCamera(page));
			filled.push(await scan(page, i));
		}
		say(`filled: ${filled.map(Math.round).join(' ')}; camera alone: ${camera.map(Math.round).join(' ')}`);
		const peer = 'the first picture of the camera alone';
		yield ms(peer, median(camera));
		const ratio = round(median(filled) / median(camera));
		yield ms(`tap to filled form, median of ${RUNS}`, median(filled), { peer, ratio, most: MOST_MS });
		yield ms('tap to filled form, p95', quantile(filled, 0.95));
		yield ms('tap to filled form, the first one', filled[0]!);
	} finally {
		await handset.throwAway();
		await ward.close();
	}
	yield weighLoad();
}

/** A new person behind another door each time: no form is filled yet. */
async function scan(page: Page, place: number): Promise<number> {
	await goToDoors(page);
	await page.locator(DOOR_ROW.selector).nth(place).tap();
	await page.getByRole('link', { name: doors.household.addPerson }).tap();
	const button = page.getByRole('button', { name: person.scan, exact: true });
	// the sentence that the number was taken comes with the fields, in one go
	const tookMs = await measureTap(page, button, { selector: 'form', text: person.dropNumber });
	const name = await page.locator('input[name=name]').inputValue();
	if (!CARD_S01.includes(name) || name === '') throw new Error(`the form says "${name}"`);
	return tookMs;
}

function startCamera(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const from = performance.now();
		const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
		const video = document.createElement('video');
		video.muted = true;
		video.srcObject = stream;
		const first = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
		await video.play();
		await first;
		const tookMs = performance.now() - from;
		for (const track of stream.getTracks()) track.stop();
		return tookMs;
	});
}
