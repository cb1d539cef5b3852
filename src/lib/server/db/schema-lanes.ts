// How lanes follow each other and who walks them (`schema.ts` has the rest).

export interface LaneTables {
	lane: {
		ward_id: string;
		area_id: string;
		/** Folded name: with and without diacritics it is one lane. */
		lane_key: string;
		name: string;
		way: string;
		/** Where somebody has moved it; empty where it stands at its natural place. */
		place: string;
	};
	lane_holder: {
		ward_id: string;
		area_id: string;
		lane_key: string;
		volunteer_id: string;
		/** The whole lane or one of its sides. */
		part: string;
		/** Last day on which it is theirs. */
		until_on: string;
	};
}
