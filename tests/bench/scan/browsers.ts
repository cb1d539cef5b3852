// The other engines that our users' phones have: Gecko, and WebKit as GTK ships it. Only those that are installed.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from './stand.ts';

export function findOthers(say: (line: string) => void): Browser[] {
	const found = [findFirefox(), findWebKit()].flatMap((each) => each ?? []);
	if (found.length < 2) say('Firefox or WebKitGTK is missing (Debian: firefox-esr; webkit2gtk-driver and xvfb).');
	return found;
}

function findFirefox(): Browser | null {
	const path = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((each) => existsSync(each));
	if (!path) return null;
	return {
		name: 'firefox',
		path,
		args(url, folder) {
			mkdirSync(join(folder, 'profile'));
			writeFileSync(
				join(folder, 'profile', 'user.js'),
				'user_pref("datareporting.policy.dataSubmissionEnabled", false);\n'
			);
			return ['--headless', '--no-remote', '--profile', join(folder, 'profile'), url];
		}
	};
}

function findWebKit(): Browser | null {
	const folders = ['/usr/lib', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'].filter((each) =>
		existsSync(each)
	);
	const page = folders
		.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'MiniBrowser')))
		.find((path) => /\/webkit2?gtk-[\d.]+\//.test(path) && existsSync(path));
	if (!page || !existsSync('/usr/bin/xvfb-run')) return null;
	return { name: 'webkitgtk', path: '/usr/bin/xvfb-run', args: (url) => ['--auto-servernum', page, url] };
}
