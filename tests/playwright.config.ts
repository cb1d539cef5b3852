import { defineConfig } from '@playwright/test';

/**
 * Arguments of every browser that the tests start, also of those that a test launches itself (persistent profiles, fake
 * cameras): no call of the browser's own may disturb a test of "the network is off".
 */
export const LAUNCH_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-domain-reliability',
	'--disable-sync',
	'--no-first-run',
	'--no-default-browser-check',
	...(process.env.CHROMIUM_ARGS?.split(' ').filter(Boolean) ?? [])
];

/** Found by tests/browser.mjs; unset means Playwright's own. */
export const CHROMIUM_PATH = process.env.CHROMIUM_PATH || undefined;

export default defineConfig({
	testDir: './e2e',
	testMatch: /\.(e2e|spec|test)\.ts$/,
	outputDir: './.tmp/playwright',
	// one worker: two cores carry one browser and one server, more only makes timeouts
	workers: 1,
	fullyParallel: false,
	forbidOnly: true,
	retries: 0,
	timeout: 120_000,
	expect: { timeout: 15_000 },
	reporter: [['line'], ['json', { outputFile: '.tmp/e2e.json' }]], // run.mjs reads the second
	use: {
		actionTimeout: 20_000,
		navigationTimeout: 30_000,
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		screenshot: 'only-on-failure',
		launchOptions: { args: LAUNCH_ARGS, ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}) }
	},
	projects: [
		{
			name: 'phone',
			use: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
		}
	]
});
