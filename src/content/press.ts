// A step of the build: the packs are put together, checked and printed as data, so that a phone parses JSON and carries
// none of the code that wrote it. A pack with a fault, or
// one that leaves a row of the digest to nobody, stops the build.

import { checkPack } from '../lib/contract/content-check.ts';
import { parsePack } from '../lib/contract/content.ts';
import { findUncovered } from './coverage.ts';
import { ENGLISH_GUIDES, VIETNAMESE } from './edition.ts';
import { joinLanguage } from './language.ts';

const PRESSED = /\/src\/content\/(vietnamese|translated-en)\.ts$/;

/** The plugin for vite.config.ts. */
export function pressContent() {
	let isBuild = false;
	return {
		name: 'press-content',
		enforce: 'pre' as const,
		load(id: string) {
			const name = PRESSED.exec(id)?.[1];
			if (name === undefined) return null;
			const value = name === 'vietnamese' ? VIETNAMESE : ENGLISH_GUIDES;
			return `export const pressed = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
		},
		configResolved(config: { readonly command: string }) {
			isBuild = config.command === 'build';
		},
		buildStart() {
			// The tests of the content say it better, with a line per fault.
			if (!isBuild) return;
			const uncovered = findUncovered(VIETNAMESE);
			if (uncovered.length > 0) throw new Error(`content: nobody carries ${JSON.stringify(uncovered.slice(0, 5))}`);
			const packs = [VIETNAMESE, joinLanguage(VIETNAMESE, 'en', ENGLISH_GUIDES)];
			for (const pack of packs) {
				const read = parsePack(JSON.parse(JSON.stringify(pack)));
				if (!read.ok) throw new Error(`content (${pack.language}): ${JSON.stringify(read.problem)}`);
				const faults = checkPack(pack);
				if (faults.length > 0) throw new Error(`content (${pack.language}): ${JSON.stringify(faults.slice(0, 5))}`);
			}
		}
	};
}
