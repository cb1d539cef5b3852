// Putting the app on the phone's home screen: Android asks by itself when told to, iOS only by its Share menu. There it
// must happen before the first entry, because the installed app does not see what Safari has kept.

import { createContext } from 'svelte';

/** Chrome's event; not in the DOM types because no other engine has it. */
interface InstallPrompt extends Event {
	prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

export class Install {
	#offer = $state.raw<InstallPrompt | null>(null);
	#isInstalled = $state(false);
	readonly isApple: boolean;

	constructor() {
		// `standalone` exists in iOS alone, and is true in an app that was started from the home screen.
		this.isApple = 'standalone' in navigator;
		this.#isInstalled =
			matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true;
	}

	get isInstalled(): boolean {
		return this.#isInstalled;
	}

	/** The phone will show its own question. */
	get canAsk(): boolean {
		return this.#offer !== null;
	}

	async ask(): Promise<void> {
		const offer = this.#offer;
		this.#offer = null; // it can be asked once only
		await offer?.prompt();
	}

	/** Listens for the phone's offer; call it from an effect, as early as may be, and call what it returns at the end. */
	watch(): () => void {
		const keepOffer = (event: Event) => {
			event.preventDefault(); // no banner over the screen: the offer stands where the person looks for it
			// the event of this name has this shape
			this.#offer = event as InstallPrompt;
		};
		const noteInstalled = () => {
			this.#isInstalled = true;
			this.#offer = null;
		};
		addEventListener('beforeinstallprompt', keepOffer);
		addEventListener('appinstalled', noteInstalled);
		return () => {
			removeEventListener('beforeinstallprompt', keepOffer);
			removeEventListener('appinstalled', noteInstalled);
		};
	}
}

export const [getInstall, setInstall] = createContext<Install>();
