// Other programs that open the files that we write: an office for DOCX and XLSX, Poppler for PDF. Which are here, and how
// a machine with apt gets them. They are no part of the project; where one is missing, the last lines of the tests say so.
import { spawnSync } from 'node:child_process';
import { installPackages } from './browser.mjs';

/** @typedef {'soffice' | 'pdftotext'} ReaderName */

const WAIT_MS = 150_000;

/** @type {Record<ReaderName, { packages: string[], asks: string[] }>} */
const READERS = {
	soffice: { packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'], asks: ['--version'] },
	pdftotext: { packages: ['poppler-utils'], asks: ['-v'] }
};

/** Names of all readers. */
export const READER_NAMES = /** @type {ReaderName[]} */ (Object.keys(READERS));

/** @param {ReaderName} name @returns {boolean} whether it can be started on this machine */
export function hasReader(name) {
	return spawnSync(name, READERS[name].asks, { timeout: WAIT_MS }).status === 0;
}

/**
 * Gets what is missing, where that takes no question to anybody.
 * @param {(line: string) => void} say
 * @returns {ReaderName[]} those that can be started now
 */
export function getReaders(say) {
	for (const name of READER_NAMES) {
		if (hasReader(name)) continue;
		const { packages } = READERS[name];
		say(`No ${name} here: installing ${packages.join(' ')} ...`);
		if (!installPackages(packages)) say(`${name} could not be installed. On Debian: ${sayReader(name)}`);
	}
	return READER_NAMES.filter(hasReader);
}

/** @param {ReaderName} name @returns {string} the command that gets it on Debian */
export function sayReader(name) {
	return `apt-get install ${READERS[name].packages.join(' ')}`;
}
