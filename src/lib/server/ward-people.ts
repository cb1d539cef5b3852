// The ward's server as the routes see it (`ward.ts`), the parts about accounts at the desk.

import type { AccountPage, CodeOffer, DeskSession, NewPassword, StaffPage } from '../domain/desk-people.ts';
import type { AuditWeek } from '../domain/audit-week.ts';
import type { Breach } from '../domain/breach.ts';
import type { CitizenRequest, RequestDraft, RequestPage } from '../domain/citizen-request.ts';
import type { Day } from '../domain/day.ts';
import type { ConsentFilter, ConsentRow, PersonChoice, RequestAct } from '../domain/desk-privacy.ts';
import type { Page } from '../domain/desk.ts';
import type { PasskeyAsk } from '../domain/passkey.ts';
import type { AreaId, StaffId } from '../domain/id.ts';
import type { Result } from '../domain/problem.ts';
import type { PrivacyRule, RetentionChoice, RetentionPlan, RetentionRun } from '../domain/retention.ts';

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
	/** What the browser is to make a passkey of, and what it made; asks for the password again. */
	offerPasskey(origin: string): Promise<Result<PasskeyAsk>>;
	addPasskey(input: {
		readonly answer: string;
		readonly origin: string;
		/** As its owner calls it; empty: by browser and system. */
		readonly label: string;
		readonly agent: string;
	}): Promise<Result<void>>;
	/** Asks for the password again. */
	removePasskey(passkey: string): Promise<Result<void>>;
	/** A passkey of one's own in place of the password. */
	askOwnPasskey(origin: string): Promise<Result<PasskeyAsk>>;
	makeFreshByPasskey(input: { readonly answer: string; readonly origin: string }): Promise<Result<void>>;
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

/** Personal data: every act leaves its audit line. */
export interface PrivacyDesk {
	/** Whether this member of staff may decide on requests, and on keeping and taking away. */
	readonly mayAnswer: boolean;
	readonly mayRetain: boolean;
	listConsents(filter: ConsentFilter): Promise<Page<ConsentRow>>;
	findPeople(search: string): Promise<readonly PersonChoice[]>;
	listRequests(state: 'open' | 'closed', after?: string | null): Promise<RequestPage>;
	/** Leaves an audit line. */
	readRequest(id: string): Promise<{ readonly request: CitizenRequest; readonly about: PersonChoice | null } | null>;
	addRequest(draft: RequestDraft): Promise<Result<{ readonly id: string }>>;
	answerRequest(id: string, input: { readonly act: RequestAct; readonly answer: string }): Promise<Result<void>>;
	readRule(): Promise<PrivacyRule>;
	writeRule(input: { readonly keepDays: number; readonly daysOff: string }): Promise<Result<void>>;
	/** A dry run; null for whoever may not, and while the campaign's time is not over. */
	planRetention(choice: RetentionChoice): Promise<RetentionPlan | null>;
	/** Asks for the password again; `hash` is the plan's. */
	runRetention(input: {
		readonly choice: RetentionChoice;
		readonly hash: string;
	}): Promise<Result<{ readonly id: string }>>;
	listRuns(): Promise<readonly RetentionRun[]>;
	listBreaches(): Promise<readonly Breach[]>;
	openBreach(what: string): Promise<Result<{ readonly id: string }>>;
	markBreach(id: string, step: string): Promise<Result<void>>;
}
