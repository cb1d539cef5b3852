// One press answers, and the next question stands where the last one stood: the second half of a double tap must not
// answer it, unread.

/** No slower than anybody reads a question. */
export const SETTLE_MS = 350;

/** An attachment: what can be pressed in `element` takes no finger until its question has stood there for a moment. Keys do. */
export function settle(element: HTMLElement): () => void {
	const targets = element.querySelectorAll<HTMLElement>('button, a[href]');
	for (const target of targets) target.style.pointerEvents = 'none';
	const timer = setTimeout(() => {
		for (const target of targets) target.style.pointerEvents = '';
	}, SETTLE_MS);
	return () => clearTimeout(timer);
}

/** An attachment: the dialog stands over everything for as long as it is there. */
export function showModal(dialog: HTMLDialogElement): () => void {
	dialog.showModal();
	return () => dialog.close();
}
