// Searching as on the phone: each typed word begins some word of the row. Whose words begin so is asked of the index of
// words (`db/word-row.ts`); whether a row has them all is asked of its folded text.

import { sql, type RawBuilder } from 'kysely';
import type { WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { foldText } from '../domain/search.ts';
import { countUpTo } from './count-up-to.ts';
import type { Reader } from './db/open-store.ts';
import type { FoundTable } from './db/word-row.ts';

/** How far a search goes, either way. */
export interface Reach {
	/** What more doors or people have is common: a list then walks its rows in their order until its page is full. */
	readonly many: number;
	/** So many rows are walked through before common words are asked of the index after all: seldom met together. */
	readonly walk: number;
}

const MANY = 1_000;
/** A door is a look at everybody who lives there; a visit names one. */
export const DOOR_REACH: Reach = { many: MANY, walk: 2_000 };
export const VISIT_REACH: Reach = { many: MANY, walk: 10_000 };
/** Behind every word that begins with a text, and before every other. */
const LAST = '\u{10ffff}';

export interface TypedWord {
	readonly word: string;
	/** For LIKE. */
	readonly pattern: string;
	/** How many doors and people have a word that begins so; counted up to one more than what is many. */
	readonly doors: number;
	readonly people: number;
	/** The words that begin so, where they were asked for and are few (`nameBegun`). */
	readonly begun?: Begun;
}

export type Begun = Readonly<Record<FoundTable, readonly string[]>>;
/** Of more words that begin as typed, each row's text is looked at instead. */
const FEW_WORDS = 4;

/** The words of a search, each once and the rarest first; none where nothing was typed. */
export async function readTyped(
	db: Reader,
	ward: WardId,
	search: string | undefined,
	{ many }: Pick<Reach, 'many'>
): Promise<TypedWord[]> {
	const words = foldText((search ?? '').slice(0, LIMIT.searchChars))
		.split(' ')
		.filter(Boolean);
	const typed = await Promise.all(
		[...new Set(words)].map(async (word): Promise<TypedWord> => {
			const [doors, people] = await Promise.all([
				countUpTo(db, selectWords(db, ward, 'household', word), many),
				countUpTo(db, selectWords(db, ward, 'person', word), many)
			]);
			// the folded column has a blank before every word; what LIKE would take for a sign is a letter here
			return { word, pattern: `% ${word.replace(/[\\%_]/g, '\\$&')}%`, doors, people };
		})
	);
	return typed.sort((a, b) => countFound(a) - countFound(b));
}

/**
 * A typed word with those of the index that begin so. With them, whether a row has it is asked of the index, where all
 * rows of one word lie together; a look at the row itself is a page of its own in a large ward.
 */
export async function nameBegun(db: Reader, ward: WardId, typed: TypedWord): Promise<TypedWord> {
	const [household, person] = await Promise.all([
		typed.doors > 0 ? listBegun(db, ward, 'household', typed.word) : [],
		typed.people > 0 ? listBegun(db, ward, 'person', typed.word) : []
	]);
	return household && person ? { ...typed, begun: { household, person } } : typed;
}

/** Words that begin so, from one to the next in the index; null where they are not few. */
async function listBegun(db: Reader, ward: WardId, table: FoundTable, word: string): Promise<string[] | null> {
	const found: string[] = [];
	for (let last: string | null = null; ;) {
		const rows = db.selectFrom('word_row as w').where('w.ward_id', '=', ward).where('w.tbl', '=', table);
		const next: { readonly word: string } | undefined = await rows
			.where('w.word', last === null ? '>=' : '>', last ?? word)
			.where('w.word', '<', word + LAST)
			.select('w.word')
			.orderBy('w.word')
			.limit(1)
			.executeTakeFirst();
		if (!next) return found;
		if (found.length === FEW_WORDS) return null;
		last = next.word;
		found.push(last);
	}
}

/** How many rows of the index a word has, as far as it was counted. */
export function countFound({ doors, people }: TypedWord): number {
	return doors + people;
}

/** Rows of the index whose word begins as typed. */
export function selectWords(db: Reader, ward: WardId, table: FoundTable, word: string) {
	return db
		.selectFrom('word_row as w')
		.where('w.ward_id', '=', ward)
		.where('w.tbl', '=', table)
		.where('w.word', '>=', word)
		.where('w.word', '<', word + LAST);
}

/** Whether a folded column holds the pattern; both databases understand the escape. */
export function hasWord(column: string, pattern: string): RawBuilder<boolean> {
	return sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`;
}

/** A list for `in`, which may not be empty: nothing is called by an empty text. */
export function listOrNone<Id extends string>(ids: readonly Id[]): readonly (Id | '')[] {
	return ids.length > 0 ? ids : [''];
}
