// The other engines that our users' phones have: Gecko, and WebKit as GTK ships it. Which are here, how a machine with
// apt gets them, and how one is started with everything that it keeps in one folder, with a driver or without.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './browser.mjs';

/** @typedef {'firefox' | 'webkitgtk'} EngineName */
/** @typedef {{ command: string, args: string[], env?: Record<string, string> }} Start how a process is started */

/** WebKit's window: `FOLDER` and, where nobody drives it, the address. */
export const WEBKIT_VIEW = fileURLToPath(new URL('fixtures/webkit-view.py', import.meta.url));
/** The Python of the system: the bindings are installed for no other. */
const PYTHON = '/usr/bin/python3';
const XVFB = '/usr/bin/xvfb-run';
const DRIVER = '/usr/bin/WebKitWebDriver';

/**
 * What a Firefox that is measured or tested leaves alone: the network of its maker, and first-run pages.
 * @type {Record<string, string | number | boolean>}
 */
const FIREFOX_SETTINGS = {
	'app.normandy.enabled': false,
	'app.update.disabledForTesting': true,
	'browser.safebrowsing.downloads.enabled': false,
	'browser.safebrowsing.malware.enabled': false,
	'browser.safebrowsing.phishing.enabled': false,
	'browser.shell.checkDefaultBrowser': false,
	'datareporting.policy.dataSubmissionEnabled': false,
	'extensions.systemAddon.update.enabled': false,
	'intl.accept_languages': 'vi-VN,vi',
	'marionette.port': 0, // any free one, told in a file of the profile
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'services.settings.server': 'data:,',
	'toolkit.telemetry.enabled': false
};

/** @type {Record<EngineName, { packages: string[], isHere: () => boolean }>} */
const ENGINES = {
	firefox: { packages: ['firefox-esr'], isHere: () => firefoxPath() !== undefined },
	webkitgtk: {
		packages: ['webkit2gtk-driver', 'gir1.2-webkit2-4.1', 'python3-gi', 'xvfb', 'xauth'],
		isHere: () => [XVFB, DRIVER, PYTHON].every((path) => existsSync(path)) && hasBindings()
	}
};

/** Names of all engines, in the order in which they are tried. */
export const ENGINE_NAMES = /** @type {EngineName[]} */ (Object.keys(ENGINES));

/** @returns {EngineName[]} those that can be started on this machine */
export function findEngines() {
	return ENGINE_NAMES.filter((name) => ENGINES[name].isHere());
}

/**
 * Gets what is missing, where that takes no question to anybody.
 * @param {(line: string) => void} say
 * @returns {EngineName[]} those that can be started now
 */
export function getEngines(say) {
	for (const name of ENGINE_NAMES) {
		const { packages, isHere } = ENGINES[name];
		if (isHere()) continue;
		say(`No ${name} here: installing ${packages.join(' ')} ...`);
		if (!installPackages(packages)) say(`${name} could not be installed. On Debian: ${sayInstall(name)}`);
	}
	return findEngines();
}

/** @param {EngineName} name @returns {string} the command that gets it on Debian */
export function sayInstall(name) {
	return `apt-get install ${ENGINES[name].packages.join(' ')}`;
}

/**
 * Firefox: with an address it opens that, without one it waits for whoever drives it through Marionette.
 * @param {string} folder
 * @param {string} [url]
 * @returns {Start}
 */
export function startFirefox(folder, url) {
	const profile = join(folder, 'profile');
	mkdirSync(profile, { recursive: true });
	const lines = Object.entries(FIREFOX_SETTINGS).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`
	);
	writeFileSync(join(profile, 'user.js'), lines.join(''));
	const args = ['--headless', '--no-remote', '--width', '360', '--height', '740', '--profile', profile];
	return { command: firefoxPath() ?? 'firefox', args: [...args, ...(url === undefined ? ['--marionette'] : [url])] };
}

/**
 * WebKitGTK's own driver, on a screen that nobody sees; it starts `WEBKIT_VIEW` for each session.
 * @param {number} port
 * @returns {Start}
 */
export function startWebKitDriver(port) {
	return { command: XVFB, args: ['--auto-servernum', DRIVER, `--port=${port}`] };
}

/**
 * WebKitGTK at an address, without a driver.
 * @param {string} folder
 * @param {string} url
 * @returns {Start}
 */
export function startWebKit(folder, url) {
	return { command: XVFB, args: ['--auto-servernum', PYTHON, WEBKIT_VIEW, folder, url] };
}

function firefoxPath() {
	return ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'].find((path) =>
		existsSync(path)
	);
}

function hasBindings() {
	const script = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2";
	return spawnSync(PYTHON, ['-c', script], { stdio: 'ignore' }).status === 0;
}
