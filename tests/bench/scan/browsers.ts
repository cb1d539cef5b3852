// The other engines that our users' phones have, as the scanner's bench opens them. Only those that are installed.

import { ENGINE_NAMES, findEngines, sayInstall, startFirefox, startWebKit } from '../../engines.mjs';
import type { Browser } from './stand.ts';

const STARTS = { firefox: startFirefox, webkitgtk: startWebKit };

export function findOthers(say: (line: string) => void): Browser[] {
	const here = findEngines();
	for (const name of ENGINE_NAMES) if (!here.includes(name)) say(`${name} is missing (Debian: ${sayInstall(name)}).`);
	return here.map((name) => ({ name, start: (url, folder) => STARTS[name](folder, url) }));
}
