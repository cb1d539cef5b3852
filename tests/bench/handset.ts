// The phone of the benchmarks: a profile on disk that is closed and opened again, as slow as wanted. Moments are taken
// inside the page and by its clock, so that looking from outside costs nothing.
//
// NOTE: what DevTools slows down is the page's own thread. Workers (the PIN), WebCrypto's pool and the store's disk go
// on at full speed, so what a figure owes to them is told apart where it is much.

import { mkdirSync, rmSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { app } from '../../src/lib/ui/words/vi/app.ts';
import { doors } from '../../src/lib/ui/words/vi/doors.ts';
import { join } from '../../src/lib/ui/words/vi/join.ts';
import { lock } from '../../src/lib/ui/words/vi/lock.ts';
import { makeFolder, WardServer } from '../e2e/stage.ts';
import { writeCameraFile, type Scene } from '../fixtures/camera.ts';
import { findFreePort } from '../fixtures/engine-driver.ts';
import { launchPhone } from '../fixtures/phone-browser.ts';
import { fillQuarter, LARGE_QUARTER } from './crowd.ts';

/** A cheap phone, as the issue puts it. */
export const SLOW = 6;
const PIN = '27182818';
const WAIT_MS = 60_000;

/** Something on the screen: an element that is drawn and takes a press, by its text where that is given. */
export interface Sight {
	readonly selector: string;
	readonly text?: string;
}

/** Lives in the page. */
interface Stopwatch {
	/** When the finger came down last, and when the last worker ended. */
	tapAt: number;
	workerTo: number;
	/** The moment by which the sight was drawn and the page had time for the next press. */
	until(sight: Sight): Promise<number>;
}

declare global {
	var stopwatch: Stopwatch;
}

export interface OpenOptions {
	readonly isOffline?: boolean;
	/** How many times slower the page's thread is; 1 is this machine. */
	readonly slow?: number;
	/** Another program looks into it, at `debugPort`. */
	readonly isDebugged?: boolean;
}

export class Handset {
	readonly #origin: string;
	readonly #browserPath: string;
	readonly #folder = makeFolder('bench');
	#context: BrowserContext | null = null;
	#camera: string | null = null;
	/** Where another program may look into the phone that is open. */
	debugPort = 0;

	constructor(origin: string, browserPath: string) {
		this.#origin = origin;
		this.#browserPath = browserPath;
	}

	/** What the camera sees from the next `open` on. */
	holdToCamera(scenes: readonly Scene[], framesPerSecond?: number): void {
		mkdirSync(this.#folder, { recursive: true });
		this.#camera = joinPath(this.#folder, 'camera.y4m');
		writeCameraFile(this.#camera, scenes, { width: 960, height: 540 }, framesPerSecond);
	}

	/** Starts the browser on this profile and goes to `path` with everything set beforehand. */
	async open(path: string, { isOffline = false, slow = 1, isDebugged = false }: OpenOptions = {}): Promise<Page> {
		if (isDebugged) this.debugPort = await findFreePort();
		const context = await launchPhone({
			profile: joinPath(this.#folder, 'browser'),
			origin: this.#origin,
			browserPath: this.#browserPath,
			cameraFile: this.#camera,
			debugPort: isDebugged ? this.debugPort : undefined
		});
		this.#context = context;
		context.setDefaultTimeout(WAIT_MS);
		await context.addInitScript(startStopwatch, WAIT_MS);
		await context.setOffline(isOffline);
		const page = context.pages()[0] ?? (await context.newPage());
		await slowDown(page, slow);
		await page.goto(path, { waitUntil: 'commit' });
		return page;
	}

	async close(): Promise<void> {
		await this.#context?.close();
		this.#context = null;
	}

	async throwAway(): Promise<void> {
		await this.close();
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

export async function slowDown(page: Page, rate: number): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Milliseconds since the navigation began, by which `sight` was usable. */
export function until(page: Page, sight: Sight): Promise<number> {
	return page.evaluate((wanted) => globalThis.stopwatch.until(wanted), sight);
}

/** Milliseconds from the finger on `target` until `sight` was usable. */
export async function measureTap(page: Page, target: Locator, sight: Sight): Promise<number> {
	// Begun before the tap: the browser runs both in the order in which they are asked for.
	const [seenAt] = await Promise.all([until(page, sight), target.tap()]);
	return seenAt - (await page.evaluate(() => globalThis.stopwatch.tapAt));
}

/** Types the PIN on the lock screen and measures opening; `pinMs` is how much of it the worker of the PIN was there. */
export async function unlock(page: Page, sight: Sight): Promise<{ openMs: number; pinMs: number }> {
	await until(page, LOCK_SCREEN);
	await page.keyboard.type(PIN);
	const openMs = await measureTap(page, page.getByRole('button', { name: lock.open }), sight);
	const pinMs = await page.evaluate(() => globalThis.stopwatch.workerTo - globalThis.stopwatch.tapAt);
	return { openMs, pinMs };
}

export const LOCK_SCREEN: Sight = { selector: 'button', text: lock.open };
export const DOOR_ROW: Sight = { selector: 'main .list a[href^="/doors/"]' };

/** From the empty first page to the question for a PIN. */
export async function typeCode(page: Page, ward: WardServer): Promise<void> {
	const code = /join code (\S+)/.exec(ward.output)?.[1];
	if (!code) throw new Error(`the ward printed no join code:\n${ward.output}`);
	await page.locator('input[name=code], textarea[name=code]').fill(code);
	await press(page, join.code.look);
	await press(page, join.who.yes);
	await page.getByText(join.pledge.accept).tap();
	await press(page, join.pledge.act);
}

/** The PIN, twice: with the last tap the phone joins, and its first list begins to come. */
export async function typePins(page: Page): Promise<void> {
	for (const title of [join.pin.title, join.pin.again]) {
		await page.getByRole('heading', { name: title, exact: true }).waitFor();
		await page.keyboard.type(PIN);
		await press(page, join.next);
	}
}

function press(page: Page, name: string): Promise<void> {
	return page.getByRole('button', { name, exact: true }).tap();
}

/** From the empty first page to the list of doors, everything kept for a start without network. */
export async function joinWard(page: Page, ward: WardServer): Promise<void> {
	await typeCode(page, ward);
	await typePins(page);
	await page.getByText(join.ready.pulled('…').split('…')[1]!).waitFor();
	await press(page, join.ready.start);
	await page.getByRole('link', { name: app.tabs.doors }).tap();
	await page.locator(DOOR_ROW.selector).first().waitFor();
	// an install that is done means that every file is kept
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** A ward with as many doors as one volunteer may ever have, and a phone that has just joined it. */
export interface LargeQuarter {
	readonly ward: WardServer;
	readonly handset: Handset;
	readonly page: Page;
	throwAway(): Promise<void>;
}

export async function joinLargeQuarter(browserPath: string): Promise<LargeQuarter> {
	const ward = await new WardServer().start();
	const handset = new Handset(ward.origin, browserPath);
	const throwAway = async () => {
		await handset.throwAway();
		await ward.close();
	};
	try {
		await ward.stop();
		await fillQuarter(ward.dataDir, LARGE_QUARTER);
		await ward.start();
		const page = await handset.open('/');
		await joinWard(page, ward);
		return { ward, handset, page, throwAway };
	} catch (error) {
		await throwAway();
		throw error;
	}
}

/**
 * Until what came down lies as the phone unlocks by it, in pages or in a snapshot that is written a few seconds later:
 * what is opened again is a phone that has been worked with, not one that was shut in the middle of its first minute.
 */
export async function waitUntilLaidDown(page: Page): Promise<void> {
	const deadline = Date.now() + WAIT_MS;
	while (!(await page.evaluate(isLaidDown))) {
		if (Date.now() > deadline) throw new Error('the phone wrote neither pages nor a snapshot');
		await page.waitForTimeout(500);
	}
}

async function isLaidDown(): Promise<boolean> {
	const done = <Value>(request: IDBRequest<Value>) =>
		new Promise<Value>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
	const db = await done(indexedDB.open(names.find((name) => name.startsWith('gocua-'))!));
	const keys = (await done(db.transaction('meta').objectStore('meta').getAllKeys())) as string[];
	db.close();
	return keys.some((key) => key === 'snapshot' || key.startsWith('page:'));
}

/** Back on the list after "nobody home" or a visit. */
export async function goToDoors(page: Page): Promise<void> {
	await page.getByRole('link', { name: app.tabs.doors }).tap();
	await page.getByRole('heading', { name: doors.title, exact: true }).waitFor();
}

function startStopwatch(mostMs: number): void {
	const isShown = ({ selector, text = '' }: Sight) =>
		[...document.querySelectorAll<HTMLElement>(selector)].some(
			(element) =>
				element.textContent.includes(text) && !element.matches(':disabled') && element.getClientRects().length > 0
		);
	const watch: Stopwatch = {
		tapAt: 0,
		workerTo: 0,
		until: (sight) =>
			new Promise((resolve, reject) => {
				const startedAt = performance.now();
				function look() {
					if (performance.now() > startedAt + mostMs) return reject(new Error(`never seen: ${JSON.stringify(sight)}`));
					if (!isShown(sight)) return requestAnimationFrame(look);
					// this frame draws it; a message of our own comes after the frame and after what waited already
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve(performance.now());
					return port2.postMessage(null);
				}
				requestAnimationFrame(look);
			})
	};
	globalThis.stopwatch = watch;
	addEventListener('pointerdown', (event) => (watch.tapAt = event.timeStamp), { capture: true });
	globalThis.Worker = class extends Worker {
		override terminate() {
			watch.workerTo = performance.now();
			super.terminate();
		}
	};
}
