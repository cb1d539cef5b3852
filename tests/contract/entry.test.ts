import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePayload } from '../../src/lib/contract/entry.ts';
import { wireEntry } from '../../src/lib/contract/push.ts';
import { PROTOCOL } from '../../src/lib/contract/version.ts';
import { BARRIER_CODES, RECEIVERS } from '../../src/lib/domain/catalogue/barriers.ts';
import { CREW_LETTERS } from '../../src/lib/domain/knocker.ts';
import { DATA_FLAG_CODES, FLAG_FIELDS } from '../../src/lib/domain/catalogue/data-flags.ts';
import { HOUSEHOLD_KINDS } from '../../src/lib/domain/household.ts';
import { EVIDENCE, LADDER_STATES } from '../../src/lib/domain/ladder.ts';
import { HELP_OUTCOMES, HELP_TOPICS, OUTREACH_CHANNELS, OUTREACH_PLACES } from '../../src/lib/domain/outreach.ts';
import { CARD_STATES, PRESENCES, RELATIONS, SEXES } from '../../src/lib/domain/person.ts';
import { NEXT_STEPS, OUTCOMES } from '../../src/lib/domain/visit.ts';
import { SCHEMA_VERSION, VERDICTS, type EntryKind } from '../../src/lib/sync/entry.ts';
import { TABLES } from '../../src/lib/sync/record.ts';
import { fingerprint, listWords } from './fingerprint.ts';
import {
	JOINED,
	KINDS,
	listAdded,
	listSamples,
	MESSAGE_NAMES,
	MESSAGES,
	readEntrySample,
	readFingerprint,
	readSample
} from './samples.ts';

/** Words that the wire knows: a phone of last year must be able to read whatever stands here. */
const CATALOGUES = {
	barriers: BARRIER_CODES,
	receivers: RECEIVERS,
	flags: DATA_FLAG_CODES,
	flagFields: FLAG_FIELDS,
	householdKinds: HOUSEHOLD_KINDS,
	evidence: EVIDENCE,
	ladder: LADDER_STATES,
	cards: CARD_STATES,
	presences: PRESENCES,
	relations: RELATIONS,
	sexes: SEXES,
	nextSteps: NEXT_STEPS,
	outcomes: OUTCOMES,
	verdicts: VERDICTS,
	tables: TABLES,
	letters: CREW_LETTERS,
	outreachPlaces: OUTREACH_PLACES,
	outreachChannels: OUTREACH_CHANNELS,
	helpTopics: HELP_TOPICS,
	helpOutcomes: HELP_OUTCOMES
};

