// The app without network and the change to a new version (shared stack notes, section 3), against the production server
// and two builds. What the prompt looks like is not tested here, but that nothing changes without a yes, and that then
// every tab does.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { ROOT } from '../../src/ops/build.mjs';
import { Phone, WardServer } from './stage.ts';

const NEXT = 'tests/.tmp/next';

/** Another version of the same sources: every page, the worker and version.json carry the new name. */
function buildNext(): void {
	const env = { ...process.env, APP_VERSION: 'next', BUILD_DIR: NEXT };
	const ended = spawnSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, env, encoding: 'utf8' });
	expect(ended.status, ended.stdout + ended.stderr).toBe(0);
}

const isControlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
/** A mark that only a reload takes away. */
const mark = (page: Page) => page.evaluate(() => void Reflect.set(globalThis, 'isOldPage', true));
const isMarked = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'isOldPage') === true);
/** The app has drawn something, which the empty shell alone does not. */
const isDrawn = (page: Page) => expect(page.locator('#app')).toHaveText(/\p{L}{2}/u);

let ward: WardServer;
let phone: Phone;

test.beforeEach(async () => {
	ward = await new WardServer().start();
	phone = new Phone(ward.origin);
});
test.afterEach(async () => {
	await phone.throwAway();
	await ward.close();
});

test('opens without network at its start and at any address, and leaves the desk to the server', async () => {
	const page = await phone.open();
	await mark(page);
	await isControlled(page);
	await isDrawn(page);
	expect(await isMarked(page), 'the first worker is no update and reloads nothing').toBe(true);

	await ward.stop();
	await phone.setOffline(true);
	await page.reload();
	await isDrawn(page);

	const deep = await phone.context.newPage();
	await deep.goto('/doors/no-such-door');
	await isDrawn(deep);

	for (const path of ['/ward', '/ward/review', '/api/v1/content', '/healthz', '/badge/1']) {
		const tab = await phone.context.newPage();
		await expect(tab.goto(path), path).rejects.toThrow(/ERR_/);
		await tab.close();
	}
	const near = await phone.context.newPage();
	await near.goto('/wards'); // only begins like an address of the desk
	await isDrawn(near);
});

test('changes to a new version after a yes, in both tabs at once', async () => {
	test.setTimeout(300_000);
	buildNext();
	try {
		const first = await phone.open();
		await isControlled(first);
		const second = await phone.context.newPage();
		await second.goto('/');
		await isDrawn(second);
		const [old] = await cacheNames(first);
		await Promise.all([mark(first), mark(second)]);

		await ward.stop();
		await ward.start({ BUILD_DIR: NEXT });
		const isWaiting = second.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			await registration.update();
			while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
		});
		await isWaiting;
		expect(await cacheNames(first), 'the old version keeps its files as long as it runs').toEqual([old, 'app-next']);
		expect([await isMarked(first), await isMarked(second)]).toEqual([true, true]);

		// what accept() of ui/field/update.svelte.ts does
		await second.evaluate(async () => {
			(await navigator.serviceWorker.ready).waiting?.postMessage({ type: 'SKIP_WAITING' });
		});
		for (const page of [first, second]) {
			await expect.poll(() => isMarked(page).catch(() => true)).toBe(false);
			await isDrawn(page);
		}
		expect(await cacheNames(first)).toEqual(['app-next']);
	} finally {
		rmSync(join(ROOT, NEXT), { recursive: true, force: true });
	}
});
