// What a finder of the phone could read: a search through every store that a page of ours can keep anything in.

/** Runs in the page: a text among the stores, to show that the search finds what is there. */
export function plantProbe(text: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('probe');
		opening.onupgradeneeded = () => opening.result.createObjectStore('probe').put(new TextEncoder().encode(text), 1);
		opening.onsuccess = () => (opening.result.close(), resolve());
		opening.onerror = () => reject(opening.error ?? new Error('no probe'));
	});
}

/** Runs in the page: every value of every IndexedDB and every cached answer, as text and as bytes (UTF-8 and UTF-16). */
export async function findInStores(words: string[]): Promise<{ hits: string[]; hasRead: boolean }> {
	const hits: string[] = [];
	let read = 0;
	const look = (place: string, bytes: Uint8Array) => {
		read += bytes.length;
		for (const encoding of ['utf-8', 'utf-16le'] as const) {
			const text = new TextDecoder(encoding).decode(bytes);
			for (const word of words) if (text.includes(word)) hits.push(`${place}: ${word}`);
		}
	};
	const lookInto = (place: string, value: unknown): void => {
		if (value instanceof ArrayBuffer) look(place, new Uint8Array(value));
		else if (ArrayBuffer.isView(value)) look(place, new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
		else if (Array.isArray(value)) value.forEach((part) => lookInto(place, part));
		else if (value && typeof value === 'object') {
			look(place, new TextEncoder().encode(JSON.stringify(value)));
			Object.values(value).forEach((part) => lookInto(place, part));
		} else look(place, new TextEncoder().encode(String(value)));
	};
	const ask = <Value>(request: IDBRequest<Value>) =>
		new Promise<Value>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('no answer'));
		});
	for (const { name } of await indexedDB.databases()) {
		const db = await ask(indexedDB.open(name ?? ''));
		for (const store of db.objectStoreNames) {
			const reader = db.transaction(store).objectStore(store);
			lookInto(`${name}/${store}`, await ask(reader.getAll()));
			lookInto(`${name}/${store} keys`, await ask(reader.getAllKeys()));
		}
		db.close();
	}
	for (const name of await caches.keys()) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			const answer = await cache.match(request);
			lookInto(`${name} ${request.url}`, await answer?.arrayBuffer());
		}
	}
	lookInto('localStorage', { ...localStorage });
	lookInto('sessionStorage', { ...sessionStorage });
	return { hits, hasRead: read > 100_000 };
}
