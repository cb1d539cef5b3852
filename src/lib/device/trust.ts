// What may become a script of a page that asks for Trusted Types (svelte.config.js): the app's own workers. Vite finds a
// worker only where `new Worker(new URL(...))` stands as it is, so no policy can be put between the two by hand, and the
// address goes through the page's default policy. That knows no HTML and no code: both stay refused.

/** What a build makes of workers/, and the service worker. */
const OURS = /^\/(_app\/immutable\/workers\/[\w.-]+\.js|service-worker\.js)$/;

interface TrustedTypes {
	readonly defaultPolicy: object | null;
	createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): object;
}

/** Once a page, before the first worker; nothing in a browser that does not know Trusted Types. */
export function trustOwnWorkers(): void {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	if (!trustedTypes || trustedTypes.defaultPolicy) return;
	// in development workers lie where their sources do, and no one's data is behind them
	trustedTypes.createPolicy('default', {
		createScriptURL: (address) => (import.meta.env.DEV || isOwnWorker(address, location.origin) ? address : null)
	});
}

/** Whether a text is the address of a worker of this app. */
export function isOwnWorker(address: string, origin: string): boolean {
	if (!URL.canParse(address, origin)) return false;
	const url = new URL(address, origin);
	return url.origin === origin && url.search === '' && OURS.test(url.pathname);
}
