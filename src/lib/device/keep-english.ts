// English on the phone for use without network. Vietnamese is always kept; this is what the service worker is asked for
// once somebody chose the other language.

/** `missing`: a file could not be had, for want of network. `unkept`: this browser keeps no app at all. */
export type Keeping = 'kept' | 'missing' | 'unkept';

/**
 * Has English kept by the version that runs and by one that waits; done in no time where it is kept already. Waits for
 * the first install.
 */
export async function keepEnglish(): Promise<Keeping> {
	if (import.meta.env.DEV || !('serviceWorker' in navigator)) return 'unkept';
	const { active, waiting } = await navigator.serviceWorker.ready;
	const answers = [active, waiting].filter((worker) => worker !== null).map(ask);
	return (await Promise.all(answers)).every(Boolean) ? 'kept' : 'missing';
}

function ask(worker: ServiceWorker): Promise<boolean> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => resolve(data === true);
		worker.postMessage({ type: 'KEEP_ENGLISH' }, [port2]);
	});
}
