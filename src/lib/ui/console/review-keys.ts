// Keys of the review: single letters while nobody types, and Escape wherever one is.

/** What may be done with the visit that is open. */
export interface ReviewHands {
	approve(): void;
	sendBack(): void;
	correct(): void;
	/** Closes the form that is open. */
	close(): void;
}

export type KeyAct = keyof ReviewHands | 'next' | 'before';

const ACTS: ReadonlyMap<string, KeyAct> = new Map([
	['a', 'approve'],
	['r', 'sendBack'],
	['c', 'correct'],
	['j', 'next'],
	['k', 'before']
]);

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing'>;

/**
 * What a key stands for, where a letter is no letter of a text. A key that is held down is one press: nobody approves a
 * whole list by leaning on it.
 */
export function readKey(press: Press, isTyping: boolean): KeyAct | null {
	if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || press.isComposing) return null;
	if (press.key === 'Escape') return 'close';
	return isTyping ? null : (ACTS.get(press.key) ?? null);
}
