// What a volunteer does at doors, as drafts of entries: mostly plain work, now and then something odd.

import { makeId, type AreaId, type Clock, type RecordId } from '../../src/lib/domain/id.ts';
import type { EntryKind } from '../../src/lib/sync/entry.ts';
import type { EntryDraft } from '../../src/lib/sync/phone.ts';
import type { PhoneState } from '../../src/lib/sync/phone-port.ts';
import type { Fields, PhoneRecord, Table } from '../../src/lib/sync/record.ts';
import {
	difficultyFields,
	helpFields,
	householdFields,
	outreachFields,
	personFields,
	visitFields
} from '../storage/samples.ts';
import { POISON } from './house.ts';
import type { Random } from './random.ts';

export type Act =
	| 'door'
	| 'amendDoor'
	| 'person'
	| 'amendPerson'
	| 'visit'
	| 'answer'
	| 'poison'
	| 'strangerArea'
	| 'reusedId'
	| 'ask'
	| 'tell'
	| 'retell';

/** What the hands see of the phone. */
export type Sight = () => { readonly state: PhoneState; readonly records: readonly PhoneRecord[] };

export class Hands {
	readonly #random: Random;
	readonly #clock: Clock;
	readonly #volunteer: string;
	readonly #look: Sight;

	constructor(random: Random, clock: Clock, volunteer: string, look: Sight) {
		this.#random = random;
		this.#clock = clock;
		this.#volunteer = volunteer;
		this.#look = look;
	}

