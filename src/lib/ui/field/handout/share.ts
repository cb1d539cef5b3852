// Handing text to somebody: the phone's own share sheet where there is one, else the clipboard.

export type ShareOutcome = 'shared' | 'copied' | 'failed';

/** Offers the text to the apps of this phone. Closing the sheet again is no failure. */
export async function shareText(title: string, text: string): Promise<ShareOutcome> {
	if (typeof navigator.share !== 'function') return copyText(text);
	try {
		await navigator.share({ title, text });
		return 'shared';
	} catch (error) {
		if (error instanceof Error && error.name === 'AbortError') return 'shared';
		return copyText(text);
	}
}

export async function copyText(text: string): Promise<ShareOutcome> {
	try {
		await navigator.clipboard.writeText(text);
		return 'copied';
	} catch {
		return 'failed'; // blocked by the browser: the text stands on the screen to be read or photographed
	}
}
