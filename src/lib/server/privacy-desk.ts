// The desk's part about personal data: consents, requests of residents, keeping and taking away, breaches.

import type { DeskSession } from '../domain/desk-people.ts';
import type { Staff } from '../domain/desk.ts';
import { fail } from '../domain/problem.ts';
import { listBreaches, markBreach, openBreach } from './breach.ts';
import { addRequest, answerRequest, listRequests, readRequest } from './citizen-request.ts';
import { listConsents } from './consent-register.ts';
import { findPeople } from './find-people.ts';
import { readRule, writeRule } from './privacy-rule.ts';
import { planRetention } from './retention-plan.ts';
import { listRuns } from './retention-proof.ts';
import { runRetention } from './retention.ts';
import type { StaffScope } from './scope.ts';
import { answerWithTrouble, type Site } from './site.ts';
import { isAllowed } from './staff.ts';
import type { PrivacyDesk } from './ward-people.ts';

export function openPrivacyDesk(site: Site, staff: Staff, session: DeskSession, scope: StaffScope): PrivacyDesk {
	const { ward } = staff;
	const { db } = site.store;
	const { within } = scope;
	return {
		mayAnswer: isAllowed(staff.role, 'rights'),
		mayRetain: isAllowed(staff.role, 'retain'),
		listConsents: (filter) => listConsents(db, ward, filter, within),
		findPeople: (search) => findPeople(db, ward, search, within),
		listRequests: (state, after = null) => listRequests(db, staff, within, state, after),
		readRequest: (id) => readRequest(site, staff, within, id),
		addRequest: async (draft) =>
			draft.person === null || (await scope.holdsRecord(draft.person))
				? answerWithTrouble(addRequest(site, staff, draft))
				: fail('staff.notAllowed'),
		answerRequest: (id, input) => answerWithTrouble(answerRequest(site, staff, within, id, input)),
		readRule: () => readRule(db, ward),
		writeRule: (input) => answerWithTrouble(writeRule(site, staff, input)),
		planRetention: (choice) => planRetention(site, staff, choice),
		runRetention: (input) => answerWithTrouble(runRetention(site, staff, session, input)),
		listRuns: () => listRuns(db, ward),
		listBreaches: () => listBreaches(db, ward),
		openBreach: (what) => answerWithTrouble(openBreach(site, staff, what)),
		markBreach: (id, step) => answerWithTrouble(markBreach(site, staff, id, step))
	};
}
