// Every field in which somebody's personal data may lie, with its class, purpose and end. A test holds this table and that
// of the columns against the wire's schemas and the store: a field that has no line fails.

import { COLUMNS, NEUTRAL_COLUMNS } from './column-registry.ts';
import { basic, NONE, sensitive, type FieldRule } from './field-class.ts';

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
