// The shapes of what a phone may write, by kind and schema version. The only home of these wire schemas.

import * as z from 'zod/mini';
import { parseBirth } from '../domain/birth.ts';
import { BARRIER_CODES, RECEIVERS } from '../domain/catalogue/barriers.ts';
import { DATA_FLAG_CODES, FLAG_FIELDS } from '../domain/catalogue/data-flags.ts';
import { parseDay, type Day } from '../domain/day.ts';
import { HOUSEHOLD_KINDS } from '../domain/household.ts';
import { isId } from '../domain/id.ts';
import { CREW_LETTERS } from '../domain/knocker.ts';
import { EVIDENCE, LADDER_STATES } from '../domain/ladder.ts';
import { LIMIT } from '../domain/limit.ts';
import { HELP_OUTCOMES, HELP_TOPICS, OUTREACH_CHANNELS, OUTREACH_PLACES } from '../domain/outreach.ts';
import { CARD_STATES, PRESENCES, RELATIONS, SEXES } from '../domain/person.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { SKETCH } from '../domain/sketch.ts';
import { NEXT_STEPS, OUTCOMES } from '../domain/visit.ts';
import type { EntryKind } from '../sync/entry.ts';
import type { Fields } from '../sync/record.ts';
import { readVersioned, type PayloadReaders } from './upcast.ts';

// zod probes `new Function` unless told not to, which the content security policy forbids (stack.md 3, trap 12).
z.config({ jitless: true });

export const idText = z.string().check(z.refine(isId));
const text = (most: number) => z.string().check(z.maxLength(most));
export const day = z.string().check(z.refine((value) => parseDay(value) !== null));
/** A phone's clock may be a day ahead, so the wire only asks for a real date; the future is looked at in review. */
const birth = z.string().check(z.refine((value) => parseBirth(value, '2199-12-31' as Day) !== null));
const instant = z.number().check(z.int(), z.gte(0));
const square = (count: number) => z.number().check(z.int(), z.gte(0), z.lt(count));
const personalId = z.string().check(z.regex(/^\d{12}$/));

const consent = z.looseObject({
	record: z.boolean(),
	phone: z.boolean(),
	remind: z.boolean(),
	wording: z.number(),
	method: z.enum(['spoken']),
	givenAt: instant
});

const standing = z.looseObject({
	state: z.enum(LADDER_STATES),
	on: day,
	evidence: z.enum(EVIDENCE),
	observer: text(64),
	reason: z.optional(text(LIMIT.reasonChars)),
	approvedOn: z.optional(day)
});

const barriers = z.array(z.enum(BARRIER_CODES as [string, ...string[]])).check(z.maxLength(LIMIT.barriersPerVisit));

const household = {
	area: idText,
	lane: text(LIMIT.addressChars),
	number: text(LIMIT.addressChars).check(z.minLength(1)),
	kind: z.enum(HOUSEHOLD_KINDS),
	access: z.optional(z.nullable(text(LIMIT.addressChars))),
	gateLocked: z.optional(z.nullable(z.boolean())),
	place: z.optional(z.nullable(text(LIMIT.placeChars))),
	// nothing more may stand here: a place on earth would be one field away
	sketch: z.optional(z.nullable(z.strictObject({ x: square(SKETCH.columns), y: square(SKETCH.rows) })))
};

const person = {
	household: idText,
	name: text(LIMIT.nameChars).check(z.minLength(1)),
	birth,
	sex: z.enum(SEXES),
	presence: z.enum(PRESENCES),
	relation: z.optional(z.nullable(z.enum(RELATIONS))),
	personalId: z.optional(z.nullable(personalId)),
	card: z.optional(z.nullable(z.enum(CARD_STATES))),
	cardIssuedOn: z.optional(z.nullable(day)),
	phone: z.optional(z.nullable(text(20))),
	consent: z.optional(z.nullable(consent)),
	standing: z.optional(z.nullable(standing)),
	barriers: z.optional(z.nullable(barriers)),
	needsHomeHelp: z.optional(z.nullable(z.boolean())),
	buddy: z.optional(z.nullable(idText))
};

/** What a paper says: a name, a date, an address. Nine digits are a personal number, which has one field of its own. */
const onPaper = text(LIMIT.nameChars).check(z.refine((value) => value.replace(/\D/g, '').length < 9));

const flag = z
	.looseObject({
		code: z.enum(DATA_FLAG_CODES as [string, ...string[]]),
		field: z.optional(z.enum(FLAG_FIELDS)),
		onCard: z.optional(onPaper),
		onPaper: z.optional(onPaper),
		source: z.enum(['self', 'family', 'neighbour', 'list'])
	})
	// That a number is wrong is said without any part of it: the ward compares the card itself.
	.check(z.refine(({ field, ...said }) => field !== 'personalId' || !('onCard' in said || 'onPaper' in said)));

const next = z.looseObject({
	kind: z.enum(NEXT_STEPS),
	on: z.optional(day),
	at: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
	receiver: z.optional(z.enum(RECEIVERS))
});

