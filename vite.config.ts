import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { pressContent } from './src/content/press.ts';
import { groupChunks, hintChunks, isDeskPage } from './src/ops/chunks.ts';
import { slimScanner } from './src/ops/scan-engine.ts';
import { sourceHash } from './src/ops/source.mjs';
import { nameVersion } from './src/ops/version.ts';

// The version that phones compare: named after the sources, so that the same sources never ask for an update.
process.env.APP_VERSION ??= sourceHash(import.meta.dirname);

export default defineConfig({
	plugins: [
		nameVersion(process.env.APP_VERSION),
		slimScanner(import.meta.dirname),
		pressContent(),
		sveltekit(),
		hintChunks()
	],
	// for the service worker; a page reads its own
	define: { __APP_VERSION__: JSON.stringify(process.env.APP_VERSION) },
	// Dexie's default file is written for browsers that cannot run this app anyway; this one is 2 kB gz lighter.
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	worker: { format: 'es' },
	build: {
		modulePreload: {
			// The first file that a phone loads names what each page needs; scripts of the desk, which no phone opens, are found
			// one after the other instead.
			resolveDependencies: (file, needs) =>
				isDeskPage(import.meta.dirname, file) ? needs.filter((need) => need.endsWith('.css')) : needs
		}
	},
	environments: {
		client: { build: { rollupOptions: { output: { codeSplitting: { groups: groupChunks(import.meta.dirname) } } } } }
	},
	// Found only when a screen or a worker first asks for them, which would reload the page in the middle of `npm run dev`.
	optimizeDeps: {
		include: [
			'dexie',
			'zod/mini',
			'comlink',
			'workbox-window',
			'zxing-wasm/reader',
			'@nuintun/qrcode',
			'html5-qrcode/esm/core.js',
			'html5-qrcode/esm/zxing-html5-qrcode-decoder.js',
			'hash-wasm'
		]
	},
	server: { fs: { allow: ['workers'] } },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: [
						'src/**/*.test.ts',
						'workers/**/*.test.ts',
						'tests/{bench,contract,faults,fuzz,install,rights,walls,world,storage,migrations}/**/*.test.ts'
					],
					testTimeout: 60_000,
					hookTimeout: 120_000
				}
			},
			{
				// looks at what `npm run build` made, therefore runs after it (tests/run.mjs)
				extends: true,
				test: { name: 'built', environment: 'node', include: ['tests/walls/**/*.built.ts'] }
			}
		]
	}
});
