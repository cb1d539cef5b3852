// What names a thing: ids are made on the phone, sort by time and never mix between kinds.

declare const brand: unique symbol;
type Branded<Kind extends string> = string & { readonly [brand]: Kind };

export type WardId = Branded<'ward'>;
export type AreaId = Branded<'area'>;
export type HouseholdId = Branded<'household'>;
export type PersonId = Branded<'person'>;
export type VisitId = Branded<'visit'>;
export type DifficultyId = Branded<'difficulty'>;
export type OutreachId = Branded<'outreach'>;
export type HelpId = Branded<'help'>;
export type EntryId = Branded<'entry'>;
export type VolunteerId = Branded<'volunteer'>;
export type DeviceId = Branded<'device'>;
export type StaffId = Branded<'staff'>;
export type CampaignId = Branded<'campaign'>;
export type ReportedId = Branded<'reported'>;
export type ReportId = Branded<'report'>;
export type MobileSessionId = Branded<'mobile session'>;
/** One life of a phone's database: a new one each time the database is created. */
export type ClientId = Branded<'client'>;
export type RecordId = HouseholdId | PersonId | VisitId | DifficultyId | OutreachId | HelpId;

/** Chance as an argument: fills and returns exactly `count` random bytes. */
export type RandomBytes = (count: number) => Uint8Array;
/** Time as an argument: milliseconds since 1970-01-01T00:00Z. */
export type Clock = () => number;

/** A UUIDv7: 48 bits of `nowMs`, then 74 random bits. Sorts by creation time. */
export function makeId<Id extends string>(nowMs: number, randomBytes: RandomBytes): Id {
	const bytes = new Uint8Array(16);
	bytes.set(randomBytes(10), 6);
	let ms = Math.max(0, Math.floor(nowMs));
	for (let i = 5; i >= 0; i--) {
		bytes[i] = ms % 256;
		ms = Math.floor(ms / 256);
	}
	bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
	bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
	const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
	const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
	// The one place where plain text becomes an id of the kind that the caller names.
	return id as Id;
}

/** True for the canonical lower-case text form of a UUID of version 1 to 8. */
export function isId(text: string): boolean {
	return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
}
