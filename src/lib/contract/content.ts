// The wire form of a content pack, read when it is built, published and received. A pack that fails is refused whole,
// with the place of its first fault, so that the good one which is held stays. Fields of a newer format are kept.

import * as z from 'zod/mini';
import { BARRIER_CODES, RECEIVERS } from '../domain/catalogue/barriers.ts';
import { DATA_FLAG_CODES } from '../domain/catalogue/data-flags.ts';
import {
	ACTORS,
	CONFIDENCES,
	GROUPS,
	LIFE_STATUSES,
	PLACES,
	SOURCE_TAGS,
	STOP_OUTCOMES,
	TOPICS,
	type Article,
	type Guide,
	type Pack
} from '../domain/content.ts';
import { parseDay, type Day } from '../domain/day.ts';
import { findLostStep } from '../domain/guide.ts';
import { EVIDENCE, LADDER_STATES } from '../domain/ladder.ts';
import { CARD_STATES } from '../domain/person.ts';
import type { Manifest } from '../domain/manifest.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';

/** What looks like markup: tags, entities, Markdown links, emphasis and code. Text is shown as it is, never rendered. */
const MARKUP = /<\/?[a-z!][^>]*>|&(?:[a-z]+|#\d+);|\]\([^)]*\)|\*\*|__|`/i;

const TEXT_CHARS = 1200;
const LINE_CHARS = 300;
const ITEMS = 1000;

const isPlain = (text: string) => text.trim() !== '' && !MARKUP.test(text);
const line = z.string().check(z.maxLength(LINE_CHARS), z.refine(isPlain, 'markup or empty'));
const text = z.string().check(z.maxLength(TEXT_CHARS), z.refine(isPlain, 'markup or empty'));
const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9.'-]{0,63}$/));
const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== null, 'not a calendar date');
const count = z.int().check(z.gte(1), z.lte(1_000_000));
const list = <Schema extends z.core.$ZodType>(schema: Schema) => z.array(schema).check(z.maxLength(ITEMS));

const source = z.looseObject({ tag: z.enum(SOURCE_TAGS), place: line, confidence: z.enum(CONFIDENCES) });

const life = {
	sources: list(source),
	checkedOn: day,
	validFrom: day,
	validTo: z.optional(day),
	status: z.enum(LIFE_STATUSES),
	successor: z.optional(id),
	wardConfirms: z.optional(list(line))
};
const partialLife = {
	...life,
	sources: z.optional(life.sources),
	checkedOn: z.optional(day),
	validFrom: z.optional(day),
	status: z.optional(life.status)
};

const has = z.optional(z.boolean());
const condition = z.looseObject({
	states: z.optional(list(z.enum(LADDER_STATES))),
	card: z.optional(list(z.enum(CARD_STATES))),
	phone: z.optional(
		z.looseObject({ smartphone: has, storage: has, internet: has, camera: has, nfc: has, ownSim: has })
	),
	ages: z.optional(z.looseObject({ from: z.optional(z.int()), below: z.optional(z.int()) })),
	groups: z.optional(list(z.enum(GROUPS)))
});

const when = { when: z.optional(condition) };
const effect = z.discriminatedUnion('kind', [
	z.looseObject({ kind: z.literal('ladder'), state: z.enum(LADDER_STATES), evidence: z.enum(EVIDENCE), ...when }),
	z.looseObject({
		kind: z.literal('barrier'),
		code: z.enum(BARRIER_CODES),
		change: z.enum(['opened', 'closed']),
		...when
	}),
	z.looseObject({ kind: z.literal('dataFlag'), code: z.enum(DATA_FLAG_CODES), ...when }),
	z.looseObject({ kind: z.literal('referral'), receiver: z.enum(RECEIVERS), words: line, ...when }),
	z.looseObject({
		kind: z.literal('appointment'),
		place: z.enum(PLACES),
		words: line,
		bring: z.optional(list(line)),
		...when
	}),
	z.looseObject({ kind: z.literal('task'), words: line, afterDays: count, ...when })
]);

const label = z.looseObject({ text: line, gloss: z.optional(line) });
const link = z.looseObject({ to: id, words: line });

const branch = z.looseObject({
	id,
	words: line,
	screen: z.optional(label),
	to: id,
	effects: z.optional(list(effect)),
	usual: has,
	day: z.optional(z.enum(['inTime', 'overdue', 'unknown']))
});

