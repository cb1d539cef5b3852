// The desk of one signed-in member of staff: every act carries who does it.

import type { Staff } from '../domain/desk.ts';
import { readAreas, readAssignment } from './area.ts';
import { countAsides, dismiss, listAsides, listWhy, readAside, takeUpAside } from './aside.ts';
import { assignAreas, moveHousehold, planAssignment, planMove } from './assignment.ts';
import { listAudit } from './audit.ts';
import { issueBadge, readBadgeSheet, revokeBadge } from './badge.ts';
import { chooseValue, countConflicts, listConflicts, readConflict } from './conflict.ts';
import { openContentDesk } from './content-desk.ts';
import type { Content } from './content.ts';
import type { Films } from './films.ts';
import { revokeDevice } from './device.ts';
import { openFigureDesk } from './figure-desk.ts';
import { listHouseholds, readHousehold } from './household.ts';
import { listIncidents } from './incident.ts';
import { makeInvitation } from './invite.ts';
import { revealNumber } from './person.ts';
import { importRescue } from './rescue.ts';
import type { Report } from './report.ts';
import { reviewVisit } from './review.ts';
import { answerWithTrouble, type Site } from './site.ts';
import { countVisits, listVisits, readVisit } from './visit.ts';
import { listVolunteers } from './volunteer.ts';
import type { Desk } from './ward.ts';

export function openDesk(site: Site, report: Report, content: Content, films: Films, staff: Staff): Desk {
	const { ward } = staff;
	const { db } = site.store;
	return {
		staff,
		content: openContentDesk(site, content, films, staff),
		figures: openFigureDesk(site, report, staff),
		readAreas: () => readAreas(db, ward),
		countFigures: () => report.countFigures(ward),
		countOpenVisits: () => countVisits(db, ward, { state: 'open' }),
		listVisits: (filter) => listVisits(db, ward, filter),
		readVisit: (id, filter) => readVisit(site, staff, id, filter),
		approveVisit: (id, v) => answerWithTrouble(reviewVisit(site, staff, id, v, { act: 'approve' })),
		returnVisit: (id, v, target, comment) =>
			answerWithTrouble(reviewVisit(site, staff, id, v, { act: 'return', target, comment })),
		revealNumber: (person, reason) => answerWithTrouble(revealNumber(site, staff, person, reason)),
		listHouseholds: (filter) => listHouseholds(db, ward, filter),
		readHousehold: (id) => readHousehold(site, staff, id),
		listVolunteers: () => listVolunteers(db, ward),
		makeInvitation: (volunteer) => answerWithTrouble(makeInvitation(site, staff, volunteer)),
		revokeDevice: (device) => answerWithTrouble(revokeDevice(site, staff, device)),
		readBadge: (volunteer) => readBadgeSheet(site, staff, volunteer),
		issueBadge: (input) => answerWithTrouble(issueBadge(site, staff, input)),
		revokeBadge: (volunteer) => answerWithTrouble(revokeBadge(site, staff, volunteer)),
		importRescue: (text) => answerWithTrouble(importRescue(site, staff, text)),
		countOpenCases: async () => ({
			conflicts: await countConflicts(db, ward),
			asides: await countAsides(db, ward)
		}),
		listConflicts: (filter) => listConflicts(db, ward, filter),
		readConflict: (key, filter) => readConflict(site, staff, key, filter),
		chooseValue: (key, v, choice) => answerWithTrouble(chooseValue(site, staff, key, v, choice)),
		listAsides: (filter) => listAsides(db, ward, filter),
		listWhy: () => listWhy(db, ward),
		readAside: (id, filter) => readAside(site, staff, id, filter),
		takeUpAside: (id, input) => answerWithTrouble(takeUpAside(site, staff, id, input)),
		dismissAside: (id, note) => answerWithTrouble(dismiss(site, staff, id, note)),
		listIncidents: () => listIncidents(db, ward),
		planAssignment: (volunteer, areas) => planAssignment(db, ward, volunteer, areas),
		readAssignment: (volunteer) => readAssignment(db, ward, volunteer),
		assignAreas: (input) => answerWithTrouble(assignAreas(site, staff, input)),
		planMove: (household, to) => planMove(db, ward, household, to),
		moveHousehold: (input) => answerWithTrouble(moveHousehold(site, staff, input)),
		listAudit: (before) => listAudit(db, ward, before)
	};
}
