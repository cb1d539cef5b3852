// Values made from a JSON schema, and values broken on purpose: seeded, so that a failure can be shown again.

export type Random = () => number;

/** Mulberry32: the same row of numbers for the same seed, on every machine. */
export function seeded(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

export interface JsonSchema {
	readonly type?: string;
	readonly const?: unknown;
	readonly enum?: readonly unknown[];
	readonly anyOf?: readonly JsonSchema[];
	readonly oneOf?: readonly JsonSchema[];
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly required?: readonly string[];
	readonly items?: JsonSchema;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly maxLength?: number;
	readonly pattern?: string;
}

/** What has broken servers before: SQL, markup, paths, names of prototypes, odd letters, numbers at the edge. */
const ODD: readonly unknown[] = [
	`' or 1=1 --`,
	`'; drop table record; --`,
	`" union select pw_hash from staff --`,
	`') returning *; --`,
	'<script>alert(1)</script>',
	'../../keys.json',
	'%00',
	'\u0000',
	'\ud800',
	'\u202e\u200b\ufeff',
	'${7*7}{{7*7}}',
	'__proto__',
	'constructor',
	'x'.repeat(20_000),
	'Đ'.repeat(5_000),
	'',
	null,
	true,
	-1,
	0.5,
	1e308,
	Number.MAX_SAFE_INTEGER + 2,
	-0,
	[],
	{},
	[[[[[[[[[[]]]]]]]]]],
	{ ['__proto__']: { admin: true } },
	{ toString: 1, valueOf: 1, length: -1 },
	Array.from({ length: 3_000 }, () => 0)
];

export function pick<Value>(random: Random, from: readonly Value[]): Value {
	return from[Math.floor(random() * from.length)] as Value;
}

/** Real texts for a field of this name; a schema does not say which strings are ids of what. */
export type Texts = (name: string) => readonly string[];

/** A value as the schema wants it. */
export function makeValue(schema: JsonSchema, random: Random, texts: Texts, name = ''): unknown {
	if (schema.const !== undefined) return schema.const;
	if (schema.enum) return pick(random, schema.enum);
	const choices = schema.anyOf ?? schema.oneOf;
	if (choices) return makeValue(pick(random, choices), random, texts, name);
	switch (schema.type) {
		case 'null':
			return null;
		case 'boolean':
			return random() < 0.5;
		case 'integer':
		case 'number': {
			const least = schema.minimum ?? 0;
			const value = least + random() * Math.min((schema.maximum ?? 1e13) - least, pick(random, [3, 1_000, 2e12]));
			return Math.floor(value);
		}
		case 'array': {
			const least = schema.minItems ?? 0;
			const count = Math.min(least + Math.floor(random() * 4), schema.maxItems ?? Infinity);
			return Array.from({ length: count }, () => makeValue(schema.items ?? {}, random, texts, name));
		}
		case 'object': {
			const known = Object.entries(schema.properties ?? {});
			const wanted = known.filter(([key]) => schema.required?.includes(key) || random() < 0.5);
			return Object.fromEntries(wanted.map(([key, of]) => [key, makeValue(of, random, texts, key)]));
		}
		case 'string': {
			const rule = schema.pattern ? new RegExp(schema.pattern) : null;
			const real = texts(name);
			const fitting = rule ? real.filter((text) => rule.test(text)) : real;
			return pick(random, fitting.length > 0 ? fitting : real).slice(0, schema.maxLength ?? Infinity);
		}
		default:
			return pick(random, [...texts(name), ...ODD]);
	}
}

/** The same value with one place broken, at any depth: replaced, left out, doubled or given an odd name. */
export function mutate(value: unknown, random: Random): unknown {
	const isDeeper = typeof value === 'object' && value !== null && Object.keys(value).length > 0 && random() < 0.85;
	if (!isDeeper) return pick(random, ODD);
	if (Array.isArray(value)) {
		const at = Math.floor(random() * value.length);
		const rest = value as unknown[];
		if (random() < 0.2) return [...rest, ...rest];
		return rest.map((item, place) => (place === at ? mutate(item, random) : item));
	}
	const entries = Object.entries(value);
	const at = Math.floor(random() * entries.length);
	const way = random();
	if (way < 0.15) return Object.fromEntries(entries.filter((_, place) => place !== at));
	if (way < 0.25) return { ...value, [pick(random, ['__proto__x', 'constructor', "a'b", ''])]: pick(random, ODD) };
	return Object.fromEntries(entries.map(([name, of], place) => [name, place === at ? mutate(of, random) : of]));
}

/** The text of a body, now and then no longer JSON at all. */
export function breakText(text: string, random: Random): string {
	const at = Math.floor(random() * text.length);
	return pick(random, [
		text.slice(0, at),
		`${text.slice(0, at)}\u0000${text.slice(at)}`,
		`${'['.repeat(50_000)}`,
		text.replaceAll(':', '::'),
		`${text}${text}`,
		''
	]);
}
