// Accounts at the desk, by the administrator: who is in, in which role and for which areas, and who no longer. Whatever is
// taken away is gone with the next request, because every request reads it anew (`session.ts`).

import type { NewPassword, StaffPage } from '../domain/desk-people.ts';
import { STAFF_ROLES, type Staff, type StaffRole } from '../domain/desk.ts';
import type { AreaId, StaffId } from '../domain/id.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { endSessions, listSessions } from './account.ts';
import { readAreas } from './area.ts';
import { writeAudit, type AuditAct } from './audit.ts';
import type { Writer } from './db/open-store.ts';
import { makePassword } from './password.ts';
import { dropPasskeys } from './passkey.ts';
import { dropCode } from './second-step.ts';
import type { Site } from './site.ts';
import { addStaff, isAllowed } from './staff.ts';
import { hashPassword } from './vault.ts';

/** Null for whoever may not. */
export async function readStaffPage(site: Site, staff: Staff, session: string): Promise<StaffPage | null> {
	if (!isAllowed(staff.role, 'staff')) return null;
	const { ward } = staff;
	const { db } = site.store;
	const [rows, scopes, areas, sessions, own, passkeys] = await Promise.all([
		db.selectFrom('staff').selectAll().where('ward_id', '=', ward).orderBy('created_at').orderBy('id').execute(),
		db.selectFrom('staff_area').select(['staff_id', 'area_id']).where('ward_id', '=', ward).execute(),
		readAreas(db, ward),
		listSessions(db, ward, { own: session, now: site.clock() }),
		db.selectFrom('ward').select('code_required').where('id', '=', ward).executeTakeFirstOrThrow(),
		db.selectFrom('passkey').select('staff_id').where('ward_id', '=', ward).execute()
	]);
	return {
		rows: rows.map((row) => ({
			id: row.id as StaffId,
			username: row.username,
			name: row.name,
			role: STAFF_ROLES.find((role) => role === row.role) ?? 'oneStop',
			areas: scopes.filter((one) => one.staff_id === row.id).map((one) => one.area_id as AreaId),
			hasCode: row.code_set_at !== null,
			passkeys: passkeys.filter((one) => one.staff_id === row.id).length,
			mustChange: row.must_change === 1,
			signedInAt: row.signed_in_at,
			disabledAt: row.disabled_at,
			isOwn: row.id === staff.id
		})),
		sessions,
		areas,
		codeRequired: own.code_required === 1
	};
}

export async function addMember(
	site: Site,
	staff: Staff,
	input: { readonly username: string; readonly name: string; readonly role: string; readonly areas: readonly AreaId[] }
): Promise<Result<NewPassword>> {
	if (!isAllowed(staff.role, 'staff')) return fail('staff.notAllowed');
	const { ward } = staff;
	const role = STAFF_ROLES.find((known) => known === input.role);
	if (!role) return fail('field.badChoice', 'role');
	const areas = await checkAreas(site, staff, role, input.areas);
	if (!areas.ok) return areas;
	const password = makePassword(site.randomBytes);
	const member = { username: input.username, name: input.name, role, password, mustChange: true };
	const added = await addStaff(site, ward, member, staff);
	if (!added.ok) return added;
	await site.store.transact((trx) => writeScope(trx, ward, added.value, areas.value));
	return succeed({ username: input.username, name: input.name, password });
}

async function checkAreas(
	site: Site,
	staff: Staff,
	role: StaffRole,
	areas: readonly AreaId[]
): Promise<Result<readonly AreaId[]>> {
	const known = new Set((await readAreas(site.store.db, staff.ward)).map((area) => area.id));
	if (!areas.every((area) => known.has(area))) return fail('field.badChoice', 'areas');
	// who keeps the machine and hands out areas cannot be confined to one
	if (role === 'administrator' && areas.length > 0) return fail('field.badChoice', 'areas');
	return succeed([...new Set(areas)]);
}

async function writeScope(trx: Writer, ward: string, staff: string, areas: readonly AreaId[]): Promise<void> {
	await trx.deleteFrom('staff_area').where('ward_id', '=', ward).where('staff_id', '=', staff).execute();
	if (areas.length === 0) return;
	const rows = areas.map((area) => ({ ward_id: ward, staff_id: staff, area_id: area }));
	await trx.insertInto('staff_area').values(rows).execute();
}

