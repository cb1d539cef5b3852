// What staff said of two records that may be one person (`schema.ts` has the rest).

export interface ReviewTables {
	twin: {
		ward_id: string;
		id: string;
		/** Of a merge: who was kept. */
		one_id: string;
		/** Of a merge: who was merged into them. */
		other_id: string;
		/** `apart` or `merged`; `undone` once it was taken back. */
		state: string;
		/** Ids of visits and names of fields, by which a merge is taken back; no value of any. */
		moved: string;
		at: number;
		staff_id: string;
		staff_name: string;
		ended_at: number | null;
	};
}
