// What a province may see of its wards (`schema.ts` has the rest): counts without anybody in them, and who looks at them.

export interface ProvinceTables {
	/** One row of each ward and day, written by the ward itself. No name of a person, no id of a record. */
	ward_summary: {
		ward_id: string;
		/** In Vietnam. */
		day: string;
		ward_name: string;
		/** When it was last counted. */
		at: number;
		households: number;
		households_informed: number;
		registered: number;
		present: number;
		issued: number;
		activated: number;
		success: number;
		/** Visits on which the desk has not said its word. */
		waiting: number;
		phones: number;
		/** Of them, not heard for days. */
		phones_silent: number;
	};
	/** Whoever reads for the province. Nobody's ward: `ward_id` is empty, as in what is counted before a ward is known. */
	province_reader: {
		ward_id: string;
		id: string;
		/** What the operator calls them. */
		name: string;
		key_hash: string;
		made_at: number;
		expires_at: number;
		revoked_at: number | null;
		/** The one session there may be; a new sign-in ends the one before. */
		session_hash: string | null;
		session_at: number | null;
		session_seen_at: number | null;
	};
}
