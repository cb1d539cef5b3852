// The slip that a resident keeps after a visit (feature F083): what was done, what comes next, how to check who came, how
// to take consent back. It names nobody but the helper, and holds no number of anybody.

import type { NextStep } from '$lib/domain/visit.ts';
import type { HandoutWords } from '$lib/ui/words/vi/handout.ts';

export interface SlipGround {
	/** Day of the visit as people read it. */
	readonly day: string;
	readonly wardName: string | undefined;
	readonly helper: string | undefined;
	/** Sentences: the result, and where the account stands. */
	readonly done: readonly string[];
	/** The agreed next step as a sentence, where there is one. */
	readonly next: string | null;
	readonly kind: NextStep['kind'];
	readonly bring: readonly string[];
	/** Whether anything personal was written down. */
	readonly isRecorded: boolean;
	/** Lines of the ward's contact book. */
	readonly contacts: readonly string[];
}

export interface SlipPart {
	readonly title: string;
	readonly lines: readonly string[];
}

/** The parts of the slip in the order of reading. */
export function writeSlip(ground: SlipGround, words: HandoutWords): SlipPart[] {
	const say = words.slip;
	const ward = ground.wardName ?? words.ward;
	return [
		{ title: say.visit(ground.day), lines: [] },
		{ title: say.done, lines: ground.done },
		{ title: say.next, lines: [ground.next ?? say.nothing] },
		{ title: say.bring, lines: ground.bring },
		{
			title: say.check,
			lines: [...(ground.helper ? [say.by(ground.helper)] : []), say.checkText(ward), ...ground.contacts]
		},
		{ title: say.withdraw, lines: [ground.isRecorded ? say.withdrawText(ward) : say.notRecorded] },
		{ title: words.leaflet.safeTitle, lines: [say.never, say.stranger] }
	].filter((part, at) => at === 0 || part.lines.length > 0);
}

/** The slip as plain text, for a message. */
export function slipText(parts: readonly SlipPart[]): string {
	return parts.map((part) => [part.title, ...part.lines.map((line) => `- ${line}`)].join('\n')).join('\n\n');
}
