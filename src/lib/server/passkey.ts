// Passkeys of accounts at the desk: made by who has just given the password, used in place of password and code, or to
// give them again. A question is not kept: it carries its own seal, what it is for and until when, and is answered once.

import { describeAgent } from '../domain/desk-people.ts';
import type { Staff } from '../domain/desk.ts';
import { isId, type StaffId, type WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { checkNote } from '../domain/note.ts';
import { parseMadePasskey, parseShownPasskey, type PasskeyAsk, type PasskeyRow } from '../domain/passkey.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import type { Reader, Writer } from './db/open-store.ts';
import { countTry } from './pace.ts';
import type { Site } from './site.ts';
import { isSameSecret } from './vault.ts';
import { readChallenge, readMade, readShown } from './vault/passkey.ts';

const NONCE_BYTES = 24;

/** What a question is for, and by whom it must be answered; empty for whoever signs in. */
type Purpose = `add/${string}` | `fresh/${string}` | 'signIn';

function sealQuestion(site: Site, purpose: Purpose, origin: string, text: string): string {
	return site.vault.describe(`passkey|${purpose}|${origin}|${text}`);
}

/** A question in words that a browser signs with its answer. */
function makeChallenge(site: Site, purpose: Purpose, origin: string): string {
	const nonce = Buffer.from(site.randomBytes(NONCE_BYTES)).toString('base64url');
	const text = `${site.clock() + LIMIT.codeWaitMs}.${nonce}`;
	return Buffer.from(`${text}.${sealQuestion(site, purpose, origin, text)}`).toString('base64url');
}

/** Takes an answer's question, once: null where it is not ours, not for this, too old, or was answered before. */
async function takeChallenge(
	trx: Writer,
	site: Site,
	ward: string,
	{ purpose, origin, clientData }: { purpose: Purpose; origin: string; clientData: string }
): Promise<string | null> {
	const challenge = readChallenge(clientData);
	const [expires = '', nonce = '', seal = ''] = Buffer.from(challenge ?? '', 'base64url')
		.toString('utf8')
		.split('.');
	if (!challenge || !isSameSecret(seal, sealQuestion(site, purpose, origin, `${expires}.${nonce}`))) return null;
	const now = site.clock();
	if (Number(expires) < now) return null;
	const once = { ward, key: `asked/${seal}`, most: 1, windowMs: LIMIT.codeWaitMs };
	return (await countTry(trx, once, now)) === 0 ? challenge : null;
}

/** What a passkey gives back to say whose it is: ward and account, as the bytes of their ids. */
function encodeHandle(ward: WardId, staff: StaffId): string {
	return Buffer.from(`${ward}${staff}`.replaceAll('-', ''), 'hex').toString('base64url');
}

/** Ward and account of a handle; null for what is none. */
export function parseHandle(handle: string): { readonly ward: WardId; readonly staff: StaffId } | null {
	const hex = Buffer.from(handle, 'base64url').toString('hex');
	const [ward, staff] = [hex.slice(0, 32), hex.slice(32)].map((part) =>
		part.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
	);
	return ward && staff && isId(ward) && isId(staff) ? { ward: ward as WardId, staff: staff as StaffId } : null;
}

function ask(challenge: string, origin: string, known: readonly string[], holder: PasskeyAsk['holder']): PasskeyAsk {
	return { challenge, host: new URL(origin).hostname, known, holder, waitMs: LIMIT.codeWaitMs };
}

/** The question of the sign-in page: any passkey of this place may answer. */
export function askAnybody(site: Site, origin: string): PasskeyAsk {
	return ask(makeChallenge(site, 'signIn', origin), origin, [], null);
}

/** One's own, the oldest first. */
export async function listPasskeys(db: Reader, ward: WardId, staff: string): Promise<PasskeyRow[]> {
	const rows = await db
		.selectFrom('passkey')
		.select(['id', 'own_name', 'added_at', 'used_at'])
		.where('ward_id', '=', ward)
		.where('staff_id', '=', staff)
		.orderBy('added_at')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ id: row.id, label: row.own_name, addedAt: row.added_at, usedAt: row.used_at }));
}

/** The question to a browser that is to make one. */
export async function offerPasskey(site: Site, staff: Staff, origin: string): Promise<Result<PasskeyAsk>> {
	const { ward, id } = staff;
	const own = await listPasskeys(site.store.db, ward, id);
	if (own.length >= LIMIT.passkeys) return fail('staff.passkeysFull');
	const row = await site.store.db
		.selectFrom('staff')
		.select('username')
		.where('ward_id', '=', ward)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	const holder = { handle: encodeHandle(ward, id), name: row.username, displayName: staff.name };
	const known = own.map((one) => one.id);
	return succeed(ask(makeChallenge(site, `add/${id}`, origin), origin, known, holder));
}

