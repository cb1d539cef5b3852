// Where the ward's content lies on this phone. It is about nobody, so it needs no vault: the browser's cache for answers
// keeps it, beside the files of the app itself. Where there is none (Node, an insecure address) it lives as long as the
// page, and the packs that ship with the app are always there.

export interface ContentKeep {
	/** What was written under this key, or null. Never throws: what cannot be read is as if it were not there. */
	read(key: string): Promise<string | null>;
	/** Throws when it could not be kept. */
	write(key: string, text: string): Promise<void>;
}

const CACHE = 'gocua-content';

export function openContentKeep(): ContentKeep {
	return typeof caches === 'undefined' ? openMemoryKeep() : openCacheKeep();
}

export function openMemoryKeep(): ContentKeep {
	const held = new Map<string, string>();
	return {
		read: (key) => Promise.resolve(held.get(key) ?? null),
		write: (key, text) => Promise.resolve(void held.set(key, text))
	};
}

function openCacheKeep(): ContentKeep {
	const addressOf = (key: string) => `/content/${key}`;
	return {
		async read(key) {
			try {
				const answer = await (await caches.open(CACHE)).match(addressOf(key));
				return (await answer?.text()) ?? null;
			} catch {
				return null; // blocked or thrown away by the browser: the shipped pack serves
			}
		},
		async write(key, text) {
			const cache = await caches.open(CACHE);
			await cache.put(addressOf(key), new Response(text, { headers: { 'content-type': 'application/json' } }));
		}
	};
}
