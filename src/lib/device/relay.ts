// A lane that goes on from phone to phone: made and sealed on one, shown as a row of pictures, opened and laid over the
// walk of the other. No record crosses: what the other phone holds it has from the ward, and what it may hold the ward has
// decided by giving it the area's key.

import { readRelay, readSealedRelay, writeSealedRelay } from '../contract/relay.ts';
import { dayAt } from '../domain/day.ts';
import { makeId, type AreaId, type Clock, type HouseholdId, type RandomBytes } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { decideTaking, makeRelay, relayWeek, type Relay, type TakenRelay } from '../domain/relay.ts';
import { noteRelay, tellRelays } from '../domain/shift.ts';
import { packText, unpackText } from './pack.ts';
import { makeRow, type PictureRow } from './picture-row.ts';
import type { Session } from './session.ts';
import { openRelay, sealRelay } from './vault/relay.ts';

/** What is to go on: doors of one lane, in walking order. */
export interface RelayDraft {
	readonly area: AreaId;
	readonly lane: string;
	readonly doors: readonly HouseholdId[];
}

/** What is shown to the other phone. It is given once somebody says that it was taken (`noteRelay`). */
export interface GivenRelay {
	readonly relay: Relay;
	/** Doors that stay here, because the ward does not have them yet. */
	readonly unknown: number;
	readonly pictures: PictureRow;
}

interface RelayTools {
	readonly clock: Clock;
	readonly randomBytes: RandomBytes;
}

type Open = Pick<Session, 'book' | 'store' | 'shift' | 'me'>;

export async function giveRelay(
	{ area, lane, doors }: RelayDraft,
	{ book, store, shift, me }: Open,
	{ clock, randomBytes }: RelayTools
): Promise<Result<GivenRelay>> {
	const { scope, clockOffsetMs } = store.state;
	const madeAt = clock() + clockOffsetMs;
	const today = dayAt(madeAt);
	const key = scope?.relayKeys?.find((one) => one.area === area && one.week === relayWeek(today))?.key;
	if (!scope || key === undefined) return fail('relay.noKey');
	const chosen = new Set(doors);
	const handed = tellRelays(await shift.read());
	const made = makeRelay(
		book.walkOn(today).filter(({ household }) => chosen.has(household.id) && household.area === area),
		today,
		{
			isKnown: (id) => (store.records.get(id)?.v ?? 0) > 0,
			placeOf: (id) => handed.get(id)?.place
		},
		{ id: makeId(madeAt, randomBytes), area, lane, from: me?.volunteer.name ?? '', madeAt }
	);
	if (!made.ok) return made;
	const { relay, unknown } = made.value;
	const sealed = await sealRelay(key, scope.ward.id, await packText(JSON.stringify(relay)));
	const packed = await packText(writeSealedRelay({ ward: scope.ward.id, ...sealed }));
	return succeed({ relay, unknown, pictures: makeRow(packed) });
}

/** Lays what a row brought over this phone's walk for the rest of the day. Safe to do again. */
export async function takeRelay(
	text: string,
	{ book, store, shift }: Pick<Open, 'book' | 'store' | 'shift'>,
	{ clock }: Pick<RelayTools, 'clock'>
): Promise<Result<TakenRelay>> {
	const { scope, clockOffsetMs } = store.state;
	if (!scope) return fail('relay.noKey');
	const sealed = readSealedRelay(text, scope.ward.id);
	if (!sealed.ok) return sealed;
	const keys = (scope.relayKeys ?? []).map(({ key }) => key);
	if (keys.length === 0) return fail('relay.noKey');
	const packed = await openRelay(keys, scope.ward.id, sealed.value);
	if (!packed) return fail('relay.notYours');
	const plain = await unpackText(packed);
	if (!plain.ok) return plain;
	const relay = readRelay(parseJson(plain.value));
	if (!relay.ok) return relay;
	const { relays } = await shift.read();
	if (relays.some((one) => one.way === 'given' && one.relay.id === relay.value.id)) return fail('relay.own');
	const taken = decideTaking(relay.value, { areas: book.areas, households: book.households }, clock() + clockOffsetMs);
	if (taken.ok) await shift.change((before) => noteRelay(before, 'taken', taken.value.relay));
	return taken;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
