// A page that is hidden, left or out of focus shows nothing: phones take a picture of it then, for their list of running
// apps, and somebody may look over a shoulder. Set at once in the event, not with the next update of the screens, or the
// picture would be taken first. `base.css` says what the mark hides: everything, what lies on the top layer included.

const MARK = 'data-veiled';

/** Puts the veil, with these words on it, on `root` whenever its page is away, until stopped. */
export function veilWhenAway(root: HTMLElement, said: string): () => void {
	const page = root.ownerDocument;
	const frame = page.defaultView;
	if (!frame) return () => undefined;
	let focused: Element | null = null;
	const veil = () => {
		if (root.hasAttribute(MARK)) return;
		// What is hidden loses the focus; whoever comes back goes on typing where the cursor was.
		focused = page.activeElement;
		root.setAttribute(MARK, said);
	};
	const unveil = () => {
		if (page.visibilityState === 'hidden' || !root.hasAttribute(MARK)) return;
		root.removeAttribute(MARK);
		const before = focused;
		focused = null;
		const giveBack = () => {
			const isNowhere = page.activeElement === null || page.activeElement === page.body;
			if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
		};
		giveBack();
		// A browser takes the focus from what is hidden in its own time, which may be only now.
		frame.requestAnimationFrame(() => frame.setTimeout(giveBack));
	};
	const look = () => (page.visibilityState === 'hidden' ? veil() : unveil());
	const stops = [
		listen(page, 'visibilitychange', look),
		listen(frame, 'blur', veil),
		listen(frame, 'pagehide', veil),
		listen(frame, 'focus', unveil),
		listen(frame, 'pageshow', unveil),
		// Beside another app on one screen, the page may be touched and get no focus.
		listen(frame, 'pointerdown', unveil)
	];
	return () => {
		for (const stop of stops) stop();
		root.removeAttribute(MARK);
	};
}

/** Never in the capture phase: every field that loses the focus would pass by there. */
function listen(target: EventTarget, event: string, listener: () => void): () => void {
	target.addEventListener(event, listener);
	return () => target.removeEventListener(event, listener);
}
