// A breach of personal data: what has to be done, in which order, and by when. The ward tells the authority within 72
// hours (security design, PDPL); whom exactly, and who is the controller, is a question that the ward answers for itself.

export const BREACH_STEPS = ['contain', 'scope', 'leader', 'authority', 'people', 'cause'] as const;
/** Stop it, find out what and whom it concerns, tell the leader, the authority and the people, mend the cause. */
export type BreachStep = (typeof BREACH_STEPS)[number];

export const BREACH_TELL_MS = 72 * 3600_000;

export interface BreachDone {
	readonly at: number;
	readonly byName: string;
}

export interface Breach {
	readonly id: string;
	readonly openedAt: number;
	readonly openedName: string;
	readonly what: string;
	readonly steps: Readonly<Partial<Record<BreachStep, BreachDone>>>;
	/** Until when the authority is to be told. */
	readonly tellBy: number;
	readonly closedAt: number | null;
}

export function isBreachStep(text: string): text is BreachStep {
	return BREACH_STEPS.some((step) => step === text);
}

/** Closed only when every step was done. */
export function mayClose(steps: Breach['steps']): boolean {
	return BREACH_STEPS.every((step) => steps[step]);
}
