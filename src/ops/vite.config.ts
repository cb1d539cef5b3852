// Bundles the operator's tool. It is a build of its own because it must not depend on SvelteKit: what it can import is
// what the server's floor may import.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { BUILD, ROOT } from './build.mjs';
import { nameVersionFile, slimTheShell, spareThePhone } from './phone-files.mjs';
import { sourceHash } from './source.mjs';

export default defineConfig({
	root: ROOT,
	publicDir: false,
	logLevel: 'warn',
	resolve: { alias: { $lib: join(ROOT, 'src/lib') } },
	plugins: [
		{
			name: 'stamp',
			// `npm start` trusts a build only when this, its very last step, has run over the same sources.
			writeBundle() {
				spareThePhone(ROOT, BUILD);
				slimTheShell(ROOT, BUILD);
				nameVersionFile(BUILD, process.env.APP_VERSION ?? sourceHash(ROOT));
				writeFileSync(join(BUILD, 'source.txt'), `${sourceHash(ROOT)}\n`);
			}
		}
	],
	build: {
		ssr: join(ROOT, 'src/ops/ward.ts'),
		outDir: join(BUILD, 'ops'),
		emptyOutDir: true,
		target: 'node20',
		rollupOptions: { output: { entryFileNames: 'ward.js' } }
	}
});
