// What is read aloud of a screen of a guide: what a person would read out, without sources and buttons.

import type { GuideStep } from '$lib/domain/content.ts';
import type { GuideWords } from '$lib/ui/words/vi/guide.ts';

/** The lines of "we never ask", which comes before the first step. */
export function neverAskLines({ neverAsk }: GuideWords): string[] {
	return [neverAsk.title, ...neverAsk.rows, neverAsk.title2, ...neverAsk.rows2];
}

/** The lines of a step; `fill` puts in what the ward has filled in. */
export function stepLines(step: GuideStep, fill: (text: string) => string): string[] {
	return [
		step.title,
		fill(step.say),
		...(step.labels ?? []).map((label) => label.text),
		...(step.notes ?? []).map(fill)
	];
}
