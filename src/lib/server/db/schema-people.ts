// Tables about who works at the desk, what they did, and what residents may ask of the ward (`schema.ts` has the rest).

export interface PeopleTables {
	/** One line for each act at the desk, chained (`audit-chain.ts`). */
	audit: {
		ward_id: string;
		id: string;
		at: number;
		actor_id: string;
		actor_name: string;
		act: string;
		subject: string | null;
		/** Typed by a person; a purge takes it away and leaves its hash. */
		reason: string | null;
		reason_hash: string;
		/** 1, 2, 3 ...; lines from before the chain have negative ones. */
		seq: number;
		head: string;
	};
	/** Where the chain of audit lines stands; `mac` binds it to this place. */
	audit_head: { ward_id: string; seq: number; head: string; mac: string };
}
