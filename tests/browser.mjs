// Finds a Chromium that really starts, or gets one: `npm test` must work on a machine that has only Node, npm and git.
// Every candidate is launched once, because a browser that is present and lacks a library looks like one that works.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const LAUNCH_MS = 60_000;
const INSTALL_MS = 15 * 60_000;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const PATHS = [
	...NAMES.map((name) => `/usr/bin/${name}`),
	'/usr/lib/chromium/chromium',
	'/opt/google/chrome/chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/**
 * The machine, as far as the finder touches it; tests put another one in its place.
 * @typedef {object} Machine
 * @property {string | undefined} chosen the path that the person asked for
 * @property {() => Promise<string | undefined>} playwrightPath where Playwright keeps its own browser
 * @property {() => string[]} systemPaths
 * @property {(path: string) => boolean} canLaunch
 * @property {() => boolean} downloadByPlaywright true when something was installed
 * @property {() => boolean} installByApt true when something was installed
 * @property {(line: string) => void} say
 */

/**
 * @param {Machine} machine
 * @returns {Promise<string>} the path of a browser that starts
 * @throws {Error} with a sentence that says what to do
 */
export async function findBrowser(machine = thisMachine()) {
	if (machine.chosen) {
		// A wrong wish is told, not worked around: the person would test another browser than they think.
		if (machine.canLaunch(machine.chosen)) return machine.chosen;
		throw new Error(`CHROMIUM_PATH=${machine.chosen} does not start. Correct it, or unset it to let the tests look.`);
	}
	const own = async () => [await machine.playwrightPath()].filter((path) => path !== undefined);
	const found = firstThatLaunches(machine, [...(await own()), ...machine.systemPaths()]);
	if (found) return found;

	machine.say('No Chromium here: asking Playwright for one ...');
	if (machine.downloadByPlaywright()) {
		const downloaded = firstThatLaunches(machine, await own());
		if (downloaded) return downloaded;
	}
	machine.say('Playwright could not get one: installing the package "chromium" ...');
	if (machine.installByApt()) {
		const installed = firstThatLaunches(machine, machine.systemPaths());
		if (installed) return installed;
	}
	throw new Error(
		'No Chromium starts on this machine and none could be installed. Install Chromium or Chrome, or name one: CHROMIUM_PATH=/path/to/chromium npm test'
	);
}

/**
 * @param {Machine} machine
 * @param {string[]} paths
 */
function firstThatLaunches(machine, paths) {
	return [...new Set(paths)].find((path) => machine.canLaunch(path));
}

/** @returns {Machine} */
export function thisMachine() {
	return {
		chosen: process.env.CHROMIUM_PATH || undefined,
		async playwrightPath() {
			try {
				const { chromium } = await import('playwright');
				return chromium.executablePath();
			} catch {
				return undefined; // Playwright throws on systems that it has no browser for; there are other candidates
			}
		},
		systemPaths: () => [...PATHS, ...NAMES.flatMap(which)].filter((path) => existsSync(path)),
		canLaunch,
		downloadByPlaywright: () => succeeds(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']),
		installByApt: () => installPackages(['chromium']),
		say: (line) => console.log(`  ${line}`)
	};
}

/** @param {string} path */
function canLaunch(path) {
	if (!existsSync(path)) return false;
	const { status, stdout } = spawnSync(
		path,
		[
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--dump-dom',
			'data:text/html,<p>up</p>'
		],
		{ timeout: LAUNCH_MS, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
	);
	return status === 0 && stdout.includes('<p>up</p>');
}

/**
 * By apt, where that takes no question to anybody; with nothing that is only recommended.
 * @param {string[]} packages
 * @returns {boolean} true when they are there now
 */
export function installPackages(packages) {
	if (process.platform !== 'linux' || which('apt-get').length === 0) return false;
	const isRoot = process.getuid?.() === 0;
	if (!isRoot && !succeeds('sudo', ['-n', 'true'])) return false; // never ask for a password in the middle of a test
	const [command, before] = isRoot ? ['apt-get', []] : ['sudo', ['-n', 'apt-get']];
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	succeeds(command, [...before, 'update'], env); // fails when one of several sources is away; the install decides
	return succeeds(command, [...before, 'install', '-y', '--no-install-recommends', ...packages], env);
}

/** @param {string} name */
function which(name) {
	const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
	return status === 0 ? stdout.trim().split(/\r?\n/).slice(0, 1) : [];
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function succeeds(command, args, env = process.env) {
	return spawnSync(command, args, { timeout: INSTALL_MS, stdio: 'ignore', env }).status === 0;
}