const visit = {
	household: idText,
	person: z.optional(idText),
	seenAt: instant,
	outcome: z.enum(OUTCOMES),
	leaflet: z.optional(z.nullable(z.boolean())),
	presence: z.optional(z.nullable(z.enum(PRESENCES))),
	consent: z.optional(z.nullable(consent)),
	standing: z.optional(z.nullable(standing)),
	before: z.optional(z.nullable(z.enum(LADDER_STATES))),
	barriers: z.optional(z.nullable(barriers)),
	solved: z.optional(z.nullable(z.array(z.enum(BARRIER_CODES as [string, ...string[]])).check(z.maxLength(20)))),
	flags: z.optional(z.nullable(z.array(flag).check(z.maxLength(16)))),
	next: z.optional(z.nullable(next)),
	guides: z.optional(
		z.nullable(
			z
				.array(
					z.looseObject({
						guide: text(64),
						packVersion: z.number(),
						ended: text(64),
						ticks: z.optional(z.array(text(130)).check(z.maxLength(40)))
					})
				)
				.check(z.maxLength(20))
		)
	),
	cardBy: z.optional(z.nullable(z.enum(['scan', 'manual']))),
	refusedCount: z.optional(z.nullable(z.number().check(z.int(), z.gte(1), z.lte(LIMIT.householdPeople)))),
	note: z.optional(z.nullable(text(LIMIT.noteChars))),
	knocker: z.optional(z.nullable(z.looseObject({ letter: z.enum(CREW_LETTERS), name: onPaper.check(z.minLength(1)) })))
};

const difficulty = {
	area: idText,
	text: text(LIMIT.difficultyChars).check(z.minLength(1)),
	askedAt: instant
};

const count = z.number().check(z.int(), z.gte(0), z.lte(LIMIT.figureMost));

/** What was done beside the doors, as counts; nobody's name has a place in it. */
const outreach = {
	area: idText,
	day,
	place: z.enum(OUTREACH_PLACES),
	channel: z.enum(OUTREACH_CHANNELS),
	topic: text(LIMIT.addressChars).check(z.minLength(1)),
	materials: z.optional(z.nullable(text(LIMIT.addressChars))),
	audience: count,
	households: count,
	helped: count,
	followUps: count
};

/** Somebody at a table, without a name or a household. */
const help = {
	area: idText,
	topic: z.enum(HELP_TOPICS),
	outcome: z.enum(HELP_OUTCOMES),
	barrier: z.optional(z.nullable(z.enum(BARRIER_CODES as [string, ...string[]]))),
	at: instant
};

/** Of a person at a table nothing is amended: whoever was counted by mistake is taken back. */
const no = z.optional(z.undefined());
const notAmended = { area: no, topic: no, outcome: no, barrier: no, at: no };

const isNotEmpty = z.refine<Fields>((changes) => Object.keys(changes).length > 0);
/** Fields that only the ward writes: a phone that sends one is not one of ours. */
const isPhoneWritable = z.refine<Fields>(
	(fields) =>
		!['by', 'review', 'referrals', 'decisions', 'idKeep', 'idTail', 'deleted', 'callers'].some(
			(field) => field in fields
		)
);

/** The ward's answer and who may read it are the ward's. */
const isUnanswered = z.refine<Fields>((fields) => !('reply' in fields) && !('shown' in fields));

/** Who of the ward took an event back is the ward's to say. */
const isTeller = z.refine<Fields>((fields) => !('withdrawnBy' in fields));

/** Payloads of schema version 1, as they were first shipped. A newer version gets a table beside this one. */
export const PAYLOADS: Record<EntryKind, z.ZodMiniType<Fields>> = {
	'household.create': z.looseObject(household).check(isPhoneWritable),
	// A door that moves to another area moves between scopes: the desk does that, never a phone.
	'household.set': z
		.partial(z.looseObject({ ...household, area: z.optional(z.undefined()) }))
		.check(isNotEmpty, isPhoneWritable),
	'person.add': z.looseObject(person).check(isPhoneWritable),
	'person.set': z
		.partial(z.looseObject({ ...person, household: z.optional(z.undefined()) }))
		.check(isNotEmpty, isPhoneWritable),
	'visit.add': z.looseObject(visit).check(isPhoneWritable),
	'visit.set': z
		.partial(z.looseObject({ ...visit, household: z.optional(z.undefined()) }))
		.check(isNotEmpty, isPhoneWritable),
	'review.answer': z.looseObject({}),
	'difficulty.add': z.looseObject(difficulty).check(isPhoneWritable, isUnanswered),
	'outreach.add': z.looseObject(outreach).check(isPhoneWritable, isTeller),
	// an event stays in its area, as a door does; what was taken back has no way to come again
	'outreach.set': z
		.partial(z.looseObject({ ...outreach, area: z.optional(z.undefined()), withdrawn: instant }))
		.check(isNotEmpty, isPhoneWritable, isTeller),
	'help.add': z.looseObject(help).check(isPhoneWritable, isTeller),
	'help.set': z.looseObject({ withdrawn: instant, ...notAmended }).check(isPhoneWritable, isTeller)
};

function readWith(payloads: Record<EntryKind, z.ZodMiniType<Fields>>, kind: EntryKind, payload: unknown) {
	const parsed = z.safeParse(payloads[kind], payload);
	if (parsed.success) return succeed(parsed.data);
	return fail<Fields>('entry.invalid', parsed.error.issues[0]?.path.join('.') ?? '');
}

/** Every version ever shipped, the last of them `SCHEMA_VERSION`. */
export const READERS: PayloadReaders = [{ read: (kind, payload) => readWith(PAYLOADS, kind, payload) }];

/** The payload in today's shape if it fits its kind and version; unknown extra fields are kept as they are. */
export function parsePayload(kind: EntryKind, schemaVersion: number, payload: unknown): Result<Fields> {
	return readVersioned(READERS, kind, schemaVersion, payload);
}
