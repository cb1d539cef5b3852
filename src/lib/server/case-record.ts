// What a case at the desk is about, in words that staff know: the door, the person, the quarter; and values as they may
// be shown.

import type { Area } from '../domain/area.ts';
import type { CaseTable } from '../domain/desk-case.ts';
import { nameDoor } from '../domain/household.ts';
import type { HouseholdId, WardId } from '../domain/id.ts';
import type { Fields, WardRecord } from '../sync/record.ts';
import type { Reader } from './db/open-store.ts';
import { readRecordRow } from './db/ward-row.ts';
import { toHousehold } from './record-view.ts';
import type { KeptNumber } from './vault.ts';

/** Records by id, deleted ones included: what is gone may come back. */
export async function readAnyRecords(
	db: Reader,
	ward: WardId,
	ids: readonly string[]
): Promise<Map<string, WardRecord>> {
	const wanted = [...new Set(ids)];
	if (wanted.length === 0) return new Map();
	const rows = await db
		.selectFrom('record')
		.selectAll()
		.where('ward_id', '=', ward)
		.where('id', 'in', wanted)
		.execute();
	return new Map(rows.map((row) => [row.id, readRecordRow(row)]));
}

export interface Place {
	readonly household: HouseholdId | null;
	readonly door: string;
	readonly personName: string | null;
	readonly areaName: string;
}

/** The ids of the records that name the place of a record or of an entry's payload. */
export function listAround(fields: Fields): string[] {
	return [fields.household, fields.person].filter((id): id is string => typeof id === 'string');
}

/** Where a record stands; `fields` may be those of an entry that never became one. */
export function nameRecord(
	table: CaseTable | null,
	id: string,
	fields: Fields,
	around: ReadonlyMap<string, WardRecord>,
	areas: readonly Area[]
): Place {
	const doorId = table === 'household' ? id : typeof fields.household === 'string' ? fields.household : null;
	const door = doorId === null ? undefined : around.get(doorId);
	const personId = table === 'person' ? id : typeof fields.person === 'string' ? fields.person : null;
	const person = personId === null ? undefined : around.get(personId);
	const area = door?.area ?? fields.area;
	return {
		household: door && !door.deleted ? (door.id as HouseholdId) : null,
		// a record that was erased says nothing any more
		door:
			door?.fields.number !== undefined ? nameDoor(toHousehold(door)) : table === 'household' ? nameFields(fields) : '',
		personName: person ? textOf(person.fields.name) : table === 'person' ? textOf(fields.name) : null,
		areaName: areas.find((one) => one.id === area)?.name ?? ''
	};
}

/** The name of a door that is known from an entry alone, however odd its fields are. */
function nameFields(fields: Fields): string {
	return [textOf(fields.number), textOf(fields.lane)].filter(Boolean).join(' ');
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A number is kept sealed; everywhere but in `revealNumber` only its last digits are shown. */
export function nameField(field: string): string {
	return field === 'idKeep' ? 'idTail' : field;
}

export function showValue(field: string, value: unknown): unknown {
	return field === 'idKeep' ? ((value as KeptNumber | null | undefined)?.tail ?? null) : (value ?? null);
}

/** All fields of an entry as they may be shown. */
export function showFields(fields: Fields): { field: string; value: unknown }[] {
	return Object.entries(fields)
		.filter(([field]) => field !== 'decisions')
		.map(([field, value]) => ({ field: nameField(field), value: showValue(field, value) }));
}

/** What a conflict is called in an address. */
export function nameCase(record: string, field: string): string {
	return `${record}.${field}`;
}
