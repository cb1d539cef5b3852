// The hour at which somebody said they would tell that all is well: nothing about any person, kept in the clear beside the
// looks, so that a locked phone reminds too.

const KEY = 'go-cua.check-in';

/** Null where nothing was agreed, or the browser keeps nothing. */
export function readCheckIn(): number | null {
	try {
		const kept = localStorage.getItem(KEY);
		return kept !== null && /^\d{13}$/.test(kept) ? Number(kept) : null;
	} catch {
		return null; // blocked: what is agreed holds until the page goes
	}
}

export function writeCheckIn(until: number | null): void {
	try {
		if (until === null) localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, String(until));
	} catch {
		// blocked or full: see above
	}
}
