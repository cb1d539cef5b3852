// Words by which doors and people are found, and what several people share (`schema.ts` has the rest).

export interface SearchTables {
	word_row: {
		ward_id: string;
		/** `household` or `person`: whose word it is. */
		tbl: string;
		/** One folded word of the row's `search`. */
		word: string;
		record_id: string;
		/** The door itself, or the one behind which the person lives. */
		door_id: string;
	};
	shared_mark: {
		ward_id: string;
		/** The column of `person_row` in which it stands. */
		kind: string;
		/** A mark that more than one person has; of a name, where one of them has no number. */
		mark: string;
	};
}
