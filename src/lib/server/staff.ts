// Members of staff and what each role may do (digest a.1; the choice is recorded in docs/decisions.md).

import type { StaffRole } from '../domain/desk.ts';
import type { StaffId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { checkNewPassword } from '../domain/password.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { foldText } from '../domain/search.ts';
import { writeAudit } from './audit.ts';
import { isUniqueViolation } from './db/trouble.ts';
import { newId, type Site } from './site.ts';
import { hashPassword } from './vault.ts';

/**
 * Review is the work of those who answer for records; the administrator keeps the machine and judges no record. A whole
 * number is for police and civil status, who work with papers. Phones are let in, and badges issued, by whoever leads volunteers. Content is kept by
 * whoever answers to residents for it, and by the administrator (features F067, F068). A file that a phone gave out is
 * sealed, so whoever sits at the desk may hand it in. Accounts are kept by the administrator; who looked at whom is for
 * the leader to see. Whoever sits at the desk takes a resident's request; who answers for records decides on it; what goes
 * when its time has come is started by the administrator. A list of
 * residents is brought in by the police, whose it is, or by the administrator for them. Campaigns are set by who leads
 * (F089); figures, reports and lists belong to the ward's staff and its leader (F093 to F095), and the names in a report's
 * appendix to the staff alone (O3). Mobile sessions are planned by the ward's staff and its leader (F076), who
 * also write down what was done beside the doors (F077, F081).
 */
const ALLOWED = {
	review: ['areaPolice', 'civilStatus', 'oneStop', 'leader'],
	reveal: ['areaPolice', 'civilStatus'],
	invite: ['areaPolice', 'leader', 'administrator'],
	revoke: ['areaPolice', 'leader', 'administrator'],
	badge: ['areaPolice', 'leader', 'administrator'],
	assign: ['areaPolice', 'leader', 'administrator'],
	move: ['areaPolice', 'leader'],
	content: ['areaPolice', 'oneStop', 'leader', 'administrator'],
	staff: ['administrator'],
	request: ['areaPolice', 'civilStatus', 'oneStop', 'leader', 'administrator'],
	rights: ['areaPolice', 'civilStatus', 'oneStop', 'leader'],
	retain: ['administrator'],
	oversee: ['leader', 'administrator'],
	import: ['areaPolice', 'civilStatus', 'oneStop', 'leader', 'administrator'],
	list: ['areaPolice', 'administrator'],
	campaign: ['leader', 'administrator'],
	reported: ['areaPolice', 'civilStatus', 'oneStop', 'leader'],
	report: ['areaPolice', 'civilStatus', 'oneStop', 'leader'],
	listExport: ['areaPolice', 'civilStatus', 'oneStop', 'leader'],
	appendix: ['areaPolice', 'civilStatus', 'oneStop'],
	session: ['areaPolice', 'civilStatus', 'oneStop', 'leader'],
	outreach: ['areaPolice', 'civilStatus', 'oneStop', 'leader']
} as const satisfies Record<string, readonly StaffRole[]>;

export function isAllowed(role: StaffRole, act: keyof typeof ALLOWED): boolean {
	return (ALLOWED[act] as readonly StaffRole[]).includes(role);
}

/** User names are compared without diacritics and capitals: nobody is kept out by a keyboard. */
export function foldUsername(username: string): string {
	return foldText(username).slice(0, LIMIT.nameChars);
}

export interface NewStaff {
	readonly username: string;
	readonly name: string;
	readonly role: StaffRole;
	readonly password: string;
	/** The password was made by somebody else: it is changed at the first sign-in. */
	readonly mustChange?: boolean;
}

/** Adds a member of staff, with its audit line; `field.badChoice` at `username` when the name is taken. */
export async function addStaff(
	site: Site,
	ward: WardId,
	staff: NewStaff,
	actor: { readonly id: string; readonly name: string }
): Promise<Result<StaffId>> {
	const username = foldUsername(staff.username);
	if (!/^[a-z0-9][a-z0-9._-]*$/.test(username)) return fail('field.badChoice', 'username');
	if (staff.name.trim() === '') return fail('field.required', 'name');
	if (staff.name.length > LIMIT.nameChars) return fail('field.tooLong', 'name');
	const weak = checkNewPassword(staff.password, [username, staff.name]);
	if (weak) return fail(weak, 'password');
	const id = newId<StaffId>(site);
	const row = {
		ward_id: ward,
		id,
		username,
		pw_hash: await hashPassword(staff.password),
		role: staff.role,
		name: staff.name.trim(),
		created_at: site.clock(),
		disabled_at: null,
		must_change: staff.mustChange ? 1 : 0
	};
	try {
		await site.store.transact(async (trx) => {
			await trx.insertInto('staff').values(row).execute();
			await writeAudit(trx, site, { ward, actor, act: 'staff.add', subject: id });
		});
	} catch (error) {
		if (isUniqueViolation(error)) return fail('field.badChoice', 'username');
		throw error;
	}
	return succeed(id);
}
