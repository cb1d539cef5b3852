// The desk's part about accounts: one's own, and for the administrator everybody's.

import type { DeskSession } from '../domain/desk-people.ts';
import type { Staff } from '../domain/desk.ts';
import { fail } from '../domain/problem.ts';
import { changePassword, endSession, makeFresh, makeFreshByPasskey, readAccount, removeOwnCode } from './account.ts';
import { exportAudit, readWeek } from './audit-desk.ts';
import { addPasskey, askOwn, offerPasskey, removePasskey } from './passkey.ts';
import type { ProvedChains } from './proved-chains.ts';
import { confirmCode, offerCode } from './second-step.ts';
import { answerWithTrouble, type Site } from './site.ts';
import {
	addMember,
	readStaffPage,
	removeCode,
	requireCode,
	resetPassword,
	setDisabled,
	setRole
} from './staff-admin.ts';
import { isAllowed } from './staff.ts';
import type { PeopleDesk } from './ward-people.ts';

export function openPeopleDesk(site: Site, chains: ProvedChains, staff: Staff, session: DeskSession): PeopleDesk {
	const isFresh = session.freshUntil > site.clock();
	// whoever is made to set it up has given the password a moment ago
	const mayAdd = isFresh || session.mustSetUp === 'code';
	return {
		session,
		isFresh,
		mayOversee: isAllowed(staff.role, 'oversee'),
		readAccount: () => readAccount(site, staff, session),
		makeFresh: (password) => answerWithTrouble(makeFresh(site, staff, session, password)),
		changePassword: (input) => answerWithTrouble(changePassword(site, staff, session, input)),
		offerCode: async () => (mayAdd ? answerWithTrouble(offerCode(site, staff)) : fail('staff.freshNeeded')),
		confirmCode: (code) => answerWithTrouble(confirmCode(site, staff, code)),
		removeOwnCode: (password) => answerWithTrouble(removeOwnCode(site, staff, password)),
		offerPasskey: async (origin) =>
			mayAdd ? answerWithTrouble(offerPasskey(site, staff, origin)) : fail('staff.freshNeeded'),
		addPasskey: async (input) =>
			mayAdd ? answerWithTrouble(addPasskey(site, staff, input)) : fail('staff.freshNeeded'),
		removePasskey: async (passkey) =>
			isFresh ? answerWithTrouble(removePasskey(site, staff, passkey)) : fail('staff.freshNeeded'),
		askOwnPasskey: (origin) => answerWithTrouble(askOwn(site, staff, session.id, origin)),
		makeFreshByPasskey: (input) => answerWithTrouble(makeFreshByPasskey(site, staff, session, input)),
		endSession: (id) => answerWithTrouble(endSession(site, staff, id, isAllowed(staff.role, 'staff'))),
		readStaff: () => readStaffPage(site, staff, session.id),
		addMember: (input) => answerWithTrouble(addMember(site, staff, input)),
		setRole: (member, input) => answerWithTrouble(setRole(site, staff, member, input)),
		setDisabled: (member, isDisabled) => answerWithTrouble(setDisabled(site, staff, member, isDisabled)),
		resetPassword: (member) => answerWithTrouble(resetPassword(site, staff, member)),
		removeCode: (member) => answerWithTrouble(removeCode(site, staff, member)),
		requireCode: (isRequired) => answerWithTrouble(requireCode(site, staff, isRequired)),
		readWeek: (day) => readWeek(site, chains, staff, day),
		exportAudit: (days) => answerWithTrouble(exportAudit(site, staff, session, days))
	};
}
