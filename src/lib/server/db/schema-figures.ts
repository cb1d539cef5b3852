// Tables of the desk's figures: marks to be counted, campaigns, figures of the police, reports (`migration-figures.ts`).

export interface FigureTables {
	/** What a record holds several of: barriers, data flags, referrals, appointments. */
	mark_row: {
		ward_id: string;
		record_id: string;
		kind: string;
		code: string;
		area_id: string;
		on_day: string;
		/** Of a flag or referral: how far it is; empty while the ward has not said a word. */
		state: string;
		/** Of a flag or referral: with whom it is; empty while it is where it came to first. */
		receiver: string;
	};
	/** The desk's last word on a flag or referral: stays at the desk, goes with its visit. */
	referral_note: {
		ward_id: string;
		record_id: string;
		code: string;
		finding: string;
		note: string;
		staff_name: string;
		at: number;
	};
	/** Where a ward sends its flags, and how long they may take. */
	referral_rule: { ward_id: string; body: string };
	campaign: {
		ward_id: string;
		id: string;
		name: string;
		from_day: string;
		to_day: string;
		changed_at: number;
	};
	target: {
		ward_id: string;
		campaign_id: string;
		area_id: string;
		level_1: number | null;
		level_2: number | null;
		note: string;
	};
	reported_figure: {
		ward_id: string;
		id: string;
		area_id: string;
		measure: string;
		level: number | null;
		as_of: string;
		count: number;
		whole: number | null;
		/** In hundredths of a percent. */
		rate: number | null;
		source: string;
		note: string;
		staff_id: string;
		staff_name: string;
		entered_at: number;
		withdrawn_at: number | null;
	};
	ward_report: {
		ward_id: string;
		id: string;
		kind: string;
		from_day: string;
		to_day: string;
		campaign_id: string | null;
		campaign_name: string | null;
		/** As they were when it was made, JSON. */
		figures: string;
		texts: string;
		v: number;
		made_at: number;
		staff_id: string;
		staff_name: string;
	};
}
