// What SvelteKit hands to the service worker. Its own types would bring the page's `document` into this realm.
declare module '$service-worker' {
	export const base: string;
	export const build: readonly string[];
	export const files: readonly string[];
	export const prerendered: readonly string[];
	export const version: string;
}