describe('golden samples of version 1', () => {
	it('are there for every kind and message, and for nothing else', () => {
		expect(listSamples().toSorted()).toEqual([...KINDS, ...MESSAGE_NAMES].toSorted());
	});

	it.each(KINDS)('entry %s is read whole', (kind) => {
		const sample = readEntrySample(kind);
		expect(wireEntry.parse(sample)).toEqual(sample);
		expect(sample.k).toBe(kind);
		expect(parsePayload(kind, sample.sv, sample.body.p)).toEqual({ ok: true, value: sample.body.p });
	});

	it.each(MESSAGE_NAMES)('message %s is read whole', (name) => {
		const sample = readSample(name);
		expect(MESSAGES[name].parse(sample)).toEqual(sample);
	});

	it.each(listAdded())('$name, which joined later, is read whole', ({ of, sample }) => {
		const kind = KINDS.find((one) => one === of);
		if (!kind) {
			const message = MESSAGE_NAMES.find((one) => one === of)!;
			return expect(MESSAGES[message].parse(sample)).toEqual(sample);
		}
		expect(wireEntry.parse(sample)).toEqual(sample);
		const { sv, body } = sample as ReturnType<typeof readEntrySample>;
		expect(parsePayload(kind, sv, body.p)).toEqual({ ok: true, value: body.p });
	});

	it('a page of rows is read whatever it says of keys for lanes', () => {
		const page = readSample('pull-answer') as { readonly scope: object };
		for (const relayKeys of [7, null, {}, [{ area: 'x', week: 1, key: 'short' }]])
			expect(MESSAGES['pull-answer'].parse({ ...page, scope: { ...page.scope, relayKeys } }).scope).toMatchObject({
				relayKeys: undefined
			});
	});

	it.each(MESSAGE_NAMES)('message %s keeps what it does not know', (name) => {
		const sample = { ...(readSample(name) as object), fromTheFuture: { a: [null] } };
		expect(MESSAGES[name].parse(sample)).toEqual(sample);
	});

	it('F021 a square of the drawing has two whole numbers and room for nothing else', () => {
		const read = (sketch: unknown) => parsePayload('household.set', 1, { sketch }).ok;
		expect([read({ x: 0, y: 0 }), read({ x: 6, y: 9 }), read(null)]).toEqual([true, true, true]);
		for (const odd of [
			...[{ x: 7, y: 0 }, { x: 0, y: 10 }, { x: -1, y: 0 }, { x: 0.5, y: 0 }, { x: 1 }, [], 'x', 3],
			...[
				{ x: 1, y: 1, lat: 10.7 },
				{ x: 1, y: 1, accuracy: 5 }
			]
		])
			expect(read(odd), JSON.stringify(odd)).toBe(false);
	});

	it('F078 the one who helps is a link and never a number to call', () => {
		const read = (buddy: unknown) => parsePayload('person.set', 1, { buddy }).ok;
		expect([read('01a1fb9e-0688-7b30-a503-3c5eed93bb8b'), read(null)]).toEqual([true, true]);
		for (const odd of ['0999 000 001', 'Nguyễn Thị Thử', '', { id: '01a1fb9e-0688-7b30-a503-3c5eed93bb8b' }, 7])
			expect(read(odd), JSON.stringify(odd)).toBe(false);
	});

	it('a page of rows is read whatever it says of the campaign', () => {
		const page = readSample('added/pull-answer.aims') as { scope: object };
		const say = (campaign: unknown) =>
			MESSAGES['pull-answer'].parse({ ...page, scope: { ...page.scope, campaign } }).scope?.campaign;
		for (const odd of [7, null, {}, { name: 'x', from: '2026-13-01', to: '2026-12-31', aims: [] }, []])
			expect(say(odd)).toBeUndefined();
	});

	it('a page of rows is read whatever it says of content', () => {
		const page = readSample('pull-answer') as object;
		expect(MESSAGES['pull-answer'].parse({ ...page, content: 'abc' })).toMatchObject({ content: 'abc' });
		for (const content of [7, null, {}, 'x'.repeat(65)])
			expect(MESSAGES['pull-answer'].parse({ ...page, content }).content).toBeUndefined();
	});

	it('a pull and a comparison name later tables or none, and an answer that cannot be read stops no rows', () => {
		for (const name of ['pull-request', 'digest-request'] as const) {
			const asked = readSample(name) as object;
			expect(MESSAGES[name].parse({ ...asked, tables: ['difficulty', 'ofTomorrow'] })).toMatchObject({
				tables: ['difficulty', 'ofTomorrow']
			});
			expect('tables' in MESSAGES[name].parse(asked)).toBe(false);
			expect(MESSAGES[name].safeParse({ ...asked, tables: 'difficulty' }).success).toBe(false);
		}
		const page = readSample('pull-answer') as { scope: object };
		const answers = [{ id: '01a1fb9e-0689-7f13-8837-882ed2677c16', text: 'Hỏi?', answer: 'Đáp.', at: 1 }];
		const withAnswers = (some: unknown) =>
			MESSAGES['pull-answer'].parse({ ...page, scope: { ...page.scope, answers: some } }).scope?.answers;
		expect(withAnswers(answers)).toEqual(answers);
		expect(withAnswers([{ id: 7 }])).toBeUndefined();
	});

	it.each(KINDS)('entry %s keeps what it does not know', (kind) => {
		const p = { ...readEntrySample(kind).body.p, fromTheFuture: { a: [null] } };
		expect(parsePayload(kind, 1, p)).toEqual({ ok: true, value: p });
	});
});

describe('versions', () => {
	it('the oldest that is served is 1, of entries and of the conversation', () => {
		// When SCHEMA_VERSION rises: samples in tests/contract/v2, the old payload table kept, and this stays.
		for (const kind of KINDS) expect(parsePayload(kind, 1, readEntrySample(kind).body.p).ok).toBe(true);
		expect([SCHEMA_VERSION, PROTOCOL]).toEqual([1, 1]);
	});

	it('a version that nobody shipped is said to be unknown', () => {
		for (const version of [0, 2, -1, 1.5, Number.NaN])
			expect(parsePayload('visit.add', version, {})).toMatchObject({ problem: { code: 'entry.unknownVersion' } });
	});

	it('what version 1 lets through has not changed', () => {
		const samplesOf = (kinds: readonly EntryKind[]) => kinds.map((kind) => readEntrySample(kind).body.p);
		const first = KINDS.filter((kind) => !JOINED.includes(kind));
		const words = listWords(...samplesOf(first), ...MESSAGE_NAMES.map(readSample));
		const later = listWords(...samplesOf(JOINED), OUTREACH_PLACES, OUTREACH_CHANNELS, HELP_TOPICS, HELP_OUTCOMES);
		const wordsOf = (kind: EntryKind) => (JOINED.includes(kind) ? [...later, ...words] : words);
		const found: Record<string, string> = {};
		const note = (name: string, prints: Record<string, string>) => {
			for (const [place, print] of Object.entries(prints)) found[`${name} ${place}`] = print;
		};
		for (const kind of KINDS)
			note(
				kind,
				fingerprint(readEntrySample(kind).body.p, (p) => parsePayload(kind, 1, p).ok, wordsOf(kind))
			);
		for (const name of MESSAGE_NAMES)
			note(
				name,
				fingerprint(readSample(name), (value) => MESSAGES[name].safeParse(value).success, words)
			);
		for (const { name, of, sample } of listAdded()) {
			const kind = KINDS.find((one) => one === of);
			if (kind) {
				const { p } = (sample as ReturnType<typeof readEntrySample>).body;
				note(
					name,
					fingerprint(p, (value) => parsePayload(kind, 1, value).ok, words)
				);
			} else {
				const schema = MESSAGES[MESSAGE_NAMES.find((one) => one === of)!];
				note(
					name,
					fingerprint(sample, (value) => schema.safeParse(value).success, words)
				);
			}
		}
		note('words', Object.fromEntries(Object.entries(CATALOGUES).map(([name, list]) => [name, list.join(' ')])));
		expect(
			found,
			'The wire has changed. Raise SCHEMA_VERSION or PROTOCOL with a line of history in contract/version.ts, add samples ' +
				'in tests/contract/v2, and keep the reader of version 1. Only before the first release may fingerprint.json follow.'
		).toEqual(readFingerprint());
	});
});

