// The ward store's tables as Kysely sees them. Every row belongs to a ward and every key begins with it, so that the
// same schema can be distributed by ward (stack.md 6); `ward` itself is the small reference table that lists them.
// Text, bigint and integer only: instants are milliseconds, yes and no are 1 and 0, JSON is opaque text.

import type { Generated } from 'kysely';
import type { DeskTables } from './schema-desk.ts';
import type { DifficultyTables } from './schema-difficulty.ts';
import type { ExportTables } from './schema-export.ts';
import type { FigureTables } from './schema-figures.ts';
import type { LaneTables } from './schema-lanes.ts';
import type { PeopleTables } from './schema-people.ts';
import type { ProvinceTables } from './schema-province.ts';
import type { ReviewTables } from './schema-review.ts';
import type { SearchTables } from './schema-search.ts';

export interface Database
	extends
		PeopleTables,
		FigureTables,
		ReviewTables,
		SearchTables,
		LaneTables,
		DeskTables,
		ExportTables,
		DifficultyTables,
		ProvinceTables {
	ward: {
		id: string;
		name: string;
		/** Four characters with which every invitation of the ward begins. */
		join_tag: string;
		seq: number;
		head: string;
		epoch: string;
		min_seq: number;
		/** Tells whether the keys beside the store are the ones that it was written with. */
		key_check: string;
		is_demo: number;
		/** 1: nobody works at the desk without a code of an authenticator app. */
		code_required: Generated<number>;
		/** Which shape of the desk's rows they were last written in (`rebuild.ts`). */
		projection: Generated<number>;
		created_at: number;
	};
	area: {
		ward_id: string;
		id: string;
		parent_id: string | null;
		kind: string;
		name: string;
		aliases: string;
		position: number;
	};
	volunteer: { ward_id: string; id: string; name: string; role: string; created_at: number; left_at: number | null };
	assignment: {
		ward_id: string;
		volunteer_id: string;
		area_id: string;
		/** Last day on which it holds; empty where it has none. */
		until_on: Generated<string>;
	};
	invite: {
		ward_id: string;
		secret_hash: string;
		volunteer_id: string;
		made_by: string;
		made_at: number;
		expires_at: number;
		/** Device that used it, and the public key by which a lost answer may be asked for again. */
		used_by: string | null;
		used_key: string | null;
	};
	device: {
		ward_id: string;
		id: string;
		volunteer_id: string;
		public_key: string;
		cid: string;
		joined_at: number;
		pledged_at: number;
		pledge_wording: number;
		seen_at: number | null;
		waiting: number | null;
		/** When the ward first heard of entries that are still waiting there. */
		waiting_since: Generated<number | null>;
		/** Of the app, as the phone last said. */
		app_version: Generated<string | null>;
		revoked_at: number | null;
		/** Entries that it handed in to be kept aside, as a phone that was shut out or as a carrier. */
		deposited: number;
		/** The ward's counter when it last began to read from the beginning. */
		fresh_seq: number;
		/** What it could hold when it was shut out: counts by class of data, as JSON. */
		held: string | null;
		/** Requests since `pace_at`, for the limit per minute. */
		pace_at: number;
		pace_count: number;
	};
	record: {
		ward_id: string;
		id: string;
		tbl: string;
		area_id: string;
		v: number;
		seq: number;
		deleted: number;
		body: string;
		fver: string;
	};
	entry: {
		ward_id: string;
		id: string;
		cid: string;
		actor: string;
		hash: string;
		body: string;
		verdict: string;
		received_at: number;
	};
	change: {
		ward_id: string;
		seq: number;
		head: string;
		entry_id: string;
		kind: string;
		actor: string;
		at: number;
		tbl: string | null;
		record_id: string | null;
		v: number;
		before: string;
		after: string;
	};
	conflict: {
		ward_id: string;
		entry_id: string;
		record_id: string;
		field: string;
		kept: string;
		other: string;
		actor: string;
		at: number;
		/** `open` until somebody at the desk chose; then who, when and what. */
		state: string;
		decided_by: string | null;
		decided_at: number | null;
		choice: string | null;
		note: string | null;
	};
	aside: {
		ward_id: string;
		seq: number;
		entry_id: string;
		cid: string;
		n: number;
		actor: string;
		why: string;
		parent_id: string | null;
		body: string;
		at: number;
		state: string;
		decided_by: string | null;
		decided_at: number | null;
		choice: string | null;
		note: string | null;
	};
	visit_row: {
		ward_id: string;
		id: string;
		household_id: string;
		person_id: string | null;
		volunteer_id: string | null;
		area_id: string;
		outcome: string;
		review_state: string;
		/** Since when it is with its volunteer; empty unless it was sent back. */
		returned_on: string;
		seen_at: number;
		received_at: number;
		seq: number;
		/** Day in Vietnam. */
		seen_on: string;
	};
	person_row: {
		ward_id: string;
		id: string;
		household_id: string;
		area_id: string;
		/** Folded name and last digits, words parted by blanks, with a blank at each end. */
		search: string;
		id_index: string | null;
		/** Folded name and day of birth; empty where only the year is known. */
		twin: string;
		success: number;
		deceased: number;
		presence: string;
		/** Where the person stands, empty where nobody has looked; whether the evidence counts; since when we know. */
		state: string;
		official: number;
		standing_on: string;
		/** Day of the approval notice, empty where it is not known. */
		approved_on: string;
	};
	household_row: {
		ward_id: string;
		id: string;
		area_id: string;
		search: string;
		/** Orders doors in walking order. */
		walk: string;
		/** First day on which somebody was met there; null until then. */
		informed_on: string | null;
	};
	/** Records that left an area, for phones that may still hold a copy. */
	exit: { ward_id: string; seq: number; area_id: string; record_id: string };
	incident: {
		ward_id: string;
		id: string;
		kind: string;
		at: number;
		before: string;
		epoch: string;
		seq: number;
		count: number | null;
		subject: string | null;
	};
	pace: { ward_id: string; key: string; window_at: number; count: number };
	/** Guides and articles as text, each once, by the hash of what it says. */
	content_item: { ward_id: string; hash: string; body: string };
	/** Every edition that was ever published, with who and when: the list of its items. */
	content_edition: {
		ward_id: string;
		language: string;
		version: number;
		tag: string;
		manifest: string;
		/** Tag of the shipped edition that it stands on. */
		base: string;
		published_at: number;
		/** A member of staff; null where the app itself brought it. */
		staff_id: string | null;
		staff_name: string;
		/** Items that changed, as a list of ids. */
		changed: string;
	};
	/** Shipped editions that were taken over, to tell what the ward has changed about them. */
	content_base: { ward_id: string; tag: string; manifest: string };
	/** What a phone uses, as it last said. */
	content_use: {
		ward_id: string;
		device_id: string;
		language: string;
		version: number;
		tag: string | null;
		at: number;
		refused_version: number | null;
		refused_place: string | null;
	};
	/** Badges of volunteers, every one that was ever issued; the last one that was not revoked is the volunteer's. */
	badge: {
		ward_id: string;
		/** The secret part of its code. */
		id: string;
		number: number;
		volunteer_id: string;
		name: string;
		role: string;
		quarter: string;
		valid_from: string;
		valid_to: string;
		/** Gone with the revocation; the sum stays, because the signature covers it. */
		photo: string | null;
		photo_sum: string;
		signature: string;
		issued_at: number;
		issued_by: string;
		revoked_at: number | null;
	};
	/** Lists that were brought in: figures only, no name of a file. */
	list_batch: {
		ward_id: string;
		id: string;
		at: number;
		staff_name: string;
		/** `running`, `done`, `stopped`, `undoing` or `undone`. */
		state: string;
		total: number;
		done: number;
		households: number;
		people: number;
		skipped: number;
		/** How many findings `list_report` holds of it. */
		found: number;
		/** Records that an undo left, because somebody had worked on them, and those that it took away. */
		kept: number;
		removed: number;
		/** Which worker is at it, when it last said so, and in whose name an undo goes on. */
		holder: string | null;
		beat_at: number;
		undo_by: string | null;
	};
	/** Which records a list brought, for as long as they can be taken back. */
	list_record: { ward_id: string; batch_id: string; record_id: string; tbl: string };
	/** What a list's rows were found to be, by steps (packed-findings.ts): rows, fields and codes, nothing of a cell. */
	list_report: { ward_id: string; batch_id: string; from_row: number; findings: string };
	ward_book: { ward_id: string; hash: string; body: string; changed_at: number; staff_name: string };
}
