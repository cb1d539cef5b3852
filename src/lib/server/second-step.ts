// The second step of signing in: an authenticator app (RFC 6238), and codes on paper for the day on which the phone with
// the app is lost. The secret lies sealed in the store; of the codes on paper only keyed hashes do.

import { encodeJoinChars } from '../contract/join.ts';
import type { CodeOffer } from '../domain/desk-people.ts';
import type { Staff } from '../domain/desk.ts';
import type { WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import type { Writer } from './db/open-store.ts';
import { countTry, forgetTries, QUARTER_HOUR_MS } from './pace.ts';
import type { Site } from './site.ts';
import { describeSecret, encodeBase32, findStep, TOTP_SECRET_BYTES } from './vault/totp.ts';

const PAPER_CHARS = 8;

function nameSecret(staff: string): string {
	return `code/${staff}`;
}

function hashPaper(site: Site, ward: WardId, staff: string, code: string): string {
	return site.vault.describe(`paper|${ward}|${staff}|${code}`);
}

/** Which of the two ways the code opened, each code once; null when it opens nothing. */
export async function takeCode(
	trx: Writer,
	site: Site,
	ward: WardId,
	staff: string,
	typed: string
): Promise<'app' | 'paper' | null> {
	const code = typed.replace(/[\s-]/g, '').toUpperCase();
	if (code.length === PAPER_CHARS) {
		const { numDeletedRows } = await trx
			.deleteFrom('recovery_code')
			.where('ward_id', '=', ward)
			.where('staff_id', '=', staff)
			.where('code_hash', '=', hashPaper(site, ward, staff, code))
			.executeTakeFirst();
		return numDeletedRows === 1n ? 'paper' : null;
	}
	return (await takeStep(trx, site, ward, staff, code)) ? 'app' : null;
}

async function takeStep(trx: Writer, site: Site, ward: WardId, staff: string, code: string): Promise<boolean> {
	const row = await trx
		.selectFrom('staff')
		.select(['code_secret', 'code_step'])
		.where('ward_id', '=', ward)
		.where('id', '=', staff)
		.executeTakeFirst();
	if (!row?.code_secret) return false;
	const secret = site.vault.openSecret(ward, nameSecret(staff), row.code_secret);
	const step = secret && findStep(secret, code, site.clock(), row.code_step);
	if (!step) return false;
	const { numUpdatedRows } = await trx
		.updateTable('staff')
		.set({ code_step: step })
		.where('ward_id', '=', ward)
		.where('id', '=', staff)
		// two requests with one code: the first one has it
		.where('code_step', '<', step)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** A new secret, which counts once a code of it was given. `field.badChoice` where there is one that counts. */
export async function offerCode(site: Site, staff: Staff): Promise<Result<CodeOffer>> {
	const secret = site.randomBytes(TOTP_SECRET_BYTES);
	const sealed = site.vault.sealSecret(staff.ward, nameSecret(staff.id), secret);
	const row = await site.store.db
		.updateTable('staff')
		.set({ code_secret: sealed, code_step: 0 })
		.where('ward_id', '=', staff.ward)
		.where('id', '=', staff.id)
		.where('code_set_at', 'is', null)
		.returning('username')
		.executeTakeFirst();
	if (!row) return fail('field.badChoice', 'code');
	const uri = describeSecret(secret, row.username);
	return succeed({ uri, secret: encodeBase32(secret).replace(/.{4}(?=.)/g, '$& ') });
}

/** The first code of the app: from now on it is asked for. Answers the codes for paper, which are shown this once. */
export async function confirmCode(site: Site, staff: Staff, typed: string): Promise<Result<readonly string[]>> {
	const { ward, id } = staff;
	const now = site.clock();
	return site.store.transact(async (trx) => {
		const key = `code/${id}`;
		const limit = { ward, key, most: LIMIT.codeTriesPerQuarterHour, windowMs: QUARTER_HOUR_MS };
		const waitMs = await countTry(trx, limit, now);
		if (waitMs > 0) return fail('staff.tooMany', undefined, waitMs);
		if (!(await takeStep(trx, site, ward, id, typed.replace(/\s/g, '')))) return fail('staff.badCode');
		await forgetTries(trx, ward, key);
		const { numUpdatedRows } = await trx
			.updateTable('staff')
			.set({ code_set_at: now })
			.where('ward_id', '=', ward)
			.where('id', '=', id)
			.where('code_set_at', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows !== 1n) return fail('field.badChoice', 'code');
		await writeAudit(trx, site, { ward, actor: staff, act: 'staff.codeSet' });
		return succeed(await writePaper(trx, site, ward, id));
	});
}

/** Fresh codes for paper in place of those that were there. */
async function writePaper(trx: Writer, site: Site, ward: WardId, staff: string): Promise<readonly string[]> {
	const codes = Array.from({ length: LIMIT.recoveryCodes }, () => encodeJoinChars(site.randomBytes(PAPER_CHARS)));
	await dropPaper(trx, ward, staff);
	const rows = codes.map((code) => ({
		ward_id: ward,
		staff_id: staff,
		code_hash: hashPaper(site, ward, staff, code)
	}));
	await trx.insertInto('recovery_code').values(rows).execute();
	return codes.map((code) => `${code.slice(0, 4)}-${code.slice(4)}`);
}

async function dropPaper(trx: Writer, ward: WardId, staff: string): Promise<void> {
	await trx.deleteFrom('recovery_code').where('ward_id', '=', ward).where('staff_id', '=', staff).execute();
}

/** Signing in takes the password alone again; by oneself, or by the administrator where app and paper are lost. */
export async function dropCode(trx: Writer, ward: WardId, staff: string): Promise<void> {
	await dropPaper(trx, ward, staff);
	await trx
		.updateTable('staff')
		.set({ code_secret: null, code_set_at: null, code_step: 0 })
		.where('ward_id', '=', ward)
		.where('id', '=', staff)
		.execute();
}
