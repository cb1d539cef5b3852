// The volunteer's badge on the phone (feature F004): fetched with the content, believed only with the ward's signature,
// and kept under the data key. Whoever finds a locked phone cannot show it.

import { describeBadge, parseBadgeCode, type IssuedBadge } from '../domain/badge.ts';
import type { AskContent } from './content.ts';
import type { PhoneDb } from './db.ts';
import { hashHex, verifyText, type Cipher, type Place } from './vault.ts';

interface HeldBadge {
	readonly hash: string;
	readonly badge: IssuedBadge;
}

const PLACE: Place = { table: 'meta', id: 'badge', v: 0 };

export interface BadgeKeep {
	read(): Promise<IssuedBadge | null>;
	/** What the ward calls the badge that is held; null where there is none. */
	readName(): Promise<string | null>;
	/** The same question, which also asks for the badge and keeps what comes. */
	alsoAsk(ask: AskContent): AskContent;
}

/** `wardKey`: by which the ward's word is known; null where this phone was never told. */
export function openBadgeKeep(
	db: Pick<PhoneDb, 'readBadge' | 'writeBadge'>,
	cipher: Cipher,
	ward: string,
	wardKey: () => string | null,
	onChange: () => void
): BadgeKeep {
	/** Opened once: each round asks what it is called. */
	let held: Promise<HeldBadge | null> | null = null;
	const readHeld = () => (held ??= openHeld());

	async function openHeld(): Promise<HeldBadge | null> {
		const sealed = await db.readBadge();
		// what does not open comes again: it was only a copy
		return (
			sealed &&
			(await cipher.open(PLACE, sealed).then(
				(held) => held as HeldBadge,
				() => null
			))
		);
	}

	return {
		read: async () => (await readHeld())?.badge ?? null,
		readName: async () => (await readHeld())?.hash ?? null,
		alsoAsk: (ask) => async (request) => {
			if (request.items) return ask(request);
			const answer = await ask({ ...request, badge: (await readHeld())?.hash ?? null });
			const sent = answer.ok ? answer.value.badge : undefined;
			if (sent === undefined || (sent && !(await isWards(sent.value, ward, wardKey())))) return answer;
			await db.writeBadge(sent && (await cipher.seal(PLACE, { hash: sent.hash, badge: sent.value })));
			held = null;
			onChange();
			return answer;
		}
	};
}

async function isWards(badge: IssuedBadge, ward: string, key: string | null): Promise<boolean> {
	const code = parseBadgeCode(badge.code);
	if (!code || key === null) return false;
	const photoSum = badge.photo === null ? '' : await hashHex(badge.photo);
	return verifyText(key, describeBadge(ward, code.secret, badge, photoSum), code.signature);
}
