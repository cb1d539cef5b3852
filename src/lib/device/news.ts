// Up to which edition of "what is new" somebody has read on this phone: nothing about any person, kept in the clear like
// the looks.

const KEY = 'go-cua.news';

/** Null on a phone that has never kept one. */
function readNewsMark(): number | null {
	try {
		const kept = localStorage.getItem(KEY);
		return kept !== null && /^\d{1,6}$/.test(kept) ? Number(kept) : null;
	} catch {
		return null; // storage is blocked: news are found under "Cá nhân" all the same
	}
}

/** Kept where the browser allows it. */
export function writeNewsMark(edition: number): void {
	try {
		localStorage.setItem(KEY, String(edition));
	} catch {
		// blocked or full: see above
	}
}

/**
 * The edition that was read last, where `newest` came after it; null where there is nothing to tell. A phone that begins
 * keeps `newest` as its mark.
 */
export function findNews(newest: number): number | null {
	const mark = readNewsMark();
	if (mark === null) writeNewsMark(newest);
	return mark !== null && mark < newest ? mark : null;
}
