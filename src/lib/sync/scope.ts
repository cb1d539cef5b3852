// What a phone is told of itself beside records: where it works, in which order, what is aimed at, and the ward's keys.

import type { CampaignAims } from '../domain/aim.ts';
import type { AreaId } from '../domain/id.ts';

/** The ward's public keys, raw P-256 points in base64url: what phones seal to, and what proves a word of the ward. */
export interface WardKeys {
	/** The key that entries are sealed to this year; the ward keeps the older ones to open what comes late. */
	readonly seal: { readonly kid: string; readonly publicKey: string };
	/** ECDSA: signs what may make a phone erase itself. */
	readonly sign: string;
}

/** A lane as the desk has put it in order, and who walks it. */
export interface ScopeLane {
	readonly area: AreaId;
	readonly name: string;
	readonly way: string;
	readonly place?: string;
	readonly holders?: readonly {
		readonly volunteer: string;
		readonly name: string;
		readonly part: string;
	}[];
}

/**
 * A key that whoever has this area shares with the others who have it, for a week: what one phone seals with it for
 * another, without a network (`domain/relay.ts`). Base64url of 32 bytes; weeks are counted from 1970.
 */
export interface RelayKey {
	readonly area: AreaId;
	readonly week: number;
	readonly key: string;
}

/** Question and answer of a difficulty that many have (`domain/difficulty.ts`). */
export interface ScopeAnswer {
	readonly id: string;
	readonly text: string;
	readonly answer: string;
	readonly at: number;
}

/** The area or areas that a phone works in, with what it needs to name them. `hash` changes with any of it. */
export interface Scope {
	readonly hash: string;
	readonly ward: { readonly id: string; readonly name: string };
	readonly volunteer: { readonly id: string; readonly name: string; readonly role: string };
	/** The areas of the assignment, everything below them, and the ones above as far as they name the place. */
	readonly areas: readonly {
		readonly id: AreaId;
		readonly parent: AreaId | null;
		readonly kind: string;
		readonly name: string;
		readonly aliases: readonly string[];
		/** True where the phone's records may stand; false for those that only name the place. */
		readonly assigned: boolean;
	}[];
	/** Lanes of which the ward has said something; absent where it has said nothing. */
	readonly lanes?: readonly ScopeLane[];
	/** What the campaign that runs today aims at in the assigned areas; absent where there is none. */
	readonly campaign?: CampaignAims;
	/** Of the assigned areas and no other, for this week and the next; absent from wards that know of none. */
	readonly relayKeys?: readonly RelayKey[];
	/** Answers for everybody in these areas; absent where there are none. */
	readonly answers?: readonly ScopeAnswer[];
	readonly keys: WardKeys;
}
