// The report on a phone that was shut out.

/** What a phone may have held when it was shut out, by class of data: the scope of a report on a lost phone. */
export interface Held {
	/** Its last contact until then, and the entries that it said were waiting. */
	readonly seenAt: number | null;
	readonly waiting: number | null;
	readonly households: number;
	readonly people: number;
	readonly phones: number;
	readonly standings: number;
	readonly numberTails: number;
	readonly visits: number;
	readonly notes: number;
}
