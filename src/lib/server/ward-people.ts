// The ward's server as the routes see it (`ward.ts`), the parts about accounts at the desk.

import type { AccountPage, CodeOffer, DeskSession, NewPassword, StaffPage } from '../domain/desk-people.ts';
import type { AuditWeek } from '../domain/audit-week.ts';
import type { Day } from '../domain/day.ts';
import type { AreaId, StaffId } from '../domain/id.ts';
import type { Result } from '../domain/problem.ts';

/** Every act leaves its audit line. */
export interface PeopleDesk {
	readonly session: DeskSession;
	/** Whether the password was given within the last five minutes: for exports and for many whole numbers. */
	readonly isFresh: boolean;
	/** Whether the week of the audit and its file are for this member of staff. */
	readonly mayOversee: boolean;
	readAccount(): Promise<AccountPage>;
	makeFresh(password: string): Promise<Result<void>>;
	changePassword(input: { readonly before: string; readonly after: string }): Promise<Result<void>>;
	offerCode(): Promise<Result<CodeOffer>>;
	confirmCode(code: string): Promise<Result<readonly string[]>>;
	removeOwnCode(password: string): Promise<Result<void>>;
	/** One's own, or anybody's for the administrator. */
	endSession(session: string): Promise<Result<void>>;

	/** Null for whoever does not keep accounts. */
	readStaff(): Promise<StaffPage | null>;
	addMember(input: {
		readonly username: string;
		readonly name: string;
		readonly role: string;
		readonly areas: readonly AreaId[];
	}): Promise<Result<NewPassword>>;
	setRole(member: StaffId, input: { readonly role: string; readonly areas: readonly AreaId[] }): Promise<Result<void>>;
	setDisabled(member: StaffId, isDisabled: boolean): Promise<Result<void>>;
	resetPassword(member: StaffId): Promise<Result<NewPassword>>;
	removeCode(member: StaffId): Promise<Result<void>>;
	requireCode(isRequired: boolean): Promise<Result<void>>;

	/** One week of the audit, or the last whole one; null for whoever does not lead. */
	readWeek(day: Day | null): Promise<AuditWeek | null>;
	/** Lines of some days as a file: asks for the password again. */
	exportAudit(days: {
		readonly from: Day;
		readonly to: Day;
	}): Promise<Result<{ readonly name: string; readonly text: string }>>;
}
