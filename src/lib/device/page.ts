// The page that this device lives in, as far as it matters below the screens: seen or hidden, online or not, alone or
// with other tabs. In Node, where there is no page, it is always seen and always alone.

export interface Page {
	isHidden(): boolean;
	/** Became visible or hidden. */
	onVisibility(listener: () => void): () => void;
	/** The browser believes that there is a network again: a hint to try, nothing more (sync.md 2.12). */
	onOnline(listener: () => void): () => void;
	/** Words between the tabs of one browser. A tab does not hear itself. */
	openChannel(listener: (word: TabWord) => void): { say(word: TabWord): void; close(): void };
	/** Runs `work` when no other tab runs its own under this name; gives up waiting after `mostMs` and runs it anyway. */
	takeTurn<Value>(name: string, mostMs: number, work: () => Promise<Value>): Promise<Value>;
}

/**
 * `changed`: something was committed. `locked`: everybody locks. `joined`: there is somebody, or somebody else, on this
 * phone now. `retired`: what was on this phone can be read no more.
 */
export type TabWord = 'changed' | 'locked' | 'joined' | 'retired';

const CHANNEL = 'gocua';

export function readPage(): Page {
	const hasPage = typeof document !== 'undefined';
	return {
		isHidden: () => hasPage && document.visibilityState === 'hidden',
		onVisibility: (listener) => (hasPage ? listen(document, 'visibilitychange', listener) : () => undefined),
		onOnline: (listener) => (hasPage ? listen(window, 'online', listener) : () => undefined),
		openChannel(listener) {
			if (typeof BroadcastChannel === 'undefined') return { say: () => undefined, close: () => undefined };
			const channel = new BroadcastChannel(CHANNEL);
			channel.onmessage = ({ data }) => listener(data);
			return { say: (word) => channel.postMessage(word), close: () => channel.close() };
		},
		async takeTurn(name, mostMs, work) {
			const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
			if (!locks) return work();
			// A frozen tab may hold the lock for ever. Two rounds at once are only wasteful: the ward knows every entry by its id.
			const waiting = new AbortController();
			const timer = setTimeout(() => waiting.abort(), mostMs);
			let hasBegun = false;
			try {
				return await locks.request(name, { signal: waiting.signal }, () => {
					hasBegun = true;
					clearTimeout(timer);
					return work();
				});
			} catch (error) {
				if (hasBegun) throw error;
				return work();
			} finally {
				clearTimeout(timer);
			}
		}
	};
}

function listen(target: EventTarget, event: string, listener: () => void): () => void {
	target.addEventListener(event, listener);
	return () => target.removeEventListener(event, listener);
}
