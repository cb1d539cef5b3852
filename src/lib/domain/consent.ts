// Consent stands before personal data: explicit, separate ticks, all off at the start, with proof, and free to take
// back (Luật 91/2025/QH15 and NĐ 356/2025, digest k; feature F071).

/** Which wording was read out: scenarios.md 1.2 as first published. A new wording gets a new number. */
export const CONSENT_WORDING = 1;

export interface Consent {
	/** Name, birth, card and account state may be written down. */
	readonly record: boolean;
	/** The phone number may be written down. */
	readonly phone: boolean;
	/** The volunteer may come or call again to remind. */
	readonly remind: boolean;
	readonly wording: number;
	/** How it was given; said aloud at the door is the only way in this version. */
	readonly method: 'spoken';
	/** Instant, by the phone's clock: a fact about the visit, not an authority. */
	readonly givenAt: number;
}

/** Every tick off: what a form starts with. */
export function makeConsent(givenAt: number): Consent {
	return { record: false, phone: false, remind: false, wording: CONSENT_WORDING, method: 'spoken', givenAt };
}
