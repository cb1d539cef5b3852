// What a phone is made with: the world, as a test can hand it in, and the parts that are loaded behind the lock.

import type { Clock, RandomBytes } from '../domain/id.ts';
import type { Engine } from './door.ts';
import type { Page } from './page.ts';
import type { HashPin, PinWorkers } from './pin.ts';
import { Trouble } from './trouble.ts';

/** What a device takes from the world; a test hands in its own. */
export interface Tools {
	readonly clock: Clock;
	readonly randomBytes: RandomBytes;
	readonly unitRandom: () => number;
	readonly fetch: typeof fetch;
	/** Where the ward is: empty for the address that the app was opened from. */
	readonly origin: string;
	readonly engine: Engine;
	readonly hashPin: HashPin;
	/** Makes ready what the next `hashPin` needs, where that is of use. */
	readonly expectPin?: PinWorkers['expectPin'];
	readonly page: Page;
	/** Where a second copy of the sealed outbox lies; null where the browser has no such store. */
	readonly caches: CacheStorage | null;
	/** Of the app, for the ward to see who lags behind. */
	readonly appVersion?: string;
}

/**
 * The lock screen comes first; what works only on an open vault, and what is needed once in a phone's life, are loaded
 * behind it. Without network they come from the service worker's cache; before that is filled, a problem says so.
 */
export const loadSession = () => import('./session.ts').catch(failToLoad);
export const loadJoin = () => import('./join.ts').catch(failToLoad);
export const loadPasskey = () => import('./passkey.ts').catch(failToLoad);
export const loadRescue = () => import('./rescue.ts').catch(failToLoad);
export const loadRelay = () => import('./relay.ts').catch(failToLoad);
export const loadCapture = () => import('./capture.ts').catch(failToLoad);
export const loadCourier = () => import('./courier.ts').catch(failToLoad);

function failToLoad(cause: unknown): never {
	throw new Trouble('net.offline', cause);
}
