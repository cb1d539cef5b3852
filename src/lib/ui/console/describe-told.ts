// What a volunteer told of the work beside the doors, where one of its entries is looked at: names of fields, and choices
// in words.

import { isBarrierCode } from '$lib/domain/catalogue/barriers.ts';
import {
	EVENT_COUNTS,
	HELP_TOPICS,
	OUTREACH_CHANNELS,
	OUTREACH_PLACES,
	type EventCount
} from '$lib/domain/outreach.ts';
import { barrier as englishBarrier } from '../words/en/barrier.ts';
import { beside as english } from '../words/en/beside.ts';
import { barrier as vietnameseBarrier } from '../words/vi/barrier.ts';
import { beside as vietnamese } from '../words/vi/beside.ts';
import type { Language } from './desk-words.ts';

const wordsIn = (language: Language) => (language === 'en' ? english : vietnamese);

/** The name of a field; of one that we do not know the word itself. */
export function nameToldField(table: 'outreach' | 'help', field: string, language: Language): string {
	const { counts, fields, help } = wordsIn(language);
	if (EVENT_COUNTS.some((name) => name === field)) return counts[field as EventCount];
	const own: Readonly<Record<string, string>> = table === 'help' ? { ...fields, ...help } : fields;
	return own[field] ?? field;
}

/** A choice in words; null for what is none. */
export function describeTold(field: string, value: unknown, language: Language): string | null {
	const words = wordsIn(language);
	const place = OUTREACH_PLACES.find((one) => field === 'place' && one === value);
	if (place) return words.places[place];
	const channel = OUTREACH_CHANNELS.find((one) => field === 'channel' && one === value);
	if (channel) return words.channels[channel];
	const topic = HELP_TOPICS.find((one) => field === 'topic' && one === value);
	if (topic) return words.topics[topic];
	if (field !== 'barrier' || typeof value !== 'string' || !isBarrierCode(value)) return null;
	const { names } = language === 'en' ? englishBarrier : vietnameseBarrier;
	return `${names[value]} (${value})`;
}
