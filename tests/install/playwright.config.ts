// `npm run try:install`: root on Debian, with debootstrap, iproute2, libnss3-tools, curl, a Chromium and a network that reaches
// Debian's packages and npm. It takes a quarter of an hour or more and is no part of `npm test`. With TRY_KEEP=1 a run that
// broke off is taken up again.

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../browser.mjs';

// Workers read this file, too, and are children of the first process.
const folder = (process.env['TRY_DIR'] ??= join(tmpdir(), 'go-cua-try'));
process.env['TRY_NETWORK'] ??= 'gocua-try';
if (!process.env['TRY_BROWSER']) {
	process.env['TRY_BROWSER'] = await findBrowser();
	mkdirSync(join(folder, 'phone'), { recursive: true });
	// A browser that lives in the network of the machines and trusts what is put into its own home alone.
	const start = join(folder, 'browser.sh');
	writeFileSync(
		start,
		`#!/bin/sh\nexport HOME='${join(folder, 'phone')}'\nexec ip netns exec ${process.env['TRY_NETWORK']} '${process.env['TRY_BROWSER']}' "$@"\n`
	);
	chmodSync(start, 0o755);
	process.env['CHROMIUM_PATH'] = start;
}

export default defineConfig({
	testDir: '.',
	testMatch: 'install.try.ts',
	outputDir: '../.tmp/try-install',
	workers: 1,
	retries: 0,
	maxFailures: 1,
	timeout: 3 * 3600_000,
	expect: { timeout: 60_000 },
	reporter: [['list']],
	use: {
		actionTimeout: 60_000,
		navigationTimeout: 60_000,
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		screenshot: 'only-on-failure',
		launchOptions: {
			executablePath: process.env['CHROMIUM_PATH']!,
			args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking']
		}
	}
});
