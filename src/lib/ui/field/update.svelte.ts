// When may the app be replaced under a person's hands? Only after their yes, never while a form is open, and then in
// every open tab at once: a tab left on the old version would ask for files that no longer exist.
//
//   none --(new version installed)--> waiting --(accept)--> accepted --(new worker in control)--> flush, reload
//
import { createContext } from 'svelte';
import { dev } from '$app/environment';

/** What the prompt needs of the browser; tests put another one in its place. */
export interface UpdatePort {
	/** Registers the service worker; undefined in development. Throws where the browser refuses. */
	register(on: { waiting(): void; controlled(): void }): Promise<Registration | undefined>;
	reload(): void;
}

export interface Registration {
	/** Lets the waiting version take over. */
	skipWaiting(): void;
	/** Asks the ward's server whether there is a newer version. */
	check(): Promise<void>;
}

export class Update {
	readonly #port: UpdatePort;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- no screen shows these
	readonly #flushes = new Set<() => Promise<void> | void>();
	#registration: Registration | undefined;
	#waiting = $state(false);
	#holds = $state(0);
	#isUnkept = $state(false);
	#isReloading = false;

	constructor(port: UpdatePort = browserPort) {
		this.#port = port;
	}

	/** A newer version is on the phone. */
	get waiting(): boolean {
		return this.#waiting;
	}

	/** The prompt may be shown: a newer version is there and no form is open. */
	get isOffered(): boolean {
		return this.#waiting && this.#holds === 0;
	}

	/** This browser refuses to keep the app (private mode, an address it does not trust): without network it will not open. */
	get isUnkept(): boolean {
		return this.#isUnkept;
	}

	/** Once, from the layout of the field app. Nothing in development, where there is nothing to keep. */
	async register(): Promise<void> {
		try {
			this.#registration = await this.#port.register({
				waiting: () => (this.#waiting = true),
				controlled: () => void this.#reload()
			});
		} catch {
			this.#isUnkept = true; // the app works on, as long as there is a network; the screen says so
		}
	}

	/** The person said yes. Every tab reloads when the new worker controls it, this one included. */
	accept(): void {
		this.#registration?.skipWaiting();
	}

	/** Keeps the prompt back while a form is open; call what it returns when the form closes. */
	holdWhile(): () => void {
		this.#holds += 1;
		let isHeld = true;
		return () => {
			if (isHeld) this.#holds -= 1;
			isHeld = false;
		};
	}

	/** `flush` runs before this tab reloads (write the draft); call what it returns when there is nothing more to write. */
	beforeReload(flush: () => Promise<void> | void): () => void {
		this.#flushes.add(flush);
		return () => this.#flushes.delete(flush);
	}

	/** After a sync: the network is good at this moment. Silent when it is not. */
	async check(): Promise<void> {
		await this.#registration?.check().catch(() => undefined); // offline is normal; the next sync asks again
	}

	async #reload(): Promise<void> {
		if (this.#isReloading) return;
		this.#isReloading = true;
		// one draft that cannot be written must not keep the others from being written, nor the tab on a dead version
		await Promise.allSettled([...this.#flushes].map(async (flush) => flush()));
		this.#port.reload();
	}
}

/** The layout of the field app makes one and hands it down; module state would be shared between people on a server. */
export const [getUpdate, setUpdate] = createContext<Update>();

const browserPort: UpdatePort = {
	async register({ waiting, controlled }) {
		if (dev) return undefined;
		if (!('serviceWorker' in navigator)) throw new Error('no service worker in this browser');
		const { Workbox } = await import('workbox-window');
		// The first worker of a fresh install takes control too; that is no update and nothing to reload for.
		let isControlled = Boolean(navigator.serviceWorker.controller);
		const workbox = new Workbox('/service-worker.js', { scope: '/', updateViaCache: 'none' });
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			if (isControlled) controlled();
			isControlled = true;
		});
		workbox.addEventListener('waiting', waiting);
		const registration = await workbox.register();
		const check = async () => void (await registration?.update());
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'visible') void check().catch(() => undefined); // offline is normal
		});
		return { skipWaiting: () => workbox.messageSkipWaiting(), check };
	},
	reload: () => location.reload()
};