/** Keeps what a browser made. */
export async function addPasskey(
	site: Site,
	staff: Staff,
	input: { readonly answer: string; readonly origin: string; readonly label: string; readonly agent: string }
): Promise<Result<void>> {
	const { ward, id } = staff;
	const label = input.label.trim() || describeAgent(input.agent);
	if (label.length > LIMIT.nameChars) return fail('field.tooLong', 'label');
	const [odd] = checkNote(label);
	if (odd) return failWith({ ...odd, at: 'label' });
	const made = parseMadePasskey(input.answer);
	if (!made) return fail('staff.badPasskey');
	return site.store.transact(async (trx) => {
		const asked = { purpose: `add/${id}`, origin: input.origin, clientData: made.clientData } as const;
		const challenge = await takeChallenge(trx, site, ward, asked);
		const kept = challenge && readMade(made, { origin: input.origin, challenge });
		if (!kept) return fail('staff.badPasskey');
		if ((await listPasskeys(trx, ward, id)).length >= LIMIT.passkeys) return fail('staff.passkeysFull');
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto('passkey')
			.values({
				ward_id: ward,
				id: made.id,
				staff_id: id,
				own_name: label,
				public_key: kept.publicKey,
				uses: kept.count,
				added_at: site.clock(),
				used_at: null
			})
			// one that somebody has already is not taken over
			.onConflict((on) => on.columns(['ward_id', 'id']).doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows !== 1n) return fail('staff.badPasskey');
		await writeAudit(trx, site, { ward, actor: staff, act: 'staff.passkeyAdd', subject: id });
		return succeed(undefined);
	});
}

export async function removePasskey(site: Site, staff: Staff, passkey: string): Promise<Result<void>> {
	const { ward, id } = staff;
	return site.store.transact(async (trx) => {
		const { numDeletedRows } = await trx
			.deleteFrom('passkey')
			.where('ward_id', '=', ward)
			.where('staff_id', '=', id)
			.where('id', '=', passkey)
			.executeTakeFirst();
		if (numDeletedRows !== 1n) return fail('field.badChoice', 'passkey');
		await writeAudit(trx, site, { ward, actor: staff, act: 'staff.passkeyRemove', subject: id });
		return succeed(undefined);
	});
}

/** All of one account: by the administrator, where devices are lost. */
export async function dropPasskeys(trx: Writer, ward: WardId, staff: string): Promise<void> {
	await trx.deleteFrom('passkey').where('ward_id', '=', ward).where('staff_id', '=', staff).execute();
}

/** The question to one of one's own, in place of the password. */
export async function askOwn(site: Site, staff: Staff, session: string, origin: string): Promise<Result<PasskeyAsk>> {
	const known = (await listPasskeys(site.store.db, staff.ward, staff.id)).map((one) => one.id);
	if (known.length === 0) return fail('staff.badPasskey');
	return succeed(ask(makeChallenge(site, `fresh/${session}`, origin), origin, known, null));
}

/** Whose passkey answered; null where none did. The same for one that is unknown, wrong, or of a closed account. */
export async function takePasskey(
	trx: Writer,
	site: Site,
	{ purpose, origin, answer }: { readonly purpose: Purpose; readonly origin: string; readonly answer: string }
): Promise<{ readonly ward: WardId; readonly id: StaffId; readonly name: string } | null> {
	const shown = parseShownPasskey(answer);
	const owner = shown && parseHandle(shown.handle);
	if (!shown || !owner) return null;
	const { ward } = owner;
	const challenge = await takeChallenge(trx, site, ward, { purpose, origin, clientData: shown.clientData });
	if (!challenge) return null;
	const row = await trx
		.selectFrom('passkey as p')
		.innerJoin('staff as t', (on) => on.onRef('t.ward_id', '=', 'p.ward_id').onRef('t.id', '=', 'p.staff_id'))
		.select(['p.public_key', 'p.uses', 't.name', 't.disabled_at'])
		.where('p.ward_id', '=', ward)
		.where('p.id', '=', shown.id)
		.where('p.staff_id', '=', owner.staff)
		.executeTakeFirst();
	if (!row) return null;
	const actor = { id: owner.staff, name: row.name };
	const kept = { publicKey: row.public_key, count: Number(row.uses) };
	const count = row.disabled_at === null ? readShown(shown, kept, { origin, challenge }) : null;
	if (count === null) {
		await writeAudit(trx, site, { ward, actor, act: 'staff.passkeyFailed' });
		return null;
	}
	await trx
		.updateTable('passkey')
		.set({ uses: count, used_at: site.clock() })
		.where('ward_id', '=', ward)
		.where('id', '=', shown.id)
		.execute();
	return { ward, ...actor };
}
