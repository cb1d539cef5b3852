// The desk's rows of difficulties (`migration-difficulty.ts`).

export interface DifficultyTables {
	difficulty_row: {
		ward_id: string;
		id: string;
		area_id: string;
		volunteer_id: string | null;
		/** `open` or `answered`. */
		state: string;
		/** The area whose volunteers may read question and answer; empty for whoever asked alone. */
		shown_area: string;
		asked_at: number;
		/** 0 while it waits. */
		answered_at: number;
	};
}
