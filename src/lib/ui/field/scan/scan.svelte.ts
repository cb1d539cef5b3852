// What the scan panel knows: which of its two faces is shown, how often scanning failed, and what to tell the person.

import { JOIN_CODE_PREFIX, parseCard, type Card, type CardWarning } from '$lib/domain/card.ts';
import type { Day } from '$lib/domain/day.ts';
import { LIMIT } from '$lib/domain/limit.ts';
import type { Problem } from '$lib/domain/problem.ts';
import type { CameraProblemCode, HintCode, RefusalCode } from '$lib/ui/words/vi/scan.ts';

/** `household`: one card after the other, until the person is done. */
export type Wanted = 'card' | 'join' | 'household';

/** One card of a household that was scanned in one go. */
export interface CardRead {
	readonly card: Card;
	readonly warnings: readonly CardWarning[];
	readonly cardAddress: string;
}

export type CardTaker = (
	card: Card,
	warnings: readonly CardWarning[],
	by: 'scan' | 'manual',
	/** The address on a scanned card, to compare and drop; empty when typed. */
	cardAddress: string
) => void;

export interface ScanAims {
	readonly today: Day;
	readonly wanted: Wanted;
	readonly onCard: CardTaker;
	readonly onText: (text: string) => void;
	/** Something was read: for the ear and the hand, since the eye is on the card. */
	readonly onSignal?: () => void;
}

export class Scan {
	#aims: ScanAims;
	#face = $state<'camera' | 'manual'>('camera');
	#isLooking = $state(false);
	#isDone = $state(false);
	#failures = $state(0);
	#refusal = $state<RefusalCode | null>(null);
	#isSilent = $state(false);
	#problem = $state<CameraProblemCode | null>(null);
	#hint = $state<HintCode | null>(null);
	#picture = $state<'busy' | 'empty' | null>(null);
	#reads = $state.raw<readonly CardRead[]>([]);
	#repeated = $state<string | null>(null);

	constructor(aims: ScanAims) {
		this.#aims = aims;
	}

	get face() {
		return this.#face;
	}
	/** Pictures are coming. */
	get isLooking() {
		return this.#isLooking && !this.#isDone;
	}
	/** What was wanted has been handed over; nothing more is read. */
	get isDone() {
		return this.#isDone;
	}
	get refusal() {
		return this.#refusal;
	}
	get isSilent() {
		return this.#isSilent;
	}
	/** How often scanning failed; a sentence that comes again is read out again because this has changed. */
	get failures() {
		return this.#failures;
	}
	get problem() {
		return this.#problem;
	}
	/** What would help to read the card in view. */
	get hint() {
		return this.#hint;
	}
	/** A picture from a file is looked at, or nothing was found in it; the latter stands until something else is tried. */
	get picture() {
		return this.#picture;
	}
	/** The cards of a household so far, each person once. */
	get reads() {
		return this.#reads;
	}
	/** The name on a card that was held up again. */
	get repeated() {
		return this.#repeated;
	}
	/** Typing it in is now the better way (feature F024): tried often enough, or there is nothing to try with. */
	get isManualBetter() {
		return this.#failures >= LIMIT.scanFailuresBeforeManual || this.#problem !== null;
	}

	/** A code was read. Any text but the wanted one is forgotten here; only the reason for refusing it stays. */
	read(text: string): void {
		if (this.#isDone) return;
		if (this.#picture === 'empty') this.#picture = null;
		if (this.#aims.wanted === 'join') {
			if (!text.trim().toUpperCase().startsWith(JOIN_CODE_PREFIX)) return this.#refuse('notJoinCode');
			this.#isDone = true;
			return this.#aims.onText(text.trim());
		}
		const reading = parseCard(text, this.#aims.today);
		// parseCard refuses with codes of its own family only, which RefusalCode lists in full.
		if (reading.kind === 'refused') return this.#refuse(reading.problem.code as RefusalCode);
		this.#refusal = null;
		this.#isSilent = false;
		this.#hint = null;
		if (this.#aims.wanted === 'household') return this.#collect(reading);
		this.#isDone = true;
		this.#aims.onSignal?.();
		this.#aims.onCard(reading.card, reading.warnings, 'scan', reading.cardAddress);
	}

	/** Nothing could be read for a while: that counts as one failure. */
	noteSilence(): void {
		this.#failures++;
		this.#refusal = null;
		this.#isSilent = true;
		if (this.#picture === 'empty') this.#picture = null;
	}

	/** What is read in a picture from a file; a file that is no picture is one without a code. */
	async readPicture(reading: Promise<string | null>): Promise<void> {
		this.#picture = 'busy';
		const text = await reading.catch(() => null);
		this.#picture = null;
		if (text !== null) return this.read(text);
		this.noteSilence();
		this.#picture = 'empty';
	}

	noteHint(hint: HintCode | null): void {
		this.#hint = hint;
	}

	noteReady(): void {
		this.#problem = null;
		this.#isLooking = true;
	}

	noteProblem(problem: Problem): void {
		// Camera and scanner tell problems of their own two families only, which CameraProblemCode lists in full.
		this.#problem = problem.code as CameraProblemCode;
		this.#isLooking = false;
	}

	openManual(): void {
		this.#face = 'manual';
		this.#isLooking = false;
	}

	openCamera(): void {
		this.#face = 'camera';
		this.#problem = null;
		this.#refusal = null;
		this.#isSilent = false;
	}

	#collect({ card, warnings, cardAddress }: CardRead): void {
		const isSame = (each: CardRead) => each.card.personalId === card.personalId;
		this.#repeated = this.#reads.some(isSame) ? card.name : null;
		if (this.#repeated !== null) return;
		this.#reads = [...this.#reads, { card, warnings, cardAddress }];
		this.#aims.onSignal?.();
	}

	#refuse(refusal: RefusalCode): void {
		this.#failures++;
		this.#refusal = refusal;
		this.#isSilent = false;
	}
}
