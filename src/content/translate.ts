// Laying another language over the Vietnamese items. A translation holds words only, so the steps, sources and dates of
// an item are the same in every language. What is not translated, or was translated from words that have changed since,
// stays Vietnamese and says so.

import type { Branch, Effect, Guide, GuideStep, ScreenLabel } from '../lib/domain/content.ts';

/** The words of one step; lists stand in the order of the Vietnamese step, `branches` and `check` by their ids. */
export interface StepWords {
	readonly title: string;
	readonly say: string;
	readonly notes?: readonly string[];
	readonly see?: string;
	readonly residentText?: string;
	readonly reason?: string;
	readonly exampleFrom?: string;
	readonly branches?: Readonly<Record<string, string>>;
	readonly check?: Readonly<Record<string, string>>;
	readonly links?: readonly string[];
	/** Words of effects: those of the step, then those of its branches. */
	readonly effects?: readonly string[];
}

export interface GuideWords {
	readonly title: string;
	readonly summary: string;
	readonly keywords?: readonly string[];
	readonly links?: readonly string[];
	readonly steps: Readonly<Record<string, StepWords>>;
}

export interface Translation {
	readonly language: string;
	readonly guides: Readonly<Record<string, GuideWords>>;
	/** What the exact words on the resident's screen mean. */
	readonly glosses: Readonly<Record<string, string>>;
	/** Words that many items share, by their Vietnamese. */
	readonly phrases: Readonly<Record<string, string>>;
	/** `fingerprintOf` each guide when it was translated: another one means that the Vietnamese has changed since. */
	readonly of: Readonly<Record<string, string>>;
}

const WORDS = new Set([
	'title',
	'summary',
	'say',
	'notes',
	'see',
	'residentText',
	'words',
	'reason',
	'example',
	'bring',
	'text'
]);

/** A short name for the words of a guide, whatever its sources, dates and ways: FNV-1a, 32 bits, in hexadecimal. */
export function fingerprintOf(guide: Guide): string {
	let hash = 0x811c9dc5;
	const add = (value: unknown, isWord: boolean): void => {
		if (typeof value === 'string' && isWord) {
			for (const sign of value) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
		} else if (typeof value === 'object' && value !== null) {
			for (const [key, inner] of Object.entries(value)) add(inner, WORDS.has(key) || (isWord && Array.isArray(value)));
		}
	};
	add(guide, false);
	return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Every word that a translation of this guide lacks; empty when it is whole and of these words. */
export function listUntranslated(guide: Guide, translation: Translation): string[] {
	const lacks: string[] = [];
	const print = fingerprintOf(guide);
	if (translation.guides[guide.id] && translation.of[guide.id] !== print) {
		lacks.push(`${guide.id}: translate what changed, then write ${print} into en/of.ts`);
	}
	translateGuide(guide, translation, (place) => void lacks.push(place));
	return lacks;
}

/** The guide in the language of the translation, or the Vietnamese one, marked, while a word of it is missing or old. */
export function localizeGuide(guide: Guide, translation: Translation): Guide {
	if (listUntranslated(guide, translation).length > 0) return { ...guide, language: 'vi' };
	return translateGuide(guide, translation, () => undefined);
}

type Report = (place: string) => void;

function translateGuide(guide: Guide, translation: Translation, lack: Report): Guide {
	const words = translation.guides[guide.id];
	if (!words) {
		lack(guide.id);
		return guide;
	}
	return {
		...guide,
		title: words.title,
		summary: words.summary,
		...(guide.keywords ? { keywords: words.keywords ?? guide.keywords } : {}),
		...(guide.links ? { links: nameLinks(guide.links, words.links, translation, lack, guide.id) } : {}),
		steps: guide.steps.map((step) => translateStep(step, words.steps[step.id], translation, lack))
	};
}

function translateStep(step: GuideStep, words: StepWords | undefined, of: Translation, lack: Report): GuideStep {
	if (!words) {
		lack(step.id);
		return step;
	}
	const need = <Value>(value: Value | undefined, place: string, fallback: Value): Value => {
		if (value === undefined) lack(`${step.id}/${place}`);
		return value ?? fallback;
	};
	// Words of effects are told in order: the step's own first, then those of each branch.
	const told = [...(words.effects ?? [])];
	const tellEffect = (effect: Effect): Effect => {
		if (!('words' in effect)) return effect;
		const said = need(of.phrases[effect.words] ?? told.shift(), 'effects', effect.words);
		if (effect.kind !== 'appointment' || !effect.bring) return { ...effect, words: said };
		return { ...effect, words: said, bring: effect.bring.map((row) => need(of.phrases[row], row, row)) };
	};
	const effects = step.effects?.map(tellEffect);
	const branches = step.branches?.map((branch): Branch => ({
		...branch,
		words: need(words.branches?.[branch.id] ?? of.phrases[branch.words], branch.id, branch.words),
		...(branch.screen ? { screen: explain(branch.screen, of, lack) } : {}),
		...(branch.effects ? { effects: branch.effects.map(tellEffect) } : {})
	}));
	const notes = step.notes?.map((note, row) => need(words.notes?.[row] ?? of.phrases[note], `notes/${row}`, note));
	return {
		...step,
		title: words.title,
		say: words.say,
		...(notes ? { notes } : {}),
		...(step.labels ? { labels: step.labels.map((label) => explain(label, of, lack)) } : {}),
		...(step.see ? { see: need(words.see, 'see', step.see) } : {}),
		...(step.example
			? { example: { ...step.example, from: need(words.exampleFrom, 'example', step.example.from) } }
			: {}),
		...(step.residentText
			? {
					residentText:
						step.residentText === step.say ? words.say : need(words.residentText, 'residentText', step.residentText)
				}
			: {}),
		...(branches ? { branches } : {}),
		...(step.stop ? { stop: { ...step.stop, reason: need(words.reason, 'reason', step.stop.reason) } } : {}),
		...(step.check
			? {
					check: step.check.map((point) => ({ ...point, words: need(words.check?.[point.id], point.id, point.words) }))
				}
			: {}),
		...(effects ? { effects } : {}),
		...(step.links ? { links: nameLinks(step.links, words.links, of, lack, step.id) } : {})
	};
}

function explain(label: ScreenLabel, { glosses }: Translation, lack: Report): ScreenLabel {
	const gloss = glosses[label.text];
	if (gloss === undefined) lack(`gloss of ${label.text}`);
	// A name of its own (VNeID, App Store) has an empty gloss: there is nothing to explain.
	return gloss ? { ...label, gloss } : label;
}

function nameLinks(
	links: NonNullable<GuideStep['links']>,
	words: readonly string[] | undefined,
	{ phrases }: Translation,
	lack: Report,
	place: string
): NonNullable<GuideStep['links']> {
	return links.map((link, row) => {
		const said = words?.[row] ?? phrases[link.words];
		if (said === undefined) lack(`${place}/links/${row}`);
		return { ...link, words: said ?? link.words };
	});
}
