// What an article may be: page of the handbook, row of a catalogue, answer, word.

/** Fact of an article: a text, a number, or a list of texts or ids. */
export type FactShape = 'text' | 'number' | 'list';

/**
 * What an article is, and the facts that one of its kind must carry. A kind that is not here comes from a newer format:
 * it is kept, and shown as text.
 */
export const ARTICLE_KINDS = {
	/** Explains something: Đề án 06, the population database, benefits, documents. */
	handbook: {},
	/** Page for one role: who belongs to it, what it does. */
	role: { duties: 'list' },
	/** `code` is the name in code, `receivers` who handles it, `trigger` when a household needs it. */
	service: { number: 'number', code: 'text', handledBy: 'list', trigger: 'text' },
	/** What a family says it needs; `services` are ids of service articles. */
	need: { services: 'list' },
	utility: { code: 'text', level: 'number', usefulFor: 'text' },
	/** `shelf`: `wanted` until the ward gives a file or a link, `obsolete` where nobody should watch it any more. */
	video: { number: 'number', shelf: 'text' },
	faq: {},
	/** `action` is what to do at the door. */
	barrier: { code: 'text', groups: 'list', receivers: 'list', action: 'text' },
	dataFlag: { code: 'text', dimension: 'text', receivers: 'list', notice: 'text' },
	/** Read out at the door, 60 words at most; `audiences` says to whom. */
	pitch: {},
	/** What to bring, ready to be shared as text. */
	papers: {},
	term: {},
	/** `numbers` as printed; the ward's own contacts are records of the ward and never in a pack. */
	contact: { numbers: 'list' },
	/** What used to hold (`before`) and no longer does; `row` of digest m. */
	outdated: { row: 'number', before: 'text' },
	/** How a trick works and what to answer. */
	scam: {}
} as const satisfies Record<string, Readonly<Record<string, FactShape>>>;
export type ArticleKind = keyof typeof ARTICLE_KINDS;
