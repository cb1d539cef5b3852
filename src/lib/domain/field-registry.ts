// Every field in which somebody's personal data may lie: of which class, for what purpose, and until when. A test holds
// this table against the wire's schemas and the store's columns: a field that has no line here fails (digest k; Luật
// 91/2025/QH15, NĐ 356/2025/NĐ-CP).

export const DATA_CLASSES = ['none', 'basic', 'sensitive'] as const;
/** No personal data; personal data; personal data that the law calls sensitive. */
export type DataClass = (typeof DATA_CLASSES)[number];

export const PURPOSES = [
	'find',
	'identify',
	'reach',
	'help',
	'consent',
	'quality',
	'work',
	'proof',
	'signIn',
	'rights'
] as const;
/**
 * Find the door, know the person again, remind with consent, help with the account, prove consent, clean data, organise
 * the work, prove who did what, keep strangers out, answer residents.
 */
export type Purpose = (typeof PURPOSES)[number];

export const KEEPS = ['rule', 'withdrawn', 'service', 'audit'] as const;
/**
 * Until the ward's time for records is over; the same, or until consent is withdrawn; while somebody works for the ward;
 * as long as the audit stands.
 */
export type Keep = (typeof KEEPS)[number];

export interface FieldRule {
	readonly data: Exclude<DataClass, 'none'>;
	readonly purpose: Purpose;
	readonly keep: Keep;
}

const basic = (purpose: Purpose, keep: Keep = 'rule'): FieldRule => ({ data: 'basic', purpose, keep });
const sensitive = (purpose: Purpose, keep: Keep = 'rule'): FieldRule => ({ data: 'sensitive', purpose, keep });
const NONE = 'none' as const;

/** Fields of records as phones send them; parts of a field follow it. */
export const RECORD_FIELDS: Readonly<Record<string, FieldRule | typeof NONE>> = {
	'household.area': basic('find'),
	'household.lane': basic('find'),
	'household.number': basic('find'),
	'household.kind': NONE,
	'household.access': basic('find'),
	'household.gateLocked': NONE,
	'household.place': NONE,
	// a square of a drawing of the lane, beside the address
	'household.sketch': basic('find'),
	'person.household': basic('find'),
	'person.name': basic('identify'),
	'person.birth': basic('identify'),
	'person.sex': basic('identify'),
	'person.presence': basic('quality'),
	'person.relation': basic('identify'),
	'person.personalId': basic('identify'),
	'person.card': basic('help'),
	'person.cardIssuedOn': basic('help'),
	'person.phone': basic('reach', 'withdrawn'),
	'person.consent': basic('consent'),
	'person.standing': basic('help'),
	'person.barriers': basic('help'),
	// a yes or no without a diagnosis, treated as what it hints at
	'person.needsHomeHelp': sensitive('help'),
	// who of the household helps: a link, no word about either
	'person.buddy': basic('help'),
	'visit.household': basic('find'),
	'visit.person': basic('help'),
	'visit.seenAt': basic('work'),
	'visit.outcome': basic('work'),
	'visit.leaflet': NONE,
	'visit.presence': basic('quality'),
	'visit.consent': basic('consent'),
	'visit.standing': basic('help'),
	'visit.before': basic('help'),
	'visit.barriers': basic('help'),
	'visit.solved': basic('help'),
	'visit.flags': basic('quality'),
	'visit.next': basic('help'),
	'visit.guides': basic('help'),
	'visit.cardBy': NONE,
	'visit.refusedCount': NONE,
	'visit.note': basic('help'),
	// who knocked, by the name that a crew goes by: not everybody in it is a volunteer whom the ward knows
	'visit.knocker': basic('work'),
	// about the work and nobody; who asked is a volunteer
	'difficulty.area': NONE,
	'difficulty.text': basic('work'),
	'difficulty.askedAt': basic('work'),
	// counts and choices about nobody, as at the desk; who told them is a volunteer
	'outreach.area': NONE,
	'outreach.day': NONE,
	'outreach.place': NONE,
	'outreach.channel': NONE,
	'outreach.topic': NONE,
	'outreach.materials': NONE,
	'outreach.audience': NONE,
	'outreach.households': NONE,
	'outreach.helped': NONE,
	'outreach.followUps': NONE,
	'outreach.withdrawn': NONE,
	'help.area': NONE,
	'help.topic': NONE,
	'help.outcome': NONE,
	'help.barrier': NONE,
	'help.at': NONE,
	'help.withdrawn': NONE
};