/** One change to one account, with its line in the audit; `work` answers a problem to take it back. */
async function changeMember(
	site: Site,
	staff: Staff,
	member: StaffId,
	act: AuditAct,
	work: (
		trx: Writer,
		row: { readonly id: string; readonly role: string; readonly username: string; readonly name: string }
	) => Promise<Result<string | null>>
): Promise<Result<{ readonly username: string; readonly name: string }>> {
	if (!isAllowed(staff.role, 'staff')) return fail('staff.notAllowed');
	const { ward } = staff;
	// the ward's row is held: of two administrators who take each other's role away, the second one is told
	return site.store.transact(async (trx) => {
		await trx
			.updateTable('ward')
			.set((column) => ({ seq: column.ref('seq') }))
			.where('id', '=', ward)
			.execute();
		const row = await trx
			.selectFrom('staff')
			.select(['id', 'role', 'username', 'name'])
			.where('ward_id', '=', ward)
			.where('id', '=', member)
			.executeTakeFirst();
		if (!row) return fail('field.badChoice', 'staff');
		const done = await work(trx, row);
		if (!done.ok) return done;
		await writeAudit(trx, site, { ward, actor: staff, act, subject: member, reason: done.value });
		return succeed({ username: row.username, name: row.name });
	});
}

async function isLastAdministrator(trx: Writer, ward: string, member: string): Promise<boolean> {
	const rows = await trx
		.selectFrom('staff')
		.select('id')
		.where('ward_id', '=', ward)
		.where('role', '=', 'administrator')
		.where('disabled_at', 'is', null)
		.execute();
	return rows.length === 1 && rows[0]?.id === member;
}

export async function setRole(
	site: Site,
	staff: Staff,
	member: StaffId,
	input: { readonly role: string; readonly areas: readonly AreaId[] }
): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'staff')) return fail('staff.notAllowed');
	const role = STAFF_ROLES.find((known) => known === input.role);
	if (!role) return fail('field.badChoice', 'role');
	const areas = await checkAreas(site, staff, role, input.areas);
	if (!areas.ok) return areas;
	const done = await changeMember(site, staff, member, 'staff.role', async (trx, row) => {
		if (role !== 'administrator' && (await isLastAdministrator(trx, staff.ward, member)))
			return fail('staff.lastAdministrator');
		await trx.updateTable('staff').set({ role }).where('ward_id', '=', staff.ward).where('id', '=', member).execute();
		await writeScope(trx, staff.ward, member, areas.value);
		return succeed(`${row.role}/${role}/${areas.value.length}`);
	});
	return done.ok ? succeed(undefined) : done;
}

/** Closed accounts keep their lines in the audit and may be opened again. */
export async function setDisabled(
	site: Site,
	staff: Staff,
	member: StaffId,
	isDisabled: boolean
): Promise<Result<void>> {
	const act = isDisabled ? 'staff.disable' : 'staff.enable';
	const done = await changeMember(site, staff, member, act, async (trx) => {
		if (isDisabled && (await isLastAdministrator(trx, staff.ward, member))) return fail('staff.lastAdministrator');
		await trx
			.updateTable('staff')
			.set({ disabled_at: isDisabled ? site.clock() : null })
			.where('ward_id', '=', staff.ward)
			.where('id', '=', member)
			.execute();
		if (isDisabled) await endSessions(trx, staff.ward, member);
		return succeed(null);
	});
	return done.ok ? succeed(undefined) : done;
}

/** A password for handing over, to be changed at the first sign-in; every session of the account ends. */
export async function resetPassword(site: Site, staff: Staff, member: StaffId): Promise<Result<NewPassword>> {
	const password = makePassword(site.randomBytes);
	const pwHash = await hashPassword(password);
	const done = await changeMember(site, staff, member, 'staff.password', async (trx) => {
		await trx
			.updateTable('staff')
			.set({ pw_hash: pwHash, must_change: 1 })
			.where('ward_id', '=', staff.ward)
			.where('id', '=', member)
			.execute();
		await endSessions(trx, staff.ward, member);
		return succeed(null);
	});
	return done.ok ? succeed({ ...done.value, password }) : done;
}

/** For somebody who has lost the phone with the app and the paper, or what held the passkeys. */
export async function removeCode(site: Site, staff: Staff, member: StaffId): Promise<Result<void>> {
	const done = await changeMember(site, staff, member, 'staff.codeDropped', async (trx) => {
		await dropCode(trx, staff.ward, member);
		await dropPasskeys(trx, staff.ward, member);
		await endSessions(trx, staff.ward, member);
		return succeed(null);
	});
	return done.ok ? succeed(undefined) : done;
}

/** Whether everybody at the desk needs an authenticator app. */
export async function requireCode(site: Site, staff: Staff, isRequired: boolean): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'staff')) return fail('staff.notAllowed');
	const { ward } = staff;
	return site.store.transact(async (trx) => {
		await trx
			.updateTable('ward')
			.set({ code_required: isRequired ? 1 : 0 })
			.where('id', '=', ward)
			.execute();
		await writeAudit(trx, site, { ward, actor: staff, act: isRequired ? 'ward.codeOn' : 'ward.codeOff' });
		return succeed(undefined);
	});
}