const step = z.looseObject({
	...partialLife,
	id,
	title: line,
	who: z.enum(ACTORS),
	say: text,
	notes: z.optional(list(line)),
	labels: z.optional(list(label)),
	see: z.optional(text),
	example: z.optional(z.looseObject({ text, from: line })),
	residentText: z.optional(line),
	picture: z.optional(id),
	terms: z.optional(list(id)),
	branches: z.optional(list(branch)),
	next: z.optional(id),
	stop: z.optional(z.looseObject({ outcome: z.enum(STOP_OUTCOMES), reason: line })),
	check: z.optional(list(z.looseObject({ id, words: line }))),
	timer: z.optional(
		z.discriminatedUnion('kind', [
			z.looseObject({ kind: z.literal('otp'), lifeMs: z.int().check(z.gte(1000)) }),
			z.looseObject({ kind: z.literal('activation'), days: count })
		])
	),
	borrows: z.optional(z.literal(true)),
	effects: z.optional(list(effect)),
	redirects: z.optional(list(z.looseObject({ when: condition, to: id }))),
	limit: z.optional(z.looseObject({ times: count, to: id })),
	links: z.optional(list(link))
});

const language = z.string().check(z.regex(/^[a-z]{2,3}$/));
const item = { ...life, id, title: line, language: z.optional(language) };

const guide = z.looseObject({
	...item,
	summary: text,
	topic: z.optional(z.enum(TOPICS)),
	minutes: z.optional(count),
	entry: z.optional(condition),
	start: id,
	steps: list(step),
	links: z.optional(list(link)),
	keywords: z.optional(list(line))
});

const block = z.discriminatedUnion('kind', [
	z.looseObject({ ...partialLife, kind: z.enum(['heading', 'text', 'warning']), text }),
	z.looseObject({ ...partialLife, kind: z.enum(['list', 'steps']), rows: list(text) }),
	z.looseObject({ ...partialLife, kind: z.literal('label'), label }),
	z.looseObject({ ...partialLife, kind: z.literal('table'), head: list(line), rows: list(list(line)) }),
	z.looseObject({ ...partialLife, kind: z.literal('picture'), picture: id, text: line })
]);

const article = z.looseObject({
	...item,
	kind: id,
	summary: z.optional(text),
	body: list(block),
	facts: z.optional(z.record(id, z.union([z.string().check(z.refine(isPlain)), z.number(), z.boolean(), list(line)]))),
	keywords: z.optional(list(line)),
	audiences: z.optional(list(id)),
	links: z.optional(list(link))
});

/** A content pack on the wire. Loose on purpose: what a newer format adds is kept and handed on. */
export const packSchema = z.looseObject({
	id,
	version: count,
	language,
	publishedOn: day,
	articles: list(article),
	guides: list(guide),
	plannedGuides: z.optional(list(id))
});

/** The pack, if it has the right shape and every step of every guide leads to a step; else where it fails. */
export function parsePack(value: unknown): Result<Pack> {
	const read = packSchema.safeParse(value);
	if (!read.success) return fail('content.invalid', read.error.issues[0]?.path.join('.') ?? '');
	const pack: Pack = read.data;
	for (const guideOfPack of pack.guides) {
		const at = findLostStep(guideOfPack);
		if (at) return fail('content.invalid', `guides.${guideOfPack.id}.${at}`);
	}
	return succeed(pack);
}

const manifestSchema = z.looseObject({
	id,
	version: count,
	language,
	publishedOn: day,
	items: list(
		z.looseObject({ id, kind: z.enum(['guide', 'article']), hash: z.string().check(z.regex(/^[0-9a-f]{16}$/)) })
	)
});

/** The list of what an edition holds, if it has the right shape and names every item once. */
export function parseManifest(value: unknown): Result<Manifest> {
	const read = manifestSchema.safeParse(value);
	if (!read.success) return fail('content.invalid', read.error.issues[0]?.path.join('.') ?? '');
	const ids = read.data.items.map((row) => row.id);
	const doubled = ids.find((row, at) => ids.indexOf(row) !== at);
	return doubled === undefined ? succeed(read.data) : fail('content.invalid', `items.${doubled}`);
}

/** One guide as it came, if it has the right shape and every step leads to a step; else where it fails. */
export function parseGuide(value: unknown): Result<Guide> {
	const read = guide.safeParse(value);
	if (!read.success) return fail('content.invalid', read.error.issues[0]?.path.join('.') ?? '');
	const at = findLostStep(read.data);
	return at ? fail('content.invalid', `guides.${read.data.id}.${at}`) : succeed(read.data);
}

/** One article as it came, if it has the right shape; else where it fails. */
export function parseArticle(value: unknown): Result<Article> {
	const read = article.safeParse(value);
	return read.success ? succeed(read.data) : fail('content.invalid', read.error.issues[0]?.path.join('.') ?? '');
}