/** Columns that say nothing about a person, whatever table they stand in: ids, places in a log, instants, states, sums. */
export const NEUTRAL_COLUMNS: readonly string[] = [
	...['ward_id', 'id', 'seq', 'n', 'v', 'head', 'epoch', 'hash', 'mac', 'cid', 'tag', 'number', 'version', 'position'],
	...[
		'area_id',
		'record_id',
		'entry_id',
		'parent_id',
		'household_id',
		'person_id',
		'volunteer_id',
		'staff_id',
		'device_id'
	],
	...['run_id', 'actor', 'actor_id', 'received_by', 'decided_by', 'made_by', 'used_by', 'campaign_id', 'issued_by'],
	...[
		'at',
		'created_at',
		'started_at',
		'seen_at',
		'expires_at',
		'received_at',
		'decided_at',
		'published_at',
		'joined_at'
	],
	...[
		'revoked_at',
		'disabled_at',
		'left_at',
		'made_at',
		'answered_at',
		'opened_at',
		'closed_at',
		'changed_at',
		'window_at'
	],
	...['kind', 'state', 'stage', 'role', 'act', 'verdict', 'why', 'choice', 'field', 'tbl', 'deleted', 'fver', 'count'],
	...[
		'language',
		'manifest',
		'base',
		'changed',
		'outcome',
		'review_state',
		'success',
		'deceased',
		'from_seq',
		'to_seq'
	],
	...['before_day', 'due_on', 'counts', 'label', 'key', 'subject']
];

