/** Whether the browser promises to keep what is stored here; asks for the promise when `ask` is true. */
export async function readPersistence(ask: boolean): Promise<'kept' | 'mayBeCleared' | 'unknown'> {
	// Typed as always there, but missing without https, in Node and in some in-app browsers.
	const storage = typeof navigator === 'undefined' ? undefined : (navigator.storage as StorageManager | undefined);
	if (!storage?.persisted) return 'unknown';
	try {
		const isKept = (await storage.persisted()) || (ask && (await storage.persist()));
		return isKept ? 'kept' : 'mayBeCleared';
	} catch {
		// Some browsers reject instead of saying no.
		return 'unknown';
	}
}
