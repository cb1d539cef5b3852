// The browser finder on machines that we do not have: where every way but one is closed.
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../browser.mjs';

function machine(change: Partial<Parameters<typeof findBrowser>[0] & object> = {}) {
	const did: string[] = [];
	const launchable = new Set<string>();
	const system: string[] = [];
	return {
		did,
		launchable,
		system,
		chosen: undefined as string | undefined,
		playwrightPath: async () => '/own/chrome' as string | undefined,
		systemPaths: () => system,
		canLaunch: (path: string) => (did.push(`try ${path}`), launchable.has(path)),
		downloadByPlaywright: () => (did.push('download'), false),
		installByApt: () => (did.push('apt'), false),
		say: () => {},
		...change
	};
}

describe('the browser finder', () => {
	it('takes the wish of the person, and says when it does not start', async () => {
		const wish = machine({ chosen: '/my/chrome' });
		await expect(findBrowser(wish)).rejects.toThrow('CHROMIUM_PATH=/my/chrome does not start');
		wish.launchable.add('/my/chrome');
		expect(await findBrowser(wish)).toBe('/my/chrome');
	});

	it("takes Playwright's own before the system's, and only one that starts", async () => {
		const both = machine();
		both.system.push('/usr/bin/broken', '/usr/bin/chromium');
		both.launchable.add('/usr/bin/chromium');
		expect(await findBrowser(both)).toBe('/usr/bin/chromium');
		expect(both.did).toEqual(['try /own/chrome', 'try /usr/bin/broken', 'try /usr/bin/chromium']);
	});

	it('downloads when there is none', async () => {
		const bare = machine();
		bare.downloadByPlaywright = () => (bare.launchable.add('/own/chrome'), true);
		expect(await findBrowser(bare)).toBe('/own/chrome');
		expect(bare.did).not.toContain('apt');
	});

	it('falls through a refused download to the package manager', async () => {
		const bare = machine({ playwrightPath: async () => undefined });
		bare.installByApt = () => {
			bare.system.push('/usr/bin/chromium');
			bare.launchable.add('/usr/bin/chromium');
			return true;
		};
		expect(await findBrowser(bare)).toBe('/usr/bin/chromium');
		expect(bare.did).toEqual(['download', 'try /usr/bin/chromium']);
	});

	it('ends in a sentence that says what to do', async () => {
		const bare = machine();
		await expect(findBrowser(bare)).rejects.toThrow(/Install Chromium or Chrome, or name one: CHROMIUM_PATH=/);
		expect(bare.did).toEqual(['try /own/chrome', 'download', 'apt']);
	});
});