/** Every other column. A table of which each column is neutral has no line. */
export const COLUMNS: Readonly<Record<string, FieldRule | typeof NONE>> = {
	'ward.name': NONE,
	'ward.join_tag': NONE,
	'ward.min_seq': NONE,
	'ward.key_check': NONE,
	'ward.is_demo': NONE,
	'ward.code_required': NONE,
	'ward.projection': NONE,
	'area.name': NONE,
	'area.aliases': NONE,
	'lane.lane_key': NONE,
	'lane.name': NONE,
	'lane.way': NONE,
	'lane.place': NONE,
	'lane_holder.lane_key': NONE,
	'lane_holder.part': NONE,
	'lane_holder.until_on': NONE,
	'assignment.until_on': NONE,
	'staff.username': basic('signIn', 'service'),
	'staff.pw_hash': basic('signIn', 'service'),
	'staff.name': basic('work', 'service'),
	'staff.must_change': NONE,
	'staff.code_step': NONE,
	'staff.code_secret': basic('signIn', 'service'),
	'staff.code_set_at': NONE,
	'staff.signed_in_at': basic('signIn', 'service'),
	'session.token_hash': basic('signIn', 'service'),
	'session.agent': basic('signIn', 'service'),
	'session.fresh_at': NONE,
	'passkey.own_name': basic('signIn', 'service'),
	'passkey.public_key': basic('signIn', 'service'),
	'passkey.uses': NONE,
	'passkey.added_at': NONE,
	'passkey.used_at': basic('signIn', 'service'),
	'recovery_code.code_hash': basic('signIn', 'service'),
	'volunteer.name': basic('work', 'service'),
	'invite.secret_hash': NONE,
	// of a program, as its operator calls it; nobody's own
	'export_token.secret_hash': NONE,
	'export_token.name': NONE,
	'export_token.scopes': NONE,
	'export_token.used_at': NONE,
	// counts of a ward, and whoever reads them for a province, as the operator calls them
	'ward_summary.day': NONE,
	'ward_summary.ward_name': NONE,
	'ward_summary.households': NONE,
	'ward_summary.households_informed': NONE,
	'ward_summary.registered': NONE,
	'ward_summary.present': NONE,
	'ward_summary.issued': NONE,
	'ward_summary.activated': NONE,
	'ward_summary.waiting': NONE,
	'ward_summary.phones': NONE,
	'ward_summary.phones_silent': NONE,
	'province_reader.name': NONE,
	'province_reader.key_hash': NONE,
	'province_reader.session_hash': NONE,
	'province_reader.session_at': NONE,
	'province_reader.session_seen_at': NONE,
	'invite.used_key': NONE,
	// a volunteer's own, on a badge that anybody may check; the portrait only where they agreed to it
	'badge.name': basic('proof', 'service'),
	'badge.quarter': NONE,
	'badge.valid_from': NONE,
	'badge.valid_to': NONE,
	'badge.photo': sensitive('proof', 'service'),
	'badge.photo_sum': NONE,
	'badge.signature': NONE,
	'badge.issued_at': NONE,
	'device.public_key': basic('signIn', 'service'),
	'device.pledged_at': basic('proof', 'service'),
	'device.pledge_wording': NONE,
	'device.waiting': NONE,
	'device.waiting_since': NONE,
	'device.app_version': NONE,
	'device.pace_at': NONE,
	'device.pace_count': NONE,
	'device.deposited': NONE,
	'device.fresh_seq': NONE,
	'device.held': NONE,
	'record.body': sensitive('help'),
	'entry.body': sensitive('help'),
	'change.before': sensitive('proof'),
	'change.after': sensitive('proof'),
	'conflict.kept': sensitive('quality'),
	'conflict.other': sensitive('quality'),
	'conflict.note': basic('quality'),
	'aside.body': sensitive('quality'),
	'aside.note': basic('quality'),
	'person_row.search': basic('find'),
	'person_row.id_index': basic('quality'),
	'person_row.twin': basic('quality'),
	'twin.one_id': NONE,
	'twin.other_id': NONE,
	'twin.moved': NONE,
	'twin.staff_name': basic('proof', 'audit'),
	'twin.ended_at': NONE,
	'household_row.search': basic('find'),
	'household_row.walk': basic('find'),
	// each word of a name or an address by itself, there as long as its record is
	'word_row.word': basic('find'),
	'word_row.door_id': NONE,
	// what two records of one person have in common, there as long as both are
	'shared_mark.mark': basic('quality'),
	// a code that a named person or visit bears, kept as long as its record is
	'mark_row.code': basic('help'),
	'mark_row.on_day': basic('help'),
	'mark_row.receiver': basic('help'),
	'referral_note.code': basic('quality'),
	'referral_note.finding': basic('quality'),
	'referral_note.note': basic('quality'),
	'referral_note.staff_name': basic('proof'),
	'referral_rule.body': NONE,
	'person_row.presence': basic('quality'),
	'person_row.official': basic('help'),
	'person_row.standing_on': basic('help'),
	'person_row.approved_on': basic('help'),
	'visit_row.seen_on': basic('work'),
	'visit_row.returned_on': NONE,
	// what staff call their own lists; what was searched for is not kept
	'saved_filter.name': basic('work', 'service'),
	'saved_filter.query': basic('work', 'service'),
	'review_rule.body': NONE,
	'difficulty_row.shown_area': NONE,
	'difficulty_row.asked_at': basic('work'),
	'household_row.informed_on': NONE,
	// counts of events, and of people without a name
	'outreach_event.on_day': NONE,
	'outreach_event.place': NONE,
	'outreach_event.channel': NONE,
	'outreach_event.topic': NONE,
	'outreach_event.materials': NONE,
	'outreach_event.audience': NONE,
	'outreach_event.households': NONE,
	'outreach_event.helped': NONE,
	'outreach_event.follow_ups': NONE,
	'outreach_event.withdrawn_at': NONE,
	'outreach_event.staff_name': basic('proof', 'audit'),
	'help_case.on_day': NONE,
	'help_case.topic': NONE,
	'help_case.barrier': NONE,
	'help_case.staff_name': basic('proof', 'audit'),
	'help_case.withdrawn_at': NONE,
	'mobile_session.place': NONE,
	'mobile_session.on_day': NONE,
	'mobile_session.from_at': NONE,
	'mobile_session.to_at': NONE,
	'mobile_session.slot_minutes': NONE,
	'mobile_session.per_slot': NONE,
	'mobile_session.staff_name': basic('proof', 'audit'),
	'mobile_session.cancelled_at': NONE,
	'session_booking.session_id': NONE,
	'session_booking.slot_at': basic('help'),
	'campaign.name': NONE,
	'campaign.from_day': NONE,
	'campaign.to_day': NONE,
	'target.level_1': NONE,
	'target.level_2': NONE,
	'target.note': basic('work'),
	'reported_figure.measure': NONE,
	'reported_figure.level': NONE,
	'reported_figure.as_of': NONE,
	'reported_figure.whole': NONE,
	'reported_figure.rate': NONE,
	'reported_figure.source': NONE,
	'reported_figure.note': basic('work'),
	'reported_figure.staff_name': basic('proof', 'audit'),
	'reported_figure.entered_at': NONE,
	'reported_figure.withdrawn_at': NONE,
	'ward_report.from_day': NONE,
	'ward_report.to_day': NONE,
	'ward_report.campaign_name': NONE,
	'ward_report.figures': NONE,
	// no resident is to be named there; whoever does it all the same is reached by the ward's rule
	'ward_report.texts': basic('work'),
	'ward_report.staff_name': basic('proof', 'audit'),
	'list_batch.staff_name': basic('proof', 'audit'),
	'list_batch.total': NONE,
	'list_batch.done': NONE,
	'list_batch.households': NONE,
	'list_batch.people': NONE,
	'list_batch.skipped': NONE,
	'list_batch.found': NONE,
	'list_batch.kept': NONE,
	'list_batch.removed': NONE,
	'list_batch.holder': NONE,
	'list_batch.beat_at': NONE,
	'list_batch.undo_by': NONE,
	'list_record.batch_id': NONE,
	'list_report.batch_id': NONE,
	'list_report.from_row': NONE,
	'list_report.findings': NONE,
	'audit.actor_name': basic('proof', 'audit'),
	'audit.reason': basic('proof'),
	'audit.reason_hash': NONE,
	'incident.before': NONE,
	'content_item.body': NONE,
	'content_edition.staff_name': basic('proof', 'service'),
	'content_use.refused_version': NONE,
	'content_use.refused_place': NONE,
	// people on duty at the ward, with numbers that the ward itself publishes
	'ward_book.body': basic('work', 'service'),
	'ward_book.staff_name': basic('proof', 'service'),
	'citizen_request.asker': basic('rights'),
	'citizen_request.contact': basic('rights'),
	'citizen_request.detail': basic('rights'),
	'citizen_request.answer': basic('rights'),
	'citizen_request.received_name': basic('proof', 'audit'),
	'citizen_request.answered_name': basic('proof', 'audit'),
	'retention_run.staff_name': basic('proof', 'audit'),
	'kept_figure.body': NONE,
	'breach.opened_name': basic('proof', 'audit'),
	'breach.what': basic('proof', 'audit'),
	'breach.steps': basic('proof', 'audit'),
	'privacy_rule.body': NONE
};

/** `person.consent` of `person.consent.givenAt`. */
function wholeOf(field: string): string {
	return field.split('.').slice(0, 2).join('.');
}

/** Fields of the wire and columns of the store that nobody has said anything about. */
export function findUnlisted(fields: readonly string[], columns: readonly string[]): string[] {
	return [
		...fields.filter((field) => !Object.hasOwn(RECORD_FIELDS, wholeOf(field))),
		...columns.filter(
			(column) => !NEUTRAL_COLUMNS.includes(column.split('.')[1] ?? '') && !Object.hasOwn(COLUMNS, column)
		)
	];
}

/** Lines of the table for what is not there any more. */
export function findStale(fields: readonly string[], columns: readonly string[]): string[] {
	const known = new Set(fields.map(wholeOf));
	return [
		...Object.keys(RECORD_FIELDS).filter((field) => !known.has(field)),
		...Object.keys(COLUMNS).filter((column) => !columns.includes(column))
	];
}
