// A page that is hidden, left or out of focus shows nothing: phones take a picture of it then, for their list of running
// apps, and somebody may look over a shoulder. Set at once in the event, not with the next update of the screens, or the
// picture would be taken first. `base.css` says what the mark hides: everything, what lies on the top layer included.

const MARK = 'data-veiled';
const GIVE_BACK_AFTER_MS = [20, 100, 400];

/** Puts the veil, with these words on it, on `root` whenever its page is away, until stopped. */
export function veilWhenAway(root: HTMLElement, said: string): () => void {
	const page = root.ownerDocument;
	const frame = page.defaultView;
	if (!frame) return () => undefined;
	// What is hidden loses the focus; whoever comes back goes on typing where the cursor was last.
	let focused: Element | null = page.activeElement;
	const noteFocus = (event: Event) => (focused = event.target as Element);
	const noteLeft = () => {
		// Under the veil it was the browser, not a person.
		if (!root.hasAttribute(MARK)) focused = null;
	};
	const veil = () => {
		if (!root.hasAttribute(MARK)) root.setAttribute(MARK, said);
	};
	const unveil = () => {
		if (page.visibilityState === 'hidden' || !root.hasAttribute(MARK)) return;
		root.removeAttribute(MARK);
		const before = focused;
		const giveBack = () => {
			const isNowhere = page.activeElement === null || page.activeElement === page.body;
			if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
		};
		giveBack();
		// A browser takes the focus from what is hidden in its own time, which may be only now, or a little later.
		for (const waitMs of GIVE_BACK_AFTER_MS) frame.setTimeout(giveBack, waitMs);
	};
	const look = () => (page.visibilityState === 'hidden' ? veil() : unveil());
	const stops = [
		listen(page, 'focusin', noteFocus),
		listen(page, 'focusout', noteLeft),
		listen(page, 'visibilitychange', look),
		listen(frame, 'blur', veil),
		listen(frame, 'pagehide', veil),
		listen(frame, 'focus', unveil),
		listen(frame, 'pageshow', unveil),
		// Beside another app on one screen, the page may be touched and get no focus.
		listen(frame, 'pointerdown', unveil)
	];
	look();
	return () => {
		for (const stop of stops) stop();
		root.removeAttribute(MARK);
	};
}

/** Never in the capture phase: every field that loses the focus would pass by there. */
function listen(target: EventTarget, event: string, listener: (event: Event) => void): () => void {
	target.addEventListener(event, listener);
	return () => target.removeEventListener(event, listener);
}