describe('parsePayload', () => {
	const anyKind = fc.constantFrom(...KINDS);

	it('never throws, whatever comes', () => {
		const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true });
		fc.assert(
			fc.property(anyKind, fc.oneof(fc.constant(1), fc.integer()), anything, (kind, version, payload) => {
				expect(typeof parsePayload(kind, version, payload).ok).toBe('boolean');
			}),
			{ numRuns: 2000 }
		);
	});

	it('never throws on a sample with something odd in it, and names the place', () => {
		fc.assert(
			fc.property(anyKind, fc.string(), fc.jsonValue(), (kind, field, value) => {
				const sample = readEntrySample(kind).body.p;
				const fields = Object.keys(sample);
				const place = fields.length > 0 && field.length % 2 === 0 ? fields[field.length % fields.length]! : field;
				const read = parsePayload(kind, 1, { ...sample, [place]: value });
				if (!read.ok) expect(read.problem.code).toBe('entry.invalid');
			}),
			{ numRuns: 1000 }
		);
	});

	it('takes no field that only the ward writes', () => {
		for (const kind of KINDS.filter((one) => one !== 'review.answer'))
			for (const field of ['by', 'review', 'idKeep', 'idTail', 'deleted'])
				expect(parsePayload(kind, 1, { ...readEntrySample(kind).body.p, [field]: 'x' }).ok).toBe(false);
	});

	it('F077 a person at a table has no place for a name, and is taken back or nothing', () => {
		const { p } = readEntrySample('help.add').body;
		expect(parsePayload('help.add', 1, { ...p, barrier: null }).ok).toBe(true);
		for (const odd of [{ topic: 'moon' }, { outcome: 'nobodyHome' }, { barrier: 'B9.9' }, { at: 'hôm qua' }])
			expect(parsePayload('help.add', 1, { ...p, ...odd }).ok, JSON.stringify(odd)).toBe(false);
		for (const odd of [{}, { withdrawn: null }, { topic: 'scam' }, { withdrawn: 1, outcome: 'done' }])
			expect(parsePayload('help.set', 1, odd).ok, JSON.stringify(odd)).toBe(false);
	});

	it('F081 an event has counts within bounds, comes back from nowhere, and says not who of the ward withdrew it', () => {
		const { p } = readEntrySample('outreach.add').body;
		for (const odd of [{ audience: -1 }, { helped: 1.5 }, { households: 10_000_001 }, { topic: '' }, { place: 'moon' }])
			expect(parsePayload('outreach.add', 1, { ...p, ...odd }).ok, JSON.stringify(odd)).toBe(false);
		for (const odd of [{}, { withdrawn: null }, { withdrawnBy: 'x' }, { day: '2026-02-30' }, { topic: null }])
			expect(parsePayload('outreach.set', 1, odd).ok, JSON.stringify(odd)).toBe(false);
	});

	it('moves nothing to another door or area', () => {
		const id = '01a1fb9e-0680-7a9b-9093-fe111eb3134e';
		expect(parsePayload('household.set', 1, { area: id, number: '1' }).ok).toBe(false);
		expect(parsePayload('person.set', 1, { household: id, name: 'x' }).ok).toBe(false);
		expect(parsePayload('visit.set', 1, { household: id, note: 'x' }).ok).toBe(false);
		expect(parsePayload('outreach.set', 1, { area: id, audience: 1 }).ok).toBe(false);
	});
});
