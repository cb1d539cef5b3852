// What a page refuses by itself, should a text ever become markup or a script where none was meant: Trusted Types and a
// policy without inline styles, in a real browser, on the field app, the desk and the page of a badge. And that nobody
// who works with the app meets that policy: while they do, no browser reports a breach of it.

import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { Staff, Volunteer } from './hands.ts';
import { Phone, WardServer } from './stage.ts';

test.describe.configure({ mode: 'serial' });

interface Breaches {
	breaches?: string[];
}

let ward: WardServer;
test.beforeAll(async () => {
	ward = await new WardServer().start();
});
test.afterAll(() => ward.close());

async function listen(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		const heard: string[] = ((globalThis as Breaches).breaches = []);
		document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sourceFile, sample }) =>
			heard.push(`${effectiveDirective} ${sourceFile} ${sample}`)
		);
	});
}

const readBreaches = (page: Page) => page.evaluate(() => (globalThis as Breaches).breaches);

/** Each names itself when it was refused. */
async function plant(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const refused: string[] = [];
		const tries: Record<string, () => unknown> = {
			innerHTML: () => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'),
			outerHTML: () => (document.body.appendChild(document.createElement('i')).outerHTML = '<b>'),
			insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>'),
			'document.write': () => document.write('<b>'),
			DOMParser: () => new DOMParser().parseFromString('<b>', 'text/html'),
			'script.src': () => (document.createElement('script').src = '/films/x'),
			'script.text': () => (document.createElement('script').text = 'alert(1)'),
			'a policy of its own': () =>
				(
					globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
				).trustedTypes.createPolicy('mine', {}),
			'a foreign worker': () => new Worker('/films/x'),
			'a worker of text': () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
		};
		for (const [name, attempt] of Object.entries(tries))
			try {
				attempt();
			} catch {
				refused.push(name);
			}
		// the tool of these tests may run code from texts for as long as it is asked; a moment later the page's policy counts
		await new Promise<void>((resolve) =>
			setTimeout(() => {
				try {
					globalThis.eval('1');
				} catch {
					refused.push('eval');
				}
				resolve();
			})
		);
		// of styles nothing is thrown: they are there, and do nothing
		const probe = document.body.appendChild(document.createElement('p'));
		probe.id = 'probe';
		probe.setAttribute('style', 'padding-left: 77px');
		if (getComputedStyle(probe).paddingLeft !== '77px') refused.push('a style attribute');
		const style = document.head.appendChild(document.createElement('style'));
		style.textContent = '#probe { padding-right: 77px }';
		if (getComputedStyle(probe).paddingRight !== '77px') refused.push('a style element');
		probe.remove();
		style.remove();
		return refused;
	});
}

const EVERYTHING = [
	'innerHTML',
	'outerHTML',
	'insertAdjacentHTML',
	'document.write',
	'DOMParser',
	'script.src',
	'script.text',
	'a policy of its own',
	'a foreign worker',
	'a worker of text',
	'eval',
	'a style attribute',
	'a style element'
];

test('a phone joins, keeps the app, opens a door and reads a guide without a breach; what is planted there is refused', async ({
	browser
}) => {
	const huy = await Staff.signIn(browser, ward, 'huy');
	const code = await huy.invite('Lê Minh Khang');
	await huy.close();
	const khang = new Volunteer(new Phone(ward.origin));
	await khang.open();
	await listen(khang.page.context());
	await khang.page.reload();
	// the PIN goes through the worker of the vault
	await khang.join(code);
	// the service worker is registered by its address
	await khang.waitUntilKept();
	await expect(khang.page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible();
	await khang.press('link', 'Hộ dân', true);
	await expect(khang.page.getByRole('searchbox')).toBeVisible();
	expect(await readBreaches(khang.page)).toEqual([]);
	expect(await plant(khang.page)).toEqual(EVERYTHING);

	// as the service worker gives it back, without a network
	await ward.stop();
	await khang.page.reload();
	await khang.unlock();
	await expect(khang.page.getByRole('searchbox')).toBeVisible();
	expect(await readBreaches(khang.page)).toEqual([]);
	expect(await plant(khang.page)).toEqual(EVERYTHING);
	await khang.phone.throwAway();
	await ward.start();
});

test('every page of the desk opens without a breach; what is planted there is refused', async ({ browser }) => {
	const huy = await Staff.signIn(browser, ward, 'huy');
	await listen(huy.page.context());
	await huy.page.reload();
	expect(await plant(huy.page)).toEqual(EVERYTHING);
	const seen = new Set<string>();
	const waiting = ['/ward'];
	for (let path = waiting.pop(); path !== undefined && seen.size < 60; path = waiting.pop()) {
		if (seen.has(path)) continue;
		seen.add(path);
		await huy.page.goto(path);
		await expect(huy.page.locator('main')).toBeVisible();
		expect(await readBreaches(huy.page), path).toEqual([]);
		const links = await huy.page
			.locator('a[href^="/ward"]:not([download])')
			.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname));
		// one of a kind: pages of single records look alike
		waiting.push(...links.filter((link) => !/\/(export|file|open)(\/|$)|\/[0-9A-Z]{20,}/i.test(link)));
	}
	expect(seen.size).toBeGreaterThan(20);
	expect(await huy.page.context().cookies()).toHaveLength(1);

	// the tree of areas is indented by rules, not by style attributes
	await huy.page.goto('/ward/areas');
	const indents = await huy.page
		.locator('.indented')
		.evaluateAll((rows) => rows.map((row) => parseFloat(getComputedStyle(row).paddingLeft)));
	expect(Math.max(...indents) - Math.min(...indents)).toBeGreaterThan(15);
	await huy.close();
});

test('the page of a badge takes neither script nor style', async ({ page }) => {
	await listen(page.context());
	const answer = await page.goto(`${ward.origin}/badge/0000`);
	const policy = answer!.headers()['content-security-policy'];
	expect(policy).toContain("style-src 'self';");
	expect(policy).not.toContain('unsafe-inline');
	expect(await plant(page)).toEqual(EVERYTHING);
});
