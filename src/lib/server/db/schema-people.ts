// Tables about who works at the desk, what they did, and what residents may ask of the ward (`schema.ts` has the rest).

import type { Generated } from 'kysely';

export interface PeopleTables {
	staff: {
		ward_id: string;
		id: string;
		username: string;
		pw_hash: string;
		role: string;
		name: string;
		created_at: number;
		disabled_at: number | null;
		/** 1: the password was made by somebody else and is to be changed at the next sign-in. */
		must_change: Generated<number>;
		/** Of the authenticator app, sealed; it counts from `code_set_at` on. */
		code_secret: Generated<string | null>;
		code_set_at: Generated<number | null>;
		/** The last step of which a code was taken. */
		code_step: Generated<number>;
		signed_in_at: Generated<number | null>;
	};
	session: {
		ward_id: string;
		token_hash: string;
		staff_id: string;
		started_at: number;
		seen_at: number;
		expires_at: number;
		/** Names the session on a list; the token's hash stays in the store. */
		id: Generated<string>;
		/** `code` while the second step of signing in is missing, then `open`. */
		stage: Generated<string>;
		/** Browser and system in two words. */
		agent: Generated<string>;
		/** When the password was last given again. */
		fresh_at: Generated<number>;
	};
	/** Areas to which somebody's view of records is confined; none: the whole ward. */
	staff_area: { ward_id: string; staff_id: string; area_id: string };
	/** Codes on paper, each good for one sign-in without the authenticator app. */
	recovery_code: { ward_id: string; staff_id: string; code_hash: string };
	/** Keys that live in computers and phones, each good for signing in without password and code. */
	passkey: {
		ward_id: string;
		/** As the authenticator calls it, base64url. */
		id: string;
		staff_id: string;
		/** As its owner calls it. */
		own_name: string;
		/** SubjectPublicKeyInfo, base64url: of no use to whoever reads it. */
		public_key: string;
		/** As often as it was used, by its own count; 0 for those that do not count. */
		uses: number;
		added_at: number;
		used_at: number | null;
	};
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
	citizen_request: {
		ward_id: string;
		id: string;
		/** 1, 2, 3 ... within the ward. */
		number: number;
		kind: string;
		person_id: string | null;
		asker: string;
		contact: string;
		detail: string;
		received_at: number;
		received_by: string;
		received_name: string;
		due_on: string;
		state: string;
		answered_at: number | null;
		answered_name: string | null;
		answer: string | null;
	};
	/** One taking away of what its time had come for: what, by whom, and the proof. */
	retention_run: {
		ward_id: string;
		id: string;
		at: number;
		staff_name: string;
		label: string;
		before_day: string;
		/** `running` until every record is gone. */
		state: string;
		counts: string;
		/** Over ids and versions of what was to go. */
		hash: string;
		/** Steps of the log between which it went. */
		from_seq: number;
		to_seq: number;
	};
	/** Figures of what a run took away, by area. */
	kept_figure: { ward_id: string; run_id: string; area_id: string; body: string };
	breach: {
		ward_id: string;
		id: string;
		opened_at: number;
		opened_name: string;
		what: string;
		/** By step: when and by whom it was done. */
		steps: string;
		closed_at: number | null;
	};
	/** How long records are kept, and the days on which the ward does not work. */
	privacy_rule: { ward_id: string; body: string };
}
