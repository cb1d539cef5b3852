// What the desk keeps of its own beside records (`migration-desk.ts`).

export interface DeskTables {
	/** A day at a place, cut into slots. */
	mobile_session: {
		ward_id: string;
		id: string;
		place: string;
		/** The quarter that it is for; null for the whole ward. */
		area_id: string | null;
		on_day: string;
		from_at: string;
		to_at: string;
		slot_minutes: number;
		per_slot: number;
		changed_at: number;
		staff_name: string;
		cancelled_at: number | null;
	};
	/** A filter of the review, of one account. */
	saved_filter: { ward_id: string; staff_id: string; name: string; query: string };
	/** How long a volunteer may take to answer what was sent back. */
	review_rule: { ward_id: string; body: string };
	/** An appointment of a visit that was given a slot; goes with its visit. */
	session_booking: { ward_id: string; record_id: string; session_id: string; slot_at: string };
	/** An outreach event as whoever held it tells of it. */
	outreach_event: {
		ward_id: string;
		id: string;
		on_day: string;
		area_id: string | null;
		place: string;
		channel: string;
		topic: string;
		materials: string;
		audience: number;
		households: number;
		helped: number;
		follow_ups: number;
		/** Empty where a volunteer told it. */
		staff_name: string;
		/** Who told it from a phone; null where staff typed it. */
		volunteer_id: string | null;
		withdrawn_at: number | null;
	};
	/** Somebody who was helped at a table; nothing says who. */
	help_case: {
		ward_id: string;
		id: string;
		on_day: string;
		at: number;
		area_id: string | null;
		topic: string;
		outcome: string;
		barrier: string;
		/** Both empty where a volunteer told it. */
		staff_id: string;
		staff_name: string;
		volunteer_id: string | null;
		withdrawn_at: number | null;
	};
}
