// What SvelteKit hands to the service worker. Its own types would bring the page's `document` into this realm.
declare module '$service-worker' {
	export const base: string;
	export const build: readonly string[];
	export const files: readonly string[];
	export const prerendered: readonly string[];
}

/** The name of this version, put in by the build (vite.config.ts). */
declare const __APP_VERSION__: string;