	draft(act: Act, strangers: readonly AreaId[]): EntryDraft[] {
		const random = this.#random;
		const { records, state } = this.#look();
		const id = () => makeId<RecordId>(this.#clock(), random.bytes);
		const assigned = state.scope?.areas.filter((area) => area.assigned).map((area) => area.id) ?? [];
		const of = (table: Table) => records.filter((record) => record.table === table && !record.deleted);
		// Mostly the oldest ones, so that people meet at the same doors.
		const pick = (found: PhoneRecord[]) =>
			random.happens(0.7) ? random.pick(found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, 2)) : random.pick(found);
		const about = (record: PhoneRecord | undefined, k: EntryKind, p: Fields): EntryDraft[] =>
			record ? [{ k, e: record.id, table: record.table, area: record.area, p }] : [];

		switch (act) {
			case 'door':
			case 'strangerArea': {
				const area = random.pick(act === 'door' && assigned.length > 0 ? assigned : strangers);
				if (!area) return [];
				const p = householdFields(area, { number: `${random.between(1, 99)}/${random.between(1, 9)}` });
				return [{ k: 'household.create', e: id(), table: 'household', area, p }];
			}
			case 'amendDoor': {
				const p = random.pick<Fields>([
					{ number: `${random.between(1, 9)}A` },
					{ lane: `hẻm ${random.between(1, 9)}` },
					{ access: random.happens(0.5) ? `cổng ${random.between(1, 9)}` : null }
				]);
				return about(pick(of('household')), 'household.set', p ?? {});
			}
			case 'person': {
				const household = pick(of('household'));
				if (!household) return [];
				const personalId = random.happens(0.4) ? { personalId: inventNumber(random) } : {};
				const p = personFields(household.id, { name: inventName(random), ...personalId });
				return [{ k: 'person.add', e: id(), table: 'person', area: household.area, p }];
			}
			case 'amendPerson':
				return about(pick(of('person')), 'person.set', this.#amendPerson());
			case 'visit': {
				const household = pick(of('household'));
				if (!household) return [];
				const person = pick(of('person').filter((one) => one.fields.household === household.id));
				return this.#visit(household, random.happens(0.7) ? person : undefined, id());
			}
			case 'answer': {
				const isReturned = (record: PhoneRecord) =>
					(record.fields.review as { state?: string } | undefined)?.state === 'returned';
				const visit = random.pick(of('visit').filter(isReturned));
				const note = { note: `sửa lần ${random.between(1, 9)}` };
				return [...about(visit, 'visit.set', note), ...about(visit, 'review.answer', {})];
			}
			case 'poison': {
				const household = pick(of('household'));
				if (!household) return [];
				const visit = { e: id(), table: 'visit', area: household.area } as const;
				return random.pick<EntryDraft[]>([
					[{ ...visit, k: 'visit.add', p: visitFields(household.id, { [POISON]: 1 }) }],
					[{ ...visit, k: 'visit.add', p: visitFields(household.id, { note: 'mật khẩu là abc123' }) }],
					[{ ...visit, k: 'visit.add', p: { seenAt: 'hôm qua', note: 'nửa chữ \ud83d' } }],
					about(household, 'household.fly' as 'household.set', { number: '1' }),
					about(household, 'household.set', { kind: 'castle' }),
					about(household, 'household.set', { area: strangers[0] })
				])!;
			}
			case 'ask': {
				const area = random.pick(assigned);
				if (!area) return [];
				const text = random.happens(0.1) ? 'gọi 0999 000 001' : `khó khăn thứ ${random.between(1, 9)}`;
				return [{ k: 'difficulty.add', e: id(), table: 'difficulty', area, p: difficultyFields(area, { text }) }];
			}
			case 'tell': {
				const area = random.pick(assigned);
				if (!area) return [];
				if (random.happens(0.5)) {
					const outcome = random.pick(['done', 'notDone', 'referred']);
					return [{ k: 'help.add', e: id(), table: 'help', area, p: helpFields(area, { outcome }) }];
				}
				const topic = random.happens(0.1) ? 'gọi 0999 000 001' : `buổi thứ ${random.between(1, 9)}`;
				const p = outreachFields(area, { topic, households: random.between(0, 99) });
				return [{ k: 'outreach.add', e: id(), table: 'outreach', area, p }];
			}
			case 'retell': {
				// a row that says nothing is somebody else's: amending it is refused
				const withdrawn = { withdrawn: Math.max(0, this.#clock()) };
				if (random.happens(0.4)) return about(pick(of('help')), 'help.set', withdrawn);
				const p = random.pick<Fields>([{ households: random.between(0, 99) }, { materials: 'tờ rơi' }, withdrawn]);
				return about(pick(of('outreach')), 'outreach.set', p ?? withdrawn);
			}
			case 'reusedId':
				return about(pick(of('household')), 'household.set', { access: 'gõ cửa sau' });
		}
	}

	#amendPerson(): Fields {
		const random = this.#random;
		const consent = { record: true, phone: true, remind: false, wording: 1, method: 'spoken', givenAt: this.#clock() };
		const standing = { on: '2026-11-21', evidence: 'seenOnScreen', observer: this.#volunteer };
		return (
			random.pick<Fields>([
				{ name: inventName(random) },
				{ birth: `${random.between(1930, 2012)}` },
				{ personalId: random.happens(0.2) ? null : inventNumber(random) },
				{ consent, phone: `099900000${random.below(10)}` },
				{ consent: { ...consent, phone: false }, phone: null },
				{ standing: { ...standing, state: random.pick(['hasCard', 'l1Active', 'l2Active', 'l2LoggedIn', 'refused']) } },
				{ presence: random.pick(['home', 'away', 'unclear', 'deceased']) },
				{ barriers: random.happens(0.5) ? ['B1.1'] : null }
			]) ?? {}
		);
	}

	#visit(household: PhoneRecord, person: PhoneRecord | undefined, e: RecordId): EntryDraft[] {
		const random = this.#random;
		const seen = { table: 'visit', area: household.area, e, k: 'visit.add' } as const;
		if (!person) {
			const outcome = random.pick(['nobodyHome', 'informed', 'refused']);
			return [{ ...seen, p: visitFields(household.id, { seenAt: Math.max(0, this.#clock()), outcome }) }];
		}
		const consent = { record: true, phone: false, remind: false, wording: 1, method: 'spoken', givenAt: this.#clock() };
		const state = random.pick(['l1Active', 'l2Active', 'l2LoggedIn', 'hasCard']);
		const evidence = random.pick(['seenOnScreen', 'declared']);
		const standing = { state, on: '2026-11-21', evidence, observer: this.#volunteer, reason: 'thấy trên máy' };
		const about = { person: person.id, consent, standing, outcome: random.pick(['done', 'notDone', 'activatedOnly']) };
		return [
			{ ...seen, p: visitFields(household.id, { seenAt: Math.max(0, this.#clock()), ...about }) },
			// What the visit saw about the person goes up as an entry of its own, in the same transaction.
			{ k: 'person.set', e: person.id, table: 'person', area: person.area, p: { standing } }
		];
	}
}

/** Invented numbers begin with 000. */
function inventNumber(random: Random): string {
	return `000${`${random.below(1_000_000_000)}`.padStart(9, '0')}`;
}

function inventName(random: Random): string {
	return `Người Thử ${random.pick(['An', 'Bình', 'Ý', 'Vũ', 'Lê'])} ${random.between(1, 99)}`;
}
