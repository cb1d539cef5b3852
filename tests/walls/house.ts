// Reads the house as it stands, for the walls.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from './arrows.ts';

export const ROOT = new URL('../..', import.meta.url).pathname;

/** Every source file below the given folders, by its path from the root. */
export function readHouse(root: string = ROOT, folders: readonly string[] = ['src', 'workers']): House {
	const house = new Map<string, string>();
	for (const folder of folders) {
		for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
			const path = join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/');
			if (entry.isFile() && /\.(ts|mjs|js|svelte|json)$/.test(path))
				house.set(path, readFileSync(join(root, path), 'utf8'));
		}
	}
	return house;
}
