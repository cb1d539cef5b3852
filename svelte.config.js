import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: {
		runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true)
	},
	kit: {
		adapter: adapter({ out: process.env.BUILD_DIR || 'build', precompress: true }),
		files: { serviceWorker: 'workers/service-worker' },
		// workbox-window registers it, so that an update waits for the person (src/lib/ui/field/update.svelte.ts).
		// Pictures that only the system's installer reads are not kept: installing needs a network anyway.
		serviceWorker: { register: false, files: (file) => !file.includes('-512.') },
		// The service worker serves one shell at every depth, so asset addresses must be absolute.
		paths: { relative: false },
		// Kit would write this name into a script that all others import, and each of them would be another file in every
		// version. The version itself stands in the page (src/ops/version.ts).
		version: { name: 'go-cua' },
		csp: {
			// Prerendered pages get hashes, rendered ones nonces; headers are added by src/ops/headers.mjs.
			mode: 'auto',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'worker-src': ['self'],
				'connect-src': ['self'],
				'img-src': ['self', 'data:', 'blob:'],
				'media-src': ['self', 'blob:', 'mediastream:'],
				'style-src': ['self'],
				// the one style attribute there is: Kit's own, of the element that tells readers of the screen a page's title
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				// A text becomes HTML only through Svelte's own templates, and the address of a script only as src/lib/device/trust.ts
				// lets it; whatever else assigns either is refused.
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'default'],
				'font-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'object-src': ['none'],
				'frame-ancestors': ['none']
			}
		}
	}
};
