// A bench's page, made of the app's own files, as a browser takes them.

import { join } from 'node:path';
import { build } from 'vite';

/** The page's script as one text; `file` is its source, seen from the project's folder. */
export async function buildPage(root: string, file: string): Promise<string> {
	const built = await build({
		configFile: false,
		root,
		logLevel: 'error',
		build: {
			write: false,
			target: 'es2022',
			rollupOptions: { input: join(root, file), output: { format: 'iife', entryFileNames: 'page.js' } }
		}
	});
	const chunks = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
	const entry = chunks.find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
	if (entry?.type !== 'chunk') throw new Error('the page was not built');
	return entry.code;
}
